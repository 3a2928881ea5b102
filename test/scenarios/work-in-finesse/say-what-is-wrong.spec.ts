import { expect, test, withGadget, type DesktopPage } from '../../support/gadget.ts';

/** The sentence in the place of the softphone; the indicator is gone, and the frame has room for it. */
async function expectSentence(desktop: DesktopPage, ...parts: readonly (string | RegExp)[]): Promise<void> {
  await desktop.openTab('Phone');
  for (const part of parts) await expect(desktop.gadget().getByRole('alert')).toContainText(part);
}

for (const missing of ['jquery', 'finesse'] as const) {
  test.describe(`a desktop without ${missing}`, () => {
    test.use({ desktopSetup: withGadget('', { missing: [missing] }) });

    test('is told by name', async ({ signedIn, problems }) => {
      problems.allow(/404/, /is not defined/);
      await expectSentence(signedIn, 'cannot start', `/desktop/assets/js/${missing}.min.js`);
      await expect(signedIn.page.getByText('Loading…')).toBeHidden();
    });
  });
}

test.describe('a gadget of which only the first files were uploaded', () => {
  test.use({
    desktopSetup: async ({ page }, use) => {
      await page.route('**/gadget.js', (route) => route.fulfill({ status: 404, body: '' }));
      await use(withGadget());
    },
  });

  test('names the file that is missing', async ({ signedIn, problems }) => {
    problems.allow(/404/);
    await expectSentence(signedIn, '/3rdpartygadget/files/gc-softphone/gadget.js', 'uploaded');
    await expect(signedIn.page.getByText('Loading…')).toBeHidden();
  });
});

test.describe('a broker without TLS', () => {
  test.use({ desktopSetup: withGadget('transport=gc&gc.urls=ws://broker.example:61614') });

  test('is refused in words', async ({ signedIn, problems }) => {
    problems.allow(/gc\.urls\[0\]/);
    await expectSentence(signedIn, 'gc.urls[0]', 'wss:');
    await expect(signedIn.page.getByText('Loading…')).toBeHidden();
  });
});

test.describe('a password among the settings', () => {
  test.use({ desktopSetup: withGadget('password=secret') });

  test('is refused in words, which do not repeat it', async ({ signedIn }) => {
    await expectSentence(signedIn, 'password', 'Remove it');
    await expect(signedIn.gadget().getByRole('alert')).not.toContainText('hold a secret (secret');
  });
});

test.describe('a desktop with a strict policy', () => {
  test.describe('in its own transport', () => {
    test.use({ desktopSetup: withGadget('', { csp: 'strict' }) });

    test('is enough', async ({ signedIn, gadget }) => {
      await signedIn.openTab('Phone');
      await gadget.goReady();
    });
  });

  test.describe('in the transport of GC', () => {
    test.use({
      desktopSetup: withGadget('transport=gc&gc.urls=wss://broker.example:61614', { csp: 'strict' }),
    });

    test('is told which address it forbids', async ({ signedIn, gadget, problems }) => {
      problems.allow(/wss:\/\/broker\.example/);
      await signedIn.openTab('Phone');
      await expect(gadget.alerts.filter({ hasText: 'security policy' }).first()).toContainText(
        'broker.example',
      );
    });
  });
});

test('outside of a desktop the gadget does not start', async ({ page, server, problems }) => {
  problems.allow(/./);
  const spec = encodeURIComponent(`${server.origin}/3rdpartygadget/files/gc-softphone/gadget.xml`);
  await page.goto(`${server.origin}/gadgets/ifr?mid=0&lang=en&country=US&url=${spec}`);
  await expect(page.getByRole('alert')).toContainText('Finesse');
});
