// What mocha runs: `npm test` everything but the browser's tests, `npm test -- FILE …` those files alone.
// New objects get 64 MB of room instead of Node's 16: which of them are still used is then looked at a third as often.
// With HALF=stories it runs the stories, with HALF=others what is left, so that two processors can share the work.
const half = process.env.HALF
const given = process.argv.slice(2).some((arg) => /^(\.\/)?test\/|\.test\.ts$/.test(arg))

export default {
  'node-option': ['import=tsx', 'max-semi-space-size=64'],
  spec: given ? [] : [half === 'stories' ? 'test/story/**/*.test.ts' : 'test/**/*.test.ts'],
  ignore: ['test/browser/**', 'test/bench/**', half === 'others' && 'test/story/**'].filter(Boolean),
  timeout: 300_000,
  file: ['test/kit/seed.ts'],
}
