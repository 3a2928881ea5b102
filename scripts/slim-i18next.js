import { parseAst } from 'rollup/parseAst';

/**
 * Methods of i18next that this product can never reach: it is handed its texts, and has no back end, no formats, no
 * nesting, no clones, no events and no log. A class can't be shaken by the bundler, so they go here: with what hangs on
 * the answers below, 8 kB gzipped of 14.
 *
 * Only `dist/gc-softphone.js` is built so; who bundles `dist/index.js` has i18next as it is. `test/locales/slim.test.ts`
 * compares what the two say.
 */
const UNREACHABLE = {
  Connector: [
    ...['constructor', 'queueLoad', 'loaded', 'read', 'prepareLoading', 'load', 'reload', 'loadOne'],
    ...['noticeDevFallback', 'saveMissing'],
  ],
  EventEmitter: ['constructor', 'off', 'once'],
  Formatter: ['constructor', 'add', 'addCached'],
  I18n: [
    ...['use', 'hydrate', 'setDefaultNamespace', 'toJSON', 'getFixedT'],
    ...['loadNamespaces', 'loadLanguages', 'dir', 'cloneInstance'],
  ],
  Interpolator: ['nest', 'reset'],
  LanguageUtil: ['deprecateBareCode', 'clearCache', 'isSupportedCode'],
  Logger: ['clone', 'forward', 'once'],
  PluralResolver: ['needsPlural', 'getPluralFormsOfKey', 'getSuffixes', 'clearCache'],
  ResourceStore: [
    ...['addResources', 'addResource', 'removeResourceBundle', 'getResourceBundle', 'getDataByLanguage'],
    ...['toJSON', 'removeNamespaces', 'deprecateDottedLng'],
  ],
  Translator: ['getUsedParamsDetails', 'hasDefaultValue'],
};

/** Methods that are called, and do nothing that is of use here. */
const IDLE = {
  EventEmitter: ['on', 'emit'],
  Formatter: ['init', 'format'],
  I18n: ['reloadResources', 'hasLoadedNamespace', 'setResolvedLanguage'],
  Logger: ['init', 'log', 'warn', 'error', 'deprecate'],
  ResourceStore: ['addNamespaces', 'hasLanguageSomeTranslations'],
};

