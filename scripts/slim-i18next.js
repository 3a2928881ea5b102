import { parseAst } from 'rollup/parseAst';

/**
 * Methods of i18next that this product can never reach: it is handed its texts, and has no back end, no formats, no
 * nesting, no clones and no log. A class can't be shaken by the bundler, so their bodies go here: 5 kB gzipped of 14.
 * `constructor` goes as a whole.
 *
 * Only `dist/gc-softphone.js` is built so; who bundles `dist/index.js` has i18next as it is.
 */
const UNREACHABLE = {
  Connector: [
    ...['constructor', 'queueLoad', 'loaded', 'read', 'prepareLoading', 'load', 'reload', 'loadOne'],
    ...['noticeDevFallback', 'saveMissing'],
  ],
  Formatter: ['constructor', 'add', 'addCached', 'format'],
  I18n: [
    ...['reloadResources', 'use', 'hydrate', 'setDefaultNamespace', 'hasLoadedNamespace', 'toJSON'],
    ...['loadNamespaces', 'loadLanguages', 'dir', 'cloneInstance'],
  ],
  Interpolator: ['nest'],
  LanguageUtil: ['deprecateBareCode', 'clearCache'],
  Logger: ['init', 'log', 'warn', 'error', 'deprecate', 'once', 'forward', 'clone'],
  PluralResolver: ['needsPlural', 'getPluralFormsOfKey', 'getSuffixes', 'clearCache'],
  ResourceStore: [
    ...['addResources', 'removeResourceBundle', 'getResourceBundle', 'getDataByLanguage', 'toJSON'],
    ...['hasLanguageSomeTranslations', 'removeNamespaces', 'deprecateDottedLng'],
  ],
  Translator: ['getUsedParamsDetails'],
};

/**
 * What i18next asks of its options and plug-ins, and always hears the same from us. The bundler then drops what hangs on
 * the other answer: 1 kB gzipped.
 */
const ALWAYS = {
  'this.i18nFormat': 'null',
  'this.services.languageDetector': 'null',
  'this.modules.languageDetector': 'null',
  'this.modules.i18nFormat': 'null',
  'this.modules.backend': 'null',
  'this.modules.logger': 'null',
  'this.modules.formatter': 'null',
  'this.pendingWarnings': 'null',
  'this.options.saveMissing': 'false',
  'this.options.updateMissing': 'false',
  'this.options.returnObjects': 'false',
  'this.options.returnedObjectHandler': 'null',
  'this.options.supportedLngs': 'false',
  'this.options.postProcess': 'null',
  'this.options.isClone': 'false',
  'this.options.parseMissingKeyHandler': 'null',
  'opt.returnObjects': 'false',
  'opt.returnDetails': 'undefined',
  'opt.postProcess': 'null',
  'opt.ordinal': 'false',
};

/** A rollup plugin. Fails where something listed is not there any more: then the lists want a new look. */
export function slimI18next() {
  return {
    name: 'slim-i18next',
    transform(code, id) {
      if (!id.endsWith('/i18next/dist/esm/i18next.js')) return null;
      const program = parseAst(code);
      const cuts = Object.entries(UNREACHABLE).flatMap(([name, methods]) => {
        const members = membersOf(program, name);
        return methods.map((method) => {
          const found = members.find((one) => one.type === 'MethodDefinition' && one.key.name === method);
          if (!found) this.error(`i18next: ${name} has no ${method}. Look at scripts/slim-i18next.js again.`);
          const { start, end } = method === 'constructor' ? found : found.value.body;
          return { start, end, rest: method === 'constructor' ? '' : '{}' };
        });
      });
      let short = '';
      let from = 0;
      for (const { start, end, rest } of cuts.sort((a, b) => a.start - b.start)) {
        short += code.slice(from, start) + rest;
        from = end;
      }
      return { code: answered(short + code.slice(from), this), map: null };
    },
  };
}

/** Puts the answers in the place of the questions; what is assigned or called stays. */
function answered(code, plugin) {
  return Object.entries(ALWAYS).reduce((text, [question, answer]) => {
    const asked = new RegExp(`${question.replaceAll('.', '\\.')}(?![\\w$(])(?!\\s*=[^=])`, 'g');
    if (!asked.test(text))
      plugin.error(`i18next: nobody asks for ${question}. Look at scripts/slim-i18next.js again.`);
    return text.replace(asked, answer);
  }, code);
}

/** The members of a class of this name. */
function membersOf(program, name) {
  const declared = program.body.find((one) => one.type === 'ClassDeclaration' && one.id.name === name);
  return declared?.body.body ?? [];
}
