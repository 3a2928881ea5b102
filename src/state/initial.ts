import type { Service, Setup, SignInForm, SoftphoneState } from './model.ts';

export const EMPTY_FORM: SignInForm = {
  agentId: '',
  extension: '',
  mobileAgent: false,
  phoneNumber: '',
  connection: 'callByCall',
  sso: false,
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
    phonebooks: [],
    waiting: [],
    alerts: [],
    counters: { unknown: 0, malformed: 0, unexpected: 0 },
    pops: [],
    nextId: 1,
  };
}
