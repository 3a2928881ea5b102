import { slimmer } from './slim.js';

/**
 * What src/config.ts uses of valibot: schemas that are read by `safeParse`, all the way, in no language, of which an
 * issue has the kind, what was expected and where. `test/config/slim.test.ts` compares what it and the
 * whole one say of a configuration.
 */
const CUTS = {
  oneCase: {
    _addIssue: `
      const issue = {
        type: context.type,
        input: other && 'input' in other ? other.input : dataset.value,
        expected: other?.expected ?? context.expects,
        message: context.message,
        path: other?.path,
      };
      if (context.kind === 'schema') dataset.typed = false;
      (dataset.issues ??= []).push(issue);`,
    _standardSchema: 'return schema;',
    getDefault: 'return schema.default;',
    getGlobalConfig: '',
  },
  always: {
    'config$1.abortEarly': 'false',
    'config$1.abortPipeEarly': 'false',
    'async: false,': '',
    'origin: "key",': '',
    'origin: "value",': '',
    'valueSchema.fallback !== void 0': 'false',
    'valueSchema.type === "exact_optional" ||': '',
    '|| valueSchema.type === "nullish"': '',
    'valueSchema.type !== "exact_optional" &&': '',
    '&& valueSchema.type !== "nullish"': '',
    'requirement instanceof Date ? requirement.toJSON() :': '',
    ', { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) }':
      '',
    ', { received: `${dataset.value.length}` }': '',
  },
};

export const slimValibot = () => slimmer('valibot', { 'valibot/dist/index.mjs': CUTS });
