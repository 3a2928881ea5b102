/** A control request that cannot be done: what, where in the request, what was expected and what was found. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly verb: string;
  /** The parameter; '' for the request as a whole. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;

  constructor(verb: string, where: string, expected: string, found: unknown) {
    const shown = found === undefined ? 'nothing' : JSON.stringify(found);
    super(`${verb}${where === '' ? '' : `.${where}`}: expected ${expected}, found ${shown}`);
    this.verb = verb;
    this.where = where;
    this.expected = expected;
    this.found = shown;
  }
}
