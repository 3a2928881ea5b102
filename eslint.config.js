import boundaries from 'eslint-plugin-boundaries';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const layer = (type, pattern, options = {}) => ({ type, pattern, ...options });
const may = (type, ...types) => ({
  from: { element: { type } },
  allow: { to: { element: { types: { anyOf: [type, ...types] } } } },
});

/** The arrows of the architecture: who may import whom. */
const arrows = [
  may('protocol'),
  may('state', 'protocol'),
  may('transport', 'protocol'),
  may('session', 'protocol', 'transport', 'state'),
  may('ui', 'state', 'protocol-types', 'locales'),
  may('elements', 'ui', 'state', 'public', 'protocol', 'diagnostics'),
  may('crm-adapter', 'state'),
  // Its port is what a tab asks another one for.
  may('tabs', 'state', 'crm-adapter'),
  may('ring', 'state'),
  // Its lists and the directory's are asked for in one queue.
  may('supervision', 'protocol', 'transport', 'session', 'state', 'softphone'),
  may('check', 'protocol', 'transport', 'session', 'state', 'public'),
  may('diagnostics', 'protocol', 'transport', 'state', 'public'),
  may('replay', 'diagnostics', 'protocol', 'state', 'elements', 'ui', 'public'),
  may(
    'softphone',
    'protocol',
    'transport',
    'session',
    'state',
    'ui',
    'elements',
    'crm-adapter',
    'public',
    'check',
    'diagnostics',
    'tabs',
    'ring',
    'supervision',
  ),
  may('public', 'softphone', 'elements', 'crm-adapter', 'state', 'session', 'ui', 'ring'),
  may('gadget', 'protocol', 'transport', 'session', 'state', 'ui', 'softphone', 'public', 'locales'),
  may('simulator', 'protocol'),
  // Its CRM page has the Lightning web components' own client, and the words of their contract.
  may('demo', 'simulator', 'protocol', 'public', 'crm-adapter'),
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'test-results/', '.reports/', '**/*.d.ts'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // House style.
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Index signatures are written with brackets, as the compiler wants it.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a readonly union of string literals.' },
        { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use a module.' },
        { selector: 'TSParameterProperty', message: 'Declare the field.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'crm-adapter/**/*.ts', 'gadget/**/*.ts', 'simulator/**/*.ts', 'demo/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } },
      'boundaries/elements': [
        ...['protocol', 'transport', 'session', 'state', 'ui', 'elements', 'tabs', 'softphone', 'check'].map(
          (name) => layer(name, `src/${name}`),
        ),
        ...['diagnostics', 'replay', 'ring', 'supervision'].map((name) => layer(name, `src/${name}`)),
        layer('public', 'src/*.ts', { partialMatch: false }),
        layer('locales', 'locales'),
        layer('crm-adapter', 'crm-adapter'),
        layer('gadget', 'gadget'),
        layer('simulator', 'simulator'),
        layer('demo', 'demo'),
      ],
    },
    rules: { 'boundaries/dependencies': ['error', { default: 'disallow', policies: arrows }] },
  },
  {
    files: ['src/elements/**/*.ts', 'src/softphone/gc-softphone.ts', 'src/ui/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\sstyle=/]',
          message: 'The CSP blocks style attributes: use a class.',
        },
        { selector: 'ImportSpecifier[imported.name="styleMap"]', message: 'The CSP blocks styleMap.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/define.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'customElements', property: 'define', message: 'Only define.ts registers elements.' },
      ],
    },
  },
  {
    // Lightning web components: JavaScript with decorators, as Salesforce compiles it.
    files: ['crm-adapter/salesforce/force-app/**/*.js'],
    languageOptions: { parser: tseslint.parser },
    rules: {
      'no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'prefer-const': 'error',
      'no-var': 'error',
      eqeqeq: 'error',
      'no-unreachable': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      // Tests take things apart that are whole elsewhere.
      ...Object.fromEntries(
        ['no-unnecessary-condition', 'no-unnecessary-type-assertion', 'no-unnecessary-type-conversion']
          .concat(['no-dynamic-delete', 'no-unsafe-argument', 'no-confusing-void-expression'])
          .map((rule) => [`@typescript-eslint/${rule}`, 'off']),
      ),
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
