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
