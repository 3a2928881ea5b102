/** A note goes to the softphone this long after the last key, and before anything else that needs it. */
const AT_REST_MS = 400;

/**
 * The note of a call while it is being written, ahead of the softphone's: it is sent when the keys rest, and given up once
 * the softphone has it, or another one after it.
 * @param options.send sends the note of a call; resolves with whether it was taken
 * @param options.noteOf the softphone's note of a call; undefined where there is no such call
 * @param options.onChange called with `{ callKey, text }` as it is written, and with undefined when it is given up
 */
export function createNote({ send, noteOf, onChange }) {
  let draft;
  let timer;

  function become(next) {
    draft = next;
    onChange(next);
  }

  /** Whether it is still ahead of the softphone; of a call that is over nobody takes it any more. */
  function isAhead({ callKey, text, sentOver }) {
    const notes = noteOf(callKey);
    return notes !== undefined && notes !== text && (sentOver === undefined || notes === sentOver);
  }

  function settle() {
    if (draft && !isAhead(draft)) become(undefined);
  }

  async function flush() {
    clearTimeout(timer);
    const sent = draft;
    if (!sent) return true;
    const { callKey, text } = sent;
    const over = noteOf(callKey);
    const isDone = await send(callKey, text);
    // What was not taken stays: the softphone may only be on its way back.
    if (!isDone) return false;
    // From here on another note than the one it was written over is a later one.
    sent.sentOver = over;
    if (sent === draft) settle();
    return true;
  }

  return {
    /** The field of this call holds this text now. */
    write(callKey, text) {
      // The call below has changed while somebody wrote: what was written belongs to the one before.
      if (draft && draft.callKey !== callKey) flush();
      become({ callKey, text });
      clearTimeout(timer);
      timer = setTimeout(flush, AT_REST_MS);
    },

    /** The softphone has told how its calls are. */
    settle,

    /** Sends what waits to be sent. @returns whether nothing is left */
    flush,
  };
}
