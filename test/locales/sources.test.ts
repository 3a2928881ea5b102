import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';

const ROOT = new URL('../../', import.meta.url);
const KEY = /^[a-z][A-Za-z]*(\.[A-Za-z0-9_]+)+$/;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/**
 * Groups whose keys are put together from the tables of the protocol, which texts.test.ts holds them to, and from the
 * kinds of character that cannot be sent. The loader's are in the gadget's XML, which test/gadget/xml.test.ts looks at,
 * those of the Lightning web components are labels in Salesforce, which test/salesforce/labels.test.ts looks at.
 */
const FROM_TABLES = ['error.', 'message.', 'reasonCode.', 'character.', 'loader.', 'lwc.'];

interface Source {
  readonly file: string;
  readonly node: ts.SourceFile;
}

const sources: readonly Source[] = ['src', 'crm-adapter', 'gadget'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const file = `${folder}/${name}`;
      const text = readFileSync(new URL(file, ROOT), 'utf8');
      return { file, node: ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true) };
    }),
);

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

function keysOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [(path + key).replace(PLURAL, '')]
      : keysOf(value as object, `${path}${key}.`),
  );
}

const keys = new Set(keysOf(JSON.parse(readFileSync(new URL('locales/en.json', ROOT), 'utf8')) as object));

/** Every string of the sources that could be a key, and every beginning of one that is put together (`error.${code}`). */
function mentions(): { readonly whole: ReadonlySet<string>; readonly patterns: readonly RegExp[] } {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  for (const { node } of sources) {
    walk(node, (one) => {
      if (ts.isStringLiteral(one) || ts.isNoSubstitutionTemplateLiteral(one)) whole.add(one.text);
      if (!ts.isTemplateExpression(one) || !/^[a-z]\w*\.|^$/.test(one.head.text)) return;
      const parts = [one.head.text, ...one.templateSpans.map(({ literal }) => literal.text)];
      if (parts.join('').length < 2 || /[^\w.]/.test(parts.join(''))) return;
      patterns.push(new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.]+')}$`));
    });
  }
  return { whole, patterns };
}

describe('the keys', () => {
  const { whole, patterns } = mentions();

  it('that are used exist', () => {
    const groups = new Set([...keys].map((key) => key.split('.')[0]));
    const prefixes = new Set([...keys].map((key) => key.slice(0, key.lastIndexOf('.'))));
    // Paths of the configuration and of variables look alike; a key begins with a group of the locales.
    const used = [...whole].filter(
      (text) => KEY.test(text) && groups.has(text.split('.')[0]) && !prefixes.has(text),
    );
    const isConfigurationPath = (text: string): boolean =>
      (text.startsWith('signIn.') && text.includes('From')) || text === 'attention.volume';
    assert.ok(used.length > 100, 'the search finds keys at all');
    assert.deepEqual(
      used.filter((key) => !keys.has(key) && !isConfigurationPath(key)),
      [],
    );
  });

  it('that exist are used', () => {
    const unused = [...keys].filter(
      (key) =>
        !whole.has(key) &&
        !FROM_TABLES.some((group) => key.startsWith(group)) &&
        !patterns.some((pattern) => pattern.test(key)),
    );
    assert.deepEqual(unused, []);
  });
});

describe('the templates', () => {
  const SPOKEN = /\s(?:aria-label|aria-description|title|placeholder|alt)="([^"$]*[A-Za-z][^"]*)"/g;

  it('hold no words of their own', () => {
    const found: string[] = [];
    let looked = 0;
    for (const { file, node } of sources) {
      walk(node, (one) => {
        if (!ts.isTaggedTemplateExpression(one) || one.tag.getText() !== 'html') return;
        looked += 1;
        const { template } = one;
        const parts = ts.isNoSubstitutionTemplateLiteral(template)
          ? [template.text]
          : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
        const markup = parts.join('\u0000');
        const words = markup.replace(/<!--[^]*?-->/g, '').replace(/<[^>]*>/g, ' ');
        if (/[A-Za-z]{2}/.test(words)) found.push(`${file}: ${words.trim()}`);
        for (const [, spoken] of markup.matchAll(SPOKEN)) found.push(`${file}: ${spoken}`);
      });
    }
    assert.ok(looked > 40, 'the search finds templates at all');
    assert.deepEqual(found, []);
  });

  it('carry no style of their own, which a strict CSP would stop', () => {
    const styled = sources.filter(({ node }) => / style=|styleMap/.test(node.getText()));
    assert.deepEqual(
      styled.map(({ file }) => file),
      [],
    );
  });
});
