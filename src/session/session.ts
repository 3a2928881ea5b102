import { command } from '../protocol/commands.ts';
import { errorOf } from '../protocol/errors.ts';
import type { GcEvent, StateEvent } from '../protocol/events.ts';
import { isLive, ownWaiting } from '../state/call-parts.ts';
import type { NoticeWords } from '../state/inputs.ts';
import type { Intent } from '../state/intents.ts';
import type { Millis, SignInForm, SoftphoneState } from '../state/model.ts';
import { snapshotOf, type Snapshot } from '../state/snapshot.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../transport/clock.ts';
import type { Connection } from '../transport/connection.ts';
import { createAdmission, type Admission, type AdmissionOptions } from './admission.ts';
import { sendAgentIntent } from './agent-desk.ts';
import { createCallDesk, type CallIntent } from './calls.ts';
import { makeDestination } from './destination.ts';
import { createLine } from './line.ts';
import { createLogoutJudge } from './logout.ts';
import type { Kept, Memory } from './memory.ts';
import { createSender, type Sender } from './sender.ts';
import { connectCommand } from './sign-in.ts';
import { createUnknownCallCheck } from './unknown-call.ts';

/** What the configuration decides for a session. */
export interface SessionConfig {
  /** `{random}` and `{agentId}` are filled in. */
  readonly destination: string;
  readonly heartbeat: Millis;
  readonly wrapUpBy: 'label' | 'code';
  readonly restoreReady: boolean;
  /** The broker's login, or our destination, names the agent: nothing can connect before the form is sent. */
  readonly connectsAtSignIn: boolean;
}

export interface SessionDeps {
  readonly connection: Connection;
  readonly store: Store;
  readonly config: SessionConfig;
  readonly memory: Memory;
  /** Whom the sign-in form is filled with. */
  readonly form: SignInForm;
  readonly clock: Clock;
  readonly random: () => number;
  readonly randomBytes: (into: Uint8Array<ArrayBuffer>) => unknown;
  /** Who signs in; our form where it is left out. */
  readonly admit?: (options: AdmissionOptions) => Admission;
}

/** What an agent wants that is GC's affair. */
export type SessionIntent =
  | Extract<Intent, { type: 'signIn' | 'signOut' | 'makeReady' | 'makeNotReady' | 'useHere' | 'dismiss' }>
  | CallIntent;

/** An agent's session with GC. Source: GC wire contract, section 3. */
export interface Session {
  /**
   * Connects, and takes up what a reload has interrupted, or what another tab has led so far. Called once.
   * @param handed what that tab left behind; its state is in the store already
   */
  start(handed?: Kept): void;
  /** Does what the agent wants, as far as it concerns GC. */
  dispatch(intent: SessionIntent): void;
  /** Sends what another desk of this tab wants of GC. */
  readonly send: Sender['send'];
  /** Asks GC for every call on the line, each at most once in ten seconds. */
  askCalls(): void;
  /** The tab shows again: what slowed timers have missed is caught up. */
  catchUp(): void;
  /** Stops everything. GC is told nothing: the agent stays signed in there. */
  dispose(): void;
}

