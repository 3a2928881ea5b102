import { CrmError } from '../port.ts';
import { asObject, asText } from '../values.ts';

/**
 * Why Salesforce refused, by the documented codes (Open CTI Developer Guide, "Error Codes"; GENERIC_ERROR and
 * SERVER_ERROR say nothing more). `saveLog` alone fills `details`, with the server's errors of single fields: those make
 * it `invalid`, as does a record that is gone; a lack of rights makes it `denied`.
 * @param refused how the message begins
 * @param errors `errors` of the response
 */
export function readRefusal(refused: string, errors: readonly unknown[]): CrmError {
  const fields: Record<string, string> = {};
  const said = errors
    .flatMap((error) => [error, asObject(error)['code'], asObject(error)['description']])
    .map(asText);
  for (const error of errors) said.push(...readDetails(asObject(error)['details'], fields));
  const all = JSON.stringify(errors);
  // What was deleted does not come back by trying again.
  const isInvalid =
    asObject(errors[0])['code'] === 'INVALID_PARAM' ||
    Object.keys(fields).length > 0 ||
    all.includes('ENTITY_IS_DELETED');
  const code = all.includes('INSUFFICIENT_ACCESS') ? 'denied' : isInvalid ? 'invalid' : 'failed';
  return new CrmError(code, refused + (said.filter(Boolean).join(' ') || 'no reason given'), { fields });
}

/**
 * Puts what `details` say of single fields into `fields`, and returns what they say besides. Their shape is not
 * documented. Known from Salesforce's own services are entries that name their field
 * (`{field|fieldName|columnApiName, message}`, `{fields: […], message}`), a map `fieldErrors: {Field: [{message}]}` and
 * a list `pageErrors: [{message}]`; all are read, wherever they stand.
 */
function readDetails(details: unknown, fields: Record<string, string>): readonly string[] {
  return [details].flat().flatMap((one) => {
    const detail = asObject(one);
    const message = asText(detail['message'] ?? detail['description']);
    const names = [detail['field'], detail['fieldName'], detail['columnApiName'], detail['fields']]
      .flat()
      .map(asText)
      .filter(Boolean);
    if (message) for (const name of names) fields[name] = message;
    for (const [field, errors] of Object.entries(asObject(detail['fieldErrors'])))
      for (const error of [errors].flat()) readDetails({ ...asObject(error), field }, fields);
    return [
      names.length > 0 ? '' : message,
      ...['pageErrors', 'errors', 'details', 'output'].flatMap((key) =>
        detail[key] ? readDetails(detail[key], fields) : [],
      ),
    ];
  });
}
