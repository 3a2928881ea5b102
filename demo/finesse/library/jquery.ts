/** Stands where the desktop serves jQuery: enough for what only looks whether it is there. It is not jQuery. */
const nothing = { length: 0, ready: (run: () => void) => run() };
const stand = Object.assign(() => nothing, {
  fn: { jquery: '3.0.0-stand-in' },
  extend: (target: object, ...more: object[]) => Object.assign(target, ...more) as object,
  noConflict: () => stand,
});
Object.assign(window, { jQuery: stand, $: stand });

export {};
