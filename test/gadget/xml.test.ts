import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readSpec } from '../../demo/finesse/gadgets/spec.ts';

const XML = readFileSync('gadget/gadget.xml', 'utf8');
const LOADER = readFileSync('gadget/loader.ts', 'utf8');
const words = (language: string): Readonly<Record<string, string>> =>
  (JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as { loader: Record<string, string> }).loader;

const spec = readSpec(XML);
const body = spec.contents[0]?.body ?? '';

describe('the XML of the gadget', () => {
  it('requires what the desktop and its library want', () => {
    const required = spec.features.filter((one) => one.required).map(({ name }) => name);
    assert.deepEqual(required, ['pubsub-2', 'setprefs', 'dynamic-height', 'settitle', 'loadingindicator']);
    const indicator = spec.features.find(({ name }) => name === 'loadingindicator');
    assert.deepEqual(indicator?.params, { 'manual-dismiss': ['true'], 'loading-timeout': ['30'] });
  });

  it('has one body, in one CDATA section that nothing in it ends', () => {
    assert.equal(spec.contents.length, 1);
    assert.equal(XML.split('<![CDATA[').length, 2);
    assert.equal(XML.split(']]>').length, 2);
  });

  it('loads jQuery, the library and the loader, in this order, and nothing inline', () => {
    const scripts = [...body.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].map(
      ([, attributes = '', inline]) => [attributes.trim(), inline],
    );
    assert.deepEqual(scripts, [
      ['src="/desktop/assets/js/jquery.min.js"', ''],
      ['src="/desktop/assets/js/finesse.min.js"', ''],
      ['src="loader.js"', ''],
    ]);
    assert.doesNotMatch(body, /\sstyle=|<style|\son\w+=|javascript:/);
  });

  it('keeps the loader apart from the library: joined scripts share what breaks one of them', () => {
    assert.match(body, /finesse\.min\.js"><\/script>\s*<p/);
  });

  it('has no attribute that the schema of gadgets does not know', () => {
    const [, attributes = ''] = /<ModulePrefs([^>]*)>/.exec(XML) ?? [];
    const names = [...attributes.matchAll(/([\w_]+)=/g)].map(([, name]) => name);
    assert.deepEqual(names, ['title', 'description', 'author']);
  });

  it('hands every sentence to the loader, and has a bundle for each language', () => {
    const used = [...XML.matchAll(/__MSG_(\w+?)__/g)].map(([, name]) => name ?? '').sort();
    assert.deepEqual(used, Object.keys(words('en')).sort());
    assert.deepEqual(
      spec.locales.map(({ lang, messages }) => [lang, messages]),
      [
        ['all', 'messages/en.xml'],
        ['de', 'messages/de.xml'],
        ['ar', 'messages/ar.xml'],
      ],
    );
    for (const [, name = ''] of body.matchAll(/data-(\w+)=/g)) {
      const says = `say('${name}'`;
      const where = LOADER + readFileSync('gadget/gadget.ts', 'utf8');
      assert.ok(where.includes(says), `nobody says ${name}`);
    }
  });

  for (const language of ['en', 'de', 'ar']) {
    it(`${language} has words that can stand in an attribute`, () => {
      for (const [name, text] of Object.entries(words(language))) assert.doesNotMatch(text, /["<>]|__/, name);
    });
  }
});
