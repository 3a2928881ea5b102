import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { taskOf } from '../../crm-adapter/salesforce/open-cti-task.ts';
import { readConfig } from '../../src/read-config.ts';
import { filesOf, readProject, settingsOf } from '../salesforce/project.ts';
import { anchorsOf, blocksOf, readDocument, rowsOf } from './documents.ts';
import { keysOf } from './schema.ts';

const SFDX = 'crm-adapter/salesforce';
const METADATA = `${SFDX}/force-app/main/default`;
const text = readDocument('salesforce');
const project = readProject();
const flat = text.replaceAll(/^ {3}/gm, '');
const commands = blocksOf(flat, 'sh').join('\n');
const [config = ''] = blocksOf(flat, 'json');
/** What stands in backquotes in the running text. */
const spans = all(text.replaceAll(/^ *```[^]*?^ *```/gm, ''), /`([^`\n]+)`/g);
const words = new Set([...spans, ...commands.split(/\s+/), ...all(config, /(\w+)/g)]);

function all(source: string, pattern: RegExp): readonly string[] {
  return [...source.matchAll(pattern)].map(([, one = '']) => one);
}

function sourcesOf(folder: string): string {
  const files = readdirSync(folder).filter((file) => /\.(?:ts|cls)$/.test(file));
  return files.map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n');
}

/** @param least what is looked at has to be there: so many, at least */
function none<T>(of: readonly T[], least: number, isWrong: (one: T) => boolean): void {
  assert.ok(of.length >= least, `${of.length} of ${least}`);
  assert.deepEqual(of.filter(isWrong), []);
}

/** Below a heading, to the next one. */
const sectionOf = (heading: string): string =>
  text.split(new RegExp(`^#+ ${heading}$`, 'm'))[1]?.split(/^#+ /m)[0] ?? '';

/** First cells of its table, without the table's own heading. */
const firstCells = (heading: string): readonly string[] =>
  rowsOf(sectionOf(heading))
    .map(([first = '']) => first.replaceAll(/\\(.)/g, '$1'))
    .slice(1);

/** The texts on screen by their keys, with `…` in the place of what differs. */
const screen = new Map<string, string>();
(function read(node: object, path: string): void {
  for (const [key, value] of Object.entries(node))
    if (typeof value === 'object') read(value as object, `${path}${key}.`);
    else screen.set(path + key, String(value).replaceAll(/\{\{\w+\}\}/g, '…'));
})(JSON.parse(readFileSync('locales/en.json', 'utf8')) as object, '');

