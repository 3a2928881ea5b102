import { company } from '../../../simulator/fixtures/company.ts';
import { ADA, GRACE, Phone, expect, ring, test } from '../../support/desk.ts';
import { manyContacts } from '../../support/people-states.ts';

const MOST = 10_000;
const open = async (phone: Phone): Promise<void> => {
  await phone.root.getByRole('tab', { name: 'Directory' }).click();
};
const search = (phone: Phone) => phone.root.getByRole('searchbox', { name: 'Search people' });
const people = (phone: Phone) => phone.root.getByRole('grid', { name: 'People' }).getByRole('row');
const asked = (commands: readonly { readonly command: string }[]): string[] =>
  commands.map(({ command }) => command).filter((one) => /^(getallagents|GetPhonebookContacts)$/.test(one));

for (const platform of ['uccx', 'ucce'] as const) {
  test.describe(`on ${platform}`, () => {
    test.use({ config: { gc: { platform } }, simulation: { platform, timings: { answering: 200 } } });

    test('phonebooks and colleagues are asked for when the directory is opened, and one of them is called', async ({
      phone,
      gc,
    }) => {
      await phone.signIn();
      expect(asked(gc.commands())).toEqual([]);
      await open(phone);
      await expect(people(phone)).toContainText([/Ada Lovelace/, /Alan Turing/]);
      expect(asked(gc.commands()).sort()).toEqual([
        'GetPhonebookContacts',
        'GetPhonebookContacts',
        'getallagents',
      ]);
      await search(phone).pressSequentially('bohr');
      await expect(people(phone)).toHaveCount(1);
      await people(phone).getByRole('button', { name: 'Call Niels Bohr' }).click();
      await expect(phone.call).toHaveAccessibleName('Call with 33557300');
      await expect(phone.call).toContainText('Active');
      expect(gc.commands().find(({ command }) => command === 'MakeCall')?.parameters).toEqual(['33557300']);
    });
  });
}

test('a colleague is shown with the state of now, by keyboard alone', async ({
  phone,
  demo,
  context,
  gc,
}) => {
  const grace = new Phone(await context.newPage());
  await (grace.root as import('@playwright/test').Page).goto(demo.standaloneUrl);
  await grace.signIn(GRACE);
  await phone.signIn(ADA);
  await phone.root.getByRole('tab', { name: 'Keypad' }).press('ArrowRight');
  await expect(phone.root.getByRole('tab', { name: 'Directory' })).toBeFocused();
  await search(phone).fill('grace');
  // Once as a colleague with a state, though a phonebook has her too.
  await expect(people(phone)).toHaveCount(1);
  await expect(people(phone)).toContainText('Not ready');
  await search(phone).press('ArrowDown');
  await expect(people(phone).getByRole('button', { name: 'Call Grace Hopper' })).toBeFocused();
  await people(phone).getByRole('button').press('Enter');
  await expect(grace.incoming).toBeVisible();
  expect(gc.commands().find(({ command }) => command === 'MakeCall')?.parameters).toEqual(['2002']);
});

test('a phonebook that GC refuses says so, and comes when it is tried again', async ({ phone, gc }) => {
  await phone.signIn();
  gc.failNext({ agent: '1001', command: 'GetPhonebookContacts', error: 'GENERAL_ERROR' });
  await open(phone);
  const again = phone.root.getByRole('button', { name: 'Try again' });
  await expect(phone.root.getByText('A part of the directory could not be loaded.')).toBeVisible();
  await again.click();
  await expect(again).toBeHidden();
  await expect(people(phone).filter({ hasText: 'Alan Turing' })).toBeVisible();
});

test('a call that comes takes the screen, and what was looked for is there afterwards', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  await open(phone);
  await search(phone).fill('bohr');
  const dialog = ring(gc);
  await expect(phone.incoming).toBeVisible();
  await phone.take();
  await expect(search(phone)).toBeHidden();
  gc.hangUp({ dialog });
  await phone.save();
  await expect(search(phone)).toHaveValue('bohr');
  await expect(people(phone)).toHaveCount(1);
});

test.describe('with ten thousand contacts', () => {
  const [book, ...others] = company.phonebooks;
  const contacts = manyContacts(MOST).map((contact, index) => ({
    id: String(index),
    firstName: '',
    lastName: '',
    description: '',
    ...contact,
  }));
  test.use({
    simulation: { fixture: { phonebooks: [...(book ? [{ ...book, contacts }] : []), ...others] } },
  });

  test('a letter shows whom it means within a frame, and any of them is scrolled to', async ({
    alone,
    page,
  }) => {
    await alone.signIn();
    await open(alone);
    await expect(alone.root.getByText(/^10,00\d people$/)).toBeVisible();
    const grid = alone.root.getByRole('grid', { name: 'People' });
    await expect(grid).toHaveAttribute('aria-rowcount', /^1000\d$/);
    expect(await people(alone).count()).toBeLessThan(40);

    // From the letter to the rows on the page, several times: the least of them is what this machine can do.
    const took = await search(alone).evaluate(async (input: HTMLInputElement) => {
      type Updating = Element & { readonly updateComplete: Promise<unknown> };
      const directory = (input.getRootNode() as ShadowRoot).host as Updating;
      const list = directory.shadowRoot?.querySelector('gc-people-list') as Updating | null;
      const times: number[] = [];
      for (let round = 0; round < 5; round += 1)
        for (const text of ['s', 'so', 'sor', 'sore', 'soren', 'sorens']) {
          const start = performance.now();
          input.value = text;
          input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          await directory.updateComplete;
          await list?.updateComplete;
          times.push(performance.now() - start);
        }
      return Math.min(...times);
    });
    expect(took).toBeLessThan(16);

    await search(alone).fill('');
    await search(alone).press('ArrowDown');
    await page.keyboard.press('End');
    await expect(grid.locator('[aria-rowindex]').last()).toBeInViewport();
    await expect(grid.locator('button:focus')).toBeVisible();
  });
});
