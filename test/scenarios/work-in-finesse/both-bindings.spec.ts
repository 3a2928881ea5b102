import { expect, MARIA, test, withGadget, talk } from '../../support/gadget.ts';
import { Crm } from '../../support/crm.ts';
import { phoneIn } from '../../support/desk.ts';

test('beside it the softphone of a CRM works for the same agent', async ({
  signedIn,
  gadget,
  demo,
  gc,
  context,
}) => {
  await signedIn.openTab('Phone');
  await gadget.expectState('Not ready, Just signed in');
  const crm = new Crm(await context.newPage());
  await crm.page.goto(demo.crmUrl);
  const phone = phoneIn(crm.page);
  await phone.signInReady();
  await gadget.expectState('Ready');
  gc.offerCall({ agent: '1001', ...MARIA.offer });
  await expect(gadget.answer).toBeVisible();
  await phone.take();
  await expect(gadget.hold).toBeVisible();
  await gadget.hold.click();
  await expect(phone.resume).toBeVisible();
  await phone.end.click();
  await expect(gadget.call).toBeHidden();
});

test.describe('over GC', () => {
  test.use({
    desktopSetup: async ({ simulator }, use) => {
      await use(withGadget(`transport=gc&gc.urls=${simulator.url}`));
    },
  });

  test('the desktop’s agent is signed in without a form, and handles a call', async ({
    signedIn,
    gadget,
    gc,
  }) => {
    await signedIn.openTab('Phone');
    await gadget.goReady();
    await expect(signedIn.state).toHaveText('Agent state: Ready');
    gc.offerCall({ agent: '1001', ...MARIA.offer });
    await gadget.take();
    await gadget.end.click();
    await expect(gadget.call).toBeHidden();
    await gadget.state.click();
    await expect(gadget.root.getByRole('menuitem', { name: /Sign out/ })).toHaveCount(0);
  });

  test('a page that is loaded again in a call has the call again', async ({ signedIn, gadget, gc }) => {
    await talk({ signedIn, gadget }, gc);
    await signedIn.page.reload();
    await signedIn.openTab('Phone');
    await expect(gadget.hold).toBeVisible();
    await expect(signedIn.state).toHaveText('Agent state: Talking');
  });

  test('who signs in elsewhere ends it, and it stays ended until the agent asks', async ({
    signedIn,
    gadget,
    demo,
    context,
  }) => {
    await signedIn.openTab('Phone');
    await gadget.expectState('Not ready, Just signed in');
    const crm = new Crm(await context.newPage());
    await crm.page.goto(demo.crmUrl);
    const phone = phoneIn(crm.page);
    await phone.signInReady();
    const here = gadget.root.getByRole('button', { name: 'Use this softphone here' });
    await expect(here).toBeVisible();
    // Had the gadget connected again, the CRM's softphone would be out by now.
    await phone.chooseState('Lunch');
    await phone.expectState('Not ready, Lunch');
    await expect(here).toBeVisible();
    await expect(signedIn.state).toHaveText('Agent state: Not Ready - Lunch');
    await here.click();
    await gadget.expectState('Not ready, Lunch');
  });
});
