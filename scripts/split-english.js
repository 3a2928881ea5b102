import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Beginnings of the names of reasons for which few shifts end, or few agents are not ready. */
const RARE_REASONS = [
  ...['agent', 'cancel', 'connection', 'cucm', 'device', 'extension'],
  ...['outbound', 'phone', 'restricted', 'skip', 'system'],
];

/**
 * English words by the module whose file of the bundle they travel in; all others are in the first file. A dotted key
 * names a group or one text; `*` stands for the rest of a name. A word that several claim goes to the first of them.
 */
const TRAVEL_WITH = {
  // Inside a desktop that signs in, and does what GC has no command for.
  'gadget/gadget.ts': [
    ...['gadget', 'softphone.atHost*', 'notice.unsupported'],
    ...['desktop', 'tones', 'callback', 'callResult', 'call.startRequested'],
    ...['SendDtmf', 'StartRecording', 'ScheduleCallback', 'CancelCallback'].map((one) => `command.${one}`),
    ...['command.ReclassifyCall', 'command.SetWrapUpReasons'],
  ],
  // The reasons of an ordinary shift, as `logon`, stay; and what is said when there may be no network.
  'src/ui/rare-words.ts': [
    ...[
      'character',
      'command',
      'error',
      'failure',
      'match.c*',
      'pendingLogs.inWrapUp',
      'why.askedOnce',
      // The others are in the form "Sign in".
      ...['agentReasonCode', 'otherPartyNumber', 'reasonCode', 'wrapupReason'].map((one) => `field.${one}`),
      'softphone.elsewhere*',
      'softphone.invalidated*',
    ],
    ...[
      'forbidden*',
      'fromGc',
      'invalidated',
      'language',
      'log*',
      'member*',
      'noAnswer',
      'numberEmpty',
      'passwordNeeded',
      'popC*',
      'popFailed',
      'popNotCreated',
      'popNotOpened',
      'resumeFailed',
    ].map((one) => `notice.${one}`),
    ...[
      'savedNoCrm',
      'setNotReady',
      'signInNoAnswer',
      'storageDenied',
      'transferFailed',
      'unknownCall',
      'wrapUpNotSent',
    ].map((one) => `notice.${one}`),
    ...RARE_REASONS.map((reason) => `reasonCode.${reason}*`),
  ],
  'src/elements/crm-elements.ts': ['match', 'pendingLogs', 'recordType'],
  'crm-adapter/presence.ts': ['attention', 'click', 'notice.crm*', 'notice.pop*'],
  'src/tabs/others.ts': ['tabs'],
  'src/elements/sign-in-options.ts': [
    'signIn.mobileAgent',
    'signIn.connection',
    'signIn.callByCall',
    'signIn.nailed',
    'signIn.sso',
  ],
  'src/elements/problems.ts': ['config', 'start'],
  'src/elements/check.ts': ['check'],
  'src/elements/settings.ts': ['settings', 'diagnostics'],
  'src/elements/log-list.ts': ['logList'],
  'src/elements/supervisor-elements.ts': ['team', 'queues', 'monitored'],
  'src/rest.ts': [
    'ring',
    'consult',
    'directory',
    'idle',
    'participants',
    'preview',
    'recent',
    'variable',
    'call.accept',
    'call.reject',
    'call.close',
  ],
};

const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const ENGLISH = path('locales/en.json');
const I18N = path('src/ui/i18n.ts');
const VIRTUAL = '\0english:';

/**
 * A rollup plugin: takes the English words that only later files need out of the first one, and has those files bring
 * them. Sources stay as they are: there every word is at hand from the start.
 * @param entries of the bundle: what only another one needs is left out of both
 */
export function splitEnglish(entries) {
  const modules = Object.keys(TRAVEL_WITH);
  const ownerOf = (id) => modules.find((module) => id === path(module));
  return {
    name: 'split-english',
    resolveId: (id) => (id.startsWith(VIRTUAL) ? id : null),
    load(id) {
      if (id === ENGLISH) return JSON.stringify(split().first);
      if (!id.startsWith(VIRTUAL)) return null;
      return `export default ${JSON.stringify(split().later[id.slice(VIRTUAL.length)])}`;
    },
    transform(code, id) {
      const owner = ownerOf(id);
      if (!owner) return null;
      const words = JSON.stringify(VIRTUAL + owner);
      const head = `import { learnEnglish } from ${JSON.stringify(I18N)};\nimport words from ${words};\n`;
      return { code: `${head}${code}\nlearnEnglish(words);\n`, map: null };
    },
    buildEnd(error) {
      if (error) return;
      const seen = new Set([...this.getModuleIds()].map(ownerOf));
      const isOurs = (module) => !module.startsWith('gadget/') || entries.includes(module);
      for (const module of modules.filter(isOurs))
        if (!seen.has(module)) this.error(`There is no module ${module} any more.`);
    },
  };
}

function split() {
  // What the gadget's XML says itself stands in bundles of its own (scripts/gadget-files.js), and what Salesforce's
  // components say in its labels.
  const { loader: _, lwc: __, ...first } = JSON.parse(readFileSync(ENGLISH, 'utf8'));
  const later = {};
  for (const [module, patterns] of Object.entries(TRAVEL_WITH)) {
    later[module] = {};
    for (const pattern of patterns) {
      const [group, text] = pattern.split('.');
      const names = Object.keys(first[group] ?? {}).filter((name) => isMeant(name, text));
      if (names.length === 0) throw new Error(`locales/en.json has no ${pattern}`);
      later[module][group] ??= {};
      for (const name of names) {
        later[module][group][name] = first[group][name];
        delete first[group][name];
      }
      if (Object.keys(first[group]).length === 0) delete first[group];
    }
  }
  return { first, later };
}

function isMeant(name, text) {
  if (text === undefined) return true;
  return text.endsWith('*') ? name.startsWith(text.slice(0, -1)) : name === text;
}
