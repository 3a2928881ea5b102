import { Centre } from '../../simulator/centre/centre.ts';
import type { Agent } from '../../simulator/centre/model.ts';
import type { Platform } from '../../simulator/centre/platform.ts';
import { uccx } from '../../simulator/centre/platform.ts';
import { manualClock, seededRandom } from '../../simulator/clock.ts';
import { company } from '../../simulator/fixtures/company.ts';
import { Gc } from '../../simulator/gc/gc.ts';
import { jsonWriter } from '../../simulator/gc/write-json.ts';

export type Frame = Readonly<Record<string, unknown>>;

/** GC and its contact centre without any wire: what is published is kept. */
export function bareGc(busyTrigger: number, platform: Platform = uccx) {
  const clock = manualClock();
  const timings = { dialling: 100, connecting: 500, answering: 2000, failedClears: 10_000 };
  const centre = new Centre({ fixture: company, platform, clock, timings, busyTrigger });
  const frames: { readonly destination: string; readonly frame: Frame }[] = [];
  const gc = new Gc({
    centre,
    write: jsonWriter({
      timeZone: 'UTC',
      participants: 'actions',
      spelling: 'tables',
      random: seededRandom(1),
    }),
    quirks: { unknownDialog: 'state', wrapUpBy: 'label' },
    licences: Infinity,
    publish: (destination, text) => {
      const frame = text.startsWith('{') ? (JSON.parse(text) as Frame) : { text };
      frames.push({ destination, frame });
    },
  });
  const command = (type: string, body = ''): void => void gc.obey({ type, body, transport: 'stomp' });
  /** Connects an agent, logs him in and makes him ready. */
  const begin = (id: string): void => {
    const { password, extension } = centre.agents.get(id)!.profile;
    command(`Connect#${id}`, `dest-${id}-0,${password}`);
    command(`Login#${id}`, `${password},${extension}`);
    command(`MakeReady#${id}`);
  };
  return { clock, centre, gc, frames, command, begin };
}

export type Bare = ReturnType<typeof bareGc>;

const numbers = ['2001', '2002', '2004', '2999', '+4533550100', '+4533550190', '+4533550194', '+4533550195'];

/** What a walker would put into a command about a call: something that fits, more often than not. */
export function callBody({ centre }: Bare, agent: Agent, name: string, pick: number): string | undefined {
  const own = centre.dialogsOf(agent);
  const dialog = own[pick % Math.max(1, own.length)];
  const id = dialog?.id ?? '5';
  const others = own.flatMap(({ participants }) => participants.map(({ address }) => address));
  const somebody = others[pick % Math.max(1, others.length)] ?? '';
  switch (name) {
    case 'makecall':
      return numbers[pick];
    case 'consultcall':
    case 'transfer_sst':
      return `${numbers[pick]},${id}`;
    case 'transfercall':
    case 'conferencecall': {
      const call = own.find(({ consult }) => consult);
      const far = call?.participants.find(({ address }) => address !== call.consult?.by)?.address;
      return `${far ?? somebody},${call?.consult?.about.id ?? id}`;
    }
    case 'dropparticipant':
      return `${somebody},${id}`;
    case 'silentmonitor':
      return numbers[pick % 3];
    case 'bargein':
      return `${dialog?.monitors?.line ?? '2001'},${id}`;
    case 'acceptoutboundpreview':
      return `${id},ACCEPT`;
    case 'rejectoutboundpreview':
      return `${id},REJECT`;
    case 'closeoutboundpreview':
      return `${id},CLOSE`;
    case 'wrapup':
      return `Complaint,${id}`;
    case 'update_call_variable':
      return `${id},callVariable3,${pick}`;
    default:
      return undefined;
  }
}
