// Runs ten thousand simulated schools (test/kit/world.ts), ten thousand in which something is asked for again, and a
// hundred on a PostgreSQL that is replaced, in two processes, and prints how many broke a rule, and which.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { replaceablePostgres } from '../kit/world-kept.ts'
import { live, liveOnPostgres, type Lived } from '../kit/world.ts'
import { sizeOf } from './size.ts'

const { WORLDS = sizeOf(10_000, 100), FROM = '1' } = process.env
const workers = 2

export async function* benchWorlds(): AsyncGenerator<string> {
  yield* benchKind('once')
  yield* benchKind('again')
  yield* benchKind('postgres')
}

/**
 * In which people are asked once; in which something is asked for again each year, term or so many months; and in
 * which the database is replaced, which are slow: one in a hundred.
 */
const kinds = { once: '', again: ' that ask again', postgres: ' on a PostgreSQL that is replaced' } as const
type Kind = keyof typeof kinds

async function* benchKind(kind: Kind): AsyncGenerator<string> {
  const [count, first] = [Math.ceil(Number(WORLDS) / (kind === 'postgres' ? 100 : 1)), Number(FROM)]
  const begun = performance.now()
  const each = Math.ceil(count / workers)
  const told = await Promise.all(
    Array.from({ length: workers }, (_, n) => lived(kind, first + n * each, Math.min(each, count - n * each))),
  )
  const failed = told.flatMap((one) => one.failed)
  const sum = (of: 'delivered' | 'opened' | 'cpu') => told.reduce((all, one) => all + one[of], 0)
  const opened =
    kind === 'again' ? `; in ${sum('opened').toLocaleString('en-GB')} of them a round was opened again` : ''
  yield `  ${count.toLocaleString('en-GB')} worlds${kinds[kind]}: ${failed.length} failures; ${sum('delivered').toLocaleString('en-GB')} messages arrived${opened}`
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
  const postgres = kind === 'postgres' && count > 0 ? await replaceablePostgres() : undefined
  for (let seed = first; seed < first + count; seed++) {
    const world: Lived = await (postgres === undefined
      ? live(seed, { recurs: kind === 'again' })
      : liveOnPostgres(seed, postgres.open))
    delivered += world.delivered.length
    opened += Number(world.again?.opened !== undefined)
    if (world.wrong.length > 0) failed.push({ seed, wrong: world.wrong.slice(0, 5) })
  }
  await postgres?.close()
  const { user, system } = process.cpuUsage()
  return { failed, delivered, opened, cpu: (user + system) / 1e6 }
}

const [, file, kind, first, count] = process.argv
if (process.send !== undefined && file === fileURLToPath(import.meta.url))
  process.send(await liveMany(kind === 'again' || kind === 'postgres' ? kind : 'once', Number(first), Number(count)))
