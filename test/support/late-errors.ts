/** Fails the test after which an error was seen that nobody awaited. The runner's page collects them; it would pass otherwise. */

declare global {
  interface Window {
    readonly lateErrors: string[];
  }
}

const check = async (): Promise<void> => {
  // Rejections are reported a task after the promise was left alone.
  await new Promise((resolve) => setTimeout(resolve));
  const errors = window.lateErrors.splice(0);
  if (errors.length > 0) throw new Error(`Nobody awaited:\n${errors.join('\n')}`);
};

afterEach(check);
after(check);

export {};
