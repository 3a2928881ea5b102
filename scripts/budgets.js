import { gzipSync } from 'node:zlib';

/** Gzipped bytes. What is loaded when, by the module that is imported then, and how much of it there may be. */
const CRM = [
  { name: 'before the sign-in form shows', limit: 45_000, lazily: [] },
  {
    name: 'sign-in to wrap-up, over stomp',
    limit: 65_000,
    lazily: ['src/phone.ts', 'src/transport/stomp.ts'],
  },
  {
    name: 'sign-in to wrap-up, over socket',
    limit: 65_000,
    lazily: ['src/phone.ts', 'src/transport/socket.ts'],
  },
  {
    name: 'the same with Salesforce Open CTI',
    limit: 75_000,
    lazily: [
      ...['src/phone.ts', 'src/transport/stomp.ts', 'src/softphone/crm.ts'],
      'crm-adapter/salesforce/open-cti.ts',
    ],
  },
  {
    name: 'the Salesforce Open CTI adapter alone',
    limit: 4_000,
    alone: 'crm-adapter/salesforce/open-cti.ts',
  },
  {
    name: 'what only supervisors see, alone',
    limit: 10_300,
    alone: 'src/elements/supervisor-elements.ts',
  },
];

const GADGET = [
  {
    name: 'before the gadget paints, in the desktop’s own transport',
    limit: 45_000,
    lazily: [],
    without: '@stomp',
  },
];

const LOADER_LIMIT = 1_500;

const size = (chunk) => gzipSync(chunk.code, { level: 9 }).length;
const row = (bytes, name) => console.log(`${String(bytes).padStart(8)}  ${name}`);

/** A rollup plugin for the gadget's loader, which is one file. */
export const checkLoader = {
  name: 'loader-budget',
  writeBundle(_, bundle) {
    const bytes = size(Object.values(bundle)[0]);
    row(bytes, `the gadget's loader, of ${LOADER_LIMIT}`);
    if (bytes > LOADER_LIMIT)
      this.error(`The loader: ${bytes} bytes gzipped, the budget is ${LOADER_LIMIT}.`);
  },
};

/** A rollup plugin: prints every chunk, and fails the build that is over a budget. */
export function checkBudgets(of) {
  return {
    name: 'budgets',
    writeBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const entry = chunks.find((chunk) => chunk.isEntry);
      const withImports = (chunk, seen = new Set()) => {
        if (seen.has(chunk)) return seen;
        seen.add(chunk);
        for (const name of chunk.imports) withImports(bundle[name], seen);
        return seen;
      };
      console.log('\n  gzip B  chunk');
      for (const chunk of chunks) row(size(chunk), chunk.fileName);
      for (const { name, limit, lazily, alone, without } of of === 'gadget' ? GADGET : CRM) {
        const wanted = alone ? new Set() : withImports(entry);
        for (const part of lazily ?? [alone]) {
          const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${part}`)));
          if (!chunk) this.error(`The budget "${name}" counts ${part}, which no chunk has.`);
          if (alone) wanted.add(chunk);
          else withImports(chunk, wanted);
        }
        const bytes = [...wanted].reduce((sum, chunk) => sum + size(chunk), 0);
        row(bytes, `${name}, of ${limit}`);
        if (without && [...wanted].some(({ moduleIds }) => moduleIds.some((id) => id.includes(without))))
          this.error(`${name}: ${without} is in it.`);
        if (bytes > limit && !process.env.OVER)
          this.error(`${name}: ${bytes} bytes gzipped, the budget is ${limit}.`);
      }
    },
  };
}
