/** A custom label with its placeholders filled in: `{{party}}`. Where the label has no such placeholder, nothing happens. */
export function fill(label, values) {
  return label.replace(/\{\{(\w+)\}\}/g, (whole, name) => values[name] ?? whole);
}

/** Seconds as people read them on a timer: `0:07`, `1:02:03`. */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

/** Who is on the other side: the CRM's name, else the number as it came, else that it was withheld. */
export function partyOf({ name, number }, withheld) {
  return name || number || withheld;
}

/** What to tell the agent of a request that failed: the softphone's words, or that it gave none. */
export function problemOf(error, noAnswer) {
  return error?.message || noAnswer;
}

/** Whether the focus is nowhere: what had it was disabled, or has gone. */
export function isFocusLost() {
  return !document.activeElement || document.activeElement === document.body;
}

/** Whether two ids name the same record: the 18 characters of one are its 15 with a checksum behind them. */
export function isSameId(one, other) {
  return Boolean(one) && Boolean(other) && one.slice(0, 15) === other.slice(0, 15);
}
