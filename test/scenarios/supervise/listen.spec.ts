import { act, action, expect, graceTalks, listen, listening, on, openTeam, row, test } from './floor.ts';

for (const platform of ['uccx', 'ucce'] as const) {
  test.describe(`on ${platform}`, () => {
    test.use(on(platform));

    test('a call is listened to, joined, and one of those on it is dropped', async ({ desk, gc, grace }) => {
      await openTeam(desk);
      await graceTalks(gc, grace);
      await listen(desk);
      // Nothing of an agent's own call, and the agent hears nothing of it.
      await expect(desk.wrapUp).toBeHidden();
      await expect(desk.incoming).toBeHidden();
      expect(grace.call('active').participants.length).toBeLessThan(3);
      await listening(desk).getByRole('button', { name: 'Barge in Grace Hopper' }).click();
      await expect(desk.call).toBeVisible();
      await expect(listening(desk)).toBeHidden();
      const people = desk.root.getByRole('list', { name: 'Participants' }).getByRole('listitem');
      await expect(people).toHaveCount(3);
      await grace.until('three on the call', ({ calls }) => (calls[0]?.participants.length ?? 0) === 3);
      await people
        .filter({ hasText: '+4533550123' })
        .getByRole('button', { name: /^Drop / })
        .click();
      await expect(people.filter({ hasText: '+4533550123' })).toHaveCount(0);
      await desk.end.click();
      await expect(desk.call).toBeHidden();
      await grace.until('the end of it', ({ calls }) => calls.every(({ phase }) => phase !== 'active'));
    });
  });
}

test('listening ends by the card and by the row, and the team stays in use meanwhile', async ({
  desk,
  gc,
  grace,
}) => {
  await openTeam(desk);
  await graceTalks(gc, grace);
  await listen(desk);
  await expect(row(desk, 'Ada Lovelace')).toContainText('Signed out');
  await act(desk, 'End monitoring', 'Grace Hopper');
  await expect(listening(desk)).toBeHidden();
  await listen(desk);
  await listening(desk).getByRole('button', { name: 'End monitoring Grace Hopper' }).click();
  await expect(listening(desk)).toBeHidden();
  await expect(desk.wrapUp).toBeHidden();
  expect(grace.call('active').phase).toBe('active');
});

test('the call that is listened to ends', async ({ desk, gc, grace }) => {
  await openTeam(desk);
  const dialog = await graceTalks(gc, grace);
  await listen(desk);
  gc.hangUp({ dialog });
  await expect(listening(desk)).toBeHidden();
  await expect(row(desk, 'Grace Hopper')).toContainText('Wrap-up');
});

test('who is ready is told to go not ready first', async ({ desk, gc, grace }) => {
  await openTeam(desk);
  await graceTalks(gc, grace);
  await desk.goReady();
  await expect(row(desk, 'Grace Hopper')).toContainText('Talking');
  const monitor = await action(desk, 'Monitor', 'Grace Hopper');
  await expect(monitor).toBeDisabled();
  await expect(monitor).toHaveAccessibleDescription('Go not ready first.');
});

test('what GC refuses is said, and can be tried again', async ({ desk, gc, grace }) => {
  await openTeam(desk);
  await graceTalks(gc, grace);
  await expect(row(desk, 'Grace Hopper')).toContainText('Talking');
  gc.failNext({ agent: '1100', command: 'silentmonitor', error: 'CF_INVALID_OBJECT_STATE' });
  await act(desk, 'Monitor', 'Grace Hopper');
  await expect(desk.alerts.filter({ hasText: 'another state than this needs' })).toBeVisible();
  await expect(listening(desk)).toBeHidden();
  await listen(desk);
});
