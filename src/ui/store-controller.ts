import type { Dispatch } from '../state/intents.ts';
import type { SoftphoneState } from '../state/model.ts';
import { ContextController } from './context-controller.ts';
import type { ContextHost } from './context-controller.ts';
import { sourceContext } from './context.ts';
import type { Source } from './context.ts';

/** Keeps its host up to date with the parts of the state that it shows, and with nothing else. */
export class StoreController extends ContextController<Source> {
  private readonly watch: (state: SoftphoneState) => readonly unknown[];
  private seen: readonly unknown[] = [];

  /** @param watch the parts that the host shows; it is rendered when `Object.is` tells one of them from before */
  constructor(host: ContextHost, watch: (state: SoftphoneState) => readonly unknown[]) {
    super(host, sourceContext);
    this.watch = watch;
  }

  /** @throws {Error} above no softphone: elements do not render then */
  get state(): SoftphoneState {
    return this.known.state;
  }

  /** What the page "Check this setup" asks for. @throws {Error} above no softphone */
  get service(): Pick<Source, 'check' | 'diagnostics'> {
    return this.known;
  }

  readonly dispatch: Dispatch = (intent) => this.known.dispatch(intent);

  protected override listen(source: Source): () => void {
    this.seen = this.watch(source.state);
    return source.subscribe(() => {
      const parts = this.watch(source.state);
      if (parts.every((part, index) => Object.is(part, this.seen[index]))) return;
      this.seen = parts;
      this.host.requestUpdate();
    });
  }
}
