import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import typescript from 'typescript-eslint';

export default typescript.config(
  {
    ignores: [
      'dist',
      'storybook-static',
      'node_modules',
      'bench/node_modules',
      'bench/.cache',
      '.data',
      'test/build/consumer',
      'test/build/consumer-jsx',
    ],
  },
  js.configs.recommended,
  ...typescript.configs.strictTypeChecked,
  ...typescript.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  { files: ['src/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts'], ...lit.configs['flat/recommended'] },
  { files: ['src/**/*.ts', 'stories/**/*.ts'], ...litA11y.configs['flat/recommended'] },
  { files: ['src/**/*.ts'], ...wc.configs['flat/best-practice'] },
  {
    // An element's file name is its tag's without the prefix; its class is defined in the entry of the same name.
    files: ['src/**/*.ts'],
    rules: { 'wc/file-name-matches-element': 'off', 'wc/guard-super-call': 'off' },
    settings: { wc: { elementBaseClasses: ['LitElement', 'SaoElement'] } },
  },
  {
    // Host pages replace these: Prototype and MooTools `Array.from`, Date.js the clock, promise libraries `Promise`, MooTools
    // `Event`; others have a class `Node`, or a frame named `hidden`. What is used instead, they leave alone.
    files: ['src/**/*.ts'],
    ignores: ['src/endpoint/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...[
          ['Array', 'from', 'Spread it.'],
          ['Date', 'now', 'Take wallClock().'],
          ['Date', 'parse', 'Take timeOf().'],
          ['Promise', 'allSettled', 'Take Promise.all() of promises that catch.'],
          ['document', 'hidden', 'Ask for visibilityState.'],
        ].map(([object, property, message]) => ({ object, property, message })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name=/^(Comment|Text|DocumentFragment|Event)$/]',
          message: 'A host page may have its own of that name. Ask the document for a node, and take CustomEvent.',
        },
        {
          selector: 'BinaryExpression[operator="instanceof"]',
          message: 'A host page may have its own of that name, and nodes come from other windows, too.',
        },
      ],
    },
  },
  {
    // Chai's assertions are property accesses, and a plugin's types make promises of them.
    files: ['test/**/*.test.ts'],
    ignores: ['test/**/*.node.test.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    // Node's test() returns a promise that its runner awaits.
    files: ['test/**/*.node.test.ts', 'test/endpoint/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...typescript.configs.disableTypeChecked,
  },
  { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    files: ['demo/public/**/*.js', 'test/hosts/site/*.js', 'bench/pages/*.js'],
    languageOptions: { globals: globals.browser },
  },
  prettier,
);
