/** What passes between the desktop's page and the frames of its gadgets. */

export interface FromGadget {
  /** Its module id. */
  readonly gadget: string;
  readonly service: string;
  readonly args: readonly unknown[];
}

export type ToGadget =
  { readonly hub: 'connected' } | { readonly hub: 'message'; readonly topic: string; readonly data: unknown };
