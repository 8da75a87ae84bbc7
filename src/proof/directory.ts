// The directory as it is kept, held against the entries that tell how it came to be: every person's row against the last
// that was sealed of it, and nobody more or fewer than came.
import type { Journal, KeptPerson } from '../ports/evidence.ts'
import { breach, type Broken } from '../journal/chain.ts'
import type { Entry } from '../journal/types.ts'

type Kept = Pick<Journal, 'directory'>

export interface DirectoryCheck {
  take(entry: Entry): void
  /** After the last: the first person who is kept otherwise. */
  end(): Promise<DirectoryBroken | undefined>
}

/** `person`: who is missing cannot be said without reading the entries once more. */
export type DirectoryBroken = Broken | { readonly kind: 'missing'; readonly there: ReadonlySet<string> }

/** Holds the ids of those erased, who are few, and no others. */
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
          // They may have been changed between the two looks.
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
  // Whoever had two names was erased under one of them.
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
