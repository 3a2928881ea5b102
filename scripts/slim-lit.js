import { slimmer } from './slim.js';

/**
 * What lit has for browsers that do not know adopted style sheets, for its polyfills, for decorators, which this product
 * does not use, and for whoever makes styles of other things than styles. The browsers this product is for are younger.
 * Class names are those of lit's own minified files.
 */
const FILES = {
  '@lit/reactive-element/css-tag.js': {
    oneCase: { n: { constructor: 'this._$cssResult$=!0;this.cssText=t;this.t=e' } },
    always: {
      't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype':
        'true',
      'if("number"==typeof t)return t;throw Error("Value passed to \'css\' function must be a \'css\' function result: "+t+". Use \'unsafeCSS\' to pass non-literal values, but take care to ensure page security.")':
        'return t',
    },
  },
  '@lit/reactive-element/reactive-element.js': {
    unreachable: { y: ['addInitializer'] },
    always: {
      'Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap': '',
      'const t=this[Symbol.metadata]': 'const t=null',
      'null!==t){const s=litPropertyMetadata': 'false){const s=litPropertyMetadata',
      ',void 0!==t.l&&(this.l=[...t.l])': '',
      ',this.constructor.l?.forEach(t=>t(this))': '',
      ',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")': '',
    },
  },
  'lit-html/lit-html.js': {
    always: { 'B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3")': '' },
  },
  'lit-element/lit-element.js': {
    always: {
      ',s.litElementHydrateSupport?.({LitElement:i})': '',
      'o?.({LitElement:i})': '',
      '(s.litElementVersions??=[]).push("4.2.2")': '',
    },
  },
};

export const slimLit = () => slimmer('lit', FILES);
