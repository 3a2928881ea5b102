/** What holds for every Apex class of the project, told from its parse tree. */
import { allOf, childOf, parseApex, type ApexNode } from './apex-tree.ts';

/** A rule: what a class does against it. */
type Rule = (tree: ApexNode, name: string) => readonly string[];

const at = ({ line }: ApexNode, words: string): string => `line ${line}: ${words}`;

/** Words that the compiler takes for no name, although the grammar of the parser would (Apex Developer Guide, Reserved Keywords). */
const RESERVED = new Set(
  `abstract activate and any array as asc autonomous begin bigdecimal blob boolean break bulk by byte case cast catch char
  class collect commit const continue currency date datetime decimal default delete desc do double else end enum exception
  exit export extends false final finally float for from global goto group having hint if implements import in inner insert
  instanceof int integer interface into join like limit list long loop map merge new not null nulls number object of on or
  outer override package parallel pragma private protected public retrieve return rollback select set short sobject sort
  static string super switch synchronized system testmethod then this throw time transaction trigger true try undelete
  update upsert using virtual void webservice when where while`.split(/\s+/),
);

const isTest = (tree: ApexNode): boolean => {
  const declared = childOf(tree, 'TypeDeclaration');
  return declared?.children.some(({ kind, text }) => kind === 'Modifier' && /^@istest/i.test(text)) ?? false;
};

const isNamed: Rule = (tree, name) => {
  const declared = childOf(childOf(childOf(tree, 'TypeDeclaration'), 'ClassDeclaration'), 'Id')?.text;
  return declared === name ? [] : [`the class ${declared} is not called as its file, ${name}`];
};

