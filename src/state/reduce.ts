import { markDone, saveCall } from './call-end.ts';
import { defined, isOpen, replace } from './call-parts.ts';
import { NO_PEOPLE } from './initial.ts';
import type { Input, SentCommand } from './inputs.ts';
import type { Call, CallKey, SignIn, SoftphoneState } from './model.ts';
import { withNotice } from './notices.ts';
import { applyEvent } from './reduce-gc.ts';
import type { Snapshot } from './snapshot.ts';
import { commandName, remember } from './waiting.ts';

/** The one function that makes a state from the state before. Pure; it returns the same state when nothing changed. */
export function reduce(state: SoftphoneState, input: Input): SoftphoneState {
  switch (input.type) {
    case 'gc':
      return applyEvent(state, input.event, input.at);
    case 'undecoded': {
      const count = state.counters[input.kind] + 1;
      return { ...state, counters: { ...state.counters, [input.kind]: count } };
    }
    case 'service':
      return { ...state, service: input.service };
    case 'signIn':
      return { ...state, signIn: input.signIn };
    case 'agent':
      return { ...state, agent: input.agent };
    case 'sent':
      return assumePending(remember(state, input), input);
    case 'expired':
      return expire(state, input.id);
    case 'cut':
      return state.waiting.length === 0 ? state : { ...state, waiting: [] };
    case 'signedOut':
      return signOut(state, input.keepCalls);
    case 'restored':
      return restore(state, input.snapshot);
    case 'mirrored':
      return { ...input.state, ...defined({ sound: state.sound, preferences: state.preferences }) };
    case 'people': {
      const { type: _type, ...lists } = input;
      return { ...state, ...lists };
    }
    case 'sound':
      return { ...state, sound: input.sound };
    case 'preferences':
      return { ...state, preferences: input.preferences };
    case 'draft':
      return editDraft(state, input);
    case 'reasonSent':
      return change(state, input.call, (call) => ({ ...call, reasonSent: input.reason }));
    case 'saved': {
      const saved = saveCall(state, input.call);
      const isKept = state.setup.log !== 'none' || saved === state;
      return isKept ? saved : withNotice(saved, { level: 'status', key: 'notice.savedNoCrm' });
    }
    case 'match':
      return reportPop(
        change(state, input.call, (call) => ({ ...call, match: input.match })),
        input,
      );
    case 'log':
      return change(state, input.call, (call) => ({ ...call, log: input.log }));
    case 'logged':
      return markDone(state, input.call);
    case 'recovered':
      return {
        ...state,
        calls: [...new Map([...state.calls, ...input.calls].map((one) => [one.key, one])).values()],
      };
    case 'only':
      return {
        ...state,
        calls: state.calls.filter((call) => isOpen(call) || call.agentId === input.agentId),
      };
    case 'dialing': {
      const dialing = { ...state.setup.dialing, ...input.dialing };
      return { ...state, setup: { ...state.setup, dialing } };
    }
    case 'notice': {
      const { type: _type, ...words } = input;
      return withNotice(state, words);
    }
    case 'dismissed':
      return { ...state, alerts: state.alerts.filter((one) => one.id !== input.notice) };
  }
}

function change(state: SoftphoneState, key: CallKey, edit: (call: Call) => Call): SoftphoneState {
  const call = state.calls.find((one) => one.key === key);
  return call ? replace(state, edit(call)) : state;
}

const KEEP_POPS = 20;

/** A search that is over goes into the report of the last pops, once. */
function reportPop(
  state: SoftphoneState,
  { call: key, match }: Extract<Input, { type: 'match' }>,
): SoftphoneState {
  const call = state.calls.find((one) => one.key === key);
  const { tried, phase: outcome } = match;
  if (!call || !tried || outcome === 'searching') return state;
  const report = { firstSeen: call.firstSeen, direction: call.direction, outcome, tried };
  const others = state.pops.filter((one) => one.firstSeen !== call.firstSeen);
  return { ...state, pops: [...others, report].slice(-KEEP_POPS) };
}

/** A note that the CRM is being given is not changed under its hands; one that it did not take may be. */
function editDraft(state: SoftphoneState, input: Extract<Input, { type: 'draft' }>): SoftphoneState {
  return change(state, input.call, (call) => {
    if (call.phase === 'logging' && call.log?.phase === 'writing') return call;
    const { notes, edits = 0, ...before } = call.draft;
    const { more = [] } = input;
    const label = [input.reason, ...more]
      .flatMap((key) => state.reasons.wrapUp.find((one) => one.key === key)?.label ?? [])
      .join('; ');
    const reason =
      input.reason === undefined
        ? before
        : {
            reason: input.reason ?? undefined,
            label: label || undefined,
            more: more.length > 0 ? more : undefined,
          };
    return { ...call, draft: { notes: input.notes ?? notes, edits: edits + 1, ...defined(reason) } };
  });
}

/** UCCX tells of no pending not-ready: without an Error, it counts from when it was sent. Source: GC wire contract, section 4. */
function assumePending(state: SoftphoneState, { command, blocks, subject }: SentCommand): SoftphoneState {
  if (blocks || state.agent?.agentId !== subject || !command.startsWith('MakeNotReady')) return state;
  return { ...state, agent: { ...state.agent, pending: 'NOT_READY' } };
}

function expire(state: SoftphoneState, id: number): SoftphoneState {
  const late = state.waiting.find((one) => one.id === id);
  if (!late) return state;
  const next = { ...state, waiting: state.waiting.filter((one) => one.id !== id) };
  return late.blocks
    ? withNotice(next, {
        level: 'alert',
        key: 'notice.noAnswer',
        values: { command: `command.${commandName(state, late)}` },
      })
    : next;
}

/** Nobody is signed in any more. Calls that wait for their wrap-up or for the CRM stay until it has them. */
function signOut(state: SoftphoneState, keepCalls: boolean): SoftphoneState {
  const { agent: _agent, supervision: _supervision, ...kept } = state;
  const calls = state.calls.filter((call) => keepCalls || !isOpen(call));
  return { ...kept, calls, ended: [], ...NO_PEOPLE, waiting: [] };
}

function restore(state: SoftphoneState, { form, agent, calls, ended, timeOffset }: Snapshot): SoftphoneState {
  const signIn: SignIn = agent ? { phase: 'resuming' } : { phase: 'signedOut', form };
  return { ...state, calls, ended, signIn, ...defined({ agent, timeOffset }) };
}
