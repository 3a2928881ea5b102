import { LitElement } from 'lit';
import type { CSSResultGroup, PropertyValues } from 'lit';
import type { SoftphoneState } from '../state/model.ts';
import type { I18n } from '../ui/i18n.ts';
import { LocaleController } from '../ui/locale-controller.ts';
import { StoreController } from '../ui/store-controller.ts';
import { shared } from '../ui/styles.ts';

/** What the elements below `<gc-view>` have in common: the state, a way to say what the agent wants, and words. */
export abstract class SoftphoneElement extends LitElement {
  static override styles: CSSResultGroup = shared;

  protected readonly phone = new StoreController(this, (state) => this.watch(state));
  protected readonly locale = new LocaleController(this);

  /** The parts of the state that this element shows. */
  protected abstract watch(state: SoftphoneState): readonly unknown[];

  protected get state(): SoftphoneState {
    return this.phone.state;
  }

  protected get i18n(): I18n {
    return this.locale.i18n;
  }

  /** An element that stands outside a softphone has nothing to say. */
  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.phone.connected && this.locale.connected;
  }
}