/** Defaults of options that nothing asks for any more. */
const UNASKED = [
  ...['debug', 'fallbackNS', 'supportedLngs', 'nonExplicitSupportedLngs', 'load', 'preload', 'keySeparator'],
  ...['nsSeparator', 'pluralSeparator', 'contextSeparator', 'enableSelector', 'partialBundledLanguages'],
  ...['saveMissing', 'updateMissing', 'saveMissingTo', 'saveMissingPlurals', 'missingKeyHandler'],
  ...[
    'missingInterpolationHandler',
    'postProcess',
    'postProcessPassResolved',
    'returnNull',
    'returnEmptyString',
  ],
  ...['returnObjects', 'joinArrays', 'returnedObjectHandler', 'parseMissingKeyHandler'],
  ...['appendNamespaceToMissingKey', 'appendNamespaceToCIMode', 'overloadTranslationOptionHandler'],
  ...['interpolation', 'cacheInBuiltFormats'],
];

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
  "lng?.toLowerCase() === 'cimode'": 'false',
  "lng.includes('.')": 'false',
  "typeof k === 'function'": 'false',
  "typeof keys === 'function'": 'false',
  "typeof missingInterpolationHandler === 'function'": 'false',
  'handleAsObject && !noObject': 'false && !noObject',
  'loggerOwner && loggerOwner !== this': 'false',
  "typeof Intl === 'undefined'": 'false',
  'isString(code) && hasCacheableFallback && !usesUncacheableOptionsFallback': 'false',
  "key && key.includes('###')": 'false',
  'obj !== undefined || path.length === 1': 'true',
  'if (skipOnVariables) {\n        const': 'if (false) {\n        const',
  'opt?.interpolation?.skipOnVariables !== undefined': 'false',
  'options?.interpolation?.skipOnVariables !== undefined': 'false',
  'cacheKey !== null': 'false',
  'escape$1 !== undefined ? escape$1 : escape': 'null',
  'ignoreJSONStructure && isString(key)': 'false',
  'callback && !this.isInitialized && !options.isClone': 'false',
  'this.options.fallbackLng && !null && !this.options.lng': 'false',
  'options.defaultNS == null && options.ns': 'false',
  "typeof options === 'function'": 'false',
  "typeof fallbacks === 'function'": 'false',
  'isString(fallbacks)': 'false',
  'isString(options.ns)': 'false',
  'isString(options.fallbackNS)': 'false',
  'options.supportedLngs': 'false',
  'options.keySeparator !== undefined': 'false',
  'options.nsSeparator !== undefined': 'false',
  'Array.isArray(key)': 'false',
  '!key.includes(this.formatSeparator)': 'true',
  '!options.silent': 'false',
  '!options.skipCopy': 'true',
  '!this.options.resources': 'false',
  'Array.isArray(fallbacks)': 'true',
  'if (deep)': 'if (false)',
  'isString(joinArrays)': 'false',
  'looksLikeObjectPath(key, nsSeparator, keySeparator)': 'true',
  'opt.nest !== false': 'false',
  'prefixEscaped || suffixEscaped || nestingPrefixEscaped || nestingSuffixEscaped': 'false',
  'this.utils?.hasLoadedNamespace': 'undefined',
  'Translator.hasDefaultValue(opt)': 'false',
  'fallbackLngKey !== this._cachedFallbackLng': 'false',
  'hasDefaultValue && defaultValue': 'false && defaultValue',
  'postProcessorNames?.length': 'false',
  'this.isSupportedCode(c)': 'true',
  'this.options.overloadTranslationOptionHandler': 'undefined',
  'usedKey || usedDefault || updateMissing': 'false',
  'wouldCheckForNsInKey && !seemsNaturalLanguage': 'false',
  'this.options.appendNamespaceToCIMode': 'false',
  'this.options.appendNamespaceToMissingKey': 'false',
  'this.options.cleanCode': 'false',
  'this.options.contextSeparator': '"_"',
  'this.options.fallbackNS': 'false',
  'this.options.ignoreJSONStructure': 'false',
  'this.options.interpolation.defaultVariables': 'undefined',
  'this.options.interpolation.skipOnVariables': 'true',
  'this.options.joinArrays': 'false',
  'this.options.keySeparator': '"."',
  'this.options.load': '"all"',
  'this.options.lowerCaseLng': 'false',
  'this.options.missingInterpolationHandler': 'false',
  'this.options.nsSeparator': '":"',
  'this.options.partialBundledLanguages': 'false',
  'this.options.pluralSeparator': '"_"',
  'this.options.preload': 'false',
  'this.options.returnDetails': 'false',
  'this.options.returnEmptyString': 'true',
  'this.options.returnNull': 'false',
  'this.options.saveMissingTo': '"fallback"',
  'this.options.userDefinedKeySeparator': 'undefined',
  'this.options.userDefinedNsSeparator': 'undefined',
  'this.alwaysFormat': 'false',
  'this.escapeValue': 'false',
  'this.logger.debug': 'false',
  'this.useRawValueToEscape': 'false',
  'opt.context': 'undefined',
  'opt.interpolation': 'undefined',
  'opt.joinArrays': 'undefined',
  'opt.keySeparator': 'undefined',
  'opt.lng': 'undefined',
  'opt.lngs': 'undefined',
  'opt.ns': 'undefined',
  'opt.nsSeparator': 'undefined',
  'opt.skipInterpolation': 'false',
  'opt.appendNamespaceToCIMode': 'undefined',
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
      const gone = (what) =>
        this.error(`i18next: there is no ${what}. Look at scripts/slim-i18next.js again.`);
      const cuts = [
        ...methodsIn(program, UNREACHABLE, gone).map(({ start, end }) => ({ start, end, rest: '' })),
        ...methodsIn(program, IDLE, gone).map(({ value: { body } }) => ({ ...body, rest: '{}' })),
        ...defaultsIn(program, gone).map(({ start, end }) => ({ start, end: end + 1, rest: '' })),
      ];
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
    const asked = new RegExp(`${question.replaceAll(/[.?()|!${}]/g, '\\$&')}(?![\\w$(])(?!\\s*=[^=])`, 'g');
    if (!asked.test(text))
      plugin.error(`i18next: nobody asks for ${question}. Look at scripts/slim-i18next.js again.`);
    return text.replace(asked, answer);
  }, code);
}

/** The methods that a table names, by class. */
function methodsIn(program, table, gone) {
  return Object.entries(table).flatMap(([name, methods]) => {
    const declared = program.body.find((one) => one.type === 'ClassDeclaration' && one.id.name === name);
    const members = declared?.body.body ?? [];
    return methods.map(
      (method) =>
        members.find((one) => one.type === 'MethodDefinition' && one.key.name === method) ??
        gone(`${name}.${method}`),
    );
  });
}

/** The default options, as the function `get` of i18next gives them, that are asked for by nobody. */
function defaultsIn(program, gone) {
  const declared = program.body
    .flatMap((one) => (one.type === 'VariableDeclaration' ? one.declarations : []))
    .find((one) => one.id.name === 'get');
  const defaults = declared?.init.body.properties ?? [];
  return UNASKED.map((name) => defaults.find((one) => one.key?.name === name) ?? gone(`option ${name}`));
}