/** Without the keywords a class runs with the sharing of whoever calls it. */
const keepsSharing: Rule = (tree) => {
  const declared = childOf(tree, 'TypeDeclaration');
  const says = declared?.children.some(
    ({ kind, text }) => kind === 'Modifier' && /^withsharing$/i.test(text),
  );
  const isException = /extendsException\b|extendsException\{/i.test(
    childOf(declared, 'ClassDeclaration')?.text ?? '',
  );
  return [
    ...(says || isTest(tree) || isException ? [] : ['the class does not say "with sharing"']),
    ...allOf(tree, 'Modifier')
      .filter(({ text }) => /^(without|inherited)sharing$/i.test(text))
      .map((node) => at(node, node.text)),
  ];
};

const queriesAsUser: Rule = (tree) =>
  allOf(tree, 'SoqlLiteral', 'SoslLiteral', 'SoslLiteralAlt')
    .filter((query) => !/WITH(USER_MODE|SECURITY_ENFORCED)/i.test(query.text))
    .map((query) => at(query, `a query without WITH USER_MODE: ${query.text}`));

const writesAsUser: Rule = (tree) =>
  allOf(tree, 'InsertStatement', 'UpdateStatement', 'UpsertStatement', 'DeleteStatement', 'UndeleteStatement')
    .concat(allOf(tree, 'MergeStatement'))
    .filter((statement) => childOf(statement, 'AccessLevel')?.text.toLowerCase() !== 'asuser')
    .map((statement) => at(statement, `written without "as user": ${statement.text}`));

/** Calls of `Database.…` and `Search.…`, with their arguments. */
function databaseCalls(tree: ApexNode) {
  return allOf(tree, 'DotExpression').flatMap((node) => {
    const [target] = node.children;
    const call = childOf(node, 'DotMethodCall');
    if (!call || !/^(system\.)?(database|search)$/i.test(target?.text ?? '')) return [];
    const given = childOf(call, 'ExpressionList')?.children.filter(({ kind }) => kind !== '') ?? [];
    return [{ node, method: childOf(call, 'AnyId')?.text.toLowerCase() ?? '', given }];
  });
}

const QUERIES = /^(count)?query(withbinds)?$|^getquerylocator(withbinds)?$|^find$|^suggest$/;
const WRITES = /^(insert|update|upsert|delete|undelete|merge)(immediate|async)?$/;

const databaseAsUser: Rule = (tree) =>
  databaseCalls(tree)
    .filter(({ method, given }) => {
      const isData = QUERIES.test(method) || WRITES.test(method);
      return isData && given.at(-1)?.text !== 'AccessLevel.USER_MODE';
    })
    .map(({ node, method }) => at(node, `${method} without AccessLevel.USER_MODE`));

/**
 * The text of a query made at run time is a literal, or made by a method of the class that is handed descriptions of the
 * org's own objects and fields and nothing else: no value of a request can get into it.
 */
const bindsValues: Rule = (tree) => {
  const methods = new Map(
    allOf(tree, 'MethodDeclaration').map((node) => [childOf(node, 'Id')?.text ?? '', node] as const),
  );
  return databaseCalls(tree)
    .filter(({ method }) => QUERIES.test(method))
    .flatMap(({ node, given: [text] }) => {
      if (!text) return [at(node, 'a query without a text')];
      if (isLiteral(text)) return [];
      const builder = methods.get(childOf(childOf(text, 'MethodCall'), 'Id')?.text ?? '');
      if (text.kind !== 'MethodCallExpression' || !builder)
        return [at(text, `the text of a query is put together: ${text.text}`)];
      return [...foreignTypes(builder), ...foreignParts(builder)];
    });
};

const isLiteral = (node: ApexNode): boolean =>
  node.kind === 'PrimaryExpression' && childOf(node, 'LiteralPrimary') !== undefined;

const parametersOf = (method: ApexNode): readonly ApexNode[] =>
  allOf(childOf(method, 'FormalParameters') ?? method, 'FormalParameter');

function foreignTypes(method: ApexNode): readonly string[] {
  return parametersOf(method)
    .filter((one) => !/^Schema\.SObject(Type|Field)$/.test(childOf(one, 'TypeRef')?.text ?? ''))
    .map((one) => at(one, `what makes a query takes ${one.text}`));
}

/** All that a query's text consists of: literals, and the names that its parameters describe themselves by. */
function foreignParts(method: ApexNode): readonly string[] {
  const names = parametersOf(method).map((one) => childOf(one, 'Id')?.text ?? '');
  const returned = allOf(method, 'ReturnStatement');
  const parts = returned.flatMap(({ children }) => children.flatMap(summands));
  const known = new Set(names.map((name) => `${name}.getDescribe().getName()`));
  const statements = childOf(method, 'Block')?.children.filter(({ kind }) => kind !== '') ?? [];
  return [
    ...(statements.length === 1 && returned.length === 1 ? [] : [at(method, 'what makes a query does more')]),
    ...parts
      .filter((part) => !isLiteral(part) && !known.has(part.text))
      .map((part) => at(part, `in the text of a query: ${part.text}`)),
  ];
}

function summands(node: ApexNode): readonly ApexNode[] {
  if (node.kind === '') return [];
  return node.kind === 'Arth2Expression' ? node.children.flatMap(summands) : [node];
}

/** One query or statement for all: limits are met by two hundred calls, not by one. */
const worksInBulk: Rule = (tree) =>
  allOf(tree, 'ForStatement', 'WhileStatement', 'DoWhileStatement').flatMap((loop) => {
    const body = childOf(loop, 'Statement') ?? childOf(loop, 'Block') ?? loop;
    const inside = [
      ...allOf(
        body,
        'SoqlLiteral',
        'InsertStatement',
        'UpdateStatement',
        'UpsertStatement',
        'DeleteStatement',
      ),
      ...databaseCalls(body).map(({ node }) => node),
    ];
    return inside.map((node) => at(node, `in a loop: ${node.text}`));
  });

const avoidsReservedWords: Rule = (tree) =>
  ['VariableDeclarator', 'FormalParameter', 'MethodDeclaration', 'EnhancedForControl', 'CatchClause']
    .concat(['PropertyDeclaration', 'ClassDeclaration'])
    .flatMap((kind) => allOf(tree, kind))
    .map((node) => node.children.filter((child) => child.kind === 'Id').at(-1))
    .filter((id) => id !== undefined && RESERVED.has(id.text.toLowerCase()))
    .map((id) => at(id!, `${id!.text} is a reserved word`));

const leavesNothingBehind: Rule = (tree) => [
  ...allOf(tree, 'DotExpression')
    .filter(({ text }) => /^System\.debug\(/i.test(text))
    .map((node) => at(node, node.text)),
  ...allOf(tree, 'DotExpression')
    .filter(({ text }) => /^AccessLevel\.SYSTEM_MODE$/i.test(text))
    .map((node) => at(node, node.text)),
  ...allOf(tree, 'Literal')
    .filter(({ text }) => /^'[a-zA-Z0-9]{3}[a-zA-Z0-9]{12}(?:[A-Z0-5]{3})?'$/.test(text) && /\d/.test(text))
    .map((node) => at(node, `an id of one org: ${node.text}`)),
  ...allOf(tree, 'Annotation')
    .filter(({ text }) => /seealldata=true/i.test(text))
    .map((node) => at(node, node.text)),
];

/** Open CTI runs webservice methods of global classes (Open CTI Developer Guide, runApex). */
const opensToSoftphone: Rule = (tree) => {
  const methods = allOf(tree, 'ClassBodyDeclaration').filter(({ children }) =>
    children.some(({ kind, text }) => kind === 'Modifier' && /^webservice$/i.test(text)),
  );
  const declared = childOf(tree, 'TypeDeclaration');
  const isGlobal = declared?.children.some(({ kind, text }) => kind === 'Modifier' && /^global$/i.test(text));
  return methods.flatMap((method) => {
    const types = allOf(method, 'FormalParameter').map((one) => childOf(one, 'TypeRef')?.text);
    return [
      ...(isGlobal ? [] : [at(method, 'a webservice method in a class that is not global')]),
      ...types
        .filter((type) => type !== 'String')
        .map((type) => at(method, `runApex hands over text, not ${type}`)),
    ];
  });
};

const testsAssert: Rule = (tree) =>
  isTest(tree)
    ? allOf(tree, 'ClassBodyDeclaration')
        .filter(({ children }) =>
          children.some((one) => one.kind === 'Modifier' && /^@istest/i.test(one.text)),
        )
        .filter((method) => !/\bAssert\.|Assert\./.test(method.text))
        .map((method) => at(method, 'a test that asserts nothing'))
    : [];

const RULES: readonly Rule[] = [
  isNamed,
  keepsSharing,
  queriesAsUser,
  writesAsUser,
  databaseAsUser,
  bindsValues,
  worksInBulk,
  avoidsReservedWords,
  leavesNothingBehind,
  opensToSoftphone,
  testsAssert,
];

/** Everything that is wrong with a class. @param name of its file, without the ending */
export function complaintsOf(name: string, source: string): readonly string[] {
  const { tree, errors } = parseApex(source);
  return errors.length > 0 ? errors : RULES.flatMap((rule) => rule(tree, name));
}
