import { executeServerCommand } from '@web/test-runner-commands';

/** A part of the accessibility tree, as the browser tells assistive technology. */
export interface Accessible {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly disabled?: boolean;
  readonly checked?: 'true' | 'false' | 'mixed';
  readonly expanded?: boolean;
  readonly pressed?: 'true' | 'false' | 'mixed';
  readonly invalid?: string;
  readonly modal?: boolean;
}

/** Everything on the page with a role, in no particular order. */
export async function accessibles(): Promise<readonly Accessible[]> {
  return executeServerCommand<readonly Accessible[], undefined>('accessible-tree');
}

/** The one with this role and name; fails when there is none. */
export async function accessible(role: string, name: string): Promise<Accessible> {
  const all = await accessibles();
  const found = all.find((one) => one.role === role && one.name === name);
  if (!found) throw new Error(`There is no ${role} “${name}” among ${JSON.stringify(all.map(label))}`);
  return found;
}

/** `role "name"` of everything with a role. */
export async function names(): Promise<readonly string[]> {
  return (await accessibles()).map(label);
}

function label({ role, name }: Accessible): string {
  return `${role} "${name}"`;
}
