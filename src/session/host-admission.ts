import { command } from '../protocol/commands.ts';
import { errorOf } from '../protocol/errors.ts';
import type { Millis, SignInForm } from '../state/model.ts';
import { isPassing } from '../state/reduce-error.ts';
import { askLists, type Admission, type AdmissionOptions } from './admission.ts';
import { connectCommand, loginCommand, unknownAgent } from './sign-in.ts';

/** How long GC may take to say who is signed in, after a reload, before it is told. */
const RESUME_WITHIN: Millis = 10_000;

export interface HostSignIn {
  /** Who the desktop says is at work. */
  readonly form: SignInForm;
  /** What GC lets the agent in with. Undefined where the desktop's own library is the connection: nobody signs in there. */
  readonly password?: string;
}

/**
 * The admission of a softphone inside a desktop that signs the agent in and out. There is no form: the first State
 * says that the agent is in. Over a wire GC is told, once, who is at work; that the agent is out, the desktop decides, and
 * this MUST NOT sign anybody in again after it. The password lives in this closure and nowhere else.
 */
export function createHostAdmission({ form: given, password }: HostSignIn) {
  return ({ store, sender, clock, destination, onOut }: AdmissionOptions): Admission => {
    let form = given;
    /** A Login is on its way. */
    let isTrying = false;
    /** Somebody has signed the agent out, or GC does not let them in: nothing is tried again by itself. */
    let isOver = false;
    let cancelDeadline = (): void => undefined;

    const isIn = (): boolean => store.state.signIn.phase === 'signedIn';
    const connect = (): boolean =>
      sender.send(connectCommand(form, destination(), password), { quiet: true });
    const logIn = (): void => {
      if (password === undefined || isOver || isTrying) return;
      isTrying = true;
      connect();
      sender.send(loginCommand({ form, password }), { quiet: true });
    };
    const forget = (): void => {
      cancelDeadline();
      isTrying = false;
      sender.cut();
    };
    const show: Admission['showForm'] = (problem) => {
      isOver = false;
      store.apply({ type: 'agent', agent: unknownAgent(form) });
      store.apply({ type: 'signIn', signIn: { phase: 'atHost' } });
      if (problem) store.apply({ type: 'notice', ...problem });
    };
    const end: Admission['end'] = (problem) => {
      forget();
      store.apply({ type: 'signedOut', keepCalls: problem !== undefined });
      show(problem);
      isOver = true;
      onOut();
    };

    return {
      get form() {
        return form;
      },
      password,
      submit: () => undefined,
      sendSubmitted() {
        if (password === undefined || isIn() || store.state.signIn.phase === 'resuming') return false;
        isTrying = false;
        if (isOver) {
          // The desktop may have let the agent in again: that is asked for, and nothing else.
          connect();
          sender.send(command('GetState', form.agentId), { quiet: true });
        } else logIn();
        return true;
      },
      pause() {
        isTrying = false;
        cancelDeadline();
      },
      takeUp: () => undefined,
      awaitResume(isLate) {
        cancelDeadline();
        cancelDeadline = clock.after(RESUME_WITHIN, () => {
          if (isLate()) logIn();
        });
      },
      again() {
        if (password === undefined) end();
        else logIn();
      },
      confirm() {
        cancelDeadline();
        isTrying = isOver = false;
        askLists(sender, form.agentId);
      },
      confirmAgain() {
        if (isTrying) this.confirm();
      },
      hearError(code) {
        if (!isTrying || isPassing(code) || !errorOf(code).behaviour.startsWith('ask')) return false;
        // The alert says why. An account could be locked by a second attempt.
        isTrying = false;
        isOver = true;
        return true;
      },
      noteReady: () => undefined,
      end,
      showForm: show,
      forget,
      meet(event) {
        const { agent } = store.state;
        if (event.type !== 'State' || event.agentId !== form.agentId || !agent) return;
        const { extension } = event;
        if (extension === undefined || extension === agent.extension) return;
        form = { ...form, extension };
        store.apply({ type: 'agent', agent: { ...agent, extension } });
      },
    };
  };
}
