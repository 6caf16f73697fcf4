import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist', 'screenshots', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  a11y.flatConfigs.strict,
  hooks.configs.flat.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Texts of people and of scenarios are shown as text.' },
      ],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Call the APIs by the clients in src/api.' }],
    },
  },
  // Playwright gives fixtures by a function that it calls use, and finds them by the pattern that takes them.
  { files: ['test/**', 'contract/**', 'bench/**'], rules: { 'react-hooks/rules-of-hooks': 'off', 'no-empty-pattern': 'off', 'no-restricted-globals': 'off' } },
  { files: ['*.js'], extends: [ts.configs.disableTypeChecked] },
);
