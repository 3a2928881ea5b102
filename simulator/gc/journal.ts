import type { CommandOutcome, ReceivedCommand } from '../api.ts';
import type { Clock } from '../clock.ts';
import type { Incoming } from './command.ts';
import { maskPasswords, parseCommand } from './command.ts';
import type { Outcome } from './gc.ts';

const longest = 5000;

/** The commands that have come, without passwords, and what became of them. */
export class Journal {
  readonly #clock: Clock;
  readonly #changed: (command: ReceivedCommand) => void;
  #commands: ReceivedCommand[] = [];
  #count = 0;
  readonly outcomes: Partial<Record<CommandOutcome, number>> = {};

  constructor(clock: Clock, changed: (command: ReceivedCommand) => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Keeps a command, which waits until it is settled. Returns the number under which it is kept. */
  received(incoming: Incoming): number {
    const parsed = parseCommand(incoming);
    this.#commands.push({
      number: ++this.#count,
      at: new Date(this.#clock.now()).toISOString(),
      transport: incoming.transport,
      command: parsed.name,
      subject: parsed.subject,
      parameters: maskPasswords(parsed),
      outcome: 'held',
    });
    this.#tally('held', 1);
    if (this.#commands.length > longest) this.#commands = this.#commands.slice(-longest / 2);
    return this.#count;
  }

  settle(number: number, outcome: Outcome): void {
    this.#tally('held', -1);
    this.#tally(outcome.outcome, 1);
    const place = this.#placeOf(number);
    const command = this.#commands[place];
    if (!command) return;
    const settled = { ...command, ...outcome };
    this.#commands[place] = settled;
    this.#changed(settled);
  }

  /** Says that a command is there, though nothing has become of it yet. */
  held(number: number): void {
    const command = this.#commands[this.#placeOf(number)];
    if (command) this.#changed(command);
  }

  list(after = 0): readonly ReceivedCommand[] {
    return this.#commands.slice(Math.max(0, this.#placeOf(after + 1)));
  }

  /** Numbers are given out without gaps; of one that is kept no longer it is negative. */
  #placeOf(number: number): number {
    return number - (this.#count - this.#commands.length) - 1;
  }

  #tally(outcome: CommandOutcome, more: number): void {
    this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + more;
  }
}
