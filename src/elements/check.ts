import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { CheckLine } from '../state/check.ts';
import type { PopReport, RuleTrial, SoftphoneState } from '../state/model.ts';
import { ClockController } from '../ui/clock-controller.ts';
import { icon } from '../ui/icons.ts';
import type { IconName } from '../ui/icons.ts';
import { shared } from '../ui/styles.ts';
import { checkStyles } from './check-styles.ts';
import { DiagnosticsSection } from './diagnostics.ts';
import { SaveDiagnostics } from './save-diagnostics.ts';
import { SoftphoneElement } from './softphone-element.ts';

/** A verdict has a shape and a word, besides its colour. */
const ICONS: Readonly<Record<CheckLine['outcome'], IconName>> = {
  good: 'check',
  warning: 'warning',
  bad: 'close',
};

/**
 * "Check this setup": a line for each thing that a softphone needs, with what to do about it, and how the last screen
 * pops went. Everything can be copied as text, for whoever helps. Names only: no number and no value of a caller is in it.
 *
 * @tag gc-check
 * @fires gc-back - the page is to be left
 */
export class SetupCheck extends SoftphoneElement {
  static override properties = {
    lines: { state: true },
    phase: { state: true },
    copied: { state: true },
  };

  static override styles = [shared, checkStyles];

  private lines: readonly CheckLine[] = [];

  private phase: 'running' | 'done' | 'failed' = 'running';

  /** `manually`: the browser forbids it here, and the text is shown to be copied by hand. */
  private copied: 'no' | 'yes' | 'manually' = 'no';

  private readonly clock = new ClockController(this, { ticks: false });
  /** Tells lines of an earlier run from those of the present one. */
  private run = 0;

  protected override watch(state: SoftphoneState): readonly unknown[] {
    return [state.pops];
  }

  protected override willUpdate(): void {
    // A softphone that is still being fetched cannot check anything yet.
    if (this.run === 0 && this.phone.service.check) void this.start();
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('copied') || this.copied !== 'manually') return;
    const text = this.renderRoot.querySelector('textarea');
    text?.focus();
    text?.select();
  }

  private async start(): Promise<void> {
    const mine = (this.run += 1);
    this.lines = [];
    this.copied = 'no';
    this.phase = 'running';
    const end = await this.phone.service
      .check?.((line) => {
        if (mine === this.run) this.lines = [...this.lines, line];
      })
      .then(
        () => 'done' as const,
        () => 'failed' as const,
      );
    if (mine === this.run && end) this.phase = end;
  }

  private async copy(): Promise<void> {
    try {
      // Not there at all where the page came without encryption.
      await navigator.clipboard.writeText(this.asText());
      this.copied = 'yes';
    } catch {
      this.copied = 'manually';
    }
  }

  protected override render(): unknown {
    const { i18n, lines } = this;
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 class="name" id="title" tabindex="-1">${i18n.t('settings.check')}</h2>
        <button type="button" class="quiet" @click=${() => this.dispatchEvent(new Event('gc-back'))}>
          ${i18n.t('check.back')}
        </button>
      </div>
      <p class="muted" aria-live="polite">${this.summary()}</p>
      <div class="actions">
        <button type="button" class="primary" @click=${() => void this.copy()}>
          ${i18n.t('check.copy')}
        </button>
        <button type="button" @click=${() => void this.start()}>${i18n.t('check.again')}</button>
      </div>
      <p class="hint" aria-live="polite">${this.copied === 'yes' ? i18n.t('check.copied') : nothing}</p>
      ${this.copied === 'manually' ? this.renderText() : nothing}
      <ul aria-labelledby="title">
        ${lines.map((line) => this.renderLine(line))}
      </ul>
      <h3 id="pops">${i18n.t('check.pops')}</h3>
      ${this.renderPops()}
      <gc-diagnostics></gc-diagnostics>
    </section>`;
  }

  private renderLine(line: CheckLine): unknown {
    const { outcome } = line;
    return html`<li class=${outcome}>
      <span class="verdict"
        >${icon(ICONS[outcome])}<span><b>${this.verdict(line)}</b> · ${this.nameOf(line)}</span></span
      >
      <p>${this.words(line)}</p>
    </li>`;
  }

  private renderPops(): unknown {
    const pops = this.state.pops.toReversed();
    if (pops.length === 0) return html`<p class="muted">${this.i18n.t('check.noPops')}</p>`;
    return html`<ul aria-labelledby="pops">
      ${pops.map(
        (pop) =>
          html`<li>
            <b class="time">${this.i18n.format.time(pop.firstSeen)}</b><span>${this.popWords(pop)}</span>
            ${pop.tried.map((trial) => html`<p class="muted">${this.trialWords(trial)}</p>`)}
          </li>`,
      )}
    </ul>`;
  }

  private renderText(): unknown {
    return html`<label class="field">
      ${this.i18n.t('check.copyByHand')}
      <textarea readonly .value=${this.asText()}></textarea>
    </label>`;
  }

  private summary(): string {
    if (this.phase === 'running') return this.i18n.t('check.running');
    if (this.phase === 'failed') return this.i18n.t('softphone.checkFailed');
    const count = (outcome: CheckLine['outcome']): number =>
      this.lines.filter((line) => line.outcome === outcome).length;
    return this.i18n.t('check.summary', {
      good: count('good'),
      warnings: count('warning'),
      problems: count('bad'),
    });
  }

  private nameOf({ check }: CheckLine): string {
    return this.i18n.t(`check.name.${check}`);
  }

  private verdict({ outcome }: CheckLine): string {
    return this.i18n.t(`check.outcome.${outcome}`);
  }

  private words({ key, values }: CheckLine): string {
    return this.i18n.lookUp(key, values) ?? key;
  }

  private popWords({ direction, outcome }: PopReport): string {
    return this.i18n.t('check.pop', {
      direction: this.i18n.t(`check.direction.${direction}`),
      outcome: this.i18n.t(`check.popOutcome.${outcome}`),
    });
  }

  private trialWords({ rule, by, outcome, count }: RuleTrial): string {
    const { i18n } = this;
    return i18n.t(rule === 0 ? 'check.carried' : 'check.trial', {
      rule,
      by,
      outcome:
        outcome === 'found'
          ? i18n.t('check.trialFound', { number: count ?? 1 })
          : i18n.t(`check.trialOutcome.${outcome}`),
    });
  }

  /** The whole page as plain text, with when and where it was made. */
  private asText(): string {
    const { i18n } = this;
    const { origin, pathname } = location;
    return [
      i18n.t('settings.check'),
      new Date(this.clock.now).toISOString(),
      origin + pathname,
      navigator.userAgent,
      '',
      ...this.lines.map((line) => `${this.verdict(line)} | ${this.nameOf(line)} | ${this.words(line)}`),
      '',
      i18n.t('check.pops'),
      ...this.state.pops.flatMap((pop) => [
        `${new Date(pop.firstSeen).toISOString()} | ${this.popWords(pop)}`,
        ...pop.tried.map((trial) => `  ${this.trialWords(trial)}`),
      ]),
      '',
    ].join('\n');
  }
}

/** The page and its parts. */
export const checkElements = {
  'gc-check': SetupCheck,
  'gc-diagnostics': DiagnosticsSection,
  'gc-save-diagnostics': SaveDiagnostics,
};

declare global {
  interface HTMLElementTagNameMap {
    'gc-check': SetupCheck;
  }
}
