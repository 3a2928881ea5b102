import { expect, MARIA, ring, test, type Desk } from '../../support/desk.ts';
import { expectKept, historyOf, kept, NOTE, pendingIn, talkTo, WAYS, type Place } from './history.ts';

/** Each step of a call before its end, as far as the agent gets before the page goes. */
const BEFORE_SAVE: readonly (readonly [name: string, play: (desk: Pick<Desk, 'phone' | 'gc'>) => unknown])[] =
  [
    ['while it rings', ({ phone }) => expect(phone.incoming).toBeVisible()],
    ['while talking', ({ phone }) => phone.take()],
    [
      'with a note written while talking',
      async ({ phone }) => {
        await phone.take();
        await phone.notes.fill(NOTE);
      },
    ],
    [
      'in the wrap-up, with a note',
      async ({ phone }) => {
        await phone.take();
        await phone.end.click();
        await phone.chooseReason('Complaint');
        await phone.notes.fill(NOTE);
      },
    ],
  ];

for (const [name, play] of BEFORE_SAVE) {
  test(`the tab is killed ${name}: the call is in the history once, whole`, async ({
    crm,
    phone,
    gc,
    demo,
  }) => {
    const history = historyOf(demo);
    await phone.signInReady();
    const dialog = ring(gc);
    await play({ phone, gc });
    const hasNote = name.includes('note');
    if (hasNote) await expectKept(crm.page, { notes: NOTE });

    const again = await WAYS['the tab is killed']({ crm, phone }, demo);
    if (name === 'while it rings') await again.phone.take();
    if (!name.includes('wrap-up')) {
      await expect(again.phone.hold).toBeVisible();
      gc.hangUp({ dialog });
    }
    await expect(again.phone.wrapUp.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
    if (hasNote) await expect(again.phone.notes).toHaveValue(NOTE);
    else await again.phone.notes.fill(NOTE);
    await again.phone.save();
    await expect(again.phone.status).toContainText('Call saved in the CRM');
    await expect(again.phone.wrapUp).toBeHidden();

    expect(history.tasks()).toHaveLength(1);
    expect(history.tasks()[0]).toMatchObject({
      Subject: 'Inbound call +4533550123',
      Description: NOTE,
      Case_Number__c: MARIA.offer.variables.callVariable2,
      ...(name.includes('wrap-up') ? { CallDisposition: 'Complaint' } : {}),
    });
  });
}

for (const [what, go] of Object.entries(WAYS)) {
  test.describe(`${what} while the call goes into the history`, () => {
    /** Save, as the agent who has come back does: the form is there, and what was typed. */
    const save = async ({ phone }: Place): Promise<void> => {
      await expect(phone.notes).toHaveValue(NOTE);
      await phone.save();
      await expect(phone.wrapUp).toBeHidden();
    };

    test('it was created, nobody heard of it: "It is there"', async ({ crm, phone, gc, demo }) => {
      const history = historyOf(demo);
      await phone.signInReady();
      demo.openCti.set({ faults: [{ method: 'saveLog', times: 1, latencyMs: 60_000 }] });
      await talkTo(phone, gc);
      await phone.notes.fill(NOTE);
      await expect.poll(() => history.tasks().length).toBe(1);
      await expectKept(crm.page, { notes: NOTE, log: 'writing' });

      const again = await go({ crm, phone }, demo);
      await save(again);
      const pending = pendingIn(again.phone);
      await expect(pending).toContainText('May already be saved. Look before you send it again.');
      // What the CRM was not told is there to be copied.
      await expect(pending).toContainText(`If it is there, this may be missing:`);
      await expect(pending).toContainText(NOTE);
      expect(history.sent()).toBe(1);
      await pending.getByRole('button', { name: /^It is there: / }).click();
      await expect(pending).toBeHidden();
      expect(history.sent()).toBe(1);
      expect(history.tasks()).toHaveLength(1);
    });

    test('it was on its way and did not arrive: "Send again"', async ({ crm, phone, gc, demo }) => {
      const history = historyOf(demo);
      await phone.signInReady();
      demo.openCti.set({ faults: [{ method: 'saveLog', times: 1, lost: 'call' }] });
      await talkTo(phone, gc);
      await phone.notes.fill(NOTE);
      await expect.poll(history.sent).toBe(1);
      await expectKept(crm.page, { notes: NOTE, log: 'writing' });

      const again = await go({ crm, phone }, demo);
      await save(again);
      const pending = pendingIn(again.phone);
      await expect(pending).toContainText('May already be saved');
      expect(history.sent()).toBe(1);
      await pending.getByRole('button', { name: /^Send again: / }).click();
      await expect(pending).toBeHidden();
      await expect(again.phone.status).toContainText('Call saved in the CRM');
      expect(history.tasks().map(({ Description }) => Description)).toEqual([NOTE]);
    });

    test('it was created and not saved', async ({ crm, phone, gc, demo }) => {
      const history = historyOf(demo);
      await phone.signInReady();
      await talkTo(phone, gc);
      await phone.notes.fill(NOTE);
      await expectKept(crm.page, { notes: NOTE, log: 'written' });

      const again = await go({ crm, phone }, demo);
      await save(again);
      await expect(again.phone.status).toContainText('Call saved in the CRM');
      expect(history.tasks().map(({ Description }) => Description)).toEqual([NOTE]);
      expect(history.sent()).toBe(2);
    });

    for (const [became, fault] of [
      ['was made', { latencyMs: 60_000 }],
      ['did not arrive', { lost: 'call' }],
    ] as const) {
      test(`its change ${became}: it is made again, and nobody is asked`, async ({
        crm,
        phone,
        gc,
        demo,
      }) => {
        const history = historyOf(demo);
        await phone.signInReady();
        await talkTo(phone, gc);
        await expectKept(crm.page, { log: 'written' });
        demo.openCti.set({ faults: [{ method: 'saveLog', times: 1, ...fault }] });
        await phone.notes.fill(NOTE);
        await phone.save();
        await expect.poll(history.sent).toBe(2);

        const again = await go({ crm, phone }, demo);
        await expect.poll(history.sent).toBe(3);
        await expect.poll(() => history.tasks()[0]?.Description).toBe(NOTE);
        await expect(again.phone.root.getByText('log pending')).toBeHidden();
        await expect(again.phone.wrapUp).toBeHidden();
        expect(history.tasks()).toHaveLength(1);
      });
    }

    test('it has been saved: nothing is left to do', async ({ crm, phone, gc, demo }) => {
      const history = historyOf(demo);
      await phone.signInReady();
      await talkTo(phone, gc);
      await phone.notes.fill(NOTE);
      await phone.save();
      await expect(phone.status).toContainText('Call saved in the CRM');
      const sent = history.sent();

      const again = await go({ crm, phone }, demo);
      await again.phone.expectState('Wrap-up');
      await expect
        .poll(async () => (await kept(again.crm.page)).map(({ call }) => call?.log?.phase))
        .toEqual([undefined]);
      await expect(again.phone.wrapUp).toBeHidden();
      await expect(again.phone.root.getByText('log pending')).toBeHidden();
      expect(history.sent()).toBe(sent);
      expect(history.tasks().map(({ Description }) => Description)).toEqual([NOTE]);
    });
  });
}

test('saved, and the tab is killed before the CRM takes it: it is delivered once, after the sign-in', async ({
  crm,
  phone,
  gc,
  demo,
}) => {
  const history = historyOf(demo);
  await phone.signInReady();
  demo.openCti.set({ faults: [{ method: 'saveLog', code: 'SERVER_ERROR' }] });
  await talkTo(phone, gc);
  await phone.notes.fill(NOTE);
  await phone.save();
  await expect(pendingIn(phone)).toContainText('Trying again in');
  await expectKept(crm.page, { notes: NOTE, log: 'waiting' });
  expect(history.tasks()).toHaveLength(0);

  const again = await WAYS['the tab is killed']({ crm, phone }, demo);
  demo.openCti.set({ faults: [] });
  await expect.poll(() => history.tasks().map(({ Description }) => Description)).toEqual([NOTE]);
  await expect(again.phone.root.getByText('log pending')).toBeHidden();
  expect(history.tasks()).toHaveLength(1);
});
