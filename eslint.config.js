import tseslint from 'typescript-eslint'

// The house's import rules live in test/house, where a failure can explain itself; here are the language's own.
export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'coverage/', 'adapters/web/page.js', 'adapters/web/tab.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Ports are closures, not classes: their verbs can be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'ArrayExpression > SpreadElement > ConditionalExpression:has(> ArrayExpression[elements.length=0]):has(> ArrayExpression[elements.length=1]), ObjectExpression > SpreadElement > ConditionalExpression:has(> ObjectExpression[properties.length=0]):has(> ObjectExpression[properties.length!=0])',
          message: 'Say the cases: compact([…]) or defined({…}) of src/kit/defined.ts, or an early return.',
        },
      ],
      // An exhaustive switch is one decision, however many cases it has.
      complexity: ['error', { max: 12, variant: 'modified' }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
    },
  },
  // Reading other people's documents weighs many small signs in one place.
  { files: ['src/importer/**'], rules: { complexity: ['error', { max: 22, variant: 'modified' }] } },
  { files: ['src/main.ts', 'src/command/**', 'test/**', '.ci/**'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**'],
    rules: {
      // chai's `expect(x).to.be.true` is an expression, and a `describe` is as long as its table.
      '@typescript-eslint/no-unused-expressions': 'off',
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      complexity: 'off',
      'no-restricted-syntax': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
)
