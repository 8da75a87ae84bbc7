// Compares the directory with the entries that describe it: every person's row with the last one that was sealed, and
// that nobody is missing or extra.
import type { Journal, KeptPerson } from '../ports/evidence.ts'
import { breach, type Broken } from '../journal/chain.ts'
import type { Entry } from '../journal/types.ts'

type Kept = Pick<Journal, 'directory'>

export interface DirectoryCheck {
  take(entry: Entry): void
  /** To be asked after the last entry: the first person whose row differs. */
  end(): Promise<DirectoryBroken | undefined>
}

/** Missing `person`: naming somebody who is gone would need another pass over the entries. */
export type DirectoryBroken = Broken | { readonly kind: 'missing'; readonly there: ReadonlySet<string> }

/** Holds only the ids of erased people, who are few. */
export function checkDirectory(kept: Kept, batch: number): DirectoryCheck {
  const erased = new Set<string>()
  let people = 0
  return {
    take({ fact }) {
      if (fact.kind === 'erased') erased.add(fact.person)
      if (fact.kind !== 'directory') return
      if (fact.what.includes('joined') || fact.what.includes('sealed')) people += 1
      if (fact.what.includes('dropped')) people -= 1
    },
    async end() {
      let counted = 0
      for (let after: string | undefined; ;) {
        let page = await kept.directory(after, batch)
        let before: string | undefined
        for (;;) {
          const otherwise = page.find((person) => !isAsTold(person, erased))
          if (otherwise === undefined) break
          if (otherwise.id === before) return breach(otherwise.told?.seq ?? 0, 'person')
          // They may have been changed between the two reads.
          before = otherwise.id
          page = await kept.directory(after, batch)
        }
        counted += page.length
        after = page.at(-1)?.id
        if (page.length < batch) break
      }
      return counted < people ? { kind: 'missing', there: await everybody(kept, batch) } : undefined
    },
  }
}

function isAsTold({ id, into, erased, nothing, text, told }: KeptPerson, known: ReadonlySet<string>): boolean {
  if (told === undefined || told.into !== into) return false
  // Somebody with two names was erased under one of them.
  const isGone = known.has(into ?? id)
  if (erased || isGone) return erased && isGone && nothing
  return told.text === text
}

async function everybody(kept: Kept, batch: number): Promise<ReadonlySet<string>> {
  const there = new Set<string>()
  for (let after: string | undefined; ;) {
    const page = await kept.directory(after, batch)
    for (const { id } of page) there.add(id)
    after = page.at(-1)?.id
    if (page.length < batch) return there
  }
}
