// Compares the directory with the entries that describe it: every person's row with the last one that was sealed, and
// that nobody is missing or extra.
import type { Journal, KeptEntry, KeptPerson, ToldPerson } from '../ports/evidence.ts'
import { breach, type Broken } from '../journal/chain.ts'

type Kept = Pick<Journal, 'directory' | 'toldOf'>

export interface DirectoryCheck {
  take(kept: KeptEntry): void
  /** To be asked after the last entry: the first person whose row differs. */
  end(): Promise<DirectoryBroken | undefined>
  /** Afterwards: whoever somebody else turned out to be. */
  readonly merged: ReadonlySet<string>
}

/** Missing `person`: naming somebody who is gone would need another pass over the entries. */
export type DirectoryBroken = Broken | { readonly kind: 'missing'; readonly there: ReadonlySet<string> }

/** Of more people than a county has what was told is not held, but asked for. */
const mostHeld = 200_000

/** Holds what was last told of each person: memory grows with the people, not with the journal. */
export function checkDirectory(kept: Kept, batch: number): DirectoryCheck {
  const erased = new Set<string>()
  const merged = new Set<string>()
  const told = new Map<string, ToldPerson>()
  let people = 0
  return {
    merged,
    take({ entry: { seq, fact }, hidden }) {
      if (fact.kind === 'erased') erased.add(fact.person)
      if (fact.kind !== 'directory') return
      if (fact.what.includes('joined') || fact.what.includes('sealed')) people += 1
      if (fact.what.includes('dropped')) people -= 1
      if (told.size < mostHeld || told.has(fact.person))
        told.set(fact.person, { seq, into: fact.into, text: hidden?.fields['row'] })
    },
    async end() {
      let counted = 0
      for (let after: string | undefined; ;) {
        const page = await kept.directory(after, batch)
        for (const person of page) {
          if (person.into !== undefined) merged.add(person.into)
          const last = told.get(person.id)
          if (last !== undefined && isAsTold(person, { last, erased })) {
            after = person.id
            continue
          }
          const broken = await lookAgain(kept, { after, person, erased })
          if (broken !== undefined) return broken
          after = person.id
        }
        counted += page.length
        if (page.length < batch) break
      }
      return counted < people ? { kind: 'missing', there: await everybody(kept, batch) } : undefined
    },
  }
}

interface Doubted {
  /** The id before theirs. */
  readonly after: string | undefined
  readonly person: KeptPerson
  readonly erased: ReadonlySet<string>
}

/** They may have been changed while the journal was read. */
async function lookAgain(kept: Kept, { after, person, erased }: Doubted): Promise<Broken | undefined> {
  let now: KeptPerson | undefined = person
  let last: ToldPerson | undefined
  for (let looks = 0; looks < 2; looks += 1) {
    last = (await kept.toldOf([person.id])).get(person.id)
    if (last !== undefined && isAsTold(now, { last, erased })) return undefined
    now = (await kept.directory(after, 1))[0]
    // Dropped meanwhile, or somebody came before them.
    if (now?.id !== person.id) return undefined
    if (last !== undefined && isAsTold(now, { last, erased })) return undefined
  }
  return breach(last?.seq ?? 0, 'person')
}

interface Told {
  readonly last: ToldPerson
  readonly erased: ReadonlySet<string>
}

function isAsTold({ id, into, erased, nothing, text }: KeptPerson, { last, erased: known }: Told): boolean {
  if (last.into !== into) return false
  // Whoever had two names was erased under one of them.
  const isGone = known.has(into ?? id)
  if (erased || isGone) return erased && isGone && nothing
  return last.text === text
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
