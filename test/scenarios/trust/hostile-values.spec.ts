import type { Frame, Page } from '@playwright/test';
import { HOSTILE } from '../../support/texts.ts';
import { expect, test as base, ring, softphoneFrame } from '../../support/desk.ts';

interface Search {
  readonly searchParams: string;
}

/** Whatever a page asks of a server that is not this desk's, or opens in a dialog, fails the scenario. */
const test = base.extend<{ terms: string[]; outside: string[] }>({
  /** What the CRM was asked to search for. */
  terms: [
    async ({ page }, use) => {
      const terms: string[] = [];
      await page.exposeFunction('noteTerm', (term: string) => terms.push(term));
      await page.addInitScript(() => {
        addEventListener('message', ({ data }: MessageEvent<{ method?: string; args: Search } | null>) => {
          if (data?.method !== 'searchAndScreenPop') return;
          (window as unknown as { noteTerm(term: string): void }).noteTerm(data.args.searchParams);
        });
      });
      await use(terms);
    },
    { auto: true },
  ],
  outside: [
    async ({ page }, use) => {
      const outside: string[] = [];
      page.on('request', (request) => {
        if (/evil|^javascript:|\/x\?/.test(request.url())) outside.push(request.url());
      });
      page.on('dialog', (dialog) => {
        outside.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      await use(outside);
      base.expect(outside).toEqual([]);
    },
    { auto: true },
  ],
});

/** What a contact centre's script may hand on of what a caller said, typed or sent. */
const VALUES: Readonly<Record<string, string>> = {
  markup: '<b>Bold</b></p><script>alert(1)</script>',
  'an image that cannot be loaded': '<img src=/x?1 onerror=alert(1)>',
  'a frame': '<iframe srcdoc="<script>alert(1)</script>">',
  'words in braces of every kind': '{{party}} ${alert(1)} {ani} $t(call.end)',
  'a formula': '=HYPERLINK("http://evil.example","x")',
  'a query of Salesforce': "Maria* OR 'x' RETURNING User(Id) {\\}",
  'another query': "' OR Name LIKE '%",
  'text that turns around': '\u202ecba\u202c \u2067x\u2069 \u200f',
  'a zero byte': 'a\u0000b',
  'quotes and ends of tags': '"\'`--></style></title>&lt;i&gt;&amp;',
};

/** Elements of the page that somebody else's text has become. */
async function smuggled(where: Frame | Page): Promise<string[]> {
  return where.evaluate(() => {
    const found: string[] = [];
    const look = (root: Document | ShadowRoot): void => {
      for (const one of root.querySelectorAll('*')) {
        const isOurs = one.closest('body > header') !== null;
        if (!isOurs && one.matches('b, i, img, [onerror], [srcdoc], a[href^="javascript:"]'))
          found.push(one.outerHTML);
        if (one.shadowRoot) look(one.shadowRoot);
      }
    };
    look(document);
    return found;
  });
}

test('call variables are text: on screen, in the search, whatever they hold', async ({
  crm,
  phone,
  gc,
  demo,
  terms,
}) => {
  await phone.signInReady();
  for (const [what, value] of Object.entries(VALUES)) {
    await test.step(what, async () => {
      const variables = { callVariable1: value, callVariable2: value, callVariable5: value };
      const dialog = ring(gc, { from: '+34915550178', variables });
      await expect(phone.incoming).toHaveAccessibleName('Incoming call from Lucía Fernández');
      await expect(phone.incoming).toContainText('Rule 5 · ani');
      // The values stand in the card as they came, in elements of their own.
      const shown = phone.incoming.locator('.value bdi');
      expect((await shown.allTextContents()).map((one) => one.trim())).toEqual([value.trim(), value.trim()]);
      expect(terms.splice(0)).toEqual([value, '34915550178']);
      expect(await smuggled(softphoneFrame(crm.page))).toEqual([]);
      expect(await smuggled(crm.page)).toEqual([]);
      gc.hangUp({ dialog });
      await phone.expectState('Ready');
      await expect(phone.incoming).toBeHidden();
    });
  }
  // Rule 1 took none of them for a record, so that the one pop is the caller's.
  expect(demo.openCti.calls()['screenPop']).toBe(1);
});

test('a number is text: it is searched for as it came, and a new contact gets it so', async ({
  crm,
  phone,
  gc,
  terms,
}) => {
  await phone.signInReady();
  for (const from of [`<img src=/x?2 onerror=alert(1)>12345`, `{{party}}'12345" OR`]) {
    const dialog = ring(gc, { from });
    await expect(phone.incoming).toHaveAccessibleName(`Incoming call from ${from}`);
    const form = crm.page.getByRole('dialog', { name: 'New contact' });
    await expect(form.getByRole('textbox', { name: 'Phone' })).toHaveValue(from);
    expect(terms.splice(0)).toHaveLength(1);
    expect(await smuggled(softphoneFrame(crm.page))).toEqual([]);
    expect(await smuggled(crm.page)).toEqual([]);
    gc.hangUp({ dialog });
    await phone.expectState('Ready');
    await expect(phone.incoming).toBeHidden();
    await form.getByRole('button', { name: 'Cancel' }).click();
  }
});

test.describe('in the activity', () => {
  test.use({
    config: {
      activity: {
        subject: '{callVariable1}',
        fields: { Tier__c: undefined, Case_Number__c: '{callVariable2}', Campaign__c: '{BACampaign}' },
      },
    },
  });

  test('variables, those of a campaign too, the note and the name of a record are text', async ({
    crm,
    phone,
    gc,
    demo,
    terms,
  }) => {
    await phone.signInReady();
    const variables = { callVariable1: `${HOSTILE} {notes} {ani}`, callVariable2: '=1+1 {ani} ${x}' };
    gc.offerCampaignCall({
      agent: '1001',
      customer: '+14155550171',
      campaign: '<img src=/x?3 onerror=alert(1)>',
      account: "AC' OR Name != '",
      variables,
    });
    // The CRM's own names are no better than a caller's.
    const name = '<b>Bobby</b> "Tables" & Søn';
    await expect(phone.call).toHaveAccessibleName(`Call with ${name}`);
    await expect(crm.title).toHaveText(name);
    await expect(phone.region).toContainText(`Contact · ${name}`);
    expect(terms).toEqual(['=1+1 {ani} ${x}', "AC' OR Name != '", '+14155550171']);
    const note = '<script>alert(1)</script> {ani} =cmd()';
    await phone.notes.fill(note);
    await phone.end.click();
    await phone.chooseReason('Complaint');
    await phone.save();
    await expect(phone.status).toContainText('Call saved in the CRM');
    expect(demo.store.org().tasks.at(-1)).toMatchObject({
      Subject: variables.callVariable1,
      Case_Number__c: variables.callVariable2,
      Campaign__c: '<img src=/x?3 onerror=alert(1)>',
      Description: note,
    });
    await expect(crm.history.first()).toContainText(variables.callVariable1);
    await expect(crm.history.first()).toContainText(note);
    expect(await smuggled(softphoneFrame(crm.page))).toEqual([]);
    expect(await smuggled(crm.page)).toEqual([]);
  });

  test('5,000 characters are shown in their place, cut for their field and whole in the comments', async ({
    crm,
    phone,
    gc,
    demo,
  }) => {
    await phone.signInReady();
    const long = `${'<i>x</i> '.repeat(555)}the end`;
    ring(gc, { from: '+34915550178', variables: { callVariable1: long } });
    await expect(phone.incoming).toContainText('the end');
    // Answer stays where it can be pressed.
    await expect(phone.answer).toBeInViewport({ ratio: 1 });
    await phone.take();
    await phone.end.click();
    await phone.chooseReason('Complaint');
    await phone.save();
    await expect(phone.status).toContainText('Call saved in the CRM');
    const activity = demo.store.org().tasks.at(-1);
    expect(activity?.Subject).toHaveLength(255);
    expect(activity?.Subject?.endsWith('…')).toBe(true);
    expect(activity?.Description).toContain(long);
    expect(await smuggled(softphoneFrame(crm.page))).toEqual([]);
    expect(await smuggled(crm.page)).toEqual([]);
  });
});

test('a rule that opens what a variable says opens records, and nothing else', async ({ crm, phone, gc }) => {
  await phone.signInReady();
  const home = new URL(crm.page.url()).origin;
  const addresses = [
    'javascript:alert(document.domain)',
    'JaVaScRiPt:alert(1)//00000000',
    'data:text/html,<script>alert(1)</script>',
    '//evil.example/phish',
    'https://evil.example/phish',
    '/apex/Delete?id=1',
    '003Nw0000000004/../../x',
    '003Nw00000000 04',
  ];
  const visited = new Set<string>();
  crm.page.on('framenavigated', (frame) => {
    if (frame === crm.page.mainFrame()) visited.add(new URL(frame.url()).pathname);
  });
  for (const callVariable5 of addresses) {
    const dialog = ring(gc, {
      from: '+34915550178',
      variables: { callVariable5, callVariable8: callVariable5 },
    });
    // The rule fails; the next one finds the caller.
    await expect(phone.incoming).toContainText('Rule 5 · ani');
    // Once she is on screen, no later call opens her again.
    await expect(crm.title).toHaveText('Lucía Fernández');
    gc.hangUp({ dialog });
    await phone.expectState('Ready');
    await expect(phone.incoming).toBeHidden();
  }
  expect(new URL(crm.page.url()).origin).toBe(home);
  expect([...visited]).toEqual([expect.stringMatching(/^\/contact\/003\w+$/)]);
  expect(crm.page.context().pages()).toHaveLength(1);
});
