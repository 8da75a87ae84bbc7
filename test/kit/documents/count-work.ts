// Prints how many steps it takes to read and import each kind of long text: how often each function and branch of the
// readers and the importer runs, counted by V8. Unlike seconds, these counts are the same on each run.
import { Session } from 'node:inspector/promises'
import { bringText } from '../documents.ts'
import { shapes, typed } from './long.ts'

export interface Counted {
  readonly what: string
  readonly small: number
  readonly large: number
}

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

async function steps(text: string, isMarkdown: boolean): Promise<number> {
  await session.post('Profiler.takePreciseCoverage')
  bringText(text, { isMarkdown })
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .filter(({ url }) => /\/(?:src\/importer|src\/kit|adapters\/documents)\//.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0)
}

const counted: Counted[] = []
for (const { what, line, isMarkdown = false } of shapes) {
  const small = await steps(typed(line, 8_000), isMarkdown)
  counted.push({ what, small, large: await steps(typed(line, 48_000), isMarkdown) })
}
process.stdout.write(JSON.stringify(counted))
