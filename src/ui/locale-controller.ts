import { ContextController } from './context-controller.ts';
import type { ContextHost } from './context-controller.ts';
import { i18nContext } from './context.ts';
import type { I18n } from './i18n.ts';

/** Gives its host words, and renders it again when the language changes. */
export class LocaleController extends ContextController<I18n> {
  constructor(host: ContextHost) {
    super(host, i18nContext);
  }

  /** @throws {Error} above no softphone: elements do not render then */
  get i18n(): I18n {
    return this.known;
  }

  protected override listen(i18n: I18n): () => void {
    return i18n.subscribe(() => this.host.requestUpdate());
  }
}
