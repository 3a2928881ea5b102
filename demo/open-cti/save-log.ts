import type { Desk, FieldProblem, Written } from './desk.ts';
import { Fault } from './messages.ts';
import type { OpenCtiOptions } from './options.ts';

type Args = Readonly<Record<string, unknown>>;

/**
 * Writes a new task, or over the one with this Id.
 * @returns its id, in the form that the options want
 * @throws {Fault} INVALID_PARAM for a value that says neither or both, else what the server answers
 */
export async function saveLog(desk: Desk, options: OpenCtiOptions, value: Args): Promise<unknown> {
  const { Id, entityApiName, ...given } = value;
  if ((Id === undefined) === (entityApiName === undefined)) {
    throw new Fault(
      'INVALID_PARAM',
      'saveLog: value needs either Id, to update, or entityApiName, to create',
    );
  }
  if (Id !== undefined && (typeof Id !== 'string' || Id === '')) {
    throw new Fault('INVALID_PARAM', 'saveLog: Id must be the id of a record');
  }
  if (entityApiName !== undefined && entityApiName !== 'Task') {
    throw new Fault('SERVER_ERROR', `sObject type ${JSON.stringify(entityApiName)} is not supported`);
  }

  const missing = missingOf(options.requiredFields, given, entityApiName !== undefined);
  if (missing.length > 0) throw refusal(options, missing);
  // Field-level security: without a word, as in Lightning.
  const seen = Object.entries(given).filter(([field]) => !options.hiddenFields.includes(field));
  const written = await desk.writeTask(Id ?? '', Object.fromEntries(seen)).catch((): Written => {
    throw Id === undefined ? new Fault('SERVER_ERROR') : gone(Id);
  });
  if ('errors' in written) throw refusal(options, written.errors);
  return options.savedId === 'string' ? written.id : { recordId: written.id };
}

function gone(id: string): Fault {
  return new Fault('SERVER_ERROR', `invalid cross reference id: ${id}`);
}

function missingOf(required: readonly string[], given: Args, isNew: boolean): readonly FieldProblem[] {
  return required
    .filter((field) => given[field] === '' || given[field] === null || (isNew && given[field] === undefined))
    .map((field) => ({
      field,
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: `Required fields are missing: [${field}]`,
    }));
}

function refusal({ saveErrors }: OpenCtiOptions, problems: readonly FieldProblem[]): Fault {
  if (saveErrors === 'list') {
    return new Fault('SERVER_ERROR', problems.map(({ message }) => message).join('; '), problems);
  }
  const fieldErrors = Object.fromEntries(
    problems.map(({ field, statusCode, message }) => [
      field,
      [{ statusCode, message, fieldLabel: field, columnApiName: field }],
    ]),
  );
  return new Fault(
    'GENERIC_ERROR',
    'An error occurred while calling the saveLog() API method. Review the Details field in the error section.',
    [
      {
        message: 'An error occurred while trying to update the record. Please try again.',
        pageErrors: [],
        fieldErrors,
        potentialDuplicates: [],
      },
    ],
  );
}
