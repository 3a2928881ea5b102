import { CrmError } from '../port.ts';
import { asObject, asText, systemClock } from '../values.ts';
import { attach } from './open-cti.ts';
import type { OpenCtiOptions } from './open-cti.ts';

/** The agent looks at an empty panel meanwhile. */
const LIMIT_MS = 5000;

/** The numbers of the configuration. Everywhere else digits are text: a prefix, an area code, a passcode. */
const NUMBERS = ['gc.heartbeatSeconds', 'dialing.internalDigits', 'attention.volume'];

/** A step of a path; none that would lead out of the document. */
const STEP = /^(?!(?:__proto__|constructor|prototype)$)\w+$/;

/** What an item holds that says nothing: the Metadata API wants a value in each (CallCenterItem). */
const NOTHING = ['', '-'];

/** The parts of the configuration that have keys of their own. */
const PART = /^(gc|signIn|dialing|calls|screenPop|activity|attention|crm)([A-Z])(.*)/;

/**
 * Lays the items of a section of Salesforce's call centre definition over a configuration document, so that one
 * softphone serves several call centres. `crm.callCenterSection` names the section; an item is named by the path of
 * its key, in letters and digits alone as Salesforce wants it (Open CTI Developer Guide, "Call Center Definition File
 * Format"): `/gcSoftphone/gcUrls` = `["wss://gc.example:61614"]` is `gc.urls`. Its value is JSON where it reads as JSON,
 * else text. An empty item, and one that holds `-`, says nothing.
 * @param document the configuration as parsed JSON, not validated yet
 * @returns a new document, or the same where it names no section
 * @throws {CrmError} `denied`, `unavailable`: Salesforce cannot be asked from here; `invalid`: the section is missing,
 * or an item has no path that may be laid over
 */
export async function layOverCallCenter(
  document: unknown,
  options: Pick<OpenCtiOptions, 'page' | 'clock'> = {},
): Promise<unknown> {
  const { callCenterSection, origins } = asObject(asObject(document)['crm']);
  if (typeof callCenterSection !== 'string' || callCenterSection === '') return document;
  const allowed = [origins].flat().filter((one) => typeof one === 'string');
  const settings = asObject(await settingsOf({ ...options, origins: allowed }));
  const section = `/${callCenterSection}/`;
  const items = Object.entries(settings)
    .filter(([name]) => name.startsWith(section))
    // `gc` before `gcUrls`.
    .sort(([a], [b]) => a.length - b.length);
  if (items.length === 0) {
    throw new CrmError('invalid', `The call center has no section ${callCenterSection} with items`);
  }
  return items.reduce((laid, [name, value]) => {
    const item = name.slice(section.length);
    const [, part, first = '', rest = ''] = PART.exec(item) ?? [];
    const steps = part === undefined ? [item] : [part, first.toLowerCase() + rest];
    // Who may configure the softphone is for the document alone to say.
    if (steps[0] === 'crm' || !steps.every((step) => STEP.test(step))) {
      throw new CrmError('invalid', `The call center's ${name} cannot be laid over the configuration`);
    }
    const text = asText(value).trim();
    return NOTHING.includes(text) ? laid : put(laid, steps, valueOf(steps.join('.'), text));
  }, document);
}

function settingsOf(options: OpenCtiOptions): Promise<unknown> {
  const { clock = systemClock } = options;
  return new Promise((resolve, reject) => {
    let close = (): void => undefined;
    const cancel = clock.after(LIMIT_MS, () => {
      close();
      reject(
        new CrmError(
          'unavailable',
          `Salesforce did not tell the settings of the call center within ${LIMIT_MS / 1000} s`,
        ),
      );
    });
    const asked = attach(options).then((attached) => {
      close = attached.close;
      return attached.call('getCallCenterSettings');
    });
    asked.then(resolve, reject).finally(cancel);
  });
}

function valueOf(path: string, text: string): unknown {
  try {
    const value = JSON.parse(text, (key, one: unknown) => (key === '__proto__' ? undefined : one)) as unknown;
    return typeof value === 'number' && !NUMBERS.includes(path) ? text : value;
  } catch {
    return text;
  }
}

/** A copy of `target` with `value` at the end of the steps. */
function put(target: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const object = asObject(target);
  return { ...object, [step]: put(Object.hasOwn(object, step) ? object[step] : undefined, rest, value) };
}
