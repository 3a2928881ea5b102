import { command } from '../protocol/commands.ts';
import type { GcEvent } from '../protocol/events.ts';
import type { NoticeWords } from '../state/inputs.ts';
import { defined } from '../state/call-parts.ts';
import type { Millis, SignInField, SignInForm } from '../state/model.ts';
import { fieldOf, isPassing } from '../state/reduce-error.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../transport/clock.ts';
import type { Memory } from './memory.ts';
import type { Sender } from './sender.ts';
import { connectCommand, formProblem, loginCommand, unknownAgent, type Credentials } from './sign-in.ts';

/** How long GC may take to let the agent in, the way there included. */
const SIGN_IN_WITHIN: Millis = 20_000;
/** How long GC may take to say who is signed in, after a reload. Source: GC wire contract, section 3, "Reload". */
const RESUME_WITHIN: Millis = 10_000;

export interface AdmissionOptions {
  readonly store: Store;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly memory: Memory;
  /** Before anybody has sent one. */
  readonly form: SignInForm;
  readonly restoreReady: boolean;
  readonly destination: () => string;
  /** The form was sent: GC must be reached, if it is not yet. */
  readonly connect: () => void;
  /** Nobody is signed in any more: a new destination. */
  readonly onOut: () => void;
}

/** Who is signed in, or about to be. The password lives here, in memory, and nowhere else. */
export interface Admission {
  readonly form: SignInForm;
  /** Undefined after a reload, and while nobody is signed in. */
  readonly password: string | undefined;
  submit(given: Credentials): void;
  /** GC is there: the form that waits for it is sent, or sent again. @returns whether one does */
  sendSubmitted(): boolean;
  /** GC, or Finesse behind it, is gone: once it is back, it says anew whether a sign-in by itself is needed. */
  pause(): void;
  /** After a reload: the form of the session that goes on. */
  takeUp(form: SignInForm): void;
  /** GC must say within ten seconds that the agent is still in. @param isLate it has not, then */
  awaitResume(isLate: () => boolean): void;
  /** The same sign-in by itself: not twice at a time, and not without a password. */
  again(): void;
  /** GC said that the agent is in. */
  confirm(): void;
  /** The agent is in, and a sign-in by itself is over. */
  confirmAgain(): void;
  /** GC refused something. @returns whether that was about signing in */
  hearError(code: string): boolean;
  /** The agent was ready before GC lost them. */
  noteReady(): void;
  /** To the form. With a problem a call that is up stays on screen: nothing says that it is over. */
  end(problem?: NoticeWords, focus?: SignInField): void;
  showForm(problem?: NoticeWords, focus?: SignInField): void;
  forget(): void;
  /** Who signs in where a host does it: what its events say of them. */
  meet?(event: GcEvent): void;
}

/** Makes an admission with nobody in it. */
export function createAdmission(options: AdmissionOptions): Admission {
  const { store, sender, clock, memory } = options;
  let credentials: Credentials | undefined;
  let { form } = options;
  /** A sign-in by itself is on its way. */
  let isByItself = false;
  let wasReady = false;
  let cancelDeadline = (): void => undefined;

  const deadline = (within: Millis, isLate: () => boolean, key: string): void => {
    cancelDeadline();
    cancelDeadline = clock.after(within, () => {
      if (isLate()) end({ level: 'alert', key }, 'password');
    });
  };

  /** Connect, then Login directly after it. Source: GC wire contract, section 3, steps 3 and 4. */
  const send = (given: Credentials): void => {
    const connect = connectCommand(given.form, options.destination(), given.password);
    const isSent = [connect, loginCommand(given)].every((one) => sender.send(one, { quiet: true }));
    if (!isSent && store.state.signIn.phase === 'signingIn') showForm();
  };

  const forget = (): void => {
    credentials = undefined;
    isByItself = wasReady = false;
    cancelDeadline();
    sender.cut();
  };

  const showForm = (words?: NoticeWords, focus?: SignInField): void => {
    const problem = words && { id: store.state.nextId, ...words };
    store.apply({ type: 'signIn', signIn: { phase: 'signedOut', form, ...defined({ problem, focus }) } });
  };

  const end = (problem?: NoticeWords, focus?: SignInField): void => {
    forget();
    store.apply({ type: 'signedOut', keepCalls: problem !== undefined });
    showForm(problem, focus);
    options.onOut();
  };

  return {
    get form() {
      return form;
    },
    get password() {
      return credentials?.password;
    },
    submit(given) {
      if (store.state.signIn.phase !== 'signedOut') return;
      form = given.form;
      const refused = formProblem(given);
      if (refused) {
        showForm(refused.problem, refused.field);
        return;
      }
      credentials = given;
      store.apply({ type: 'agent', agent: unknownAgent(form) });
      store.apply({ type: 'signIn', signIn: { phase: 'signingIn', form, known: false } });
      deadline(SIGN_IN_WITHIN, () => store.state.signIn.phase === 'signingIn', 'notice.signInNoAnswer');
      if (store.state.service.phase === 'inService') send(given);
      else options.connect();
    },
    sendSubmitted() {
      if (!credentials || store.state.signIn.phase !== 'signingIn') return false;
      send(credentials);
      return true;
    },
    pause() {
      if (!isByItself) return;
      isByItself = false;
      cancelDeadline();
    },
    takeUp(kept) {
      form = kept;
    },
    awaitResume(isLate) {
      deadline(RESUME_WITHIN, isLate, 'notice.resumeFailed');
    },
    again() {
      if (isByItself) return;
      if (!credentials) {
        end({ level: 'alert', key: 'notice.passwordNeeded' }, 'password');
        return;
      }
      isByItself = true;
      // GC has lost the agent, and what it was asked before with them.
      sender.cut();
      deadline(SIGN_IN_WITHIN, () => isByItself, 'notice.signInNoAnswer');
      send(credentials);
    },
    confirm() {
      cancelDeadline();
      memory.saveForm(form);
      askLists(sender, form.agentId);
    },
    confirmAgain() {
      const isSetNotReady = isByItself && wasReady && store.state.agent?.state === 'NOT_READY';
      if (isByItself) this.confirm();
      isByItself = wasReady = false;
      if (!isSetNotReady) return;
      if (options.restoreReady) sender.send(command('MakeReady', form.agentId));
      else store.apply({ type: 'notice', level: 'alert', key: 'notice.setNotReady' });
    },
    hearError(code) {
      // The form of a sign-in that was refused is the reducer's: what was typed stays, the field at fault has the focus.
      if (credentials && store.state.signIn.phase === 'signedOut') {
        forget();
        return true;
      }
      const alert = store.state.alerts.at(-1);
      // A number that is missing is one to dial.
      const isAsked = alert?.prompt && !/Number|Reason/.test(alert.prompt);
      if (!alert || (!isAsked && (!isByItself || isPassing(code)))) return false;
      // The error's words move from the alerts into the form. A call that is up goes on below it.
      const { id, ...words } = alert;
      store.apply({ type: 'dismissed', notice: id });
      forget();
      showForm(words, fieldOf(alert) ?? 'password');
      return true;
    },
    noteReady() {
      wasReady = true;
    },
    end,
    showForm,
    forget,
  };
}

/** Asks for what the screens need to know once, at the sign-in. Source: GC wire contract, section 3, step 5. */
export function askLists(sender: Sender, agentId: string): void {
  for (const list of ['reasoncodenotready', 'reasoncodelogout', 'wrapupreasoncode', 'GetPhonebooks'] as const)
    sender.send(command(list, agentId), { quiet: true });
}
