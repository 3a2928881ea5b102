import type { Locator } from '@playwright/test';
import en from '../../../locales/en.json' with { type: 'json' };
import type { Control } from '../../../simulator/api.ts';
import { expectedErrors } from '../../protocol/support/expected.ts';
import { ADA, expect, ring, test, type Phone } from '../../support/desk.ts';

/** No heartbeat comes between: GC stays silent for as long as a scenario takes. */
test.use({ config: { gc: { heartbeatSeconds: 60 } } });

const ERRORS = expectedErrors.filter(({ code }) => code !== 'SESSION_INVALIDATED');
/** GC goes on trying: the sign-in is not over with these. */
const PASSING = ['FINESSE_UNAVAILABLE', 'DOWN', 'NOT_REACHABLE'];

const words = (key: string): string => (en.error as Record<string, string>)[key] ?? key;
const frame = (code: string): string => JSON.stringify({ type: 'Error', agentId: '1001', code });

/** The field that an error asks for, by what the errors table says of it. */
function fieldOf(phone: Phone, behaviour: string): Locator | undefined {
  if (behaviour === 'askExtension') return phone.extension;
  return /^ask(Password|Credentials)$/.test(behaviour) ? phone.password : undefined;
}

const onlyDestination = (gc: Control): string => gc.snapshot().connections[0]?.destinations[0] ?? '';

test('while signing in: each error in the form, its field focused, and all that was typed still there', async ({
  phone,
  gc,
}) => {
  await phone.submit({ ...ADA, password: 'Secret' });
  await expect(phone.alerts).toHaveText(words('SUBSCRIPTION_FAILED'));
  gc.silence({ on: true });
  const destination = onlyDestination(gc);
  for (const { code, behaviour } of ERRORS) {
    await test.step(code, async () => {
      await phone.signInForm.getByRole('button', { name: 'Sign in' }).click();
      gc.raw({ destination, text: frame(code) });
      if (PASSING.includes(code)) {
        await expect(phone.alerts).toHaveText(words(code));
        await expect(phone.status).toHaveText('Signing in…');
        await phone.root.getByRole('button', { name: 'Dismiss' }).click();
        gc.raw({ destination, text: frame('GENERAL_ERROR') });
      }
      const isBusy = code === 'CF_RESOURCE_BUSY';
      const said = isBusy ? 'CF_RESOURCE_BUSY_LOGIN' : PASSING.includes(code) ? 'GENERAL_ERROR' : code;
      await expect(phone.alerts).toHaveText([words(said).replace('{{command}}', 'Sign in')]);
      const isId = code === 'USER_NOT_FOUND';
      const field = isBusy ? phone.extension : isId ? phone.agentId : fieldOf(phone, behaviour);
      if (field) await expect(field).toBeFocused();
      await expect(phone.agentId).toHaveValue('1001');
      await expect(phone.extension).toHaveValue('2001');
      await expect(phone.password).toHaveValue('Secret');
    });
  }
});

test('with a call up: each error is said, what it asks for opens, and the call and the note stay', async ({
  phone,
  gc,
}) => {
  await phone.signInReady();
  ring(gc);
  await phone.take();
  await phone.notes.fill('Half a sentence');
  for (const { code, behaviour } of ERRORS) {
    await test.step(code, async () => {
      gc.raw({ agent: '1001', text: frame(code) });
      // Nothing was asked of GC: there is no command to name.
      await expect(phone.alerts).toHaveText(words(code === 'CF_GENERIC_OPERATION' ? 'GENERAL_ERROR' : code));
      await expect(phone.call).toBeVisible();
      const field = fieldOf(phone, behaviour);
      if (field) {
        await expect(field).toBeFocused();
        await expect(phone.agentId).toHaveValue('1001');
        await expect(phone.extension).toHaveValue('2001');
        await expect(phone.hold).toBeDisabled();
        await phone.password.fill(ADA.password);
        await phone.password.press('Enter');
        await phone.expectState('Talking');
      } else {
        await expect(phone.signInForm).toBeHidden();
        if (behaviour === 'askReason') {
          await expect(phone.root.getByRole('menuitem', { name: 'Lunch' })).toBeFocused();
          await phone.root.getByRole('menu').press('Escape');
        }
        await phone.root.getByRole('button', { name: 'Dismiss' }).click();
      }
      await expect(phone.alerts).toHaveCount(0);
      await expect(phone.hold).toBeEnabled();
      await expect(phone.notes).toHaveValue('Half a sentence');
    });
  }
  gc.raw({ agent: '1001', text: frame('SESSION_INVALIDATED') });
  await expect(phone.root.getByRole('button', { name: 'Use this softphone here' })).toBeVisible();
  await expect(phone.call).toBeVisible();
});

test('a code that nobody knows is shown as it came', async ({ phone, gc }) => {
  await phone.signIn();
  gc.raw({ agent: '1001', text: '1001#Error#CF_QUITE_NEW' });
  await expect(phone.alerts).toContainText('CF_QUITE_NEW');
});
