// Runs ten thousand simulated schools (test/kit/world.ts), and ten thousand in which something is asked for again, in
// two processes, and prints how many broke a rule, and which.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { live } from '../kit/world.ts'
import { sizeOf } from './size.ts'

const { WORLDS = sizeOf(10_000, 100), FROM = '1' } = process.env
const workers = 2

export async function* benchWorlds(): AsyncGenerator<string> {
  yield* benchKind('once')
  yield* benchKind('again')
}

/** In which people are asked once, or in which something is asked for again each year, term or so many months. */
type Kind = 'once' | 'again'

async function* benchKind(kind: Kind): AsyncGenerator<string> {
  const [count, first] = [Number(WORLDS), Number(FROM)]
  const begun = performance.now()
  const each = Math.ceil(count / workers)
  const told = await Promise.all(
    Array.from({ length: workers }, (_, n) => lived(kind, first + n * each, Math.min(each, count - n * each))),
  )
  const failed = told.flatMap((one) => one.failed)
  const sum = (of: 'delivered' | 'opened' | 'cpu') => told.reduce((all, one) => all + one[of], 0)
  const opened =
    kind === 'again' ? `; in ${sum('opened').toLocaleString('en-GB')} of them a round was opened again` : ''
  yield `  ${count.toLocaleString('en-GB')} worlds${kind === 'again' ? ' that ask again' : ''}: ${failed.length} failures; ${sum('delivered').toLocaleString('en-GB')} messages arrived${opened}`
  yield `  ${((performance.now() - begun) / 1_000).toFixed(0)} s by ${workers} processes, ${sum('cpu').toFixed(0)} s of processor time`
  for (const { seed, wrong } of failed.slice(0, 10))
    yield `  world ${seed}: ${wrong[0] ?? ''}; again: WORLD=${seed} npx mocha test/property/reminders.test.ts`
}

interface Told {
  readonly failed: readonly { readonly seed: number; readonly wrong: readonly string[] }[]
  readonly delivered: number
  /** Worlds in which people were asked again. */
  readonly opened: number
  /** Seconds of processor time. */
  readonly cpu: number
}

function lived(kind: Kind, first: number, count: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [kind, String(first), String(count)])
    child.once('message', (told) => {
      resolve(told as Told) // sent below
      child.disconnect()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`a process of worlds ended with ${code ?? 'a signal'}`)))
  })
}

async function liveMany(kind: Kind, first: number, count: number): Promise<Told> {
  const failed: Told['failed'][number][] = []
  let [delivered, opened] = [0, 0]
  for (let seed = first; seed < first + count; seed++) {
    const world = await live(seed, { recurs: kind === 'again' })
    delivered += world.delivered.length
    opened += Number(world.again?.opened !== undefined)
    if (world.wrong.length > 0) failed.push({ seed, wrong: world.wrong.slice(0, 5) })
  }
  const { user, system } = process.cpuUsage()
  return { failed, delivered, opened, cpu: (user + system) / 1e6 }
}

const [, file, kind, first, count] = process.argv
if (process.send !== undefined && file === fileURLToPath(import.meta.url))
  process.send(await liveMany(kind === 'again' ? kind : 'once', Number(first), Number(count)))
