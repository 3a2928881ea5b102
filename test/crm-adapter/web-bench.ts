/** A softphone in a gadget of a desktop, and a CRM's page in a window of its own. */
import type { CrmPort } from '../../crm-adapter/port.ts';
import { connectSoftphone, type Handlers, type Softphone } from '../../crm-adapter/web/host.ts';
import { createWebAdapter, type WebOptions } from '../../crm-adapter/web/web.ts';
import { ManualClock } from './open-cti-fake.ts';
import { Browser, FakeWindow } from './web-windows.ts';

export const DESKTOP = 'https://finesse.example.com:8445';
export const CRM = 'https://crm.example.com';
export const EVIL = 'https://evil.example';
export const URL_OF_CRM = `${CRM}/home`;

export class Bench {
  readonly browser = new Browser();
  readonly clock = new ManualClock();
  readonly desktop = new FakeWindow(this.browser, DESKTOP);
  readonly gadget = new FakeWindow(this.browser, DESKTOP, { parent: this.desktop });
  /** The CRM's page, opened by the desktop. */
  readonly crm = new FakeWindow(this.browser, CRM, { opener: this.desktop });
  #loads = 0;

  softphone(changes: Partial<WebOptions> = {}): CrmPort {
    this.#loads += 1;
    return createWebAdapter({
      origins: [CRM],
      url: '',
      window: 'crm',
      view: this.gadget.view,
      clock: this.clock,
      page: `softphone${this.#loads}`,
      ...changes,
    });
  }

  host(handlers: Handlers = {}, window = this.crm): Softphone {
    this.#loads += 1;
    return connectSoftphone({
      origins: [DESKTOP],
      handlers,
      view: window.view,
      clock: this.clock,
      page: `page${this.#loads}`,
    });
  }

  /** Both sides are there and know each other. */
  async connected(handlers: Handlers = {}): Promise<{ readonly port: CrmPort; readonly host: Softphone }> {
    const port = this.softphone();
    const host = this.host(handlers);
    await Promise.all([port.open(), this.browser.deliver()]);
    return { port, host };
  }

  /** Lets `ms` milliseconds go by, and what was posted meanwhile arrive. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 500) {
      await this.clock.advance(Math.min(left, 500));
      await this.browser.deliver();
    }
  }

  /** What the promise comes to, with messages delivered until it does. */
  async outcome<T>(promise: Promise<T>, ms = 0): Promise<T> {
    promise.catch(() => undefined);
    await this.browser.deliver();
    await this.pass(ms);
    return promise;
  }
}
