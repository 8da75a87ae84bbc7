// Where the simulated world keeps its data: a database in memory, or a real PostgreSQL, which dies in the middle of
// something and is replaced by its standby, or starts again from what it had written down.
import { openPostgres } from '../../adapters/store/postgres.ts'
import { StoreTrouble } from '../../src/ports/trouble.ts'
import { openNetwork } from './chaos.ts'
import { memoryPorts, portsOver, type TestPorts } from './ports.ts'
import { followedPostgres } from './standby.ts'

type Ports = TestPorts['ports']

export interface Kept {
  /** For the school's office and for the judge, who wait where nobody leads at the moment. */
  readonly ports: Ports
  /** What the n-th server sees. */
  of(server: number): Ports
  /** Undefined where nothing can be replaced. Returns at once; the successor takes over meanwhile. */
  readonly replace: ((how: Replacing) => void) | undefined
  /** Resolves when the database serves again. A death that has not come by then does not come. */
  whole(): Promise<void>
  close(): Promise<void>
}

export interface Replacing {
  /** Another takes over, which has all that was committed; or the same starts again. */
  readonly by: 'standby' | 'itself'
  /** The next statement with these words in its SQL is the last: it does not arrive, or is done and its answer does not come. */
  readonly words: string
  readonly when: 'before' | 'after'
  /** Nobody leads until somebody waits for it, so servers give up what they are at. */
  readonly late: boolean
}

/** Opens an empty database for one world. */
export type OpenKept = (now: string) => Promise<Kept>

export const inMemory: OpenKept = async (now) => {
  const { ports, close } = await memoryPorts(now)
  return { ports, of: () => ports, replace: undefined, whole: () => Promise.resolve(), close }
}

/** Servers of one world at most, each with its own connections. */
const mostServers = 3

/** Deaths of the database in one world. */
const most = 2

/** A PostgreSQL with a standby for many worlds, one after the other. */
export async function replaceablePostgres(): Promise<{
  open: OpenKept
  /** How often another took over, or the same started again. */
  replaced(): number
  close(): Promise<void>
}> {
  const postgres = await followedPostgres()
  const network = await openNetwork(postgres.port)
  let [worlds, replaced] = [0, 0]
  const succeed = async (by: Replacing['by'], awaited: Promise<void>) => {
    replaced += 1
    await postgres.dies()
    await awaited
    if (by === 'itself') return postgres.startsAgain()
    const port = await postgres.promotes()
    // Whoever has asked in vain meanwhile does not wait until its time is up.
    network.cut()
    network.leadsTo(port)
  }
  const open: OpenKept = async (now) => {
    const url = network.through(await postgres.createDatabase(`world_${++worlds}`))
    const databases = [await openPostgres(url)]
    for (let n = 0; n < mostServers; n++) databases.push(await openPostgres(url))
    const [office, ...servers] = databases.map((db, n) => portsOver(db, { now, ids: `id-${n}` }).ports)
    if (office === undefined) throw new Error('no database was opened')
    let succession: Promise<void> | undefined
    let ask: () => void = () => undefined
    let [successions, promoted] = [0, false]
    const leads = async () => {
      ask()
      await succession
    }
    const whole = () => {
      network.cutsNoMore()
      return leads()
    }
    return {
      ports: waiting(office, { leads, successions: () => successions }),
      of: (server) => servers[server] ?? office,
      replace({ by: wish, words, when, late }) {
        if (succession !== undefined || successions === most) return
        network.cutsAt(words, when, () => {
          // The one standby may have taken over already.
          const by = promoted ? 'itself' : wish
          promoted ||= by === 'standby'
          successions += 1
          const awaited = late ? new Promise<void>((resolve) => (ask = resolve)) : Promise.resolve()
          succession = succeed(by, awaited).finally(() => (succession = undefined))
        })
      },
      whole,
      async close() {
        await whole()
        for (const db of databases) await db.destroy()
        if (promoted) await postgres.followedAgain()
      },
    }
  }
  return {
    open,
    replaced: () => replaced,
    async close() {
      await network.close()
      await postgres.close()
    },
  }
}

/** Repeats what failed because another took over meanwhile; only reads happen at such times. */
function waiting(ports: Ports, seen: { leads: () => Promise<void>; successions: () => number }): Ports {
  const wait =
    (verb: (...given: unknown[]) => unknown) =>
    async (...given: unknown[]): Promise<unknown> => {
      for (;;) {
        await seen.leads()
        const before = seen.successions()
        try {
          return await verb(...given)
        } catch (error) {
          if (!(error instanceof StoreTrouble) || seen.successions() === before) throw error
        }
      }
    }
  const port = <T extends object>(kept: T): T =>
    new Proxy(kept, {
      get(target, name) {
        const verb: unknown = Reflect.get(target, name)
        return typeof verb === 'function' ? wait((...given) => Reflect.apply(verb, target, given)) : verb
      },
    })
  const { journal, people, directory, notices, register, store } = ports
  return {
    ...ports,
    journal: port(journal),
    people: port(people),
    directory: port(directory),
    notices: port(notices),
    register: port(register),
    store: port(store),
  }
}
