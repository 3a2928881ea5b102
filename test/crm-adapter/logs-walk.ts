import assert from 'node:assert/strict';
import { isOpen } from '../../src/state/call-parts.ts';
import type { Input } from '../../src/state/inputs.ts';
import type { Call, CallKey, SoftphoneState } from '../../src/state/model.ts';
import { snapshotOf, type Snapshot } from '../../src/state/snapshot.ts';
import { TestClock } from '../session/support/stage.ts';
import { AGENT, FORM, signedOut } from '../support/make-state.ts';
import type { Deed, Setting } from './logs-deeds.ts';
import { Disk, History, logged, settle, type Bench, type Fate } from './logs-bench.ts';

/** A request that the CRM has not come to. */
interface Request {
  readonly key: CallKey;
  readonly answer: (fate: Fate) => void;
  readonly commit: () => void;
}

/** A softphone that is killed again and again, beside a CRM and a disk that outlive it. */
export class LogsWalk {
  readonly crm: History;
  readonly disk = new Disk();
  readonly clock = new TestClock();
  page!: Bench;
  /** How often the agent had a call sent that may have been there. */
  readonly risked = new Map<CallKey, number>();
  /** The number of each call's latest note that no crash can take any more: notes are numbered as they are typed. */
  readonly owed = new Map<CallKey, number>();
  /** Calls that the agent has given up: seen there, or written down elsewhere. */
  readonly forgotten = new Set<CallKey>();
  /** Calls whose wrap-up was saved. */
  private readonly saved = new Set<CallKey>();
  private readonly setting: Setting;
  private readonly start: SoftphoneState;
  private requests: Request[] = [];
  /** What the reloads since the last crash have kept. */
  private inSnapshot: readonly Call[] = [];
  private readonly up = new Map<string, string>();
  private snapshots: (Snapshot | undefined)[] = [];
  private count = 0;
  private agentId: string | undefined;

  constructor(setting: Setting) {
    this.setting = setting;
    this.start = signedOut({ setup: { log: setting.log } });
    this.crm = Object.assign(new History(), {
      keyedWrite: setting.keyedWrite,
      tellsIds: setting.tellsIds,
      user: setting.tellsUser ? { org: 'org', id: 'ada' } : { org: 'org' },
    });
    this.crm.handle = (activity, id) => {
      if (!setting.tellsUser)
        assert.ok(
          this.agentId === undefined || activity.callKey.includes(`-${this.agentId}-`),
          'delivered for another',
        );
      return new Promise((resolve, reject) => {
        this.requests.push({
          key: activity.callKey,
          commit: () => void this.crm.commit(activity, id),
          answer: (fate) => {
            this.crm.fates.push(fate);
            History.prototype.handle.call(this.crm, activity, id).then(resolve, reject);
          },
        });
      });
    };
    this.disk.worksAtOnce = false;
  }

  async begin(snapshot?: Snapshot): Promise<void> {
    const page = await logged({ disk: this.disk, crm: this.crm, clock: this.clock, state: this.start });
    this.page = page;
    this.snapshots = [];
    this.agentId = undefined;
    page.store.subscribe((state) => this.snapshots.push(snapshotOf(state, FORM)));
    if (snapshot) {
      await page.apply({ type: 'restored', snapshot });
      if (snapshot.agent) await this.signIn(snapshot.agent.agentId);
    }
  }

  async do(deed: Deed): Promise<void> {
    const { page } = this;
    const { calls } = page.store.state;
    switch (deed.do) {
      case 'ring':
        if (this.agentId === undefined || calls.some((call) => call.phase === 'active')) return;
        this.count += 1;
        this.up.set(String(this.count), this.agentId);
        if (deed.pick % 4 === 0) {
          await page.apply(this.gc(String(this.count), 'ALERTING'));
          this.up.delete(String(this.count));
          return page.apply(this.gc(String(this.count), 'DROP'));
        }
        return page.apply(this.gc(String(this.count), 'ACTIVE'));
      case 'end': {
        const [dialogId] = [...this.up.keys()].slice(deed.pick % Math.max(1, this.up.size));
        if (dialogId === undefined) return;
        const agentId = this.up.get(dialogId);
        this.up.delete(dialogId);
        if (agentId === this.agentId) await page.apply(this.gc(dialogId, 'DROP'));
        return;
      }
      case 'note': {
        const call = some(
          calls.filter(({ phase }) => phase === 'active' || phase === 'wrapUp'),
          deed.pick,
        );
        if (call) await page.apply({ type: 'draft', call: call.key, notes: `note ${(this.count += 1)}` });
        return;
      }
      case 'save': {
        const call = some(
          calls.filter(({ phase }) => phase === 'wrapUp'),
          deed.pick,
        );
        if (!call) return;
        this.saved.add(call.key);
        return page.apply({ type: 'saved', call: call.key });
      }
      case 'again': {
        const call = some(
          calls.filter(({ phase, log }) => phase === 'logging' && log),
          deed.pick,
        );
        if (!call?.log || call.log.phase === 'writing') return;
        const isRisk = call.log.phase === 'unconfirmed' || call.log.id === '';
        if (isRisk) this.risked.set(call.key, (this.risked.get(call.key) ?? 0) + 1);
        page.logs.again(call.key);
        return settle();
      }
      case 'forget': {
        const call = some(
          calls.filter(({ log }) => log?.phase === 'unconfirmed' || log?.phase === 'refused'),
          deed.pick,
        );
        if (call?.phase !== 'logging') return;
        this.forgotten.add(call.key);
        page.logs.forget(call.key);
        return settle();
      }
      case 'disk':
        this.disk.work(deed.count);
        return settle();
      case 'flow':
        return this.flow();
      case 'answer': {
        const [request] = this.requests.splice(deed.pick % Math.max(1, this.requests.length), 1);
        request?.answer(deed.fate);
        return settle();
      }
      case 'wait':
        return this.clock.advance(deed.seconds * 1000);
      case 'reach':
        page.isReachable = deed.can;
        return;
      case 'signIn':
        if (this.agentId === undefined) await this.signIn(deed.agentId);
        return;
      case 'signOut':
        if (this.agentId === undefined) return;
        this.agentId = undefined;
        return page.apply({ type: 'signedOut', keepCalls: false });
      case 'kill':
        return this.kill(deed);
    }
  }

