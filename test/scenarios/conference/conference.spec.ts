import { consultCard, consultGrace, expect, on, talk, test } from '../consult/floor.ts';

for (const platform of ['uccx', 'ucce'] as const) {
  for (const participants of ['actions', 'none'] as const) {
    test.describe(`${platform}, a GC that tells ${participants === 'none' ? 'nobody' : 'everybody'} by itself`, () => {
      test.use(on(platform, { participants }));

      test('three on one call, each by name, and it goes on without the agent', async ({
        phone,
        gc,
        grace,
      }) => {
        await talk(phone, gc);
        await consultGrace(phone, grace);
        await consultCard(phone).getByRole('button', { name: 'Conference' }).click();
        await expect(consultCard(phone)).toBeHidden();
        const people = phone.root.getByRole('list', { name: 'Participants' }).getByRole('listitem');
        await expect(people).toHaveCount(3);
        await expect(people.first()).toContainText('You');
        await expect(people.filter({ hasText: '+4533550123' })).toHaveCount(1);
        await expect(people.filter({ hasText: /Grace|2002/ })).toHaveCount(1);
        await expect(phone.call.getByRole('button', { name: 'Consult' })).toHaveCount(0);
        await phone.end.click();
        await expect(phone.wrapUp).toBeVisible();
        expect(grace.call('active').number).toBe('+4533550123');
      });
    });
  }
}

test('the caller leaves, and two colleagues remain', async ({ phone, gc, grace }) => {
  const dialog = await talk(phone, gc);
  await consultGrace(phone, grace);
  await consultCard(phone).getByRole('button', { name: 'Conference' }).click();
  const people = phone.root.getByRole('list', { name: 'Participants' }).getByRole('listitem');
  await expect(people).toHaveCount(3);
  gc.hangUp({ dialog, party: '+4533550123' });
  await expect(people.filter({ hasText: '+4533550123' })).toHaveCount(0);
  await expect(phone.hold).toBeEnabled();
});
