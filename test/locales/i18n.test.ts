import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { createI18n } from '../../src/ui/i18n.ts';
import type { I18n, I18nOptions } from '../../src/ui/i18n.ts';
import type { Notice } from '../../src/state/model.ts';

const BASE = new URL('../../locales/', import.meta.url);
const read = async (url: URL): Promise<unknown> => JSON.parse(await readFile(url, 'utf8'));

interface Made {
  readonly i18n: I18n;
  readonly notices: Omit<Notice, 'id'>[];
}

function make(options: Partial<I18nOptions> = {}): Made {
  const notices: Omit<Notice, 'id'>[] = [];
  const i18n = createI18n({
    base: BASE,
    read,
    preferred: ['en-GB'],
    onNotice: (notice) => notices.push(notice),
    ...options,
  });
  return { i18n, notices };
}

describe('the words', () => {
  it('are English from the first moment, without a file', () => {
    const { i18n } = make({ read: () => assert.fail('nothing to be fetched') });
    assert.equal(i18n.t('call.answer'), 'Answer');
    assert.deepEqual([i18n.language, i18n.direction], ['en', 'ltr']);
  });

  it('come in another language from a file below the base, once', async () => {
    const asked: string[] = [];
    const { i18n } = make({
      base: 'https://cdn.example/softphone/locales/',
      read: async (url) => {
        asked.push(url.href);
        return read(new URL('de.json', BASE));
      },
    });
    await i18n.use('de');
    await i18n.use('en');
    await i18n.use('de');
    assert.equal(i18n.t('call.answer'), 'Annehmen');
    assert.deepEqual(asked, ['https://cdn.example/softphone/locales/de.json']);
  });

  it('follow the browser where the configuration says auto', async () => {
    const { i18n, notices } = make({ preferred: ['sv-SE', 'de-AT', 'en'] });
    await i18n.use('auto');
    assert.equal(i18n.language, 'de');
    assert.equal(i18n.format.locale, 'de-AT');
    assert.deepEqual(notices, []);
  });

  it('stay English without a word where the browser wants none that there is', async () => {
    const { i18n, notices } = make({ preferred: ['sv'] });
    await i18n.use('auto');
    assert.equal(i18n.language, 'en');
    assert.deepEqual(notices, []);
  });

  for (const [why, language, failing] of [
    ['is not there', 'sv', false],
    ['is not a language', 'not a tag', false],
    ['cannot be fetched', 'de', true],
  ] as const) {
    it(`fall back to English with one notice when a language ${why}`, async () => {
      const { i18n, notices } = make(failing ? { read: () => Promise.reject(new Error('404')) } : {});
      await i18n.use(language);
      await i18n.use(language);
      assert.equal(i18n.t('call.answer'), 'Answer');
      assert.deepEqual(notices, [{ level: 'status', key: 'notice.language', values: { language } }]);
    });
  }

  it('are those of the language that was chosen last, whichever file comes first', async () => {
    const waiting = new Map<string, () => void>();
    const { i18n } = make({
      read: async (url) => {
        await new Promise<void>((resolve) => waiting.set(url.pathname.slice(-7, -5), resolve));
        return read(url);
      },
    });
    const german = i18n.use('de');
    const arabic = i18n.use('ar');
    waiting.get('ar')?.();
    await arabic;
    waiting.get('de')?.();
    await german;
    assert.equal(i18n.language, 'ar');
    assert.equal(i18n.direction, 'rtl');
  });

  it('tell who listens when they change', async () => {
    const { i18n } = make();
    let told = 0;
    const stop = i18n.subscribe(() => (told += 1));
    await i18n.use('de');
    stop();
    await i18n.use('en');
    assert.equal(told, 1);
  });

  it('are bracketed in the pseudo-language', async () => {
    const { i18n } = make();
    await i18n.use('xx');
    assert.equal(i18n.t('agentBar.state', { state: 'x' }), '⟦State: x⟧');
  });

  it('may differ in two softphones on one page', async () => {
    const [first, second] = [make().i18n, make().i18n];
    await first.use('de');
    assert.deepEqual([first.t('call.end'), second.t('call.end')], ['Auflegen', 'End']);
  });

  it('choose the plural form of the language, and write its digits', async () => {
    const { i18n } = make();
    assert.equal(i18n.t('pendingLogs.title', { count: 1 }), '1 log pending');
    assert.equal(i18n.t('pendingLogs.title', { count: 1200 }), '1,200 logs pending');
    await i18n.use('ar');
    assert.equal(i18n.t('match.several', { count: 2 }), 'سجلان مطابقان');
    assert.match(i18n.t('match.several', { count: 3 }), /سجلات مطابقة$/);
    await i18n.use('ar-EG');
    assert.match(i18n.t('match.several', { count: 3 }), /٣/);
  });

  it('leave what is put in as it is', () => {
    const { i18n } = make();
    const party = '<b>$t(call.end)</b> {{count}} & "';
    assert.equal(i18n.t('call.with', { party }), `Call with ${party}`);
  });

  it('keep the order of a number inside a right-to-left sentence', async () => {
    const { i18n } = make();
    await i18n.use('ar');
    assert.equal(i18n.t('call.with', { party: '+45 33' }), 'مكالمة مع \u2068+45 33\u2069');
  });
});

describe('the words of a notice', () => {
  it('put in the words that its values name', async () => {
    const { i18n } = make();
    await i18n.use('de');
    assert.match(
      i18n.notice({ key: 'notice.noAnswer', values: { command: 'command.HoldCall' } }),
      /„Halten“/,
    );
    const forbidden = {
      key: 'notice.forbiddenCharacter',
      values: { character: 'control', field: 'field.password' },
    };
    assert.match(i18n.notice(forbidden), /^„Ein Steuerzeichen“ .*„Passwort“/);
  });

  it('leave other values alone, and count', () => {
    const { i18n } = make();
    assert.equal(
      i18n.notice({ key: 'notice.popSeveral', values: { count: '3' } }),
      '3 records match. Choose one.',
    );
    const values = { rule: '2', by: 'callVariable2', record: 'reasonCode' };
    assert.equal(
      i18n.notice({ key: 'notice.popOpened', values }),
      'reasonCode opened by rule 2: callVariable2',
    );
  });

  it('are the key where there are none', () => {
    assert.equal(make().i18n.notice({ key: 'notice.fromTheFuture' }), 'notice.fromTheFuture');
  });
});
