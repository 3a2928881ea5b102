/**
 * What the gadget uses of its surroundings beside the library's REST objects. Types only.
 *
 * Sources: OpenSocial Core Gadget specification 1.1 (`gadgets.*`); Cisco Finesse developer guide, pages "Gadget loading
 * indicator", "Container Services" and "FinesseToaster". What came with later versions is optional here.
 */
import type { Finesse, Hub } from './finesse/library.ts';

/** The features that the XML requires. */
export interface Gadgets {
  readonly Hub?: Hub;
  readonly HubSettings: { onConnect?: (hub: unknown, isConnected?: boolean) => void };
  readonly window: { adjustHeight(px: number): void };
  readonly loadingindicator: { dismiss(): void };
}

/** Page "Container Services". */
export interface Container {
  addHandler(topic: string, handler: () => void): void;
  /** Has the desktop say which tab is shown. */
  makeActiveTabReq(): void;
  /** Brings the tab that the gadget is on to the front. */
  activateMyTab?(): void;
}

export interface ContainerServices {
  readonly ContainerServices: {
    readonly Topics: { readonly ACTIVE_TAB: string };
    init(): Container;
  };
  /** Finesse 12: a notification of the operating system, while the desktop is not in sight. */
  readonly FinesseToaster?: { showToaster(title: string, options: { readonly body: string }): void };
}

/** A gadget's window. */
export interface GadgetWindow {
  readonly jQuery?: unknown;
  readonly gadgets?: Gadgets;
  readonly finesse?: Finesse & { readonly containerservices: ContainerServices };
}

/** The sentences of the XML, by the names of its `data-` attributes. */
export type Sentence = 'missing' | 'unreachable' | 'blocked' | 'silent' | 'secret' | 'failed';

/** What the loader hands to the gadget. */
export interface Given {
  /** The gadget's XML as the layout names it, with the administrator's settings as its query. */
  readonly spec: URL;
  /** Puts a sentence in the place of the softphone. */
  readonly say: (sentence: Sentence, what: string) => void;
}