  private async flow(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      this.disk.work();
      await settle();
      for (const request of this.requests.splice(0)) request.answer('done');
      await settle();
    }
  }

  private async signIn(agentId: string): Promise<void> {
    const { page } = this;
    this.agentId = agentId;
    await page.apply(
      { type: 'agent', agent: { ...AGENT, agentId } },
      { type: 'signIn', signIn: { phase: 'signedIn' } },
    );
    await this.tellCalls();
  }

  /** What GC says when it is asked for the calls that are on screen. */
  private async tellCalls(): Promise<void> {
    for (const call of this.page.store.state.calls) {
      if (!isOpen(call)) continue;
      const isUp = this.up.get(call.dialogId) === this.agentId;
      await this.page.apply(this.gc(call.dialogId, isUp ? 'ACTIVE' : 'NOT_FOUND'));
    }
  }

  private async kill({ how, age, arrives }: Extract<Deed, { do: 'kill' }>): Promise<void> {
    const latest = snapshotOf(this.page.store.state, FORM);
    this.inSnapshot = how === 'reload' ? (latest?.calls ?? []) : [];
    const older = this.snapshots.at(-1 - age) ?? latest;
    this.page.end();
    if (arrives) this.requests.forEach((request) => request.commit());
    this.requests = [];
    await this.begin(structuredClone({ reload: latest, restore: older, crash: undefined }[how]));
  }

  private gc(dialogId: string, state: 'ACTIVE' | 'ALERTING' | 'DROP' | 'NOT_FOUND'): Input {
    const agentId = this.agentId ?? '';
    const event = { type: 'DialogState', agentId, dialogId, state, fromAddress: '+14155550123' } as const;
    return { type: 'gc', event, at: this.clock.now() };
  }

  /** What must hold at any moment. */
  check(): void {
    const { page, agentId } = this;
    for (const call of page.store.state.calls) {
      if (agentId !== undefined) assert.equal(call.agentId, agentId, 'shown to another');
    }
    const keys = new Set(this.crm.activities.map(({ activity }) => activity.callKey));
    for (const key of keys) {
      const most = this.setting.keyedWrite ? 1 : 1 + (this.risked.get(key) ?? 0);
      assert.ok(this.crm.of(key).length <= most, `${key} is there ${this.crm.of(key).length} times`);
    }
    for (const { activity } of this.crm.activities) {
      assert.ok(activity.notes === '' || this.saved.has(activity.callKey), 'told before it was saved');
    }
    this.owe([...this.disk.entries.values()].flatMap(({ call }) => call ?? []));
  }

  private owe(calls: readonly Call[]): void {
    for (const { key, draft } of calls) {
      this.owed.set(key, Math.max(this.owed.get(key) ?? 0, numberOf(draft.notes)));
    }
  }

  /** Everything works again, the agents come back one after the other, and wait until nothing is to be done. */
  async finish(): Promise<void> {
    this.page.isReachable = true;
    this.owe(this.inSnapshot);
    for (const agentId of ['1001', '1002'] as const) {
      await this.do({ do: 'signOut' });
      await this.signIn(agentId);
      for (let round = 0; round < 12; round += 1) {
        await this.flow();
        this.check();
        if (round === 3) await this.tellCalls();
        await this.clock.advance(200_000);
      }
      for (const [key, note] of this.owed) if (key.includes(`-${agentId}-`)) this.checkNote(key, note);
    }
  }

  private checkNote(key: CallKey, note: number): void {
    if (this.forgotten.has(key)) return;
    const isThere = this.crm.of(key).some(({ notes }) => numberOf(notes) >= note);
    const call = this.page.call(key);
    const isWaiting = call?.phase !== 'logging' || /unconfirmed|refused/.test(call.log?.phase ?? '');
    const isPending = call !== undefined && isWaiting && numberOf(call.draft.notes) >= note;
    assert.ok(isThere || isPending, `${key}: note ${note} is lost; ${JSON.stringify(call)}`);
  }
}

function numberOf(notes: string): number {
  return Math.max(0, ...[...notes.matchAll(/\d+/g)].map(Number));
}

function some(calls: readonly Call[], index: number): Call | undefined {
  return calls[index % Math.max(1, calls.length)];
}
