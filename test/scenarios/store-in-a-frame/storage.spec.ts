import { expect, softphoneFrame, test } from '../../support/desk.ts';

test('the browser of these scenarios gives a frame of another site its storage and locks', async ({
  crm,
  phone,
}) => {
  await expect(phone.signInForm).toBeVisible();
  const frame = softphoneFrame(crm.page);
  expect(new URL(frame.url()).hostname).toBe('127.0.0.1');
  expect(new URL(crm.page.url()).hostname).toBe('localhost');
  const works = await frame.evaluate(async () => {
    sessionStorage.setItem('probe', 'tab');
    localStorage.setItem('probe', 'browser');
    const lock = await navigator.locks.request('probe', (held) => Promise.resolve(held?.name));
    return [sessionStorage.getItem('probe'), localStorage.getItem('probe'), lock];
  });
  expect(works).toEqual(['tab', 'browser', 'probe']);
});
