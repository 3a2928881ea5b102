/**
 * GC's pen: every text form, with the events that it can carry whole. What is written must read as what it was.
 */
import type { Form } from './form.ts';
import { AGENT_FORMS } from './write-agent.ts';
import { CALL_FORMS } from './write-call.ts';
import { LIST_FORMS } from './write-list.ts';

export const TEXT_FORMS: readonly Form[] = [...AGENT_FORMS, ...CALL_FORMS, ...LIST_FORMS];
