// Bookkeeping that never makes anybody wait. A record beside an answer is written later where the store fails, and a
// lookup beside an answer uses the last known value.
import { accountKey, type Person } from '../chat/people.ts'
import { within, type Wait } from '../kit/wait.ts'
import type { Directory } from '../ports/people.ts'
import type { Log, Ports } from '../ports/ports.ts'
import { StoreTrouble } from '../ports/trouble.ts'

export interface Bookkeeping {
  readonly ports: Ports
  /** For what is not worth waiting for: returns the other value where it takes too long or fails. */
  soon<T>(work: () => Promise<T>, otherwise: () => T): Promise<T>
  /** The same for what may be known already: that it is there says nothing about the store. */
  soonIfUnknown<T>(work: () => Promise<T>, otherwise: () => T): Promise<T>
  /** Writes what could not be written before. Never throws. */
  catchUp(): Promise<void>
}

/** Milliseconds that an answer waits for the store: normally, and while the store is known to be in trouble. */
const patience = { usual: 500, troubled: 50 } as const
const mostWaiting = 1_000
const mostPeople = 10_000

export function keepBooks(given: Ports, wait: Wait): Bookkeeping {
  const asker = askerOf(given.log, wait)
  const { soon } = asker
  const { note, catchUp } = noterOf(given.log, soon)
  const { store, lessons, people } = given
  const ports: Ports = {
    ...given,
    store: {
      ...store,
      keepQuestion: (question) => note('question', () => store.keepQuestion(question)),
      keepRuling: (ruling) => note('ruling', () => store.keepRuling(ruling)),
      rateQuestion: async (id, helpful) => {
        let known = true
        await note('rating', async () => (known = await store.rateQuestion(id, helpful)))
        return known
      },
      rulingsOf: (account, most) =>
        soon(
          () => store.rulingsOf(account, most),
          () => [],
        ),
    },
    lessons: { ...lessons, keep: (lesson) => note('lesson', () => lessons.keep(lesson)) },
    people: { ...people, spoke: (account, at) => note('spoke', () => people.spoke(account, at)) },
    directory: rememberDirectory(given.directory, asker),
  }
  return { ports, soon, soonIfUnknown: asker.soonIfUnknown, catchUp }
}

type Soon = Bookkeeping['soon']

/** A record beside an answer: written at once where the store accepts it, and later where it does not. */
function noterOf(log: Log, soon: Soon) {
  const waiting: { readonly what: string; readonly write: () => Promise<unknown> }[] = []
  let catching = false
  const later = (what: string, write: () => Promise<unknown>) => {
    if (waiting.length < mostWaiting) waiting.push({ what, write })
    else log.error({ what }, 'the store has been in trouble for so long that what was to be noted is left out')
  }
  return {
    async note(what: string, write: () => Promise<unknown>): Promise<void> {
      const once = () =>
        write().catch((error: unknown) => {
          if (error instanceof StoreTrouble) later(what, write)
          throw error
        })
      await soon<unknown>(once, () => undefined)
    },
    async catchUp(): Promise<void> {
      if (catching || waiting.length === 0) return
      catching = true
      const before = waiting.length
      try {
        for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
          await next.write().catch(letGo(log))
          waiting.shift()
        }
        log.info({ notes: before }, 'the store takes notes again, and what waited is made up for')
      } catch {
        // The store is still in trouble: try again next time.
      } finally {
        catching = false
      }
    },
  }
}

/** A person who was seen before is known as they were when the store last answered. */
function rememberDirectory(directory: Directory, asker: ReturnType<typeof askerOf>): Directory {
  const { soon, soonIfUnknown, trouble } = asker
  const people = new Map<string, Person | undefined>()
  let names: readonly string[] = []
  return {
    ...directory,
    async find(account) {
      const key = accountKey(account)
      const found = await soon<Person | undefined | 'unanswered'>(
        () => directory.find(account),
        () => 'unanswered',
      )
      if (found === 'unanswered') {
        const known = people.get(key)
        if (known !== undefined) return known
        throw new StoreTrouble(trouble() ?? new Error('The store takes too long.'))
      }
      if (people.size >= mostPeople) people.clear()
      people.set(key, found)
      return found
    },
    async names() {
      // They are remembered, so that they are there does not say that the store is back.
      return (names = await soonIfUnknown(
        () => directory.names(),
        () => names,
      ))
    },
  }
}

/** A record that the store will never accept is dropped, so that the rest can follow. */
function letGo(log: Log): (error: unknown) => void {
  return (error) => {
    if (error instanceof StoreTrouble) throw error
    log.warn({ error }, 'a note could not be made up for')
  }
}

function askerOf(log: Log, wait: Wait) {
  let trouble: Error | undefined
  const begins = (why: Error) => {
    if (trouble === undefined) log.error({ error: why }, 'the store does not answer: help and answers go on without it')
    trouble = why
  }
  const ended = () => {
    if (trouble !== undefined) log.info({}, 'the store answers again')
    trouble = undefined
  }
  const ask = async <T>(work: () => Promise<T>, otherwise: () => T, answered: () => void): Promise<T> => {
    const asked = work().then(
      (value) => {
        answered()
        return { value }
      },
      (error: unknown) => {
        if (!(error instanceof StoreTrouble)) throw error
        begins(error)
        return 'failed' as const
      },
    )
    const answer = await within(wait, trouble === undefined ? patience.usual : patience.troubled, asked)
    if (answer === undefined) {
      // The write goes on, and may still succeed.
      asked.catch(() => undefined)
      begins(new Error('it takes too long'))
    }
    return answer === undefined || answer === 'failed' ? otherwise() : answer.value
  }
  return {
    soon: <T>(work: () => Promise<T>, otherwise: () => T) => ask(work, otherwise, ended),
    soonIfUnknown: <T>(work: () => Promise<T>, otherwise: () => T) => ask(work, otherwise, () => undefined),
    trouble: () => trouble,
  }
}
