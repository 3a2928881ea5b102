import { expect, MARIA, test, talk } from '../../support/gadget.ts';

test('a failover loses neither the call nor what happened meanwhile', async ({
  signedIn,
  gadget,
  gc,
  finesse,
}) => {
  const dialog = await talk({ signedIn, gadget }, gc);
  finesse.failing();
  await expect(gadget.banner('Out of service')).toBeVisible();
  await expect(gadget.call).toBeVisible();
  gc.hangUp({ dialog });
  finesse.recovered();
  await expect(gadget.call).toBeHidden();
  await expect(gadget.banner('Out of service')).toBeHidden();
  await gadget.save();
  await gadget.goReady();
  gc.offerCall({ agent: '1001', ...MARIA.offer });
  await expect(gadget.incoming).toHaveCount(1);
});

test('what Finesse takes and refuses afterwards is told, and the state stays as it was', async ({
  signedIn,
  gadget,
  finesse,
}) => {
  await signedIn.openTab('Phone');
  await gadget.expectState('Not ready, Just signed in');
  finesse.failNext({ agent: '1001', error: 'CF_RESOURCE_BUSY' });
  await gadget.chooseState('Ready');
  await expect(gadget.alerts.first()).toBeVisible();
  await gadget.expectState('Not ready, Just signed in');
});
