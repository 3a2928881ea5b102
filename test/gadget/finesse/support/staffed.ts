import type { AnyCommand } from '../../../../src/protocol/desktop-commands.ts';
import { bench } from './bench.ts';
import { dialogData } from './data.ts';
import { FakeDesktop } from './library.ts';

/** A value for every parameter that a command may have. */
export const PARAMS = {
  agentReasonCode: '8',
  otherPartyNumber: '2002',
  dialogId: '7',
  mainDialogId: '7',
  consultedExtension: '2002',
  wrapupReason: 'Sale, new',
  variableName: 'callVariable1',
  variableValue: 'Gold',
  phonebookId: '5',
  teamId: '1',
  agentExtension: '2002',
  teamAgentLoginId: '1002',
  reasonCode: '8',
  agentPassword: 'secret',
  clientDestination: 'd',
  agentPhone: '1',
  connectionMode: 'true',
};

/** A member of the team. */
export const GRACE = {
  loginId: '1002',
  firstName: 'Grace',
  lastName: 'Hopper',
  extension: '2002',
  state: 'READY',
  stateChangeTime: '2026-11-21T14:00:00Z',
  teamId: '1',
};

/** A desktop with a call, a phonebook, a team of one and a queue. */
export async function staffed(
  version: 12 | 15 = 12,
  supervisors?: NonNullable<Parameters<typeof bench>[0]>['supervisors'],
) {
  const fake = new FakeDesktop({ version });
  fake.users.set('1002', GRACE);
  fake.teams.set('1', [GRACE]);
  fake.books = [{ id: '5', name: 'Company', type: 'GLOBAL', contacts: { id: '31', phoneNumber: '2050' } }];
  fake.queues = [
    {
      id: '10',
      name: 'Sales',
      statistics: {
        callsInQueue: '3',
        agentsReady: -1,
        startTimeOfLongestCallInQueue: '2026-11-21T13:59:00Z',
      },
    },
  ];
  fake.wrapUp = [{ id: '205', label: 'Sale, new' }];
  fake.dialog('7', dialogData({ state: 'ACTIVE' }));
  const one = await bench({ fake, ...(supervisors && { supervisors }) }).open();
  one.news();
  return one;
}

/** A command by its name alone. */
export const any = (type: string, params: object = PARAMS, subject = '1001') =>
  ({ type, subject, params }) as unknown as AnyCommand;
