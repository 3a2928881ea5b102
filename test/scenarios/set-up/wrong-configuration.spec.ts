import { expect, test } from '../../support/desk.ts';

test.beforeEach(({ problems }) => problems.allow(/gc-softphone: /));

test.describe('wrong values', () => {
  test.use({
    config: {
      gc: { heartbeatSeconds: 0, platform: 'uccxx', passcode: 12, topicPrefix: '/topic/' },
      signIn: { sso: 'yes' },
    },
  });
  test('each wrong key is named with what was expected and what was found, and nothing starts', async ({
    crm,
    phone,
    gc,
    problems,
  }) => {
    const { root } = phone;
    const list = root.getByRole('alert');
    await expect(list).toContainText('The configuration of the softphone is not right');
    const rows = list.getByRole('listitem');
    await expect(rows).toHaveCount(4);
    await expect(rows.filter({ hasText: 'gc.heartbeatSeconds' })).toContainText(
      /Expected: a number of the allowed range \(>=1\)\. Found: 0\./,
    );
    await expect(rows.filter({ hasText: 'gc.platform' })).toContainText(
      'Expected: one of uccx | ucce. Found: "uccxx".',
    );
    await expect(rows.filter({ hasText: 'signIn.sso' })).toContainText(
      'Expected: true or false. Found: "yes".',
    );
    const passcode = rows.filter({ hasText: 'gc.passcode' });
    await expect(passcode).toContainText('Expected: a text.');
    await expect(passcode).not.toContainText('12');
    expect(problems.log.join('\n')).toContain('gc.platform');
    expect(gc.snapshot().connections).toEqual([]);
    await expect(phone.signInForm).toBeHidden();
    await expect(crm.title).toBeVisible();
  });
});

test.describe('an unknown key', () => {
  test.use({ config: { gc: { heartbeatSecond: 5 } } });
  test('is told in the console, and the softphone starts', async ({ phone, problems }) => {
    await phone.signIn();
    expect(problems.log.join('\n')).toContain('gc.heartbeatSecond');
  });
});

test.describe('no configuration', () => {
  for (const [what, address, words] of [
    ['none named', '/softphone.html', 'It was given no configuration.'],
    ['not there', '/softphone.html?config=/missing.json', 'Its configuration cannot be fetched.'],
    [
      'of another origin',
      '/softphone.html?config=http://localhost:1/c.json',
      'must come from the same origin',
    ],
    ['not JSON', '/softphone.html?config=/softphone.html', 'Its configuration is not JSON.'],
  ] as const) {
    test(what, async ({ page, demo, problems }) => {
      problems.allow(/404/, /SoftphoneError/);
      await page.goto(demo.softphoneUrl + address);
      await expect(page.getByRole('alert')).toContainText(words);
    });
  }
});
