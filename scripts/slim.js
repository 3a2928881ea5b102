import { parseAst } from 'rollup/parseAst';

/**
 * A rollup plugin: takes out of a library what this product never reaches, as the bundler can't shake a class. Only
 * `dist/gc-softphone.js` is built so; who bundles `dist/index.js` has the library as it is.
 * Fails where something listed is not there any more: then the lists want a new look.
 * @param library what the lists are called after: `scripts/slim-<library>.js`
 * @param files the cuts, by the end of a file's path. `unreachable`: methods by class, which go; `oneCase`: bodies, by
 *   function or by class and method, for those of which one case is reached; `always`: what is asked in the code, and
 *   the answer that it always hears from us, after which the bundler drops what hangs on the other
 * @param finish what is done with a file's code at last
 */
export function slimmer(library, files, finish = (code) => code) {
  return {
    name: `slim-${library}`,
    transform(code, id) {
      const file = Object.keys(files).find((path) => id.endsWith(`/node_modules/${path}`));
      if (!file) return null;
      const fail = (what) => this.error(`${library}: ${what}. Look at scripts/slim-${library}.js again.`);
      return { code: finish(slim(code, files[file], fail)), map: null };
    },
  };
}

function slim(code, { unreachable = {}, oneCase = {}, always = {} }, fail) {
  const program = parseAst(code);
  const method = (of, name) => methodOf(program, of, name) ?? fail(`there is no ${of}.${name}`);
  const plain = (name) => functionOf(program, name) ?? fail(`there is no ${name}`);
  const cuts = [
    ...Object.entries(unreachable).flatMap(([of, names]) =>
      names.map((name) => ({ node: method(of, name), rest: '' })),
    ),
    ...Object.entries(oneCase).flatMap(([of, bodies]) =>
      typeof bodies === 'string'
        ? { node: plain(of).body, rest: `{ ${bodies} }` }
        : Object.entries(bodies).map(([name, body]) => ({
            node: method(of, name).value.body,
            rest: `{ ${body} }`,
          })),
    ),
  ];
  let short = '';
  let from = 0;
  for (const { node, rest } of cuts.sort((a, b) => a.node.start - b.node.start)) {
    short += code.slice(from, node.start) + rest;
    from = node.end;
  }
  return answered(short + code.slice(from), always, fail);
}

/** Puts the answers in the place of the questions; what is assigned or called stays. */
function answered(code, always, fail) {
  return Object.entries(always).reduce((text, [question, answer]) => {
    const words = question.replaceAll(/[*+^.?()|!${}[\]]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
    const asked = new RegExp(`${words}(?![\\w$(])(?!\\s*=[^=])`, 'g');
    if (!asked.test(text)) fail(`nobody asks for ${question}`);
    return text.replace(asked, answer);
  }, code);
}

function methodOf(program, of, name) {
  const declared = program.body
    .map((one) => (one.type === 'ExportNamedDeclaration' ? one.declaration : one))
    .find((one) => one?.type === 'ClassDeclaration' && one.id.name === of);
  return declared?.body.body.find((one) => one.type === 'MethodDefinition' && one.key.name === name);
}

function functionOf(program, name) {
  return program.body.find((one) => one.type === 'FunctionDeclaration' && one.id.name === name);
}
