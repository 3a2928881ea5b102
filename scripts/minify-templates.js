/** What HTML and CSS do not need, in lit's templates: terser leaves texts alone. */
const SQUEEZE = {
  html: (text) => text.replace(/\s+/g, ' ').replace(/ (?=\/?>)/g, ''),
  css: (text) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/(?<=[ :(,-])0(?=\.\d)/g, '')
      .replace(/;\}/g, '}'),
};

/** A rollup plugin. Runs after TypeScript is gone. */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (!/\/src\/(elements|ui|softphone)\//.test(id)) return null;
      const cuts = [];
      walk(this.parse(code), (node) => {
        const squeeze = node.type === 'TaggedTemplateExpression' && SQUEEZE[node.tag.name];
        if (squeeze) for (const { start, end } of node.quasi.quasis) cuts.push({ start, end, squeeze });
      });
      let short = '';
      let from = 0;
      for (const { start, end, squeeze } of cuts.sort((a, b) => a.start - b.start)) {
        short += code.slice(from, start) + squeeze(code.slice(start, end));
        from = end;
      }
      return { code: short + code.slice(from), map: null };
    },
  };
}

function walk(node, visit) {
  if (typeof node?.type !== 'string') return;
  visit(node);
  for (const part of Object.values(node)) {
    if (Array.isArray(part)) part.forEach((one) => walk(one, visit));
    else if (part && typeof part === 'object') walk(part, visit);
  }
}
