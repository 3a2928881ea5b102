/** Of each page, the connection that emulates: what it emulates ends with it. */
const clients = new WeakMap();

/**
 * A command for the runner: what the browser tells pages of its user's wishes. The one that the runner brings knows
 * neither forced colours nor contrast.
 */
export const emulateMediaPlugin = () => ({
  name: 'emulate-media',
  async executeCommand({ command, payload, session }) {
    if (command !== 'wishes') return undefined;
    const page = session.browser.getPage(session.id);
    const client = clients.get(page) ?? (await page.createCDPSession());
    clients.set(page, client);
    const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
    await client.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
});
