/**
 * A command for the runner: the browser's own accessibility tree, complete. The one that the runner brings leaves out
 * dialogs, lists and descriptions.
 */
export const accessibleTreePlugin = () => ({
  name: 'accessible-tree',
  async executeCommand({ command, session }) {
    if (command !== 'accessible-tree') return undefined;
    const client = await session.browser.getPage(session.id).createCDPSession();
    try {
      const { nodes } = await client.send('Accessibility.getFullAXTree');
      return nodes
        .filter(({ ignored }) => !ignored)
        .map(({ role, name, description, properties = [] }) => ({
          role: role?.value ?? '',
          name: name?.value ?? '',
          description: description?.value ?? '',
          ...Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
        }));
    } finally {
      await client.detach();
    }
  },
});
