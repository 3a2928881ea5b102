import { AgentBar } from './agent-bar.ts';
import { CallCard } from './call-card.ts';
import { CallDetails } from './call-details.ts';
import { IncomingCall } from './incoming-call.ts';
import { Keypad } from './keypad.ts';
import { ReasonList } from './reason-list.ts';
import { Work } from './work.ts';
import { WrapUp } from './wrap-up.ts';

/** What a call needs, from going ready to the saved wrap-up: one file of the bundle, fetched while the sign-in form is up. */
export const callElements = {
  'gc-agent-bar': AgentBar,
  'gc-call-card': CallCard,
  'gc-call-details': CallDetails,
  'gc-incoming-call': IncomingCall,
  'gc-keypad': Keypad,
  'gc-reason-list': ReasonList,
  'gc-work': Work,
  'gc-wrap-up': WrapUp,
};
