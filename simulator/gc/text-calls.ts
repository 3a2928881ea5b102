/** A call in GC's older text (text outputs O-008, O-009, O-010, O-014, O-024, O-028), in each of its forms. */
import type { CallView, DialogStateEvent } from './events.ts';

/** Which of the documented forms GC writes: the new one, the old one, or the long one of GCs that are shipped. */
export type TextForm = 'new' | 'old' | 'shipped';

export interface TextCalls {
  newCall(type: string, agentId: string, call: CallView): string;
  inboundCall(agentId: string, fullName: string, call: CallView): string;
  consultCall(agentId: string, fullName: string, call: CallView): string;
  dialogState(event: DialogStateEvent): string;
  dialogStatus(event: DialogStateEvent): string;
}

/** In the old form only these name their dialog (text outputs table, O-008). */
const namedInOldForm: ReadonlySet<string> = new Set(['FAILED', 'DROP', 'HELD', 'WRAP_UP']);

export function textCalls(form: TextForm, time: (at: number | undefined) => string): TextCalls {
  const detail = (call: CallView): readonly string[] => [call.from, variables(call), time(call.startedAt)];

  return {
    newCall(type, agentId, call) {
      // O-028 names the number dialled, O-009 begins with the caller's.
      const ani = type === 'NewOutboundCall' ? `ani=${call.to}` : call.from;
      const list = form === 'old' && type === 'NewInboundCall' ? positions(call) : variables(call);
      const all = [ani, list].filter((part) => part !== '').join(form === 'old' ? ',' : '|');
      return line(agentId, type, call.from, all, `DialogID:${call.dialogId}`);
    },
    inboundCall(agentId, fullName, call) {
      const about = [agentId, 'InboundCall', call.state] as const;
      const dialog = `DialogID:${call.dialogId}`;
      // The old form has no FAILED: there a call that failed is one that was dropped.
      if (form === 'old' && call.state === 'FAILED')
        return line(agentId, 'InboundCall', 'DROP', dialog, fullName);
      if (form === 'old')
        return namedInOldForm.has(call.state) ? line(...about, dialog, fullName) : line(...about, fullName);
      if (call.cause !== undefined) return line(...about, dialog, call.cause, fullName);
      // Only the long form says that a supervisor listens in.
      if (form === 'new' && call.callType !== 'SM') return line(...about, dialog, ...detail(call), fullName);
      const people = call.participants.map(({ address, device, state, role }) => {
        const person = [address, state, device === 'agent' ? 'AGENT_DEVICE' : 'NULL'];
        return (role === undefined ? person : [...person, role]).join(',');
      });
      const type = `CallType:${call.callType}`;
      return line(...about, dialog, ...detail(call), type, '', `Participants:${people.join('|')}`);
    },
    consultCall(agentId, fullName, call) {
      const dialog = `AssDialogID:${call.dialogId}`;
      if (form === 'old')
        return line(agentId, 'ConsultCall', call.state === 'FAILED' ? 'DROP' : call.state, dialog);
      const about = [agentId, 'ConsultCall', call.state, dialog] as const;
      if (call.cause !== undefined) return line(...about, call.cause, fullName);
      return line(...about, ...detail(call), fullName);
    },
    dialogState({ agentId, state, dialogId, fullName, call, associated }) {
      const about = [agentId, 'DialogState', state, dialogId, fullName] as const;
      if (!call || form === 'old') return line(...about);
      return line(...about, call.from, variables(call), ...beside(associated));
    },
    dialogStatus({ agentId, state, dialogId, call, associated }) {
      const about = [agentId, 'DialogStatus', dialogId, state] as const;
      if (!call || form === 'old')
        return line(...about, ...(associated ? [associated.dialogId, associated.state] : []));
      return line(...about, call.from, variables(call), ...beside(associated));
    },
  };
}

/** The consult call beside a call. */
const beside = (call: CallView | undefined): readonly string[] =>
  call === undefined ? [] : [call.dialogId, call.state, call.from, variables(call)];

const variables = (call: CallView): string =>
  call.variables.map(([name, value]) => `${name}=${value}`).join('|');

/** The old form: values only, the n-th is callVariable<n>. */
function positions(call: CallView): string {
  const values = new Map(call.variables);
  const list = Array.from({ length: 10 }, (_, index) => values.get(`callVariable${index + 1}`) ?? '');
  return list.join(',').replace(/,+$/, '');
}

const line = (...fields: readonly string[]): string => fields.join('#');
