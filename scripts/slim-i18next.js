import { slimmer } from './slim.js';

/**
 * Methods of i18next that this product can never reach: it is handed its texts, and has no back end, no formats, no
 * nesting, no clones, no events and no log. After all that follows, 1.6 kB gzipped are left of 14;
 * `test/locales/slim.test.ts` compares what they say with what the whole one says.
 */
const UNREACHABLE = {
  EventEmitter: ['constructor', 'on', 'off', 'once', 'emit'],
  I18n: [
    ...['constructor', 'use', 'hydrate', 'setDefaultNamespace', 'toJSON', 'getFixedT', 'loadNamespaces'],
    ...['loadLanguages', 'dir', 'cloneInstance', 'loadResources', 'reloadResources', 'hasLoadedNamespace'],
    'setResolvedLanguage',
  ],
  Interpolator: ['constructor', 'nest', 'reset', 'init', 'resetRegExp'],
  LanguageUtil: [
    ...['constructor', 'deprecateBareCode', 'clearCache', 'isSupportedCode', 'getScriptPartFromCode'],
    ...['getLanguagePartFromCode', 'formatLanguageCode', 'getBestMatchFromCodes', 'getFallbackCodes'],
  ],
  Logger: ['constructor', 'init', 'log', 'warn', 'error', 'deprecate', 'once', 'forward', 'create', 'clone'],
  PluralResolver: ['needsPlural', 'getPluralFormsOfKey', 'getSuffixes', 'clearCache'],
  ResourceStore: [
    ...['addNamespaces', 'addResources', 'addResource', 'removeResourceBundle', 'getResourceBundle'],
    ...[
      'getDataByLanguage',
      'toJSON',
      'removeNamespaces',
      'deprecateDottedLng',
      'hasLanguageSomeTranslations',
    ],
  ],
  Translator: ['extendTranslation', 'getUsedParamsDetails', 'hasDefaultValue'],
};

/**
 * Methods of which one case is reached: its body. One name space, every text at hand, a bare language (`de`) at a time
 * with English behind it, and texts where `{{name}}` stands for a value.
 */
const ONE_CASE = {
  I18n: {
    init: `
      const services = {
        resourceStore: new ResourceStore(options.resources),
        languageUtils: new LanguageUtil(),
        pluralResolver: new PluralResolver(),
        interpolator: new Interpolator(),
      };
      this.translator = new Translator(services);
      for (const name of ['getResource', 'hasResourceBundle', 'addResourceBundle'])
        this[name] = (...args) => services.resourceStore[name](...args);
      this.changeLanguage(options.lng);`,
    changeLanguage: 'this.translator.changeLanguage(lng);',
    t: 'return this.translator.translate(...args);',
    exists: 'return this.translator.exists(...args);',
    createInstance: 'return new I18n();',
  },
  Interpolator: {
    interpolate: 'return str.replace(/{{-?(.+?)}}/g, (as, name) => data[name.trim()] ?? as);',
  },
  LanguageUtil: {
    toResolveHierarchy: "return code === 'en' ? [code] : [code, 'en'];",
  },
  PluralResolver: {
    constructor: 'this.rules = {};',
    getRule: 'return (this.rules[code] ??= new Intl.PluralRules(code));',
    getSuffix: 'return `_${this.getRule(code).select(count)}`;',
  },
  ResourceStore: {
    constructor: 'this.data = data;',
    getResource: "return getPath(this.data, [lng, ns, ...(key ? key.split('.') : [])]);",
    addResourceBundle: 'const of = (this.data[lng] ??= {}); of[ns] = { ...of[ns], ...resources };',
  },
  Translator: {
    constructor: 'Object.assign(this, services);',
    extractFromKey: "return { key, namespaces: ['translation'] };",
    isValidLookup: 'return res != null;',
    translate: 'return this.interpolator.interpolate(this.resolve(keys, o).res ?? keys, o.replace);',
  },
};

/**
 * What i18next asks of its options and plug-ins, and always hears the same from us. The bundler then drops what hangs on
 * the other answer.
 */
const ALWAYS = {
  'extends EventEmitter': '',
  'super()': '',
  'instance.createInstance': 'I18n.createInstance',
  'this.i18nFormat': 'null',
  '!this.checkedLoadedFor[`${codes[0]}-${ns}`]': 'false',
  "typeof k === 'function'": 'false',
  "key && key.includes('###')": 'false',
  'obj !== undefined || path.length === 1': 'true',
  'ignoreJSONStructure && isString(key)': 'false',
  'isString(options.ns)': 'false',
  'isString(options.fallbackNS)': 'false',
  'options.supportedLngs': 'false',
  'this.options.contextSeparator': '"_"',
  'this.options.fallbackNS': 'false',
  'this.options.pluralSeparator': '"_"',
  'opt.context': 'undefined',
  'opt.lng': 'undefined',
  'opt.lngs': 'undefined',
  'opt.returnObjects': 'false',
  'opt.ordinal': 'false',
};

const FILES = {
  'i18next/dist/esm/i18next.js': { unreachable: UNREACHABLE, oneCase: ONE_CASE, always: ALWAYS },
};

export const slimI18next = () => slimmer('i18next', FILES);
