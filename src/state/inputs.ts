import type { GcEvent } from '../protocol/events.ts';
import type {
  Agent,
  Call,
  CallKey,
  CallLog,
  CallMatch,
  Dialing,
  Millis,
  Notice,
  Service,
  SignIn,
  SoftphoneState,
  Sound,
  Waiting,
} from './model.ts';
import type { Preferences } from './preferences.ts';
import type { Snapshot } from './snapshot.ts';

/** Words for the agent, before the state numbers them. */
export type NoticeWords = Omit<Notice, 'id'>;

/** A command on its way, as far as its waiting mark needs it. `id` is the sender's own, never used twice. */
export type SentCommand = Omit<Waiting, 'sentAt'>;

/** Everything that can change the state. `at` is our clock. */
export type Input =
  | { readonly type: 'gc'; readonly event: GcEvent; readonly at: Millis }
  | { readonly type: 'undecoded'; readonly kind: 'unknown' | 'malformed' }
  | { readonly type: 'service'; readonly service: Service }
  | { readonly type: 'signIn'; readonly signIn: SignIn }
  /** Who signs in, before GC has said anything about them. */
  | { readonly type: 'agent'; readonly agent: Agent }
  | ({ readonly type: 'sent'; readonly at: Millis } & SentCommand)
  | { readonly type: 'expired'; readonly id: number }
  /** The connection went: nothing that was sent on it will be answered. */
  | { readonly type: 'cut' }
  /** `keepCalls`: calls on the line stay on screen, as nothing says that they are over. */
  | { readonly type: 'signedOut'; readonly keepCalls: boolean }
  | { readonly type: 'restored'; readonly snapshot: Snapshot }
  /** Another tab leads: this is what it shows. */
  | { readonly type: 'mirrored'; readonly state: SoftphoneState }
  | {
      readonly type: 'draft';
      readonly call: CallKey;
      readonly reason?: string | null;
      readonly more?: readonly string[];
      readonly notes?: string;
    }
  | { readonly type: 'reasonSent'; readonly call: CallKey; readonly reason: string }
  | { readonly type: 'saved'; readonly call: CallKey }
  | { readonly type: 'match'; readonly call: CallKey; readonly match: CallMatch }
  | { readonly type: 'log'; readonly call: CallKey; readonly log: CallLog }
  /** The CRM has it, or the agent says so: it leaves the screen. */
  | { readonly type: 'logged'; readonly call: CallKey }
  /** Calls that an earlier page left behind, in the place of what this one knew of them. */
  | { readonly type: 'recovered'; readonly calls: readonly Call[] }
  /** This agent works here now: calls of others that are over leave the screen. */
  | { readonly type: 'only'; readonly agentId: string }
  | { readonly type: 'dialing'; readonly dialing: Partial<Dialing> }
  /** Lists of people, anew; with a team's states what they tell of GC's clock. */
  | ({ readonly type: 'people' } & Partial<
      Pick<SoftphoneState, 'directory' | 'recent' | 'supervision' | 'timeOffset'>
    >)
  | { readonly type: 'sound'; readonly sound: Sound }
  | { readonly type: 'preferences'; readonly preferences: Preferences }
  | ({ readonly type: 'notice' } & NoticeWords)
  | { readonly type: 'dismissed'; readonly notice: number };
