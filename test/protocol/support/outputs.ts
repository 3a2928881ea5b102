import type { Decoded, GcEvent } from '../../../src/protocol/events.ts';
import { AGENT_OUTPUTS } from './outputs-agent.ts';
import { CALL_OUTPUTS } from './outputs-call.ts';
import { LIST_OUTPUTS } from './outputs-list.ts';

/** A frame in one of an output's forms, and what it is. */
export type Sample = readonly [frame: string, meaning: GcEvent | Decoded];

/** By output: for each of its forms, in the order of the text outputs table, frames. The first is the form itself. */
export type Outputs = Readonly<Record<string, readonly (readonly Sample[])[]>>;

export const OUTPUTS: Outputs = { ...AGENT_OUTPUTS, ...CALL_OUTPUTS, ...LIST_OUTPUTS };
