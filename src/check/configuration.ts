import type { Config } from '../config.ts';
import { good, warning, type Finding, type Given } from './given.ts';
import { isKnown, namesIn, spellingOf } from './tokens.ts';

/**
 * What a configuration says that is allowed, and most likely not meant. What is not allowed keeps the softphone from
 * starting, and is said there.
 */
export function checkConfiguration({
  config,
  unknownKeys,
}: Pick<Given, 'config' | 'unknownKeys'>): Finding[] {
  const findings = [
    ...unknownKeys.map((path) => warning('check.configuration.unknownKey', { path })),
    ...ADVICE.flatMap((advise) => advise(config)),
  ];
  return findings.length > 0 ? findings : [good('check.configuration.good')];
}

type Advice = (config: Config) => readonly Finding[];

const addresses: Advice = ({ gc }) =>
  gc.urls.flatMap((url, index) => [
    ...(url.startsWith('ws:')
      ? [warning('check.configuration.localSocket', { path: `gc.urls[${index}]`, url })]
      : []),
    ...(gc.urls.indexOf(url) < index
      ? [warning('check.configuration.twice', { path: `gc.urls[${index}]`, found: url })]
      : []),
  ]);

const secrets: Advice = ({ gc }) =>
  gc.passcode !== '' && !gc.passcode.includes('{password}')
    ? [warning('check.configuration.secret', { path: 'gc.passcode' })]
    : [];

const origins: Advice = ({ crm }) =>
  crm.adapter === 'salesforce-open-cti' && crm.origins.length === 0
    ? [warning('check.configuration.noOrigins')]
    : [];

/** Settings that another one makes idle. */
const idle: Advice = ({ crm, screenPop, activity, signIn, gc }) => {
  const noCrm = crm.adapter === 'none';
  const hasUrls = screenPop.rules.some(({ url }) => url !== undefined);
  const settings: readonly (readonly [path: string, isIdle: boolean, because: string])[] = [
    ['screenPop.rules', noCrm && screenPop.rules.length > 0, 'crm.adapter: none'],
    [
      'screenPop.rules[].url',
      hasUrls && crm.adapter === 'salesforce-open-cti',
      `crm.adapter: ${crm.adapter}`,
    ],
    ['crm.adapter', crm.adapter === 'web' && crm.origins.length === 0 && !hasUrls, 'crm.origins: []'],
    ['screenPop.noMatch', noCrm && screenPop.noMatch !== undefined, 'crm.adapter: none'],
    [
      'activity.fields',
      (noCrm || activity.log === 'none') && Object.keys(activity.fields).length > 0,
      noCrm ? 'crm.adapter: none' : 'activity.log: none',
    ],
    ['crm.apex', crm.apex && crm.adapter !== 'salesforce-open-cti', `crm.adapter: ${crm.adapter}`],
    ['crm.channels', !!crm.channels && crm.adapter !== 'salesforce-open-cti', `crm.adapter: ${crm.adapter}`],
    ['signIn.mobileAgent', signIn.mobileAgent && gc.platform === 'uccx', 'gc.platform: uccx'],
  ];
  return settings
    .filter(([, isIdle]) => isIdle)
    .map(([path, , because]) => warning('check.configuration.noEffect', { path, because }));
};

const rules: Advice = ({ screenPop }) =>
  screenPop.rules.flatMap((rule, index): readonly Finding[] => {
    const path = `screenPop.rules[${index}]`;
    const template = templateOf(rule);
    if (namesIn(template).length === 0) return [warning('check.configuration.noToken', { path })];
    if (rule.direction?.every((one) => one === 'consult' || one === 'internal')) {
      return [warning('check.configuration.neverSearched', { path })];
    }
    const earlier = screenPop.rules
      .slice(0, index)
      .findIndex(
        (other) =>
          other.open === rule.open &&
          other.search === rule.search &&
          other.url === rule.url &&
          (!other.direction || rule.direction?.every((one) => other.direction?.includes(one))),
      );
    return earlier < 0
      ? []
      : [warning('check.configuration.sameRule', { path, earlier: `screenPop.rules[${earlier}]` })];
  });

const templateOf = ({ open, search, url }: Config['screenPop']['rules'][number]): string =>
  open ?? search ?? url ?? '';

/** Every template of the document, by its path. */
function templatesOf({
  screenPop,
  activity,
}: Config): readonly (readonly [path: string, template: string])[] {
  return [
    ...screenPop.rules.map((rule, index) => [`screenPop.rules[${index}]`, templateOf(rule)] as const),
    ...Object.entries(screenPop.noMatch?.fields ?? {}).map(
      ([field, template]) => [`screenPop.noMatch.fields.${field}`, template] as const,
    ),
    ['activity.subject', activity.subject],
    ...Object.entries(activity.fields).map(
      ([field, template]) => [`activity.fields.${field}`, template] as const,
    ),
  ];
}

const tokens: Advice = (config) => {
  const { callVariables, calls, screenPop } = config;
  // Whoever names a variable elsewhere means it.
  const named = [
    ...callVariables.map(({ name }) => name),
    calls.queueFrom,
    calls.dialedNumberFrom,
    screenPop.transferVariable,
  ];
  return templatesOf(config).flatMap(([path, template]) =>
    namesIn(template)
      .filter((name) => !isKnown(name) && !named.includes(name))
      .map((name) => {
        const token = `{${name}}`;
        const meant = spellingOf(name);
        return meant === undefined
          ? warning('check.configuration.unknownToken', { path, token })
          : warning('check.configuration.misspeltToken', { path, token, meant: `{${meant}}` });
      }),
  );
};

const variables: Advice = ({ callVariables, calls, screenPop }) => {
  const names = callVariables.map(({ name }) => name);
  const { transferVariable } = screenPop;
  const isTaken =
    transferVariable.startsWith('BA') ||
    (transferVariable !== '' && Object.values(calls).includes(transferVariable));
  return [
    ...names.flatMap((found, index) =>
      names.indexOf(found) < index
        ? [warning('check.configuration.twice', { path: `callVariables[${index}]`, found })]
        : [],
    ),
    ...(isTaken
      ? [
          warning('check.configuration.variableTaken', {
            path: 'screenPop.transferVariable',
            name: transferVariable,
          }),
        ]
      : []),
  ];
};

/** What the CRM calls its fields: letters, digits, underscores. */
const FIELD = /^[A-Za-z]\w*$/;

const fields: Advice = ({ screenPop, activity }) =>
  [
    ...Object.keys(screenPop.noMatch?.fields ?? {}).map(
      (field) => ['screenPop.noMatch.fields', field] as const,
    ),
    ...Object.keys(activity.fields).map((field) => ['activity.fields', field] as const),
  ]
    .filter(([, field]) => !FIELD.test(field))
    .map(([path, field]) => warning('check.configuration.fieldName', { path, field }));

const prefixes: Advice = ({ dialing }) =>
  Object.entries(dialing).flatMap(([name, found]) =>
    typeof found === 'number' || /^[\d*#]*$/.test(found)
      ? []
      : [warning('check.configuration.notDigits', { path: `dialing.${name}`, found })],
  );

const ADVICE: readonly Advice[] = [
  addresses,
  secrets,
  origins,
  idle,
  rules,
  tokens,
  variables,
  fields,
  prefixes,
];
