// Runs tests against changed code, many changes in one program: reads {"mutants": [...]} from standard input, and
// writes a line of JSON for each as it finishes: {"at": 3, "passed": false, "what": "the first test that failed"}.
import { register } from 'node:module'
import { pathToFileURL } from 'node:url'
import Mocha from 'mocha'
import { z } from 'zod'

const Asked = z.object({
  mutants: z.array(
    z.object({
      file: z.string(),
      was: z.string(),
      becomes: z.string(),
      at: z.number().optional(),
      tests: z.array(z.string()),
    }),
  ),
})

const root = pathToFileURL(`${process.cwd()}/`).href
const { mutants } = Asked.parse(JSON.parse(await readAll()))
register('./hooks.js', import.meta.url, { data: { root, mutants } })

class Silent extends Mocha.reporters.Base {
  override epilogue(): void {
    // Prints nothing: the result is one line of JSON.
  }
}

// Each run adds a listener for uncaught errors.
process.setMaxListeners(0)
for (const [at, { tests }] of mutants.entries()) {
  const outcome = await runTests(tests, at)
  process.stdout.write(`${JSON.stringify({ at, ...outcome })}\n`)
}
process.exit(0)

async function runTests(tests: readonly string[], at: number): Promise<{ passed: boolean; what: string }> {
  const mocha = new Mocha({ bail: true, reporter: Silent, timeout: 0 })
  mocha.cleanReferencesAfterRun(true)
  try {
    for (const test of tests) {
      mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, test, mocha)
      await import(`${root}${test}?mutant=${at}`)
    }
  } catch (error) {
    return { passed: false, what: error instanceof Error ? error.message : 'it could not be read' }
  }
  return new Promise((resolve) => {
    let what = ''
    const runner = mocha.run((failures) => {
      resolve({ passed: failures === 0, what })
    })
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (test) => (what ||= test.fullTitle()))
  })
}

async function readAll(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin) text += String(chunk)
  return text
}
