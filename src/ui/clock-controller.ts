import type { Millis } from '../state/model.ts';
import type { Clock } from './clock.ts';
import { ContextController } from './context-controller.ts';
import type { ContextHost } from './context-controller.ts';
import { clockContext } from './context.ts';

/** Tells its host the time. A host that ticks is rendered every second while it is on the page. */
export class ClockController extends ContextController<Clock> {
  private readonly ticks: boolean;

  constructor(host: ContextHost, { ticks }: { readonly ticks: boolean }) {
    super(host, clockContext);
    this.ticks = ticks;
  }

  get now(): Millis {
    return this.provided?.now() ?? 0;
  }

  protected override listen(clock: Clock): (() => void) | undefined {
    return this.ticks ? clock.onSecond(() => this.host.requestUpdate()) : undefined;
  }
}
