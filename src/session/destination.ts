/**
 * A name for our own destination: at least 128 random bits, letters that every broker takes.
 * Source: GC wire contract, section 2.
 * @param template `gc.destination`: `{random}` and `{agentId}` are filled in
 * @param randomBytes as `crypto.getRandomValues` fills an array
 */
export function makeDestination(
  template: string,
  agentId: string,
  randomBytes: (into: Uint8Array<ArrayBuffer>) => unknown,
): string {
  const bytes = new Uint8Array(16);
  randomBytes(bytes);
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return template.replaceAll('{random}', random).replaceAll('{agentId}', agentId.replaceAll(/[^\w-]/g, '_'));
}
