// Every slip that could be made in the files of the kept list, against the tests of their rooms: which of them no test
// notices. Not all of those are gaps: some change nothing that anybody could see.
import { readFileSync } from 'node:fs'
import { keptMutants } from '../kit/mutants/list.ts'
import { slipsIn } from '../kit/mutants/make.ts'
import { runMutants } from '../kit/mutants/with.ts'

/** All modules of a room stand in memory once for each. */
const atOnce = 60

export async function* benchMutants(): AsyncIterable<string> {
  for (const [file, tests] of new Map(keptMutants.map((each) => [each.file, each.tests]))) {
    const slips = slipsIn(file).map((slip) => ({ ...slip, tests }))
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

function sayMissed({ file, was, becomes, at = 0 }: ReturnType<typeof slipsIn>[number]): string {
  const before = readFileSync(file, 'utf8').slice(0, at)
  return `    ${file}:${before.split('\n').length}  ${was} → ${becomes}`
}
