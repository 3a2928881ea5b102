import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Centre } from '../../simulator/centre/centre.ts';
import type { AgentProfile } from '../../simulator/centre/model.ts';
import { uccx } from '../../simulator/centre/platform.ts';
import { route } from '../../simulator/centre/routing.ts';
import { manualClock } from '../../simulator/clock.ts';
import { company } from '../../simulator/fixtures/company.ts';
import { Gc } from '../../simulator/gc/gc.ts';
import { textWriter } from '../../simulator/gc/write-text.ts';

const count = 2000;
const profiles: readonly AgentProfile[] = Array.from({ length: count }, (_, index) => ({
  id: String(10_001 + index),
  firstName: 'Ada',
  lastName: `Number ${index}`,
  password: 'many',
  extension: String(30_001 + index),
  team: { id: '1', name: 'Many' },
  wrapUp: 'NOT_ALLOWED',
}));

it('2,000 agents: callers reach the longest-ready first, and everybody hears of his own call only', () => {
  const centre = new Centre({
    fixture: { ...company, agents: profiles },
    platform: uccx,
    clock: manualClock(),
    timings: { dialling: 1, connecting: 1, answering: 1, failedClears: 1 },
    busyTrigger: 1,
  });
  const heard = new Map<string, string[]>();
  const gc = new Gc({
    centre,
    write: textWriter({ timeZone: 'UTC' }),
    quirks: { unknownDialog: 'state', wrapUpBy: 'label' },
    licences: count,
    publish: (destination, frame) => heard.set(destination, [...(heard.get(destination) ?? []), frame]),
  });
  const command = (type: string, body = ''): void => void gc.obey({ type, body, transport: 'stomp' });
  for (const { id, extension } of profiles) {
    command(`Connect#${id}`, `dest-${id},many`);
    command(`Login#${id}`, `many,${extension}`);
    command(`MakeReady#${id}`);
  }
  assert.deepEqual([centre.signedIn, centre.ready.size], [count, count]);
  const queue = company.queues[0]!;
  const caller = { queue, variables: new Map(), givesUpAt: undefined, talkMs: undefined, requeues: true };
  for (const { id, extension } of profiles) {
    const dialog = route(centre, { ...caller, from: `+45${extension}` });
    assert.equal(dialog?.participants[0]?.address, extension);
    command(`AnswerCall#${id}`, dialog.id);
  }
  assert.equal(route(centre, { ...caller, from: '+4500000' }), undefined, 'one more has to wait');
  assert.deepEqual([centre.dialogs.size, centre.waiting.length], [count, 1]);
  for (const { id, extension } of profiles) {
    const frames = heard.get(`dest-${id}`) ?? [];
    assert.ok(frames.every((frame) => frame.startsWith(`${id}#`)));
    assert.match(frames.at(-1) ?? '', new RegExp(`#InboundCall#ACTIVE#.*#\\+45${extension}#`));
  }
  for (const id of [...centre.dialogs.keys()].slice(1)) {
    const agent = centre.agentAt(centre.dialogs.get(id)?.participants[0]?.address ?? '');
    command(`ReleaseCall#${agent?.profile.id ?? ''}`, id);
  }
  assert.deepEqual([centre.dialogs.size, centre.waiting.length, centre.ready.size], [2, 0, count - 2]);
});
