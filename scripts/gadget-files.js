import { readFileSync, readdirSync } from 'node:fs';

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A message bundle of the OpenSocial gadget specification, of the words that the XML itself needs. */
const bundleOf = (words) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<messagebundle>\n${Object.entries(words)
    .map(([name, text]) => `  <msg name="${name}">${escape(text)}</msg>\n`)
    .join('')}</messagebundle>\n`;

/** A rollup plugin: the gadget's XML, and its words in each language, from the same files as all the others. */
export const gadgetFiles = {
  name: 'gadget-files',
  generateBundle() {
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
    emit('gadget.xml', readFileSync('gadget/gadget.xml', 'utf8'));
    for (const file of readdirSync('locales')) {
      const { loader, ...words } = JSON.parse(readFileSync(`locales/${file}`, 'utf8'));
      emit(`messages/${file.replace('.json', '.xml')}`, bundleOf(loader));
      emit(`locales/${file}`, JSON.stringify(words));
    }
  },
};
