import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from '../../demo/finesse/gadgets/render.ts';
import type { GadgetContext, RenderOptions } from '../../demo/finesse/gadgets/render.ts';
import { rewrite } from '../../demo/finesse/gadgets/rewrite.ts';

const base = 'http://finesse/3rdpartygadget/files/phone/gadget.xml?gcUrl=wss://gc';

interface Parts {
  readonly preferences?: string;
  readonly prefs?: string;
  readonly content?: string;
  readonly attributes?: string;
}

const gadget = ({ preferences = '', prefs = '', content = '', attributes = '' }: Parts): string =>
  `<Module><ModulePrefs title="__MSG_title__">${preferences}</ModulePrefs>${prefs}<Content type="html" ${attributes}><![CDATA[${content}]]></Content></Module>`;

/** Renders one, with message bundles beside it. */
async function shown(
  parts: Parts | string,
  query: Readonly<Record<string, string>> = {},
  options: RenderOptions = {},
): Promise<{ readonly html: string; readonly context: GadgetContext; readonly body: string }> {
  const files: Readonly<Record<string, string>> = {
    [base]: typeof parts === 'string' ? parts : gadget(parts),
    'http://finesse/3rdpartygadget/files/phone/all.xml':
      '<messagebundle><msg name="title">Phone</msg><msg name="only">only here</msg></messagebundle>',
    'http://finesse/3rdpartygadget/files/phone/ar.xml':
      '<messagebundle><msg name="title">هاتف</msg></messagebundle>',
  };
  const html = await render(
    new URLSearchParams({ url: base, mid: '7', ...query }),
    async (url) => files[url] ?? assert.fail(`no ${url}`),
    options,
  );
  const json = /id="gadget-context">(.*?)<\/script>/.exec(html)?.[1] ?? '';
  return {
    html,
    context: JSON.parse(json) as GadgetContext,
    body: /<body>(.*)<\/body>/s.exec(html)?.[1] ?? '',
  };
}

describe('a gadget in the container', () => {
  it('has its preferences and its messages put in, and what nobody knows left as it is', async () => {
    const { body, context } = await shown(
      {
        preferences: '<Locale messages="all.xml"/><Locale lang="ar" messages="ar.xml"/>',
        prefs: '<UserPref name="id" datatype="hidden"/><UserPref name="size" default_value="5"/>',
        content: '__UP_id__ __UP_size__ __UP_other__ __MSG_title__ __MSG_only__ __MSG_none__ __MODULE_ID__',
      },
      { up_id: '<b>&', up_other: 'x', lang: 'ar', country: 'SA' },
    );
    assert.equal(body, '&#60;b&#62;&#38; 5 __UP_other__ هاتف only here __MSG_none__ 7');
    assert.equal(context.title, 'هاتف');
    assert.equal(context.prefs['other'], 'x', 'its scripts see the desktop’s own');
  });

  it('shows the content of its view, and of the default where there is none for it', async () => {
    const xml =
      '<Module><ModulePrefs title=""/><Content view="default,canvas"><![CDATA[a]]></Content><Content view="canvas">b</Content></Module>';
    assert.deepEqual(
      await Promise.all(
        ['default', 'canvas', 'profile'].map(async (view) => (await shown(xml, { view })).body),
      ),
      ['a', 'ab', 'a'],
    );
  });

  it('is in quirks mode, has its features told, and its context cannot end the script', async () => {
    const { html, context } = await shown(
      {
        preferences:
          '<Require feature="loadingindicator"><Param name="manual-dismiss">true</Param></Require><Optional feature="unheard-of"/>',
        prefs: '<UserPref name="x" default_value="&lt;/script&gt;"/>',
      },
      {},
    );
    assert.ok(html.startsWith('<html>'));
    assert.deepEqual(context.features, { loadingindicator: { 'manual-dismiss': ['true'] } });
    assert.equal(context.prefs['x'], '</script>');
    const { html: standards } = await shown({}, {}, { doctype: true });
    assert.ok(standards.startsWith('<!DOCTYPE html>'));
  });

  for (const [what, xml, message] of [
    [
      'requires what the container has not',
      gadget({ preferences: '<Require feature="osapi"/>' }),
      /Unsupported feature: osapi/,
    ],
    ['is no XML', '<Module>', /does not end/],
    ['ends its CDATA early', gadget({ content: 'a[b[0]]>c' }), /line 1/],
    ['is something else', '<html/>', /No <Module>/],
    ['shows nothing', '<Module><ModulePrefs title=""/></Module>', /No <Content>/],
    ['is another page', gadget({}).replace('type="html"', 'type="url"'), /type url/],
  ] as const) {
    it(`is not shown when it ${what}`, async () => {
      await assert.rejects(shown(xml), message);
    });
  }
});

describe('a gadget’s HTML', () => {
  const rewritten = (html: string, excluded: readonly string[] = [], concat = false): string =>
    rewrite(html, { base, excluded, concat });
  const folder = 'http://finesse/3rdpartygadget/files/phone/';

  it('has its addresses resolved against the XML’s, where Shindig does so', () => {
    assert.equal(
      rewritten('<img src=a.png><IMG alt="" src="b.png">'),
      `<img src="${folder}a.png"><IMG alt="" src="${folder}b.png">`,
    );
    assert.equal(rewritten('<body background="c.png">'), `<body background="${folder}c.png">`);
    assert.equal(
      rewritten('<script data-src="x" src=\'d.js\'></script>'),
      `<script data-src="x" src="${folder}d.js"></script>`,
    );
    assert.equal(
      rewritten('<a href="e.html"><iframe src="f.html">'),
      '<a href="e.html"><iframe src="f.html">',
    );
    assert.equal(rewritten('<img src="/g.png?a=1&amp;b">'), '<img src="http://finesse/g.png?a=1&amp;b">');
  });

  it('has a stylesheet resolved only with both rel and type', () => {
    const full = '<link rel="stylesheet" type="text/css" href="a.css">';
    assert.equal(rewritten(full), full.replace('a.css', `${folder}a.css`));
    for (const link of ['<link rel="stylesheet" href="a.css">', '<link type="text/css" href="a.css">'])
      assert.equal(rewritten(link), link);
  });

  it('has neighbouring scripts made one, with the attributes of the first', () => {
    const two = rewritten(
      '<script src="a.js"></script>\n<!-- x --><script type="module" src="b.js"></script>',
      [],
      true,
    );
    const [one, other] = ['a.js', 'b.js'].map((name) => encodeURIComponent(folder + name));
    assert.equal(
      two,
      `<script src="/gadgets/concat?type=js&amp;1=${one ?? ''}&amp;2=${other ?? ''}"></script>`,
    );
    const apart = '<script src="a.js"></script><p></p><script src="b.js"></script>';
    assert.equal(rewritten(apart, [], true), rewritten(apart));
    const inline = '<script src="a.js"></script><script>1</script><script src="b.js"></script>';
    assert.equal(rewritten(inline, [], true), rewritten(inline));
  });

  it('keeps what is excluded by a part of its address, in any case; a star is everything', () => {
    const scripts =
      '<script src="a.js"></script><script type="module" src="App.js"></script><script src="c.js"></script>';
    const kept = rewritten(scripts, ['app'], true);
    assert.ok(kept.includes('<script type="module" src="App.js"></script>'));
    assert.ok(!kept.includes('concat'));
    assert.equal(rewritten(scripts, ['*'], true), scripts);
  });
});
