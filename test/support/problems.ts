import type { BrowserContext } from '@playwright/test';

/** What must not happen in any scenario, in any page or frame: errors, warnings, violations of the CSP. */
export interface Problems {
  /** Something that this scenario brings about on purpose. */
  allow(...what: readonly RegExp[]): void;
  /** Everything that was logged, problem or not. */
  readonly log: readonly string[];
  /** What happened and was not allowed. */
  list(): readonly string[];
}

const NOTE_VIOLATION = 'noteViolation';

/** Says only that a page went, or a test ended, while the softphone was connecting. */
const LEFT_EARLY = /WebSocket is closed before the connection is established/;

/** Says only that nobody has clicked in a page yet: the softphone asks whether it may ring, and says what it heard. */
const NOT_CLICKED = /AudioContext was not allowed to start/;

/** The CRM of the demo spoke to the softphone's frame when its page was not there yet, or no more. */
const FRAME_EMPTY =
  /target origin provided \('http:\/\/127\.0\.0\.1:\d+'\) does not match the recipient window's origin \('http:\/\/localhost:\d+'\)\. \(http:\/\/localhost:\d+\/app\.js\)/;

/** Listens from before the first page on. */
export async function watchProblems(context: BrowserContext): Promise<Problems> {
  const log: string[] = [];
  const happened: string[] = [];
  const allowed: RegExp[] = [LEFT_EARLY, NOT_CLICKED, FRAME_EMPTY];

  context.on('console', (message) => {
    const line = `console ${message.type()}: ${message.text()} (${message.location().url})`;
    log.push(line);
    if (['error', 'warning', 'assert'].includes(message.type())) happened.push(line);
  });
  context.on('weberror', (error) => {
    const { message, stack } = error.error();
    happened.push(`uncaught: ${stack ?? message}`);
  });
  await context.exposeFunction(NOTE_VIOLATION, (what: string) => happened.push(what));
  await context.addInitScript((note) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
      const what = `CSP: ${violatedDirective} stopped ${blockedURI} at ${sourceFile}:${lineNumber}`;
      (window as unknown as Record<string, (what: string) => void>)[note]?.(what);
    });
  }, NOTE_VIOLATION);

  return {
    log,
    allow: (...what) => allowed.push(...what),
    list: () => happened.filter((one) => !allowed.some((pattern) => pattern.test(one))),
  };
}

/** What Chromium logs when a WebSocket cannot be opened, or breaks. */
export const BROKEN_SOCKET = /WebSocket connection to 'ws:[^']*' failed/;
