// What mocha runs: `npm test` everything but the browser's tests, `npm test -- FILE …` those files alone.
const given = process.argv.slice(2).some((arg) => /^(\.\/)?test\/|\.test\.ts$/.test(arg))

export default {
  'node-option': ['import=tsx'],
  spec: given ? [] : ['test/**/*.test.ts'],
  ignore: ['test/browser/**', 'test/bench/**'],
  timeout: 300_000,
  file: ['test/kit/seed.ts'],
}
