import { expect, idOf, phoneIn, ring, test } from './desk.ts';

test.describe('the dialling options of the call centre', () => {
  test.use({
    openCti: {
      callCenter: {
        '/reqDialingOptions/reqOutsidePrefix': '9',
        '/reqDialingOptions/reqLongDistPrefix': '1',
        '/reqDialingOptions/reqInternationalPrefix': '011',
      },
    },
    simulation: { timings: { answering: 100 } },
  });
  test('decide what is dialled, and what is searched for', async ({ crm, phone, gc, demo, asked }) => {
    await phone.signInReady();
    await expect.poll(() => demo.openCti.calls()['getCallCenterSettings'] ?? 0).toBeGreaterThan(0);
    await crm.page.goto(`${demo.crmUrl}/contact/${idOf(demo, 'James Okafor')}`);
    await crm.page
      .getByRole('button', { name: /^Dial \+1 415 555 0123/ })
      .first()
      .click();
    const abroad = await gc.waitForCommand('MakeCall');
    expect(abroad.parameters).toEqual(['901114155550123']);
    await expect(phone.hold).toBeVisible();
    await phone.end.click();
    await phone.chooseReason('New enquiry');
    await phone.wrapUp.getByRole('button', { name: 'Save and ready' }).click();
    await phone.expectState('Ready');

    ring(gc, { from: '901134915550178' });
    await expect(crm.title).toHaveText('Lucía Fernández');
    const terms = asked.filter(({ method }) => method === 'searchAndScreenPop');
    expect(terms.at(-1)?.args['searchParams']).toBe('34915550178');
  });
});

test.describe('a section of the call centre', () => {
  test.use({
    config: { crm: { callCenterSection: 'gcSoftphone' } },
    openCti: {
      callCenter: {
        '/gcSoftphone/callVariables': '[{"name":"callVariable3","label":"Priority"}]',
        '/gcSoftphone/screenPopRules': '[{"search":"{callVariable3}"}]',
      },
    },
  });
  test('lies over the configuration', async ({ crm, phone, gc }) => {
    await phone.signInReady();
    ring(gc, { variables: { callVariable1: 'Gold', callVariable3: '500-0058' } });
    await expect(phone.incoming).toContainText('Priority');
    await expect(phone.incoming).not.toContainText('Gold');
    await expect(phone.incoming).toContainText('Rule 1 · callVariable3');
    await expect(crm.title).toHaveText('500-0058 Wrong name on the account');
  });
});

test.describe('a section that the call centre does not have', () => {
  test.use({ config: { crm: { callCenterSection: 'elsewhere' } } });
  test('keeps the softphone from starting, and is named', async ({ phone, problems }) => {
    problems.allow(/SoftphoneError/);
    const alert = phone.root.getByRole('alert');
    await expect(alert).toContainText('The settings of the Salesforce call center cannot be laid over');
    await expect(alert).toContainText('The call center has no section elsewhere with items');
  });
});

test.describe('a container that is not ready yet', () => {
  test.use({ openCti: { containerDelayMs: 1200, standbyAfterMs: 300 } });
  test('the CRM says that the phone has not come up, until it has; numbers can be clicked then', async ({
    crm,
    demo,
  }) => {
    const panel = crm.page.getByRole('region', { name: /^(Phone|Signed out)$/ });
    const note = panel.getByRole('status');
    await expect(note).toContainText('The phone has not come up.');
    await expect(note).toBeHidden();
    await expect(panel).toHaveAccessibleName('Signed out');
    const phone = phoneIn(crm.page);
    await expect(phone.signInForm).toBeVisible();
    await expect(phone.alerts).toHaveCount(0);
    await crm.page.goto(`${demo.crmUrl}/contacts`);
    await expect(crm.page.getByRole('button', { name: /^Dial / }).first()).toBeVisible();
  });
});

test('the phone is starting until the softphone can work', async ({ crm, phone }) => {
  await expect(phone.signInForm).toBeVisible();
  await expect(crm.page.getByText('The phone is starting…')).toBeHidden();
});
