/** Every name that a class uses is there: no compiler is at hand, and a parser takes any name. */
import { allOf, childOf, onceEach, parseApex, walk, type ApexNode } from './apex-tree.ts';
import { catalogueOf, type Catalogue } from './catalogue.ts';
import { filesOf, type Project } from './project.ts';

const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);
const lower = (text: string): string => text.toLowerCase();

/** Static methods that are used of the platform's classes (Apex Reference Guide). */
const STATIC = new Map(
  Object.entries({
    Assert: 'areEqual areNotEqual fail isFalse isNull isTrue',
    Crypto: 'getRandomLong',
    Database: 'insert queryWithBinds update',
    Date: 'newInstance valueOf',
    Datetime: 'newInstanceGmt',
    Decimal: 'valueOf',
    Id: 'valueOf',
    JSON: 'deserialize deserializeUntyped serialize',
    Limits: 'getDmlStatements getQueries',
    Math: 'max min',
    Schema: 'describeSObjects',
    String: 'isBlank isNotBlank join valueOf',
    System: 'runAs',
    Test: 'startTest stopTest',
    UserInfo: 'getLanguage getLocale getName getTimeZone getUserId',
  }).map(([name, methods]) => [lower(name), new Set(words(lower(methods)))]),
);

/** Methods that are used of the platform's values. */
const OF_VALUES = new Set(
  words(
    lower(`add addAll codePointAt contains containsKey date equalsIgnoreCase get getDescribe getErrors getFields getID getId
    getLength getMap getMessage getName getPopulatedFieldsAsMap getSObjectType getStatusCode getType getTypeName intValue
    isAccessible isCreateable isEmpty isFilterable isNameField isSet isSuccess isUpdateable keySet left length name put putAll
    repeat replace setMessage size startsWith toLowerCase trim values`),
  ),
);

/** Types that are used of the platform. */
const TYPES = new Set(
  words(
    lower(`Account AuraHandledException Boolean Contact Database.Error Database.SaveResult Date Datetime Decimal Exception Id
    Integer List Map Object PermissionSet PermissionSetAssignment SObject Schema.DescribeFieldResult
    Schema.DescribeSObjectResult Schema.DisplayType Schema.SObjectField Schema.SObjectType Set String
    System.InvalidParameterValueException System.QueryException Task User`),
  ),
);

/** Standard fields that are used in queries (Object Reference for the Salesforce Platform). */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Task: words(`AccountId ActivityDate CallDisposition CallDurationInSeconds CallObject CallType CreatedDate Description Id
    OwnerId Owner.Name Subject TaskSubtype WhatId WhoId`),
  PermissionSet:
    words(`CreatedDate Id IsOwnedByProfile Name PermissionsEditTask PermissionsModifyAllData ProfileId
    Profile.UserLicense.LicenseDefinitionKey`),
  ObjectPermissions: words('ParentId PermissionsCreate SobjectType'),
};
/** Those of every custom metadata type. */
const OF_METADATA = words('DeveloperName Id Label MasterLabel');

interface Class {
  readonly name: string;
  /** Every node of its tree. */
  readonly nodes: readonly ApexNode[];
  /** How many parameters each method takes, by its name in small letters. */
  readonly methods: ReadonlyMap<string, ReadonlySet<number>>;
  readonly inner: ReadonlySet<string>;
}

const ofKind = (nodes: readonly ApexNode[], ...kinds: readonly string[]): readonly ApexNode[] =>
  nodes.filter(({ kind }) => kinds.includes(kind));
const at = (name: string, { line }: ApexNode, said: string): string => `${name}, line ${line}: ${said}`;
const given = (call: ApexNode): number =>
  childOf(call, 'ExpressionList')?.children.filter(({ kind }) => kind !== '').length ?? 0;

const classOf = onceEach((source): Class => {
  const nodes = [...walk(parseApex(source).tree)];
  const methods = new Map<string, Set<number>>();
  for (const method of ofKind(nodes, 'MethodDeclaration')) {
    const key = lower(childOf(method, 'Id')?.text ?? '');
    const count = allOf(childOf(method, 'FormalParameters') ?? method, 'FormalParameter').length;
    methods.set(key, (methods.get(key) ?? new Set()).add(count));
  }
  const [name = '', ...inner] = ofKind(nodes, 'ClassDeclaration').map(
    (one) => childOf(one, 'Id')?.text ?? '',
  );
  return { name, nodes, methods, inner: new Set(inner.map(lower)) };
});

/** Fields and types that end in `__c` or `__mdt`, wherever they stand outside a text. */
function customNames({ name, nodes }: Class, known: ReadonlySet<string>): readonly string[] {
  return nodes
    .filter(({ kind, text }) => kind === '' && /^\w+__(?:c|mdt|r)$/i.test(text) && !known.has(text))
    .map((node) => at(name, node, `there is no ${node.text}`));
}

