import type { Service, Setup, SignInForm, SoftphoneState } from './model.ts';

export const EMPTY_FORM: SignInForm = {
  agentId: '',
  extension: '',
  mobileAgent: false,
  phoneNumber: '',
  connection: 'callByCall',
  sso: false,
};

/** Nobody is signed in: nobody's lists. */
export const NO_PEOPLE: Pick<SoftphoneState, 'phonebooks' | 'directory' | 'recent'> = {
  phonebooks: [],
  directory: { contacts: {}, agents: { phase: 'unasked', members: [] } },
  recent: [],
};

/** The state before anything happened: nobody signed in, GC not reached yet. */
export function initialState(setup: Setup, form: SignInForm = EMPTY_FORM): SoftphoneState {
  return {
    setup,
    service: { phase: 'connecting' } satisfies Service,
    signIn: { phase: 'signedOut', form },
    calls: [],
    ended: [],
    reasons: { notReady: [], logout: [], wrapUp: [] },
    ...NO_PEOPLE,
    waiting: [],
    alerts: [],
    counters: { unknown: 0, malformed: 0, unexpected: 0 },
    pops: [],
    nextId: 1,
  };
}
