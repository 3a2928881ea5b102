import { LitElement, css, html, nothing } from 'lit';
import { parseConfig, type Config } from '../config.ts';
import type { ConfigProblem } from '../config-problems.ts';
import { loadElements } from '../define.ts';
import { SoftphoneError } from '../errors.ts';
import type { Theme } from '../state/preferences.ts';
import { createI18n, type I18n } from '../ui/i18n.ts';
import type { Look } from '../ui/tokens.ts';
import { layOverCrmSettings, loadConfig, unsupported } from './load-config.ts';
import { createAnteroom, type Anteroom } from './anteroom.ts';
import { readKept, type Chosen } from './chosen.ts';
import type { LazyHost } from './host.ts';
import type { Softphone } from './softphone.ts';

/**
 * The softphone: give it a configuration, and it connects, shows the sign-in form, and is a phone from then on.
 *
 * @tag gc-softphone
 * @attr config-url - where the configuration lies: a JSON document of the page's own origin
 * @attr theme - `system`, `light`, `dark` or `contrast`, until the agent chooses; the configuration's where it is left out
 * @attr look - whose colours: `neutral`, `lightning` or `finesse`; the configuration's where it is left out
 * @cssproperty --gc-accent - every token of `<gc-view>` is taken over
 * @fires gc-softphone-ready - nothing that a call needs is to be fetched any more
 */
export class GcSoftphone extends LitElement {
  static override properties = {
    config: { attribute: false },
    configUrl: { attribute: 'config-url' },
    host: { attribute: false },
    theme: { reflect: true },
    look: { reflect: true },
    chosen: { state: true },
    wear: { state: true },
    problems: { state: true },
    failure: { state: true },
    softphone: { state: true },
  };

  static override styles = css`
    :host {
      display: block;
      block-size: var(--gc-fit, 100%);
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** Where the bundle lies, for the files beside it: languages and the ticker. Set once, by `define.ts`. */
  static base = new URL(import.meta.url);

  /** The configuration, as a document. Setting it again starts anew. */
  config: unknown;

  /** Where the configuration lies. */
  configUrl: string | undefined;

  /** The desktop around it, where that signs the agent in. To be set before the configuration. */
  host: LazyHost | undefined;

  theme: Theme | undefined;

  look: Config['look'] | undefined;

  /** How the agent wants it, as far as it is known. */
  private chosen: Chosen = {};

  private wear: Look = 'neutral';

  private problems: readonly ConfigProblem[] = [];

  private failure: SoftphoneError | undefined;

  private softphone: Softphone | Anteroom | undefined;

  private i18n: I18n | undefined;
  private stop: () => void = () => undefined;
  /** Tells a configuration that arrives late that another one has taken its place. */
  private turn = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.beginIfTold();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('config') || changed.has('configUrl')) this.beginIfTold();
  }

  /** A page may make the element first and configure it afterwards. */
  private beginIfTold(): void {
    if (this.config !== undefined || this.configUrl !== undefined) void this.begin();
  }

  private end(): void {
    this.turn += 1;
    this.stop();
    this.stop = () => undefined;
    this.softphone = undefined;
  }

  private async begin(): Promise<void> {
    this.end();
    const mine = this.turn;
    this.problems = [];
    this.failure = undefined;
    this.chosen = {};
    this.i18n = createI18n({
      base: new URL('locales/', GcSoftphone.base),
      onNotice: (notice) => this.softphone?.tell(notice),
    });
    try {
      const document = await layOverCrmSettings(this.config ?? (await loadConfig(this.configUrl)));
      if (mine === this.turn) await this.run(document, mine);
    } catch (error) {
      if (mine !== this.turn) return;
      const failure =
        error instanceof SoftphoneError
          ? error
          : new SoftphoneError('internal', String(error), { cause: error });
      console.error(failure);
      await loadElements('problems');
      this.failure = failure;
    }
  }

  private async run(document: unknown, mine: number): Promise<void> {
    const result = parseConfig(document);
    for (const path of result.unknown)
      console.warn(`gc-softphone: nobody knows the configuration key ${path}`);
    const problems = result.ok
      ? unsupported(result.config, this.host)
      : (await import('../elements/problems.ts')).problemsOf(result.issues);
    if (!result.ok || problems.length > 0) {
      await loadElements('problems');
      this.problems = problems;
      for (const { path, expected, allowed, found } of problems) {
        console.error(
          `gc-softphone: configuration ${path || '(document)'}: expected ${allowed || expected}, found ${found || 'nothing'}`,
        );
      }
      return;
    }
    const { config } = result;
    const { locale, crm } = config;
    const look = this.look ?? config.look;
    const around = crm.adapter === 'salesforce-open-cti' ? 'lightning' : 'neutral';
    this.wear = look === 'auto' ? (this.host ? 'finesse' : around) : look;
    const theme = this.theme ?? config.theme;
    const anteroom = createAnteroom(config, this.host);
    this.softphone = anteroom;
    this.choose({ language: locale, theme, ...readKept(() => localStorage) });
    const elements = Promise.all([
      loadElements('call'),
      config.crm.adapter === 'none' ? undefined : loadElements('crm'),
      config.signIn.mobileAgent || config.signIn.sso ? loadElements('options') : undefined,
    ]);
    const [{ createSoftphone, browserSurroundings }, host] = await Promise.all([
      import('../phone.ts'),
      this.host?.load(),
    ]);
    if (mine !== this.turn) return;
    const surroundings = browserSurroundings(GcSoftphone.base);
    const softphone = createSoftphone(config, { ...surroundings, theme }, this.i18n, result.unknown, host);
    const unwatch = this.i18n && this.host?.watch?.(softphone, this.i18n);
    this.stop = () => {
      unwatch?.();
      softphone.dispose();
      surroundings.stop();
    };
    this.softphone = softphone;
    softphone.subscribe(() => {
      if (mine === this.turn) this.choose(softphone.state.preferences);
    });
    anteroom.handOver(softphone);
    await Promise.all([softphone.complete, elements]);
    if (mine === this.turn)
      this.dispatchEvent(new CustomEvent('gc-softphone-ready', { bubbles: true, composed: true }));
  }

  private choose(chosen: Chosen = this.chosen): void {
    if (chosen.language !== this.chosen.language) void this.i18n?.use(String(chosen.language));
    this.chosen = chosen;
  }

  protected override render(): unknown {
    const { i18n, softphone, problems, failure } = this;
    if (!i18n) return nothing;
    if (softphone) {
      const { theme } = this.chosen;
      return html`<gc-view
          .source=${softphone}
          .i18n=${i18n}
          .look=${this.wear}
          theme=${String((theme === 'system' && this.host?.theme) || theme)}
        ></gc-view>
        ${failure ? html`<gc-problems .i18n=${i18n} .failure=${failure}></gc-problems>` : nothing}`;
    }
    return problems.length > 0 || failure
      ? html`<gc-problems .i18n=${i18n} .problems=${problems} .failure=${failure}></gc-problems>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gc-softphone': GcSoftphone;
  }
}
