/** The Lightning web components' own modules, which are JavaScript. */

declare module '*/gcSoftphone/client.js' {
  import type { PhoneState } from '../../../crm-adapter/contract/contract.ts';
  export function createClient(options: {
    readonly post: (message: object) => void;
    readonly onChange: (phone: PhoneState | undefined) => void;
  }): {
    request(name: string, body?: object): Promise<unknown>;
    connect(): void;
    hear(message: unknown): void;
    disconnect(): void;
  };
}

declare module '*/gcSoftphone/note.js' {
  export interface Draft {
    readonly callKey: string;
    readonly text: string;
  }
  export function createNote(options: {
    readonly send: (callKey: string, notes: string) => Promise<boolean>;
    readonly noteOf: (callKey: string) => string | undefined;
    readonly onChange: (draft: Draft | undefined) => void;
  }): {
    write(callKey: string, text: string): void;
    settle(): void;
    flush(): Promise<boolean>;
  };
}

declare module '*/gcSoftphone/words.js' {
  export function duration(seconds: number): string;
  export function partyOf(call: { readonly name: string; readonly number: string }, withheld: string): string;
  export function problemOf(error: unknown, noAnswer: string): string;
  export function isSameId(one: string | undefined, other: string | undefined): boolean;
}
