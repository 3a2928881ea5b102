import type { CrmFinding } from '../port.ts';
import { asObject, asText } from '../values.ts';
import type { OpenCtiMethod } from './open-cti-api.ts';
import type { Attached } from './open-cti.ts';

type Findings = readonly CrmFinding[];
type Values = Readonly<Record<string, string>>;

/** What is not answered sooner will not be: somebody sits before the page of findings. */
const ANSWER_MS = 3000;

/** The call types that are searched for, as the softphone layout names them. Internal calls never are. */
const CALL_TYPES = ['Inbound', 'Outbound'];

/** Fields of Task that every log writes. */
const TASK_FIELDS =
  'Subject, Description, ActivityDate, CallType, CallDurationInSeconds, CallDisposition, CallObject, WhoId, WhatId';

const good = (key: string, values: Values = {}): CrmFinding => ({ key, outcome: 'good', values });
const warning = (key: string, values: Values): CrmFinding => ({ key, outcome: 'warning', values });
const bad = (key: string, values: Values): CrmFinding => ({ key, outcome: 'bad', values });

/** What `find` finds; the finding `key` where Salesforce does not go along. */
async function orElse(key: string, find: () => Promise<Findings>): Promise<Findings> {
  try {
    return await find();
  } catch (error) {
    return [bad(key, { problem: error instanceof Error ? error.message : String(error) })];
  }
}

/**
 * What an administrator of Salesforce should know about this setup. Nothing is written.
 * @param load loads Open CTI, where it is not loaded yet
 */
export function checkOpenCti(load: () => Promise<Attached>): Promise<Findings> {
  return orElse('noScript', async () => {
    const { origin, call, checkApex } = await load();
    const ask = (method: OpenCtiMethod): Promise<unknown> => call(method, {}, ANSWER_MS);
    const inside = await orElse('noContainer', async () => {
      await ask('isSoftphonePanelVisible');
      const findings = await Promise.all([
        orElse('noCallCenter', async () => callCenter(await ask('getCallCenterSettings'))),
        orElse('noLayout', async () => layout(await ask('getSoftphoneLayout'))),
        orElse('noClickToDial', async () => {
          await ask('enableClickToDial');
          return [good('clickToDial')];
        }),
      ]);
      // Salesforce leaves out, without a word, what the user may not edit: only a Task that is written shows it. Apex
      // names such fields.
      const writing = checkApex
        ? await checkApex(ANSWER_MS)
        : [warning('taskFields', { fields: TASK_FIELDS })];
      return [good('container'), ...findings.flat(), ...writing];
    });
    return [good('script', { origin }), ...inside];
  });
}

function callCenter(settings: unknown): Findings {
  const found = asObject(settings);
  const names = ['reqDisplayName', 'reqInternalName'].map((item) => asText(found[`/reqGeneralInfo/${item}`]));
  return [good('callCenter', { name: names.find(Boolean) ?? '–' })];
}

/** Only objects of the softphone layout are searched, by the fields chosen there (Open CTI Developer Guide, searchAndScreenPop). */
function layout(softphoneLayout: unknown): Findings {
  return CALL_TYPES.flatMap((callType) => {
    const objects = Object.entries(asObject(asObject(asObject(softphoneLayout)[callType])['objects'])).map(
      ([object, fields]) => ({ object, fields: [fields].flat().map(nameOf).filter(Boolean) }),
    );
    const searched = objects.filter(({ fields }) => fields.length > 0);
    if (searched.length === 0) return [bad('noObjects', { callType })];
    const blind = objects.filter(({ fields }) => fields.length === 0).map(({ object }) => object);
    return [
      good('layout', {
        callType,
        objects: searched.map(({ object, fields }) => `${object} (${fields.join(', ')})`).join(', '),
      }),
      ...(blind.length > 0 ? [warning('noFields', { callType, objects: blind.join(', ') })] : []),
    ];
  });
}

function nameOf(field: unknown): string {
  const { displayName, apiName } = asObject(field);
  return asText(displayName) || asText(apiName);
}
