// Compares everybody's stored standing with what their entries give. Nearly everybody has only signed, which is folded
// while the journal is read. Everybody else's entries are read once more.
import { breach, type Broken } from '../journal/chain.ts'
import type { Entry } from '../journal/types.ts'
import { defined } from '../kit/defined.ts'
import type { Journal, Register } from '../ports/evidence.ts'
import { isSigning, withSigning } from '../standing/fold.ts'
import type { RegisterLine } from '../standing/totals.ts'
import type { LatestSignature } from '../standing/types.ts'

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
type Folded = LatestSignature | 'read'

/** Beyond this number of people, the entries of everybody else are read. */
const mostHeld = 200_000

/**
 * Holds one signature for each person and policy: memory grows with the number of people, not with the journal. Whole
 * entries are not held, because clearing them away again would take longer the more of them there are.
 */
export function checkStandings(fold: Fold): StandingCheck {
  const policies = new Map<string, Map<string, Folded>>()
  const once = keepOnce()
  return {
    take(entry) {
      const { fact } = entry
      if (!('policy' in fact)) return
      const folded = policies.get(fact.policy) ?? new Map<string, Folded>()
      if (folded.size === 0) policies.set(fact.policy, folded)
      if (!('person' in fact)) return
      const before = folded.get(fact.person)
      if (before === 'read' || (before === undefined && folded.size >= mostHeld)) return
      const after = isSigning(entry) ? withSigning(before, entry) : 'read'
      if (after !== before) folded.set(fact.person, after === 'read' ? after : once(after))
    },
    async end(kept, { merged, batch }) {
      for (const [policy, folded] of policies) {
        const isExpected: OfPolicy['isExpected'] = (person, involvement) => {
          const known = folded.get(person)
          if (known === 'read' || merged.has(person)) return false
          if (known === undefined && folded.size >= mostHeld) return false
          return isSame({ signed: known }, involvement ?? {})
        }
        const broken = await verifyStandings(kept, { policy, fold, batch, isExpected })
        if (broken !== undefined) return broken
      }
      return undefined
    },
  }
}

/** Editions and words are the same for nearly everybody, so their texts are held once. */
function keepOnce(): (signature: LatestSignature) => LatestSignature {
  const known = new Map<string, string>()
  const one = (text: string) => {
    const same = known.get(text)
    if (same !== undefined) return same
    // A school has a handful, but a journal that was tampered with may name any number.
    if (known.size >= 1000) known.clear()
    known.set(text, text)
    return text
  }
  return ({ entry, edition, wording, at }) => ({ entry, edition: one(edition), wording: one(wording), at })
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
    if (!isSame(fold(history, undefined), involvement ?? {}))
      return { person: person.id, broken: breach(history.at(-1)?.seq ?? 0, 'standing') }
  }
  return undefined
}

function isSame(one: Partial<Involvement>, other: Partial<Involvement>): boolean {
  return (
    isSameSignature(one.signed, other.signed) &&
    isSameMatter(one.open, other.open) &&
    one.excused?.by === other.excused?.by &&
    one.excused?.until === other.excused?.until
  )
}

function isSameSignature(one: Involvement['signed'], other: Involvement['signed']): boolean {
  return (
    one?.entry === other?.entry &&
    one?.edition === other?.edition &&
    one?.wording === other?.wording &&
    one?.at.getTime() === other?.at.getTime()
  )
}

function isSameMatter(one: Involvement['open'], other: Involvement['open']): boolean {
  return one?.kind === other?.kind && one?.edition === other?.edition && one?.at.getTime() === other?.at.getTime()
}
