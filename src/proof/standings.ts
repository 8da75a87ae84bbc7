// Compares everybody's stored standing with what their entries give. Nearly everybody has only signed, which is folded
// while the journal is read. Everybody else's entries are read once more.
import { breach, type Broken } from '../journal/chain.ts'
import type { Entry } from '../journal/types.ts'
import { defined } from '../kit/defined.ts'
import type { Journal, Register } from '../ports/evidence.ts'
import type { RegisterLine } from '../standing/totals.ts'

type Involvement = NonNullable<RegisterLine['involvement']>

/** What somebody's history with a policy gives. */
export type Fold = (history: readonly Entry[], reading: undefined) => Involvement

interface Standings {
  readonly journal: Pick<Journal, 'historiesOf'>
  readonly register: Pick<Register, 'page'>
}

interface Reading {
  /** People with several names. */
  readonly merged: ReadonlySet<string>
  readonly batch: number
}

export interface StandingCheck {
  take(entry: Entry): void
  /** To be asked after the last entry: the first person whose stored standing differs. */
  end(kept: Standings, reading: Reading): Promise<Broken | undefined>
}

/** The signature that counts so far, or `read`: their entries have to be read. */
type Folded = Entry | 'read'

/** Beyond this number of people, the entries of everybody else are read. */
const mostHeld = 200_000

/** Holds one entry for each person and policy: memory grows with the number of people, not with the journal. */
export function checkStandings(fold: Fold): StandingCheck {
  const policies = new Map<string, Map<string, Folded>>()
  return {
    take(entry) {
      const { fact } = entry
      if (!('policy' in fact)) return
      const folded = policies.get(fact.policy) ?? new Map<string, Folded>()
      policies.set(fact.policy, folded)
      if (!('person' in fact) || (folded.size >= mostHeld && !folded.has(fact.person))) return
      const before = folded.get(fact.person)
      if (before === 'read') return
      folded.set(fact.person, fact.kind === 'signed' ? later(before, entry, fold) : 'read')
    },
    async end(kept, { merged, batch }) {
      for (const [policy, folded] of policies) {
        const isExpected: OfPolicy['isExpected'] = (person, involvement) => {
          const known = folded.get(person) ?? (folded.size < mostHeld ? [] : 'read')
          if (known === 'read' || merged.has(person)) return false
          return isSame(fold(Array.isArray(known) ? known : [known], undefined), involvement)
        }
        const broken = await verifyStandings(kept, { policy, fold, batch, isExpected })
        if (broken !== undefined) return broken
      }
      return undefined
    },
  }
}

/** Where there are only signatures, the last two decide which one counts. */
function later(before: Entry | undefined, entry: Entry, fold: Fold): Entry {
  if (before === undefined) return entry
  return fold([before, entry], undefined).signed?.entry === before.id ? before : entry
}

interface OfPolicy {
  readonly policy: string
  readonly fold: Fold
  readonly batch: number
  /** False where their entries have to be read. */
  readonly isExpected: (person: string, involvement: Involvement | undefined) => boolean
}

/** Everybody's row compared with their history. What they are reading proves nothing, and is left out. */
async function verifyStandings(
  { journal, register }: Standings,
  { policy, fold, batch, isExpected }: OfPolicy,
): Promise<Broken | undefined> {
  for (const practice of [false, true]) {
    for (let after: string | undefined; ;) {
      const page = (most: number) => register.page({ policy, practice, most, ...defined({ after }) })
      let lines = await page(batch)
      let before: string | undefined
      for (;;) {
        const found = await firstOtherwise(journal, lines, { policy, fold, isExpected })
        if (found === undefined) break
        if (found.person === before) return found.broken
        // They may have signed between the two reads.
        before = found.person
        lines = await page(batch)
      }
      if (lines.length < batch) break
      after = lines.at(-1)?.person.id
    }
  }
  return undefined
}

async function firstOtherwise(
  journal: Standings['journal'],
  lines: readonly RegisterLine[],
  { policy, fold, isExpected }: Omit<OfPolicy, 'batch'>,
): Promise<{ readonly person: string; readonly broken: Broken } | undefined> {
  const doubted = lines.filter(({ person, involvement }) => !isExpected(person.id, involvement))
  if (doubted.length === 0) return undefined
  const ids = doubted.map(({ person }) => person.id)
  const histories = await journal.historiesOf(policy, ids)
  for (const { person, involvement } of doubted) {
    const history = histories.get(person.id) ?? []
    if (!isSame(fold(history, undefined), involvement))
      return { person: person.id, broken: breach(history.at(-1)?.seq ?? 0, 'standing') }
  }
  return undefined
}

function isSame(one: Involvement | undefined, other: Involvement | undefined): boolean {
  const parts = partsOf(other ?? {})
  return partsOf(one ?? {}).every((part, at) => part === parts[at])
}

function partsOf({ signed, open, excused }: Partial<Involvement>) {
  return [
    ...[signed?.entry, signed?.edition, signed?.wording, signed?.at.getTime()],
    ...[open?.kind, open?.edition, open?.at.getTime()],
    ...[excused?.by, excused?.until],
  ]
}
