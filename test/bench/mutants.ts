// Makes every possible small slip in the files of the kept list, and runs the tests of their rooms to find the slips
// that no test notices. Slips that change nothing visible are left out, each with its reason
// (`test/kit/mutants/equivalent.ts`).
import { readFileSync } from 'node:fs'
import { keptMutants } from '../kit/mutants/list.ts'
import { whyEquivalent } from '../kit/mutants/equivalent.ts'
import { slipsIn } from '../kit/mutants/make.ts'
import { runMutants } from '../kit/mutants/with.ts'

/** Slips per process: each keeps its own copy of a room's modules in memory. */
const atOnce = 60

export async function* benchMutants(): AsyncIterable<string> {
  for (const [file, tests] of new Map(keptMutants.map((each) => [each.file, each.tests]))) {
    const lines = readFileSync(file, 'utf8').split('\n')
    const seen = slipsIn(file).filter((slip) => whyEquivalent(slip, lines[lineOf(slip) - 1] ?? '') === undefined)
    const slips = seen.map((slip) => ({ ...slip, tests }))
    const missed: string[] = []
    for (let from = 0; from < slips.length; from += atOnce) {
      const part = slips.slice(from, from + atOnce)
      const outcomes = await runMutants(part)
      missed.push(...part.flatMap((slip, n) => (outcomes[n]?.passed === true ? [sayMissed(slip)] : [])))
    }
    yield `  ${file}: ${slips.length - missed.length} of ${slips.length} slips are noticed`
    yield* missed
  }
}

function sayMissed(slip: Slip): string {
  return `    ${slip.file}:${lineOf(slip)}  ${slip.was} → ${slip.becomes}`
}

/** Counted from 1. */
function lineOf({ file, at = 0 }: Slip): number {
  return readFileSync(file, 'utf8').slice(0, at).split('\n').length
}

type Slip = ReturnType<typeof slipsIn>[number]
