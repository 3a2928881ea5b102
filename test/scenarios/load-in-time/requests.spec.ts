import { ADA, expect, phoneIn, ring, test } from '../../support/desk.ts';

for (const transport of ['stomp', 'socket'] as const) {
  test.describe(`over ${transport}`, () => {
    test.use({ transport });

    test('nothing is fetched from Ready to the saved call, and only the transport in use at all', async ({
      page,
      gc,
      demo,
    }) => {
      const fetched: string[] = [];
      page.on('request', (request) => {
        if (request.url().startsWith(demo.softphoneUrl)) fetched.push(new URL(request.url()).pathname);
      });
      await page.goto(demo.crmUrl);
      const phone = phoneIn(page);
      await phone.signInReady();
      // What opens rarely has come as well: the tabs are in it.
      await expect(phone.root.getByRole('tablist')).toBeVisible();
      const other = transport === 'stomp' ? 'socket' : 'stomp';
      expect(fetched.filter((path) => path.includes(`/${transport}-`))).toHaveLength(1);
      expect(fetched.filter((path) => path.includes(`/${other}-`))).toEqual([]);
      expect(fetched.length).toBe(new Set(fetched).size);

      const before = fetched.length;
      const dialog = ring(gc);
      await phone.take();
      await phone.hold.click();
      await phone.resume.click();
      await expect(phone.hold).toBeVisible();
      gc.hangUp({ dialog });
      await phone.chooseReason('Complaint');
      await phone.save();
      await expect(phone.status).toContainText('Call saved in the CRM');
      expect(fetched.slice(before)).toEqual([]);
    });
  });
}

test('the words of errors are fetched with the first of them', async ({ page, alone }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.reload();
  await expect(alone.agentId).toBeVisible();
  expect(fetched.filter((path) => path.includes('/rare-words-'))).toEqual([]);
  await alone.submit({ ...ADA, password: 'wrong' });
  await expect(alone.alerts).toHaveText('The agent ID or the password is wrong. Enter both again.');
  expect(fetched.filter((path) => path.includes('/rare-words-'))).toHaveLength(1);
});

test('where the words of an error cannot be fetched, its code is shown', async ({
  page,
  alone,
  problems,
}) => {
  problems.allow(/rare-words-/);
  await page.route('**/rare-words-*.js', (route) => route.abort());
  await alone.submit({ ...ADA, password: 'wrong' });
  await expect(alone.alerts).toContainText('SUBSCRIPTION_FAILED');
});
