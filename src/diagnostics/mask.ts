import { errorOf, splitErrorCode } from '../protocol/errors.ts';
import { callVariables, participants } from '../protocol/read-call.ts';
import { isWithheld } from '../state/party.ts';
import { createNumberMask } from './mask-number.ts';

/**
 * Takes what is secret or personal out of frames, events and states, so that the rest still makes sense to the decoder
 * and to the reducer: what was equal stays equal, what was empty stays empty. What is not named here becomes its length.
 */
export interface Masker {
  /** Data of our own: an event, an input, a state, a command. */
  data<T>(value: T): T;
  /** A frame of GC's JSON form, parsed. Variables and participants keep their kind, text or object. */
  frame(value: unknown): unknown;
}

/** How the value of a key is shown: whole; a word of the protocol; a number; a code and its text; not at all. */
type Kind = 'whole' | 'word' | 'number' | 'code' | 'text' | 'callKey' | 'none';

const KEYS: Readonly<Record<Exclude<Kind, 'text'>, string>> = {
  whole: `setup dialing tried counters reasons reasonCodes label by character disposition wrapupReason
    variableName queueFrom`,
  word: `type kind missing phase state pendingState pending status direction dialogId assDialogId associatedDialogId
    prevDialogId transferredFrom mainDialogId next recording assState associatedState reasonCode agentReasonCode reason reasonSent cause
    stateCause failureCause callType mediaAddressType role actions action category platform wrapUpMode
    wrapUpOnIncoming stateChangeTime startTime startedAt level prompt focus command outcome creating connection
    connectionMode supervisor visible index field language theme rule key
    agentsNotReady agentsReady agentsTalkingInbound agentsTalkingInternal agentsTalkingOutbound agentsWrapUpNotReady
    agentsWrapUpReady callsInQueue startTimeOfLongestCallInQueue`,
  number: `agentId loginId extension agentExtension consultedExtension teamAgentLoginId subject fromAddress toAddress
    mediaAddress number transferredBy address otherPartyNumber phoneNumber agentPhone ani BACustomerNumber callbackNumber id related ids
    phonebookId teamId`,
  code: 'code error errorCode errorMessage message description',
  callKey: 'call callKey consultFor',
  none: 'destination clientDestination password agentPassword passcode',
};

const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries(KEYS).flatMap(([kind, keys]) =>
    keys.split(/\s+/).map((key) => [key.toLowerCase(), kind as Kind] as const),
  ),
);

/** Ids, states and codes; times as GC and we write them. What looks otherwise is no word of the protocol. */
const WORD = /^[\w.:+-]{1,64}$|^[A-Z _-]{1,40}$|^\d{4}-\d\d-\d\d[ T][\d:.]{5,16}Z?$/;
const NAME = /^[a-z_][\w.[\]-]{0,59}$/i;
const LONGEST = 40;
const LEFT_OUT = '•••';

/** As many dots as there were characters; of a long text their number. */
export function dots(value: string): string {
  const { length } = value.trim();
  return length > LONGEST ? `${'•'.repeat(LONGEST)} (${length})` : '•'.repeat(length);
}

/** Makes a masker for one file: numbers that look alike afterwards are told apart within it. */
export function createMasker(): Masker {
  const { maskNumber, maskCallKey } = createNumberMask();

  const maskText = (kind: Kind, key: string, text: string): string => {
    if (text.trim() === '') return text;
    switch (kind) {
      case 'whole':
        return text;
      case 'word':
        return WORD.test(text.trim()) ? (maskCallKey(text) ?? text) : dots(text);
      case 'number':
        return isWithheld(text) ? text : maskNumber(text);
      case 'callKey':
        return maskCallKey(text) ?? dots(text);
      case 'code':
        return maskCode(key, text);
      case 'none':
        return LEFT_OUT;
      case 'text':
        // A problem is the CRM's own words, or a key of our locales.
        return key === 'problem' && /^notice\.\w+$/.test(text) ? text : dots(text);
    }
  };

  const walk = (value: unknown, key: string, isOurs: boolean): unknown => {
    const kind = KINDS.get(key) ?? 'text';
    if (kind === 'whole' || value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') return maskText(kind, key, value);
    // Numbers of our own are times and counts; GC's may be anybody's phone.
    if (typeof value === 'number')
      return isOurs || kind === 'word' ? value : maskText(kind, key, String(value));
    if (Array.isArray(value)) return value.map((one) => walk(one, key, isOurs));
    return typeof value === 'object' ? walkObject(value, isOurs) : undefined;
  };

  const walkObject = (object: object, isOurs: boolean): object => {
    // The keys of calls hold it.
    if ('agentId' in object && typeof object.agentId === 'string') maskNumber(object.agentId);
    const isActivity = 'callKey' in object;
    return mapEntries(object, (name, value) => {
      const key = name.toLowerCase();
      const isNamed = isOurs && /^(variables|callvariables|fields)$/.test(key);
      return isNamed ? maskVariables(value) : walk(value, isActivity && key === 'subject' ? '' : key, isOurs);
    });
  };

  /** In GC's ways of writing these parts a value has no key: they are read, and written again. */
  const walkFrame = (frame: object, isNewCall: boolean): object =>
    mapEntries(frame, (name, value) => {
      const key = name.toLowerCase();
      if (key === 'callvariables') return frameVariables(value, isNewCall);
      if (key === 'participants') return participants(value)?.map((one) => walkObject(one, true)) ?? null;
      const isInner = key === 'associated' && typeof value === 'object' && value !== null;
      return isInner ? walkFrame(value, false) : walk(value, key, false);
    });

  const frameVariables = (value: unknown, isNewCall: boolean): unknown => {
    const read = callVariables(value, isNewCall);
    if (!read) return value;
    const { ani, prevDialogId, variables } = read;
    const named = {
      ...(ani === undefined ? {} : { ani }),
      ...(prevDialogId === undefined ? {} : { associatedDialogId: prevDialogId }),
      ...variables,
    };
    const masked = maskVariables(named);
    const pairs = Object.entries(masked).map(([name, one]) => `${name}=${String(one)}`);
    return typeof value === 'string' && pairs.length > 1 ? pairs.join('|') : masked;
  };

  const maskVariables = (variables: unknown): object =>
    mapEntries(variables as object, (name, value) => {
      const text = String(value);
      // The dialler's own word for how the call stands.
      if (name === 'BAStatus' && /^[A-Z_]{2,60}$/i.test(text)) return text;
      const key = name.toLowerCase();
      const isSaid = /^(ani|bacustomernumber|callbacknumber|associateddialogid)$/.test(key);
      return maskText((isSaid && KINDS.get(key)) || 'text', key, text);
    });

  return {
    data: (value) => walk(value, '', true) as typeof value,
    frame(value) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return walk(value, '', false);
      const type = Object.entries(value).find(([name]) => name.toLowerCase() === 'type')?.[1] as unknown;
      return walkFrame(value, typeof type === 'string' && /^\s*new/i.test(type));
    },
  };
}

/** What is no name of a field may be somebody's. */
function mapEntries(object: object, map: (name: string, value: unknown) => unknown): object {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [NAME.test(name) ? name : dots(name), map(name, value)]),
  );
}

/** An error's code stays, its words do not. In free text only a code of the table is one. */
function maskCode(key: string, sent: string): string {
  const { code, text, isCode } = splitErrorCode(sent.trim());
  const mayStay =
    isCode && (/^(code|error|errorcode)$/.test(key) || errorOf(code).known || /^(CF|E)_/.test(code));
  return mayStay ? sent.trim().slice(0, sent.trim().length - text.length) + dots(text) : dots(sent);
}
