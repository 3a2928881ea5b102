import type { Capabilities } from '../protocol/capabilities.ts';
import type { Admission, AdmissionOptions } from '../session/admission.ts';
import type { Connection } from '../transport/connection.ts';
import type { Tap } from '../transport/wire.ts';
import type { I18n } from '../ui/i18n.ts';
import type { Softphone } from './softphone.ts';

/** What the screen is to know of a desktop around the softphone while all else is still being fetched. */
export interface HostAhead {
  /** Whom the desktop has signed in. */
  readonly agentId: string;
  readonly capabilities: Capabilities;
  /** Set where the desktop's own connection is used. Undefined: the configured wire is, inside the desktop as well. */
  readonly connection?: unknown;
  /** What is painted around the softphone: `system` means that here. */
  readonly theme?: 'light' | 'dark' | undefined;
}

/** A desktop around the softphone that signs the agent in and out, as far as a softphone needs to know it. */
export interface Host extends HostAhead {
  readonly admit: (options: AdmissionOptions) => Admission;
  readonly connection?: (tap: Tap) => Connection;
  /** Around a connection over the wire: what the desktop does, the softphone must not. */
  readonly guard?: (wired: Connection) => Connection;
}

/** A host as `<gc-softphone>` is given it. */
export interface LazyHost extends HostAhead {
  readonly load: () => Promise<Host>;
  /** What the desktop is to notice of the softphone. @returns what ends it */
  readonly watch?: (softphone: Pick<Softphone, 'state' | 'subscribe' | 'tell'>, i18n: I18n) => () => void;
}
