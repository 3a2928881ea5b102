import type { Hub } from '../../../../gadget/finesse/library.ts';
import type { Data } from './rest.ts';

/** The hub, which forgets nobody by itself, and the desktop behind it. */
export class FakeHub implements Hub {
  /** What was asked of the desktop: `<type> <node>`. */
  readonly asked: string[] = [];
  private readonly ears = new Map<unknown, readonly [topic: string, hear: Parameters<Hub['subscribe']>[1]]>();
  private last = 0;

  get earCount(): number {
    return this.ears.size;
  }

  subscribe(topic: string, hear: Parameters<Hub['subscribe']>[1]): string {
    this.last += 1;
    this.ears.set(String(this.last), [topic, hear]);
    return String(this.last);
  }

  unsubscribe(id: unknown): void {
    this.ears.delete(id);
  }

  publish(topic: string, message: unknown): void {
    const { type, data } = message as { readonly type: string; readonly data: { readonly node: string } };
    if (topic === 'finesse.info.requests') this.asked.push(`${type} ${data.node}`);
  }

  /** What Finesse has told on a node, as the desktop passes it on. */
  tell(node: string, data: Data): void {
    const topic = node.slice(1).replaceAll('/', '.');
    const message = {
      content: '',
      object: { Update: { event: 'PUT', requestId: null, source: node, data } },
    };
    for (const [to, hear] of [...this.ears.values()]) if (to === topic) hear(topic, message);
  }
}
