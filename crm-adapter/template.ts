import type { Call, SoftphoneState } from '../src/state/model.ts';
import { queueOf } from '../src/state/select.ts';

/** Values that `{…}` in the configuration may name. A name without an entry, or with '', has no value. */
export type Tokens = ReadonlyMap<string, string>;

/**
 * Everything a template may name about a call: its variables, and the words of the configuration contract. A call
 * variable of the same name as one of these words does not hide it.
 */
export function tokensOf(state: SoftphoneState, call: Call): Tokens {
  const reason = state.reasons.wrapUp.find((one) => one.key === call.draft.reason);
  const own: Readonly<Record<string, string | undefined>> = {
    ani: call.number,
    callbackNumber: call.variables['callbackNumber'],
    dialedNumber: call.variables[state.setup.dialedNumberFrom],
    direction: call.direction,
    dialogId: call.dialogId,
    callKey: call.key,
    agentId: call.agentId,
    agentName: agentName(state),
    extension: state.agent?.extension,
    queue: queueOf(state, call),
    startTime: new Date(call.firstSeen).toISOString(),
    durationSeconds: String(durationOf(call)),
    wrapUpCode: call.draft.reason,
    wrapUpLabel: call.draft.label ?? reason?.label,
    notes: call.draft.notes,
  };
  return new Map(
    [...Object.entries(call.variables), ...Object.entries(own)].flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value] as const],
    ),
  );
}

/** Whole seconds from answer to end; 0 for a call that was not answered, or is not over. */
export function durationOf(call: Call): number {
  const { answeredAt, endedAt } = call as { readonly answeredAt?: number; readonly endedAt?: number };
  return answeredAt === undefined || endedAt === undefined ? 0 : Math.round((endedAt - answeredAt) / 1000);
}

function agentName(state: SoftphoneState): string | undefined {
  const { firstName, lastName, fullName } = state.agent ?? {};
  return fullName ?? ([firstName, lastName].filter(Boolean).join(' ') || undefined);
}

const TOKEN = /\{([^{}]+)\}/g;

/** The names that a template uses, in their order. */
export function namesIn(template: string): readonly string[] {
  return [...template.matchAll(TOKEN)].map((match) => match[1] ?? '');
}

/**
 * The template with its values put in, each as it is. A token without a value drops out, with the space before it or,
 * at the beginning, after it.
 */
export function fill(template: string, tokens: Tokens): string {
  return template
    .replaceAll(/( ?)\{([^{}]+)\}/g, (_, space: string, name: string) => {
      const value = tokens.get(name);
      return value === undefined ? '' : space + value;
    })
    .trim();
}
