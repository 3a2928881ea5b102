/*
 * A stand-in for Cisco's finesse.js, for demo and tests only: none of it is Cisco's. It has the part that gadgets of ours
 * use, with the manners of the real one; README.md says where each is known from.
 */
import { authorizationOf, ClientServices, theHub } from './client.ts';
import type { Config } from './client.ts';
import { containerservices } from './container.ts';
import { Dialog } from './dialog.ts';
import { RestCollection } from './rest.ts';
import { PhoneBook, Team, User } from './user.ts';

interface Prefs {
  getString(name: string): string;
  set(name: string, value: string): void;
}

const page = window as unknown as {
  readonly jQuery?: unknown;
  readonly gadgets?: {
    readonly Prefs: new () => Prefs;
    readonly util: { unescapeString(text: string): string };
  };
  finesse?: object;
};
if (!page.jQuery) throw new ReferenceError('jQuery is not defined');
if (!page.gadgets) throw new ReferenceError('gadgets is not defined');

const { Prefs, util } = page.gadgets;
const prefs = new Prefs();
const pref = (name: string): string => util.unescapeString(prefs.getString(name));

const [authorization, authToken] = ['userFinesseAuth', 'ssoToken'].map((key) => sessionStorage.getItem(key));
const Config: Config = {
  ...Object.fromEntries(
    ['scheme', 'host', 'hostPort', 'restHost', 'localhostFQDN', 'localhostPort', 'id', 'extension', 'locale']
      .concat([
        'language',
        'country',
        'mobileAgentMode',
        'mobileAgentDialNumber',
        'xmppDomain',
        'pubsubDomain',
      ])
      .map((name) => [name, pref(name)]),
  ),
  clientDriftInMillis: Number(pref('clientDriftInMillis')) || 0,
  ...(authorization ? { authorization } : {}),
  ...(authToken ? { authToken } : {}),
};
// Throws in a gadget that does not require setprefs.
prefs.set('authorization', authorization ?? '');

if (Number(pref('finesseVersion')) < 15) Reflect.deleteProperty(Dialog.prototype, 'updateWrapUpItems');

const ClientLogger = {
  init: () => undefined,
  log: (line: string) => theHub().publish(`finesse.clientLogging.${Config.id ?? ''}`, line),
  error: (line: string) => theHub().publish(`finesse.clientLogging.${Config.id ?? ''}`, line),
};

page.finesse = {
  clientservices: { ClientServices },
  containerservices,
  cslogger: { ClientLogger },
  gadget: { Config },
  restservices: { User, Team, Dialog, PhoneBook, Dialogs: RestCollection },
  utilities: { Utilities: { getAuthHeaderString: authorizationOf } },
};
