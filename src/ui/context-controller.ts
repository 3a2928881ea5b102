import { ContextConsumer } from '@lit/context';
import type { Context } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type ContextHost = ReactiveControllerHost & HTMLElement;

/** Holds what a context provides for its host, and listens to it while the host is on the page. */
export abstract class ContextController<T> implements ReactiveController {
  protected readonly host: ContextHost;
  protected provided: T | undefined;
  private stop: (() => void) | undefined;

  constructor(host: ContextHost, context: Context<unknown, T>) {
    this.host = host;
    host.addController(this);
    new ContextConsumer(host, {
      context,
      subscribe: true,
      callback: (provided) => {
        this.hostDisconnected();
        this.provided = provided;
        this.stop = this.listen(provided);
        host.requestUpdate();
      },
    });
  }

  /** False until the host stands below a softphone. */
  get connected(): boolean {
    return this.provided !== undefined;
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }

  /** @throws {Error} above no softphone: elements do not render then */
  protected get known(): T {
    if (!this.provided) throw new Error('This element works inside <gc-softphone> only.');
    return this.provided;
  }

  /** Listens to what has just been provided. @returns the unsubscribe */
  protected abstract listen(provided: T): (() => void) | undefined;
}
