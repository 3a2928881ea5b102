/**
 * Open CTI's methods through the org's own Apex (`crm.apex`): a call is written once by its unique key, and is looked up in
 * the fields that the org lists. The classes stand beside this file, in `force-app`. Fetched where it is configured.
 */
import { CrmError } from '../port.ts';
import type { CrmErrorCode, CrmFinding } from '../port.ts';
import { asObject, asText } from '../values.ts';
import type { Caller } from './open-cti-caller.ts';

/** A lookup that takes longer does not hold up the search beside it. */
const LOOK_UP_MS = 2000;

const CODES: readonly CrmErrorCode[] = ['unavailable', 'denied', 'invalid', 'failed', 'unconfirmed'];

/** What calls Open CTI, with the org's Apex in the place of what it does better. */
export interface ThroughApex extends Pick<Caller, 'call'> {
  /** Whether the classes are there, and this user may use them. Nothing is written. @param ms how long each may take */
  checkApex(ms: number): Promise<readonly CrmFinding[]>;
}

type Args = Readonly<Record<string, unknown>>;

/**
 * @param caller Open CTI itself
 * @returns `saveLog` as `GcActivityWriter.write`, `searchAndScreenPop` with `GcCallLookup.lookUp` before it; all else as it is
 */
export function throughApex({ call }: Caller): ThroughApex {
  /** @throws {CrmError} as Open CTI or the class refuses; `failed` for an answer that cannot be read */
  async function run(apexClass: string, methodName: string, params: Args, ms?: number): Promise<Args> {
    // `runApex` takes the parameters of the method by their names, as a query string (Open CTI Developer Guide, runApex).
    const methodParams = Object.entries(params)
      .map(([name, value]) => `${name}=${encodeURIComponent(asText(value))}`)
      .join('&');
    const returned = await call('runApex', { apexClass, methodName, methodParams }, ms);
    const answer = readJson(asText(asObject(returned)['runApex']));
    if (!answer) throw new CrmError('failed', `${apexClass}.${methodName} answered nothing that can be read`);
    refuse(answer['error']);
    return answer;
  }

  /** By the key that every Task of ours has in CallObject: the id of one that is there already tells nothing more. */
  async function write(value: Args): Promise<string> {
    const { entityApiName: _, Id, ...fields } = value;
    const calls = JSON.stringify([{ callKey: fields['CallObject'], fields }]);
    const { results } = await run('GcActivityWriter', 'write', { calls });
    const result = asObject([results].flat()[0]);
    refuse(result['error']);
    const id = asText(result['id']);
    if (!id) throw new CrmError('failed', 'GcActivityWriter.write told no id');
    return id;
  }

  /** Exactly this value, in the fields that the org lists: as the search would have returned it. */
  async function lookUp(value: unknown): Promise<Args> {
    const { records } = await run('GcCallLookup', 'lookUp', { value }, LOOK_UP_MS);
    return Object.fromEntries(
      [records].flat().flatMap((record) => {
        const { id, type, name } = asObject(record);
        return asText(id) ? [[asText(id), { Name: name, RecordType: type }]] : [];
      }),
    );
  }

  async function search(args: Args, ms?: number): Promise<unknown> {
    const searching = call('searchAndScreenPop', args, ms);
    // Whoever is not waited for must not count as unhandled.
    searching.catch(() => undefined);
    const exact = await lookUp(args['searchParams']).catch(() => ({}));
    return Object.keys(exact).length > 0 ? exact : searching;
  }

  return {
    call(method, args = {}, ms) {
      if (method === 'saveLog') return write(asObject(args['value']));
      return method === 'searchAndScreenPop' ? search(args, ms) : call(method, args, ms);
    },

    async checkApex(ms) {
      try {
        await run('GcActivityWriter', 'write', { calls: '[]' }, ms);
        const { problems } = await run('GcCallLookup', 'lookUp', { value: '' }, ms);
        return [
          { key: 'apex', outcome: 'good' },
          ...[problems ?? []]
            .flat()
            .map(asText)
            .map((problem): CrmFinding => ({ key: 'lookup', outcome: 'warning', values: { problem } })),
        ];
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        return [{ key: 'noApex', outcome: 'bad', values: { problem } }];
      }
    },
  };
}

/** @throws {CrmError} what the class has against it */
function refuse(error: unknown): void {
  if (!error) return;
  const { code, message, fields } = asObject(error);
  throw new CrmError(
    CODES.find((one) => one === code) ?? 'failed',
    asText(message) || 'Salesforce gave no reason',
    {
      fields: Object.fromEntries(
        Object.entries(asObject(fields)).map(([name, said]) => [name, asText(said)]),
      ),
    },
  );
}

function readJson(text: string): Args | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value instanceof Object && !Array.isArray(value) ? (value as Args) : undefined;
  } catch {
    return undefined;
  }
}
