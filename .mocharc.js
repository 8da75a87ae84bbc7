// What mocha runs: `npm test` everything but the browser's tests, `npm test -- FILE …` those files alone.
const given = process.argv.slice(2).some((arg) => /^(\.\/)?test\/|\.test\.ts$/.test(arg))

// V8 throws away the bytecode of functions that have not run for a while, and with it how often they ran: in a run of minutes
// coverage would follow its moods.
const counted = process.env.NODE_V8_COVERAGE === undefined ? [] : ['no-flush-bytecode']

export default {
  'node-option': ['import=tsx', ...counted],
  spec: given ? [] : ['test/**/*.test.ts'],
  ignore: ['test/browser/**', 'test/bench/**'],
  timeout: 300_000,
  file: ['test/kit/seed.ts'],
}
