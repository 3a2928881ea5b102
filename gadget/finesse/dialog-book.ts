import type { GcEvent } from '../../src/protocol/events.ts';
import type { Clock } from '../../src/transport/clock.ts';
import { isIncomplete, isOffered } from './campaign.ts';
import type { Dialog } from './library.ts';
import { callEventOf, dialogStateOf, factsOf, newCallOf, participantsOf } from './to-gc.ts';
import type { DialogFacts, Whose } from './to-gc.ts';

/** So long a campaign's call may wait for its variables: one that never gets any is a call all the same. */
const COMPLETE_WITHIN = 1000;
/** What rings may be one, and is most often none: nobody notices so short a wait. */
const RINGING_WITHIN = 250;

/** What is remembered of a dialog that is up. */
interface Page {
  readonly dialog: Dialog;
  /** What was told last, to tell nothing twice; '' before the first word. */
  told: string;
  isConsult: boolean;
  /** Its end has been told. */
  isOver: boolean;
  /** Stops the wait for a campaign's variables. */
  stopWaiting: (() => void) | undefined;
}

/** The dialogs of the agent, told as calls: each change once, in whichever order Finesse's parts arrive. */
export interface DialogBook {
  /** A dialog is up: new, there since before, or told of a second time. */
  add(dialog: Dialog): void;
  remove(dialog: Dialog): void;
  /** From now on what changes is told; at first what is there already. */
  open(): void;
  /** Only these are up: after Finesse has been away, what is gone has ended without a word. */
  reconcile(present: readonly Dialog[]): void;
  /** Undefined for one that is not up. */
  find(dialogId: string): Dialog | undefined;
  /** As `find`; the one that ended last too, which takes a wrap-up reason still. */
  findLate(dialogId: string): Dialog | undefined;
  /** The address that we are on a dialog with. */
  addressOn(dialog: Dialog): string;
  stateOf(dialogId: string): GcEvent | undefined;
  participantsOf(dialogId: string): GcEvent | undefined;
  close(): void;
}

export interface DialogBookOptions {
  readonly whose: Whose;
  /** Our addresses: the extension, and a mobile agent's phone. */
  readonly addresses: () => readonly string[];
  /** A campaign has reserved the agent: its call comes next. */
  readonly isReserved: () => boolean;
  readonly tell: (event: GcEvent | undefined) => void;
  readonly clock: Clock;
}

/** Makes an empty book that tells nothing yet. */
export function createDialogBook(options: DialogBookOptions): DialogBook {
  const { whose, addresses, tell, clock } = options;
  const pages = new Map<string, Page>();
  let ended: Dialog | undefined;
  let isOpen = false;

  const own = (address: string | undefined): boolean =>
    address !== undefined && addresses().includes(address);
  const read = (dialog: Dialog): DialogFacts => factsOf(dialog.getData(), own, whose);

  /** Tells of a dialog what has changed since it was told of last. */
  const look = (dialog: Dialog, isLate = false): void => {
    const dialogId = dialog.getId();
    const page = pages.get(dialogId);
    if (!isOpen || !page) return;
    const facts = read(dialog);
    if (facts.state === undefined) return;
    const isFirst = page.told === '';
    if (isFirst && facts.state === 'DROP') return;
    if (isFirst && !isLate && isIncomplete(facts) && !own(facts.fromAddress)) {
      const isQuick = facts.callType === 'OTHER_IN' && facts.state === 'ALERTING' && !options.isReserved();
      const within = isQuick ? RINGING_WITHIN : COMPLETE_WITHIN;
      page.stopWaiting ??= clock.after(within, () => look(dialog, true));
      return;
    }
    page.stopWaiting?.();
    // To the colleague who is consulted it is a call like others.
    page.isConsult = facts.callType === 'CONSULT' && own(facts.fromAddress);
    const isNew = isOffered(facts)
      ? !isIncomplete(facts)
      : facts.state === 'ALERTING' && !own(facts.fromAddress);
    if (isFirst && isNew && !page.isConsult) tell(newCallOf(dialogId, facts));
    const event = callEventOf(dialogId, facts, page.isConsult);
    const telling = JSON.stringify(event);
    if (telling === page.told) return;
    page.told = telling;
    page.isOver = facts.state === 'DROP';
    tell(event);
  };
  const changed = (dialog: Dialog): void => look(dialog);

  const drop = (dialogId: string, page: Page): void => {
    pages.delete(dialogId);
    page.stopWaiting?.();
    page.dialog.removeHandler('change', changed);
    ended = page.dialog;
    if (!isOpen || page.told === '' || page.isOver) return;
    tell({
      type: page.isConsult ? 'ConsultCall' : 'InboundCall',
      agentId: whose.agentId,
      dialogId,
      state: 'DROP',
    });
  };

  const self: DialogBook = {
    add(dialog) {
      const dialogId = dialog.getId();
      const before = pages.get(dialogId);
      if (before?.dialog !== dialog) {
        // Another object for the same dialog: the library has made it anew.
        before?.dialog.removeHandler('change', changed);
        before?.stopWaiting?.();
        const told = before?.told ?? '';
        pages.set(dialogId, {
          dialog,
          told,
          isConsult: before?.isConsult ?? false,
          isOver: before?.isOver ?? false,
          stopWaiting: undefined,
        });
        dialog.addHandler('change', changed);
      }
      look(dialog);
    },
    remove(dialog) {
      const dialogId = dialog.getId();
      const page = pages.get(dialogId);
      if (page) drop(dialogId, page);
    },
    open() {
      isOpen = true;
      // A consult call belongs to a call that must be known by then.
      const isConsult = (dialog: Dialog): boolean => read(dialog).callType === 'CONSULT';
      const all = [...pages.values()].map(({ dialog }) => dialog);
      for (const dialog of all.sort((a, b) => Number(isConsult(a)) - Number(isConsult(b))))
        look(dialog, true);
    },
    reconcile(present) {
      const ids = new Set(present.map((dialog) => dialog.getId()));
      for (const [dialogId, page] of [...pages]) if (!ids.has(dialogId)) drop(dialogId, page);
      for (const dialog of present) self.add(dialog);
    },
    find: (dialogId) => pages.get(dialogId)?.dialog,
    findLate: (dialogId) => self.find(dialogId) ?? (ended?.getId() === dialogId ? ended : undefined),
    addressOn(dialog) {
      return read(dialog).ownAddress ?? addresses()[0] ?? '';
    },
    stateOf(dialogId) {
      const dialog = self.find(dialogId);
      return dialogStateOf(whose, dialogId, dialog && read(dialog));
    },
    participantsOf(dialogId) {
      const dialog = self.find(dialogId);
      return dialog && participantsOf(whose, dialogId, read(dialog));
    },
    close() {
      isOpen = false;
      for (const { dialog, stopWaiting } of pages.values()) {
        stopWaiting?.();
        dialog.removeHandler('change', changed);
      }
      pages.clear();
      ended = undefined;
    },
  };
  return self;
}
