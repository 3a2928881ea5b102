import type { Control } from '../../../simulator/api.ts';
import { expect, test } from '../../support/desk.ts';
import { on, talk } from '../consult/floor.ts';

const callVariables = [
  { name: 'callVariable1', label: 'Tier', editable: true },
  { name: 'callVariable2', label: 'Case' },
];

/** What the agent changed; the record that goes along with a transfer is the softphone's own. */
const changes = (gc: Control) =>
  gc
    .commands()
    .filter(({ command }) => command === 'update_call_variable')
    .map(({ parameters }) => parameters)
    .filter(([, name]) => name !== 'callVariable8');

for (const platform of ['uccx', 'ucce'] as const) {
  test.describe(`on ${platform}`, () => {
    const { config, simulation } = on(platform);
    test.use({ config: { ...config, callVariables }, simulation });

    test('a variable that may be changed is, by keyboard, and the history has the new value', async ({
      phone,
      gc,
      demo,
    }) => {
      const dialog = await talk(phone, gc);
      const pencil = phone.root.getByRole('button', { name: 'Change Tier' });
      await expect(phone.root.getByRole('button', { name: 'Change Case' })).toHaveCount(0);
      await pencil.press('Enter');
      const field = phone.root.getByRole('textbox', { name: 'Tier' });
      await expect(field).toBeFocused();
      await field.fill('a|b');
      await field.press('Enter');
      await expect(phone.root.getByText('“|”')).toBeVisible();
      await field.fill('Platinum');
      await field.press('Enter');
      await expect.poll(() => changes(gc)).toEqual([[dialog, 'callVariable1', 'Platinum']]);
      // GC tells of it with the next event of the call.
      await phone.hold.click();
      await expect(field).toBeHidden();
      await expect(phone.root.getByText('Platinum')).toBeVisible();
      gc.hangUp({ dialog });
      await phone.save();
      await expect(phone.status).toContainText('Call saved in the CRM');
      expect(demo.store.org().tasks.at(-1)?.Tier__c).toBe('Platinum');
    });

    test('Escape leaves it as it was, and nothing is sent', async ({ phone, gc }) => {
      await talk(phone, gc);
      await phone.root.getByRole('button', { name: 'Change Tier' }).click();
      const field = phone.root.getByRole('textbox', { name: 'Tier' });
      await field.fill('Silver');
      await field.press('Escape');
      await expect(field).toBeHidden();
      await expect(phone.root.getByText('Gold')).toBeVisible();
      expect(changes(gc)).toEqual([]);
    });
  });
}
