/** An adapter at a fake of Open CTI, and what its tests say about errors. */
import assert from 'node:assert/strict';
import { CrmError } from '../../crm-adapter/port.ts';
import type { CrmPort } from '../../crm-adapter/port.ts';
import { createOpenCtiAdapter } from '../../crm-adapter/salesforce/open-cti.ts';
import { FakeOpenCti, ManualClock, fakePage } from './open-cti-fake.ts';

export interface Bench {
  readonly api: FakeOpenCti;
  readonly clock: ManualClock;
  readonly adapter: CrmPort;
  readonly problems: CrmError[];
}

export function bench(): Bench {
  const api = new FakeOpenCti();
  const clock = new ManualClock();
  const problems: CrmError[] = [];
  const adapter = createOpenCtiAdapter({
    page: fakePage(api),
    clock,
    onProblem: (error) => problems.push(error),
  });
  return { api, clock, adapter, problems };
}

export async function opened(): Promise<Bench> {
  const made = bench();
  await made.adapter.open();
  made.api.calls.length = 0;
  return made;
}

export const isError =
  (code: string, message: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof CrmError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, message);
    return true;
  };
