import type { Desk } from './desk.ts';
import { Fault } from './messages.ts';
import { SCREENPOP_TYPE } from './methods.ts';
import type { OpenCtiOptions } from './options.ts';
import type { LayoutField, LayoutOfCallType } from './org-setup.ts';
import { onePerPerson, personFields } from './person-accounts.ts';
import { flowArguments, screenPop } from './screen-pop.ts';
import { search } from './search.ts';
import type { Match } from './search.ts';

type Args = Readonly<Record<string, unknown>>;

/**
 * Searches what the softphone layout of the call type names, and pops what it says for none, one or several matches.
 * Deferred, nothing is popped: what would be stands in the same map, under SCREEN_POP_DATA.
 * @throws {Fault} INVALID_PARAM for params that are no flow's arguments
 */
export function searchAndScreenPop(desk: Desk, options: OpenCtiOptions, args: Args): Args {
  const layout = layoutOf(options, args['callType']);
  const term = typeof args['searchParams'] === 'string' ? args['searchParams'] : '';
  const org = desk.org();
  const inLayout = search(org, term).filter(({ entity }) => fieldsOf(layout, entity).length > 0);
  const matches = onePerPerson(org, options.personAccounts, inLayout);

  const found: Record<string, unknown> = {};
  for (const match of matches) {
    const person = options.personAccounts ? personFields(org, match) : {};
    found[match.Id] = { ...hitOf(match, fieldsOf(layout, match.entity), options.hits), ...person };
  }
  const flowArgs = flowArgumentsOf(args['params']);
  const pop = popOf(layout, matches, { ...args, searchParams: term, flowArgs });
  if (args['deferred'] === true) return pop ? { ...found, SCREEN_POP_DATA: pop } : found;
  if (pop) screenPop(desk, pop);
  return found;
}

function layoutOf({ layout }: OpenCtiOptions, callType: unknown): LayoutOfCallType {
  if (callType === 'inbound') return layout.Inbound;
  return callType === 'outbound' ? layout.Outbound : layout.Internal;
}

function fieldsOf(layout: LayoutOfCallType, entity: string): readonly LayoutField[] {
  return layout.objects[entity] ?? [];
}

function hitOf(match: Match, layout: readonly LayoutField[], shape: OpenCtiOptions['hits']): Args {
  const { entity, Id, Name, LastModifiedDate } = match;
  const fields = Object.fromEntries(layout.map(({ apiName }) => [apiName, match.fields[apiName]]));
  return shape === 'new'
    ? { ...fields, Id, Name, RecordType: entity, LastModifiedDate }
    : { ...fields, Name, object: entity, displayName: entity };
}

/** The arguments of `screenPop`, or undefined when the layout says nothing. */
function popOf(
  { screenPopSettings }: LayoutOfCallType,
  [first, ...more]: readonly Match[],
  { searchParams, queryParams, flowArgs, defaultFieldValues = {} }: Args,
): Args | undefined {
  const { NoMatch = {}, SingleMatch = {}, MultipleMatches = {} } = screenPopSettings;
  const { screenPopType, screenPopData = '' } = !first
    ? NoMatch
    : more.length > 0
      ? MultipleMatches
      : SingleMatch;
  switch (screenPopType) {
    case undefined:
      return undefined;
    case 'PopToEntity':
      return first
        ? { type: SCREENPOP_TYPE.SOBJECT, params: { recordId: first.Id } }
        : {
            type: SCREENPOP_TYPE.NEW_RECORD_MODAL,
            params: { entityName: screenPopData, defaultFieldValues },
          };
    case 'PopToSearch':
      return { type: SCREENPOP_TYPE.SEARCH, params: { searchString: searchParams } };
    case 'PopToVisualforce': {
      const query = typeof queryParams === 'string' && queryParams ? `?${queryParams}` : '';
      return { type: SCREENPOP_TYPE.URL, params: { url: `/apex/${screenPopData}${query}` } };
    }
    case 'PopToFlow':
      return { type: SCREENPOP_TYPE.FLOW, params: { flowDevName: screenPopData, flowArgs } };
  }
}

/** `{FLOW: {flowArgs: […]}}`, the only params there are. */
function flowArgumentsOf(params: unknown): readonly unknown[] {
  if (params === undefined) return [];
  const entries = Object.entries(params as object);
  const [[key, flow] = []] = entries;
  if (entries.length !== 1 || key !== 'FLOW' || typeof flow !== 'object' || flow === null) {
    throw new Fault('INVALID_PARAM', 'searchAndScreenPop: params must be {FLOW: {flowArgs}}');
  }
  return flowArguments('searchAndScreenPop', (flow as Args)['flowArgs']);
}