describe('docs/salesforce.md explains the texts on screen', () => {
  const explained = [
    '7. First sign-in and "Check this setup"',
    'The softphone cannot start',
    '"Check this setup"',
    'During a call',
    'On the record page',
  ].flatMap(firstCells);
  const isMissing = (key: string): boolean => !explained.includes(screen.get(key) ?? key);
  const keysAt = (path: RegExp): readonly string[] => [...screen.keys()].filter((key) => path.test(key));

  it('of “Check this setup”, each that Open CTI can raise', () => {
    const pattern = /(?:\b(?:good|warning|bad|orElse)\(|\bkey: )'(\w+)'/g;
    const raised = all(sourcesOf(SFDX), pattern).map((key) => `check.crm.${key}`);
    none(raised, 18, isMissing);
    // Whatever else there is, another adapter raises: else the sources are read wrongly here.
    const web = sourcesOf('crm-adapter/web');
    const others = keysAt(/^check\.crm\./).filter((key) => !raised.includes(key));
    none(others, 1, (key) => !web.includes(`'${key.split('.')[2]}'`));
  });

  it('about the page around it', () => {
    // Good only where no CRM is configured.
    const keys = keysAt(/^check\.(?:crmNone|crmSilent|(?:frame\.(?!goodAlone)|policy|storage|locks)\b)/);
    none(keys, 16, isMissing);
  });

  it('of the CRM, of logs and of screen pops', () => {
    // Of a single record none has to be chosen: that form is for languages that count otherwise.
    none(keysAt(/^notice\.(?:crm|log|saved|pop(?!Several_one))/), 13, isMissing);
  });

  it('of a start that fails, of numbers clicked, of components', () => {
    const components = ['lwc.noSoftphone', 'lwc.noAnswer', 'lwc.historyFailed'];
    const starts = keysAt(/^start\.(?!title)\w+$/);
    none([...starts, 'config.title', ...keysAt(/^click\./), ...components], 15, isMissing);
    assert.ok(text.includes(`"${screen.get('start.title')}"`));
  });

  it('and none that is nowhere on screen', () => {
    const texts = [...screen.values()];
    none(explained, 60, (one) => !texts.includes(one));
  });

  for (const [heading, folder] of [
    ['What stands after the colon', SFDX],
    ['What Apex says', `${METADATA}/classes`],
  ] as const)
    it(`${heading}: as the sources have it`, () => {
      const source = sourcesOf(folder);
      none(firstCells(heading), 10, (cell) => cell.split('…').some((part) => !source.includes(part.trim())));
    });
});

describe('docs/salesforce.md and what is deployed', () => {
  const of = (kind: string): ReturnType<typeof filesOf> => filesOf(project, `${kind}-meta.xml`);
  const kinds = [
    '.field',
    '.object',
    '.permissionset',
    '.callCenter',
    '.cspTrustedSite',
    '.flexipage',
    '.app',
  ];
  const names = [
    ...[...kinds, '.cls', '.js'].flatMap(of).map(({ name }) => name),
    ...of('.messageChannel').map(({ name }) => `${name}__c`),
    ...of('.md').map(({ name }) => name.replace(/^.*\./, '')),
  ];
  const [callCenter = ''] = of('.callCenter').map(({ content }) => content);
  const inCallCenter = all(callCenter, /<name>(\w+)<\/name>/g);

  it('names each of it', () => none(names, 35, (name) => !words.has(name)));

  it('names nothing else', () => {
    // An object of theirs, as an example; a field without its ending.
    const known = (word: string): boolean =>
      ['Policy__c', ...names, ...inCallCenter].includes(word) || names.includes(`${word}__c`);
    const named = [...words].filter((word) => /^(?:Gc\w+|gc[A-Z]\w+|[A-Za-z]\w*__(?:c|mdt))$/.test(word));
    none(named, 30, (word) => !known(word));
  });

  it('calls it what Setup calls it', () => {
    const labels = ['.permissionset', '.field', '.object', '.js']
      .flatMap(of)
      .flatMap(({ content }) => all(content, /<(?:masterLabel|label)>(.*)<\/(?:masterLabel|label)>/g));
    none(labels, 15, (label) => !text.includes(`**${label}**`));
  });

  it('has each item of the call centre, with its label', () => {
    const items = [
      ...callCenter.matchAll(/<label>(.*)<\/label>\s*<name>((?!req)\w+|\w+Prefix)<\/name>\s*<value>/g),
    ];
    none(
      items,
      11,
      ([, label = '', name]) =>
        !rowsOf(text).some(([item, setup]) => item?.includes(`\`${name}\``) && setup?.includes(label)),
    );
  });

  it('has each field of a Task', () => {
    const records = ['003000000000001', '500000000000001'].map((id) => ({ id, type: '', name: '' }));
    const task = taskOf({
      ...{ callKey: 'k', callType: 'inbound', subject: 's', disposition: 'd', notes: 'n' },
      ...{ number: '', startedAt: '2026-11-21T14:05:00.000Z', durationSeconds: 1, fields: {}, records },
    });
    none(Object.keys(task), 13, (field) => !sectionOf('8. The first call').includes(`\`${field}\``));
  });

  it('has the limits of the Apex', () => {
    const limits = all(sourcesOf(`${METADATA}/classes`), / Integer (?:MOST|MOST_RULES|LONGEST) = (\d+);/g);
    none(limits, 5, (limit) => !new RegExp(`\\b${limit}\\b`).test(sectionOf('Limits')));
  });

  it('deploys, tests and assigns what there is', () => {
    const files = [...project.keys()];
    none(all(commands, /--tests (\S+)/g), 8, (test) => !files.some((file) => file.endsWith(`/${test}.cls`)));
    none(
      all(commands, /--name (\S+)/g),
      2,
      (set) => !files.some((file) => file.includes(`/${set}.permissionset`)),
    );
    none(
      settingsOf(project).replacements,
      2,
      (one) => !spans.includes(one.filename) || !commands.includes(`export ${one.replaceWithEnv}=`),
    );
  });

  it('leaves nothing out of a newer version but what an administrator fills in', () => {
    const [upgrade = ''] = commands.split('\n').filter((line) => line.includes('default/permissionsets'));
    const left = readdirSync(METADATA).filter((folder) => !upgrade.includes(`default/${folder} `));
    assert.deepEqual(left, ['callCenters', 'cspTrustedSites', 'customMetadata']);
  });

  it('has a configuration that holds, for the orgs that the policy names', () => {
    const result = readConfig(JSON.parse(config));
    assert.ok(result.ok);
    assert.deepEqual(result.unknown, []);
    const { crm, gc } = result.config;
    const [line = ''] = all(text, /Content-Security-Policy: (.*)/g);
    const policy = new Map(line.split('; ').map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1)]));
    assert.deepEqual(policy.get('script-src'), ["'self'", ...crm.origins]);
    assert.deepEqual(policy.get('frame-ancestors'), crm.origins);
    assert.deepEqual(policy.get('connect-src'), ["'self'", ...gc.urls]);
    assert.ok(callCenter.includes(`<name>${crm.callCenterSection}</name>`));
  });
});

describe('docs/salesforce.md leads', () => {
  it('to keys of the configuration that there are', () => {
    const paths = keysOf().map(({ path }) => path);
    const named = spans.filter((one) => /^(?:gc|crm|screenPop|activity|dialing|signIn)(?:\.\w+)+$/.test(one));
    none(named, 30, (one) => !paths.some((path) => path === one || path.startsWith(`${one}.`)));
  });

  it('to files and folders that there are', () => {
    const inside = spans.filter((one) => /^(?:crm-adapter|force-app|sample-app|translations)\b/.test(one));
    const paths = [...inside, ...all(commands, /--source-dir (\S+)/g)];
    none(paths, 15, (path) => !existsSync(path) && !existsSync(`${SFDX}/${path}`));
  });

  it('to pages and headings that there are', () => {
    const links = all(text, /\]\(([\w-]*(?:\.md)?(?:#[\w-]+)?)\)/g);
    none(links, 25, (link) => {
      const [file, anchor] = link.split('#');
      const path = `docs/${file || 'salesforce.md'}`;
      return (
        !existsSync(path) || !(anchor === undefined || anchorsOf(readFileSync(path, 'utf8')).includes(anchor))
      );
    });
  });
});
