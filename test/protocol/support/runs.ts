/** How often a property runs: short by default, a hundred times that (or as often as said) with LONG=1. */
export function runs(short: number, long = short * 100): { readonly numRuns: number } {
  return { numRuns: process.env['LONG'] === '1' ? long : short };
}
