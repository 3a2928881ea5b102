import assert from 'node:assert/strict';

/** Checks every row of an expected table, prints `<what> <passed>/<total>`, and fails with each row that failed. */
export function countRows<Row>(
  what: string,
  rows: readonly Row[],
  name: (row: Row) => string,
  check: (row: Row) => void,
): void {
  assert.ok(rows.length > 0, `${what}: the table is empty`);
  const failures: string[] = [];
  for (const row of rows) {
    try {
      check(row);
    } catch (problem) {
      failures.push(`${name(row)}: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  }
  console.log(`${what} ${rows.length - failures.length}/${rows.length}`);
  assert.deepEqual(failures, []);
}
