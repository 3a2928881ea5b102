import { expect } from '@open-wc/testing';
import { find, mount, settled } from '../support/mount.ts';
import { names } from '../support/roles.ts';
import { STATES } from '../support/states.ts';

/** The English names that administrators' scripts and our scenarios find controls by. Renaming one breaks them. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'sign-in, mobile agent': [
    'region "Softphone"',
    'form "Sign in"',
    'textbox "Agent ID"',
    'textbox "Password or token"',
    'textbox "Extension"',
    'checkbox "Mobile agent"',
    'textbox "Phone number"',
    'radiogroup "Connection"',
    'radio "Call by call"',
    'radio "Nailed connection"',
    'checkbox "Single sign-on"',
    'button "Sign in"',
  ],
  'sign-in, remembered': ['textbox "Password"', 'status ""'],
  ready: [
    'button "State: Ready"',
    'textbox "Number"',
    'button "1"',
    'button "9"',
    'button "0"',
    'button "*"',
    'button "Call"',
  ],
  'not ready, lunch': ['button "State: Not ready, Lunch"'],
  'just signed in': ['button "State: Not ready, Just signed in"'],
  'missed call': ['alert ""', 'button "Ready"', 'button "Dismiss"'],
  'campaign call in a desktop': [
    'group "More for this call"',
    'button "Keypad"',
    'button "Start recording"',
    'button "Schedule callback"',
    'button "Cancel callback"',
    'button "Reclassify"',
  ],
  'wrap-up, several reasons': ['group "Reasons"', 'checkbox "Complaint"'],
  incoming: [
    'alertdialog "Incoming call from Maria Sørensen"',
    'button "Answer"',
    'button "Open"',
    'list "Call details"',
  ],
  'incoming, nothing found': ['alertdialog "Incoming call from +45 33 55 01 23"'],
  'incoming, withheld': ['alertdialog "Incoming call from Withheld number"'],
  'incoming, several records': ['list "Matching records"', 'button "Open 500-0042 Invoice disputed"'],
  active: [
    'region "Call with Maria Sørensen"',
    'button "Hold"',
    'button "End"',
    'list "Call details"',
    'form "Wrap-up"',
    'textbox "Notes"',
  ],
  held: ['button "Resume"', 'button "End"'],
  'active, every button': [
    'button "Consult"',
    'button "Direct transfer"',
    'button "Pause recording"',
    'button "End"',
  ],
  'active, pause requested': ['button "Resume recording"'],
  'active, changeable variables': ['button "Change Case"', 'button "Change Order"'],
  consulting: [
    'region "Call with Maria Sørensen"',
    'region "Consult call with 2002"',
    'button "Transfer"',
    'button "Conference"',
    'button "Alternate"',
    'button "Resume"',
    'button "End"',
  ],
  'conference, supervisor': ['list "Participants"', 'button "Drop Maria Sørensen"', 'button "Drop 2002"'],
  'preview offered': [
    'region "Preview call"',
    'button "Accept"',
    'button "Reject"',
    'button "Close"',
    'list "Preview details"',
  ],
  'wrap-up': [
    'form "Wrap-up"',
    'radiogroup "Reason"',
    'radio "Complaint"',
    'radio "Invoice disputed"',
    'textbox "Notes"',
    'button "Save"',
    'button "Save and ready"',
  ],
  'wrap-up, twelve reasons': ['searchbox "Find a reason"'],
  'wrap-up, several records': ['combobox "Related record"'],
  'log waiting': ['button "1 log pending"', 'list "1 log pending"', 'button "Try now: Maria Sørensen"'],
  'log unconfirmed': [
    'button "Open: Maria Sørensen"',
    'button "Send again: Maria Sørensen"',
    'button "It is there: Maria Sørensen"',
    'button "Download"',
  ],
  'log refused': ['button "Send again: 2014"', 'button "Download"'],
  'logs pending in mid-call': ['button "2 logs pending"', 'button "Hold"', 'button "End"'],
  team: ['tab "Team"', 'combobox "Team"', 'table "Team"', 'searchbox "Find in team"', 'combobox "State"'],
  'team, who talks': [
    'button "Monitor Grace Hopper"',
    'button "Make ready Grace Hopper"',
    'button "Make not ready Grace Hopper"',
    'button "Sign out Grace Hopper"',
  ],
  'team, sign-out asked back': [
    'alertdialog "Sign out Katherine Johnson?"',
    'button "Sign out"',
    'button "Cancel"',
  ],
  'listening to a call': [
    'region "Listening to Grace Hopper"',
    'button "Barge in Grace Hopper"',
    'button "End monitoring Grace Hopper"',
  ],
  queues: ['tab "Queues"', 'table "Queues"'],
  'invalidated in mid-call': ['region "Call with Maria Sørensen"', 'button "Use this softphone here"'],
};

describe('roles and names', () => {
  for (const [state, expected] of Object.entries(NAMES)) {
    it(`of “${state}”`, async () => {
      await mount((STATES[state] ?? expect.fail(`no state ${state}`))());
      expect(await names()).to.include.members([...expected]);
    });
  }

  it('of the menu “Change state”', async () => {
    const { view } = await mount((STATES['ready'] ?? expect.fail())());
    find(view, '.pill').click();
    await settled(view);
    expect(await names()).to.include.members([
      'menu "Change state"',
      'menuitem "Ready"',
      'menuitem "Lunch"',
      'menuitem "Training"',
      'menuitem "End of shift"',
    ]);
  });
});
