import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  currentLabelFiles,
  labelFiles,
  labelName,
  labelsIn,
  LANGUAGES,
  textsOf,
  type Texts,
} from '../../scripts/labels.ts';
import { everyTag, parseXml, textAt } from './xml.ts';

const files = currentLabelFiles();

const textsIn = (language: string): Texts =>
  textsOf(JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as object);

describe('the custom labels', () => {
  it('are one file of labels, and one of translations for each other language', () => {
    assert.deepEqual(
      [...files.keys()].map((path) => path.split('/').at(-1)),
      ['CustomLabels.labels-meta.xml', 'de.translation-meta.xml', 'ar.translation-meta.xml'],
    );
  });

  for (const [path, content] of files) {
    it(`stand in ${path} as the language files have them; else run: npm run labels`, () => {
      assert.equal(readFileSync(path, 'utf8'), content);
    });
  }

  it('say what the softphone says, in each language', () => {
    const english = textsIn('en');
    const [labels, ...translations] = [...files.values()].map(parseXml);
    const tags = everyTag(labels!, 'labels');
    assert.ok(tags.length > 20, 'the components have words');
    for (const tag of tags) assert.equal(textAt(tag, 'value'), english.get(textAt(tag, 'shortDescription')));
    const key = new Map(tags.map((tag) => [textAt(tag, 'fullName'), textAt(tag, 'shortDescription')]));
    for (const [index, language] of LANGUAGES.slice(1).entries()) {
      const texts = textsIn(language);
      for (const tag of everyTag(translations[index]!, 'customLabels')) {
        const [label, name] = [textAt(tag, 'label'), key.get(textAt(tag, 'name')) ?? ''];
        assert.equal(
          label,
          texts.get(name) ?? texts.get(name.replace(/_\w+$/, '_other')),
          `${language} ${name}`,
        );
      }
    }
  });

  it('hold every text that is there for the components alone', () => {
    const [labels] = files.values();
    const shown = everyTag(parseXml(labels ?? ''), 'shortDescription').map(({ text }) => text);
    const own = [...textsIn('en').keys()].filter((key) => key.startsWith('lwc.'));
    assert.ok(own.length > 0);
    assert.deepEqual(
      own.filter((key) => !shown.includes(key)),
      [],
    );
  });
});

describe('making labels', () => {
  const english: Texts = new Map([
    ['call.answer', 'Answer'],
    ['match.several_one', '{{count}} record'],
    ['match.several_other', '{{count}} records'],
    ['lwc.mark', 'a < b & "c" > d'],
    ['long.text', 'x'.repeat(1001)],
  ]);
  const german: Texts = new Map([
    ['call.answer', 'Annehmen'],
    ['match.several_other', '{{count}} Datensätze'],
    ['match.several_few', 'ein paar'],
    ['lwc.mark', 'a'],
    ['long.text', 'x'],
  ]);
  const make = (...labels: string[]) => [
    ...labelFiles(
      labels,
      new Map([
        ['en', english],
        ['de', german],
      ]),
    ).values(),
  ];

  it('names a label by its key', () => {
    assert.equal(labelName('call.answer'), 'GcCallAnswer');
    assert.equal(labelName('match.several_one'), 'GcMatchSeveralOne');
    assert.equal(labelName('lwc.history.none'), 'GcLwcHistoryNone');
  });

  it('finds what components and Apex import, once', () => {
    const source = `import a from '@salesforce/label/c.GcB'; import b from "@salesforce/label/c.GcA";`;
    assert.deepEqual(labelsIn([source, source, 'System.Label.GcC', 'Label.Other']), ['GcA', 'GcB', 'GcC']);
  });

  it('writes text so that it can be read again', () => {
    const [labels = ''] = make('GcLwcMark');
    assert.equal(textAt(everyTag(parseXml(labels), 'labels')[0], 'value'), english.get('lwc.mark'));
  });

  it('takes the other form of the plural where a language lacks one', () => {
    const [labels = '', translations = ''] = make('GcMatchSeveralFew', 'GcMatchSeveralOne');
    assert.deepEqual(
      everyTag(parseXml(labels), 'value').map(({ text }) => text),
      ['{{count}} records', '{{count}} record'],
    );
    assert.deepEqual(
      everyTag(parseXml(translations), 'label').map(({ text }) => text),
      ['ein paar', '{{count}} Datensätze'],
    );
  });

  it('refuses what no text has, what two have, and what Salesforce cannot take', () => {
    assert.throws(() => make('GcNothing'), /No text has the label GcNothing/);
    assert.throws(() => make('GcLongText'), /longer than 1000/);
    const dotted = `a.${'b.'.repeat(40)}c`;
    assert.throws(() => make(labelName(`call.${'x'.repeat(80)}`)), /No text has/);
    for (const key of [`x${'y'.repeat(80)}`, dotted])
      assert.throws(
        () => labelFiles([labelName(key)], new Map([['en', new Map([[key, 'x']])]])),
        /longer than 80 characters/,
      );
    const same: Texts = new Map([...english, ['call_answer', 'x']]);
    assert.throws(
      () => labelFiles(['GcCallAnswer'], new Map([['en', same]])),
      /call\.answer and call_answer/,
    );
    const poor: Texts = new Map();
    assert.throws(
      () =>
        labelFiles(
          ['GcCallAnswer'],
          new Map([
            ['en', english],
            ['de', poor],
          ]),
        ),
      /de has no text/,
    );
  });
});
