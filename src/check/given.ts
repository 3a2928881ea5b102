import type { Config } from '../config.ts';
import type { CheckLine } from '../state/check.ts';
import type { SoftphoneState } from '../state/model.ts';
import type { Clock } from '../transport/clock.ts';
import type { BrokerAnswer } from './broker.ts';
import type { Browser, Violation } from './browser.ts';
import type { PageAnswer } from './page.ts';

/** How long one check may take, in milliseconds. */
export const LIMIT = 5000;

/** What a check found: a line that does not know its check yet. */
export type Finding = Omit<CheckLine, 'check'>;

/** The part of a CRM port that is asked. */
export interface CheckedCrm {
  /** Keys of the findings stand under `check.crm.` in the locales. */
  check(): Promise<readonly Finding[]>;
}

/** What every check is given. */
export interface Given {
  readonly config: Config;
  readonly unknownKeys: readonly string[];
  readonly state: SoftphoneState;
  readonly crm: CheckedCrm | undefined;
  readonly browser: Browser;
  /** One answer for each of `gc.urls`. */
  readonly brokers: Promise<readonly BrokerAnswer[]>;
  readonly page: Promise<PageAnswer>;
  /** Everything that the policy has stopped so far. */
  readonly violations: readonly Violation[];
}

export const good = (key: string, values?: Finding['values']): Finding => finding('good', key, values);
export const warning = (key: string, values?: Finding['values']): Finding => finding('warning', key, values);
export const bad = (key: string, values?: Finding['values']): Finding => finding('bad', key, values);

function finding(outcome: Finding['outcome'], key: string, values: Finding['values']): Finding {
  return values ? { outcome, key, values } : { outcome, key };
}

/** @returns undefined when the promise takes longer than `LIMIT` */
export function within<T>(clock: Clock, promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(LIMIT, () => resolve(undefined));
    promise.then(resolve, reject).finally(cancel);
  });
}