/** Makes a session that has not started. */
export function createSession(deps: SessionDeps): Session {
  const { connection, store, config, memory, clock, admit = createAdmission } = deps;
  const isHost = connection.capabilities.signIn === 'host';
  const phase = () => store.state.signIn.phase;
  /** The agent signed in elsewhere; that stays so through a reload, until the form is sent again. */
  let isInvalidated = false;
  /** Where GC's events for us are published; '' while there is no such place. */
  let destination = '';
  /** Another tab was signed in: GC has not said yet that the agent still is. */
  let isTakingOver = false;

  const line = createLine({
    connection,
    clock,
    random: deps.random,
    heartbeatInterval: config.heartbeat,
    identity: () => {
      const { form, password = '' } = admission;
      return { destination, agentId: form.agentId, password };
    },
    isSignedIn: () => phase() === 'signedIn',
    isCallUp: () => store.state.calls.some(isLive),
    onService: (service) => {
      if (service.phase !== 'inService') admission.pause();
      store.apply({ type: 'service', service });
    },
    onUp: comeUp,
    onDown: () => {
      sender.cut();
      forgetChecks();
    },
    onRefused: () => {
      // The broker's login is the agent's: once more, and an account may be locked.
      if (!config.connectsAtSignIn) return;
      admission.end(alert('error.SUBSCRIPTION_FAILED'), 'password');
      if (isHost) close();
    },
    onEvent: hear,
    onUndecoded: (kind) => store.apply({ type: 'undecoded', kind }),
  });
  const sender = createSender((one) => connection.send(one), store, clock);
  const desk = createCallDesk({ store, sender, clock, wrapUpBy: config.wrapUpBy });
  const admission = admit({
    store,
    sender,
    clock,
    memory,
    form: deps.form,
    restoreReady: config.restoreReady,
    destination: () => destination,
    connect: () => {
      if (destination === '') move();
    },
    onOut: () => {
      forgetChecks();
      if (!isHost) {
        leave();
        if (!config.connectsAtSignIn) move();
      }
      keep();
    },
  });
  const askState = (): boolean => sender.send(command('GetState', admission.form.agentId), { quiet: true });
  const unknownCall = createUnknownCallCheck({
    store,
    clock,
    refresh: () => sender.send(command('refresh', admission.form.agentId), { quiet: true }),
    signInAgain: () => {
      if (admission.password === undefined) return false;
      admission.again();
      return true;
    },
  });
  const judge = createLogoutJudge({
    clock,
    askState,
    signInAgain: () => admission.again(),
    end: (reason) => admission.end(logoutWords(reason)),
  });

  /** A new destination, never the one before. */
  function move(): void {
    isInvalidated = false;
    destination = makeDestination(config.destination, admission.form.agentId, deps.randomBytes);
    line.start();
    keep();
  }

  function leave(): void {
    isTakingOver = false;
    line.stop();
    destination = '';
  }

  /** Nothing connects by itself any more. */
  function close(): void {
    leave();
    store.apply({ type: 'service', service: { phase: 'closed' } });
  }

  /** Keeps what a reload must not lose. */
  function keep(): void {
    memory.save({
      destination,
      savedAt: clock.now(),
      invalidated: isInvalidated,
      snapshot: snapshotOf(store.state, admission.form),
    });
  }
  let stopKeeping = (): void => undefined;

  function takeUpSession(snapshot: Snapshot | undefined): void {
    if (!snapshot) return;
    admission.takeUp(snapshot.form);
    store.apply({ type: 'restored', snapshot });
  }

  /** What waits for an answer, or for the time to ask again. */
  function forgetChecks(): void {
    judge.forget();
    unknownCall.forget();
    desk.forget();
  }

  /** GC is there, for the first time or again. */
  function comeUp(): void {
    if (admission.sendSubmitted()) return;
    if (isResuming()) {
      admission.awaitResume(isResuming);
      askStateAndCalls();
    } else if (phase() === 'signedIn') askEverything();
  }

  function isResuming(): boolean {
    return isTakingOver || phase() === 'resuming';
  }

  /** The steps of a lost connection. */
  function askEverything(): void {
    const { form, password } = admission;
    // A host that watches over its own connection needs none of ours bound.
    if (connection.capabilities.heartbeat === 'ours')
      sender.send(connectCommand(form, destination, password), { quiet: true });
    askStateAndCalls();
  }

  /** After a reload GC still sends to our destination: no Connect, and no password for it. */
  function askStateAndCalls(): void {
    askState();
    desk.askAnew();
    unknownCall.expect();
  }

  function hear(event: GcEvent): void {
    admission.meet?.(event);
    const before = store.state;
    store.apply({ type: 'gc', event, at: clock.now() });
    if ('agentId' in event && event.agentId !== admission.form.agentId) return;
    if (event.type === 'Reconnect' && event.destination === destination && phase() === 'signedIn')
      askEverything();
    if (before.signIn.phase !== 'signedIn' && phase() === 'signedIn') {
      admission.confirm();
      // A sign-in that failed on the way may have left calls on screen.
      if (before.signIn.phase === 'signingIn') desk.ask();
    }
    if (event.type === 'State') hearState(event, before);
    if (event.type === 'Error') hearError(event.code.toUpperCase());
    if (store.state.counters.unexpected !== before.counters.unexpected) desk.ask();
    desk.hear(before);
  }

  function hearState({ state, reasonCode }: StateEvent, before: SoftphoneState): void {
    const isOut = state === 'LOGOUT' || state === 'RE_LOGIN';
    if (isOut && before.agent?.state === 'READY') admission.noteReady();
    if (isResuming() && state === 'LOGOUT') admission.end(logoutWords(reasonCode));
    else if (isResuming() && isOut) admission.again();
    if (isTakingOver && state !== 'UNKNOWN') {
      isTakingOver = false;
      admission.confirm();
    }
    if (phase() !== 'signedIn' || state === 'UNKNOWN') return;
    if (state === 'RE_LOGIN') admission.again();
    else if (isOut) {
      if (ownWaiting(before).some((one) => /^logout/i.test(one.command))) admission.end();
      else judge.hear(reasonCode);
    } else {
      judge.forget();
      unknownCall.hear(state);
      admission.confirmAgain();
    }
  }

  function hearError(code: string): void {
    if (code === 'SESSION_INVALIDATED') invalidate();
    else if (admission.hearError(code)) {
      isTakingOver = false;
      forgetChecks();
    } else if (errorOf(code).behaviour === 'queryDialogs') desk.ask();
  }

  /** Another client has the agent. Nothing reconnects until the agent says so, or two softphones throw each other out for ever. */
  function invalidate(): void {
    const isCallUp = store.state.calls.some(isLive);
    isInvalidated = true;
    admission.forget();
    forgetChecks();
    close();
    if (isCallUp || isHost) store.apply({ type: 'signIn', signIn: { phase: 'invalidated' } });
    else leaveInvalidated();
  }

  function leaveInvalidated(): void {
    store.apply({ type: 'signedOut', keepCalls: false });
    admission.showForm(alert('notice.invalidated'));
  }

  return {
    start(handed) {
      const kept = handed ?? memory.load();
      const isOnScreen = handed !== undefined && /^signed|invalidated/.test(phase());
      isInvalidated = kept?.invalidated === true;
      isTakingOver = isOnScreen && phase() === 'signedIn';
      if (isOnScreen) {
        if (kept?.snapshot) admission.takeUp(kept.snapshot.form);
        // What the other tab has asked GC, this one asks anew.
        store.apply({ type: 'cut' });
      } else {
        takeUpSession(kept?.snapshot);
        if (phase() !== 'resuming') admission.showForm();
      }
      stopKeeping = store.subscribe(keep);
      const mayGoOn = isResuming() || isHost || !config.connectsAtSignIn;
      if (isInvalidated) {
        store.apply({ type: 'service', service: { phase: 'closed' } });
        if (isHost) store.apply({ type: 'signIn', signIn: { phase: 'invalidated' } });
        else if (!isOnScreen) leaveInvalidated();
      } else if (kept?.destination && mayGoOn) {
        destination = kept.destination;
        line.start();
      } else if (mayGoOn) move();
      else keep();
    },
    dispatch(intent) {
      switch (intent.type) {
        case 'signIn':
          admission.submit({ form: intent.form, password: intent.password });
          break;
        case 'signOut':
        case 'makeReady':
        case 'makeNotReady':
          sendAgentIntent(store, sender, admission.form.agentId, intent);
          break;
        case 'useHere':
          if (phase() !== 'invalidated') break;
          leaveInvalidated();
          if (isHost) move();
          break;
        case 'dismiss':
          store.apply({ type: 'dismissed', notice: intent.notice });
          break;
        default:
          desk.do(intent);
      }
    },
    send: sender.send,
    askCalls: () => desk.ask(),
    catchUp: () => line.catchUp(),
    dispose() {
      stopKeeping();
      forgetChecks();
      admission.forget();
      leave();
    },
  };
}

function alert(key: string): NoticeWords {
  return { level: 'alert', key };
}

/** The form says why, in the words that the screen has for a reason: `logout:<key>`. */
function logoutWords(reason: string | undefined): NoticeWords {
  if (reason === undefined) return alert('notice.signedOut');
  return { ...alert('notice.signedOutReason'), values: { reason: `logout:${reason}` } };
}