function calls({ name, nodes, methods }: Class, classes: ReadonlyMap<string, Class>): readonly string[] {
  const unknown = (node: ApexNode, called: string): string => at(name, node, `there is no method ${called}`);
  const own = ofKind(nodes, 'MethodCall').flatMap((node) => {
    const called = lower(childOf(node, 'Id')?.text ?? '');
    const isInherited = called === 'getmessage';
    return isInherited || called === '' || methods.get(called)?.has(given(node))
      ? []
      : [unknown(node, called)];
  });
  const dotted = ofKind(nodes, 'DotExpression').flatMap((node) => {
    const call = childOf(node, 'DotMethodCall');
    if (!call) return [];
    const target = lower(node.children[0]?.text ?? '');
    const called = lower(childOf(call, 'AnyId')?.text ?? '');
    const there = classes.has(target)
      ? classes.get(target)?.methods.get(called)?.has(given(call))
      : STATIC.has(target)
        ? STATIC.get(target)?.has(called)
        : !/^gc[a-z]+$/.test(target) &&
          (OF_VALUES.has(called) || [...classes.values()].some((one) => one.methods.has(called)));
    return there ? [] : [unknown(node, `${target}.${called} with ${given(call)} values`)];
  });
  return [...own, ...dotted];
}

function types({ name, nodes, inner }: Class, { fields }: Catalogue, all: ReadonlyMap<string, Class>) {
  const objects = new Set([...fields.keys()].map(lower));
  const isKnown = (text: string): boolean => {
    const [outer = '', nested] = lower(text).split('.');
    const own = nested === undefined ? all.has(outer) || inner.has(outer) : all.get(outer)?.inner.has(nested);
    return own === true || TYPES.has(lower(text)) || objects.has(lower(text));
  };
  return ofKind(nodes, 'TypeRef', 'CreatedName', 'CatchClause')
    .map((node) => (node.kind === 'CatchClause' ? (childOf(node, 'QualifiedName') ?? node) : node))
    .flatMap((node) =>
      node.text
        .split(/[<>,]/)
        .filter((one) => one !== '' && !isKnown(one))
        .map((one) => at(name, node, `there is no type ${one}`)),
    );
}

function queries({ name, nodes }: Class, { fields }: Catalogue): readonly string[] {
  return ofKind(nodes, 'Query', 'SubQuery').flatMap((query) => {
    const object = childOf(query, 'FromNameList')?.text ?? '';
    const own = fields.get(object === 'Task' ? 'Activity' : object)?.map((one) => one.name) ?? [];
    const known = [...own, ...(object.endsWith('__mdt') ? OF_METADATA : (FIELDS[object] ?? []))];
    const below = new Set(
      allOf(query, 'SubQuery')
        .filter((one) => one !== query)
        .flatMap((one) => [...walk(one)]),
    );
    return allOf(query, 'FieldName')
      .filter((node) => !below.has(node) && node.text !== object && !known.includes(node.text))
      .map((node) => at(name, node, `${object} has no field ${node.text}`));
  });
}

/** Capitals are nothing to Apex: a local variable `rules` is what `RULES` means below it. */
function hidden({ name, nodes }: Class): readonly string[] {
  const declared = (kind: string): readonly ApexNode[] =>
    ofKind(nodes, kind).flatMap((one) =>
      allOf(one, 'VariableDeclarator').flatMap((each) => childOf(each, 'Id') ?? []),
    );
  const constants = new Map(declared('FieldDeclaration').map(({ text }) => [lower(text), text]));
  return [
    ...declared('LocalVariableDeclaration'),
    ...ofKind(nodes, 'FormalParameter').flatMap((one) => childOf(one, 'Id') ?? []),
  ]
    .filter(({ text }) => (constants.get(lower(text)) ?? text) !== text)
    .map((node) => at(name, node, `${node.text} hides ${constants.get(lower(node.text))}`));
}

/** Every name in the classes that leads nowhere, or elsewhere than meant. */
export function unknownNames(project: Project): readonly string[] {
  const catalogue = catalogueOf(project);
  const classes = new Map(
    filesOf(project, '.cls').map(({ name, content }) => [lower(name), classOf(content)] as const),
  );
  const custom = new Set(
    [...catalogue.fields].flatMap(([object, all]) => [object, ...all.map((one) => one.name)]),
  );
  return [...classes.values()].flatMap((one) => [
    ...customNames(one, custom),
    ...calls(one, classes),
    ...types(one, catalogue, classes),
    ...queries(one, catalogue),
    ...hidden(one),
  ]);
}
