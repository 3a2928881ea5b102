import { expect, ring, test } from '../../support/desk.ts';

for (const transport of ['stomp', 'socket'] as const) {
  test.describe(`over ${transport}`, () => {
    test.use({ transport });

    test('the softphone on a page of its own takes a call, and says that nothing is kept', async ({
      alone,
      gc,
    }) => {
      await alone.signInReady();
      ring(gc);
      await alone.take();
      await alone.hold.click();
      await expect(alone.call).toContainText('On hold');
      await alone.resume.click();
      await expect(alone.call).toContainText('Active');
      await alone.end.click();
      await expect(alone.wrapUp).toContainText('No CRM is configured');
      await alone.chooseReason('Complaint');
      await alone.save();
      await expect(alone.wrapUp).toBeHidden();
      await expect(alone.number).toBeVisible();
      expect(gc.snapshot().wrapUps.at(-1)).toMatchObject({ reason: 'Complaint' });
    });
  });
}

/** Labels without a comma: GC's text form separates them by one. */
const REASONS = [
  { key: '1', label: 'Complaint' },
  { key: '2', label: 'Order placed' },
];

for (const [what, simulation] of [
  ['writes the older text form', { format: 'text', fixture: { wrapUpReasons: REASONS } }],
  ['varies its spelling', { spelling: 'mixed' }],
  ['names no actions', { participants: 'plain' }],
  ['names no participants', { participants: 'none' }],
] as const) {
  test.describe('GC', () => {
    test.use({ simulation });
    test(`${what}: the flow is the same`, async ({ alone, gc }) => {
      await alone.signInReady();
      const dialog = ring(gc);
      await expect(alone.incoming).toHaveAccessibleName('Incoming call from +4533550123');
      await alone.take();
      await alone.hold.click();
      await expect(alone.call).toContainText('On hold');
      await alone.resume.click();
      await expect(alone.hold).toBeVisible();
      gc.hangUp({ dialog });
      await expect(alone.wrapUp).toBeVisible();
      await alone.chooseReason('Complaint');
      await gc.waitFor(({ wrapUps }) => wrapUps.some(({ reason }) => reason === 'Complaint'));
    });
  });
}
