import type { Org } from '../records.ts';
import type { Match } from './search.ts';

interface PersonAccount {
  readonly accountId: string;
  readonly contactId: string;
}

/** A person account is one person with two records, an account and a contact. */
function personOf(org: Org, id: string): PersonAccount | undefined {
  for (const { Id, IsPersonAccount, PersonContactId } of org.accounts) {
    if (!IsPersonAccount || !PersonContactId) continue;
    if (Id === id || PersonContactId === id) return { accountId: Id, contactId: PersonContactId };
  }
  return undefined;
}

/** What a click's payload and `getAppViewInfo` hold beside the rest in an org with person accounts. */
export function personKeys(org: Org, id: string): Readonly<Record<string, string | boolean>> {
  const person = personOf(org, id);
  if (!person) return id ? { personAccount: false } : {};
  const { accountId, contactId } = person;
  return { ...(id === accountId ? { contactId } : { accountId }), personAccount: true };
}

/** What a hit on an account or contact holds beside the rest in an org with person accounts. */
export function personFields(org: Org, { entity, Id, fields }: Match): Readonly<Record<string, unknown>> {
  if (entity !== 'Account' && entity !== 'Contact') return {};
  const person = personOf(org, Id);
  const other =
    entity === 'Account'
      ? person && { PersonContactId: person.contactId }
      : { AccountId: person?.accountId ?? fields['AccountId'] };
  return { ...other, IsPersonAccount: person !== undefined };
}

/**
 * One record for each person: with person accounts the account, whose contact is left out where the account was found
 * too; without them the contact.
 */
export function onePerPerson(org: Org, enabled: boolean, matches: readonly Match[]): readonly Match[] {
  return matches.filter(({ entity, Id }) => {
    const person = personOf(org, Id);
    if (!person) return true;
    if (entity === 'Account') return enabled;
    return !enabled || !matches.some((other) => other.Id === person.accountId);
  });
}
