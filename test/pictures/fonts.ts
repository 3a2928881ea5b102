import type { Page } from '@playwright/test';

interface Node {
  readonly nodeId: number;
  readonly nodeType: number;
  readonly nodeName: string;
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

/** Names of the machine's own fonts that a page shows letters of, with the elements that they stand in. */
export async function machineFonts(page: Page): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  const elements: Node[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 1) elements.push(node);
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child);
  };
  walk(root);
  const found = new Set<string>();
  let letters = 0;
  for (const { nodeId, nodeName } of elements) {
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont, glyphCount } of fonts) {
      letters += glyphCount;
      if (!isCustomFont) found.add(`${familyName} in ${nodeName.toLowerCase()}`);
    }
  }
  await client.detach();
  if (letters === 0) throw new Error('The page shows no letter: nothing was looked at.');
  return [...found];
}
