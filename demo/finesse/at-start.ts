import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finesse } from '../../simulator/finesse/api.ts';
import { AGENT } from '../fixtures.ts';
import { filesPath } from './layout.ts';
import type { Desktop } from './server.ts';
import { startDesktop } from './server.ts';

/** Where the build puts the gadget. */
const built = fileURLToPath(new URL('../../dist/gadget', import.meta.url));

/** The desktop of `npm start`: the softphone in a tab, beside one that shows how it comes forward by itself. */
export function startDemoDesktop(finesse: Finesse, port: number): Promise<Desktop> {
  const gadgets = existsSync(`${built}/gadget.xml`) ? [`${filesPath}gc-softphone/gadget.xml`] : [];
  return startDesktop({
    finesse,
    port,
    orAnyPort: true,
    hint: `Agent ${AGENT.agentId}, password ${AGENT.password}, extension ${AGENT.extension}.`,
    folders: { 'gc-softphone': built },
    tabs: [
      { id: 'home', label: 'Home', gadgets: [] },
      { id: 'phone', label: 'Phone', gadgets },
    ],
  });
}
