// Everybody's names, which every question needs and few writes change: read once, and again after somebody here writes.
import type { Journal } from '../../src/ports/evidence.ts'
import type { Directory, People } from '../../src/ports/people.ts'

interface Kept {
  readonly directory: Directory
  readonly people: People
  readonly journal: Journal
}

/** Milliseconds for which names may be out of date: other servers write to the same database. */
const patience = 60_000

/**
 * `elapsed` returns milliseconds from any starting point. The same names are the same list, so that values computed
 * from it can be reused.
 */
export function rememberNames({ directory, people, journal }: Kept, elapsed = () => performance.now()): Kept {
  let known: { readonly names: Promise<readonly string[]>; readonly at: number } | undefined
  const forget = () => (known = undefined)
  const names = () => {
    if (known !== undefined && elapsed() - known.at < patience) return known.names
    const read = { names: directory.names(), at: elapsed() }
    known = read
    // What was read during a write is discarded as well.
    read.names.catch(() => (known = known === read ? undefined : known))
    return read.names
  }
  return {
    directory: { ...directory, names, keep: (account, seen) => directory.keep(account, seen).finally(forget) },
    people: {
      ...people,
      put: (persons, who) => people.put(persons, who).finally(forget),
      unjoin: (which, who) => people.unjoin(which, who).finally(forget),
      undoList: (list, who) => people.undoList(list, who).finally(forget),
      join: (from, into, who) => people.join(from, into, who).finally(forget),
    },
    journal: {
      ...journal,
      record(about, decide) {
        let erases = false
        const noting: typeof decide = (facts) => {
          const recorded = decide(facts)
          erases ||= recorded.erases === true
          return recorded
        }
        return journal.record(about, noting).finally(() => erases && forget())
      },
    },
  }
}
