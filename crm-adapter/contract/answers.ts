/** What components of the CRM's page ask for, read at the edge and turned into what an agent would have done. */
import { isInService } from '../../src/state/buttons.ts';
import type { Intent } from '../../src/state/intents.ts';
import type { Call, CrmRecord, SoftphoneState } from '../../src/state/model.ts';
import { refusalOf } from '../click.ts';
import { CrmError, type CrmErrorCode } from '../port.ts';
import type { Words } from '../presence.ts';
import { asObject } from '../values.ts';
import { listOf, readRecord } from '../web/contract.ts';
import type { PartnerRequest } from './contract.ts';
import { isSignedIn, phoneCallOf, phoneStateOf } from './phone-state.ts';

export interface AnswersOptions {
  readonly source: { readonly state: SoftphoneState };
  readonly dispatch: (intent: Intent) => void;
  readonly words: Words;
  /** Brings a record to the agent, in this tab: it is this page that asks. */
  readonly openRecord: (record: { readonly id: string }) => Promise<void>;
}

/** Longer than any of it gets by hand: the note is what the CRM's field takes. */
const LONGEST = { number: 64, value: 1000, notes: 32_000, id: 64, text: 255 };
/** Bytes that fit into one of the ten call variables. Source: Finesse, limits of call variables. */
const ROOM = 40;

/** What a number is not dialled for, by the words that the agent gets for it. */
const DIAL_CODES: Readonly<Record<string, CrmErrorCode>> = {
  'click.notSignedIn': 'unavailable',
  'click.notInService': 'unavailable',
  'click.notANumber': 'invalid',
};

type Body = Readonly<Record<string, unknown>>;
type Answer = (body: Body) => unknown;

/**
 * Makes what answers requests. An answer says that it was handed on, as if the agent had pressed a button; what the
 * phone system makes of it, the next `state` tells.
 * @returns the answer, or a promise of it; it throws a {@link CrmError} for what is refused: `invalid` where the request
 *   itself is wrong, `denied` where it is not possible now, `unavailable` where nobody is signed in or the phone system is
 *   away
 */
export function createAnswers({ source, dispatch, words, openRecord }: AnswersOptions) {
  const t: Words['t'] = (key, values) => words.t(key, values);

  /** The call of a request that is taken now. */
  function callFor(request: PartnerRequest, { callKey }: Body): Call {
    const { state } = source;
    const key = textOf('callKey', callKey, LONGEST.text);
    const call = state.calls.find((one) => one.key === key && one.phase !== 'logging');
    if (!call) throw new CrmError('denied', 'There is no such call, or it is over');
    if (phoneCallOf(state, call).can.includes(request)) return call;
    const isPhones = /answer|hold|resume|end|setVariable/.test(request);
    if (isPhones && !isInService(state))
      throw new CrmError('unavailable', t(`why.${isSignedIn(state) ? 'notInService' : 'signedOut'}`));
    const lacks = request === 'saveWrapUp' && call.phase === 'wrapUp';
    throw new CrmError('denied', t(lacks ? 'why.reasonRequired' : 'why.notAllowed'));
  }

  const press =
    (type: 'answer' | 'hold' | 'resume' | 'end'): Answer =>
    (body) =>
      dispatch({ type, call: callFor(type, body).key });

  const answers: Readonly<Record<PartnerRequest, Answer>> = {
    state: () => phoneStateOf(source.state, words),
    dial(body) {
      const number = textOf('number', body['number'], LONGEST.number).trim();
      const record = body['record'] === undefined ? undefined : recordOf(body['record']);
      const refusal = refusalOf(source.state, number);
      if (refusal) {
        const { agentState, ...values } = refusal.values ?? {};
        const state = agentState && { agentState: t(`agentState.${agentState}`) };
        throw new CrmError(DIAL_CODES[refusal.key] ?? 'denied', t(refusal.key, { ...values, ...state }));
      }
      dispatch({ type: 'clickToDial', number, ...(record ? { record } : {}) });
    },
    answer: press('answer'),
    hold: press('hold'),
    resume: press('resume'),
    end: press('end'),
    setVariable(body) {
      const { key } = callFor('setVariable', body);
      const name = textOf('name', body['name'], LONGEST.text);
      const value = textOf('value', body['value'], LONGEST.value);
      const known = source.state.setup.callVariables.find((one) => one.name === name);
      if (!known?.editable)
        throw new CrmError('denied', `${name} is not editable: see callVariables of the configuration`);
      const [character] = /[,#|]/.exec(value) ?? [];
      if (character !== undefined)
        throw new CrmError('invalid', t('notice.forbiddenCharacter', { character, field: known.label }));
      if (name.startsWith('callVariable') && new TextEncoder().encode(value).length > ROOM)
        throw new CrmError('invalid', `${name} holds ${ROOM} bytes`);
      dispatch({ type: 'setVariable', call: key, name, value });
    },
    setWrapUp(body) {
      const { key } = callFor('setWrapUp', body);
      const { reason, more, notes } = body;
      const choice = reason === undefined || reason === null ? reason : reasonOf(reason);
      dispatch({
        type: 'editWrapUp',
        call: key,
        ...(choice === undefined ? {} : { reason: choice }),
        ...(more === undefined ? {} : { more: listOf(more).map(reasonOf) }),
        ...(notes === undefined ? {} : { notes: textOf('notes', notes, LONGEST.notes) }),
      });
    },
    addNote(body) {
      const { key, draft } = callFor('addNote', body);
      const text = textOf('text', body['text'], LONGEST.notes).trim();
      if (text === '') throw new CrmError('invalid', 'text is empty');
      const notes = [draft.notes.trimEnd(), text].filter(Boolean).join('\n');
      if (notes.length > LONGEST.notes) throw new CrmError('invalid', 'The note is full');
      dispatch({ type: 'editWrapUp', call: key, notes });
    },
    saveWrapUp(body) {
      const { key } = callFor('saveWrapUp', body);
      dispatch({ type: 'saveWrapUp', call: key, thenReady: body['thenReady'] === true });
    },
    linkRecord(body) {
      const { key } = callFor('linkRecord', body);
      const record = recordOf(body['record']);
      dispatch({ type: 'relate', call: key, record: record.id, linked: record });
    },
    openRecord: ({ id }) => openRecord({ id: textOf('id', id, LONGEST.id) }),
  };

  function reasonOf(value: unknown): string {
    const key = textOf('reason', value, LONGEST.text);
    if (source.state.reasons.wrapUp.some((one) => one.key === key)) return key;
    throw new CrmError('invalid', `There is no wrap-up reason ${key}`);
  }

  return (name: string, body: unknown): unknown => {
    const answer = Object.hasOwn(answers, name) ? answers[name as PartnerRequest] : undefined;
    if (!answer) throw new CrmError('invalid', `There is no request ${name}`);
    return answer(asObject(body));
  };
}

/** @throws {CrmError} `invalid` for what is no text, or too long for one */
function textOf(name: string, value: unknown, longest: number): string {
  if (typeof value === 'string' && value.length <= longest) return value;
  throw new CrmError('invalid', `${name} must be a text of at most ${longest} characters`);
}

function recordOf(value: unknown): CrmRecord {
  const record = readRecord(value);
  if (!record || Object.values(record).some((one: string) => one.length > LONGEST.text))
    throw new CrmError('invalid', 'record must have id, type and name');
  return record;
}
