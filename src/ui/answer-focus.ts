import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallKey } from '../state/model.ts';
import { canTakeFocus, deepActiveElement, isTypingIn } from './focus.ts';

/** What the controller needs of the element that shows the calls. */
export interface AnswerFocusHost extends ReactiveControllerHost, HTMLElement {
  /** Key of the call whose Answer is on screen. */
  readonly ringing: CallKey | undefined;
  focusAnswer(): void;
}

/**
 * Brings the focus to Answer when a call rings, and back afterwards where that is still there. Only when this very document has the focus, so that
 * a field in the CRM around it never loses a key, and only while nobody types here.
 */
export class AnswerFocus implements ReactiveController {
  private readonly host: AnswerFocusHost;
  private before: CallKey | undefined;
  private back: Element | null = null;
  private moved = false;
  private lost = false;
  private typing = false;

  constructor(host: AnswerFocusHost) {
    this.host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    // What is on screen may go with this rendering: does the ringing card hold the focus, does somebody type?
    const active = deepActiveElement(this.host.ownerDocument);
    const root = active?.getRootNode();
    this.lost = root instanceof ShadowRoot && root.host.localName === 'gc-incoming-call';
    this.typing = isTypingIn(active);
  }

  hostUpdated(): void {
    const { ringing } = this.host;
    if (ringing === this.before) return;
    this.before = ringing;
    // The cards render after their parent.
    void this.host.updateComplete.then(() => (ringing === undefined ? this.leave() : this.enter()));
  }

  private enter(): void {
    const { ownerDocument } = this.host;
    const active = deepActiveElement(ownerDocument);
    if (!ownerDocument.hasFocus() || this.typing || isTypingIn(active)) return;
    if (!this.moved) this.back = active;
    this.moved = true;
    this.host.focusAnswer();
  }

  private leave(): void {
    const { back } = this;
    const { activeElement, body } = this.host.ownerDocument;
    // Whoever went elsewhere in the meantime stays there.
    if (this.lost && this.moved && activeElement === body && canTakeFocus(back)) back.focus();
    this.back = null;
    this.moved = false;
  }
}
