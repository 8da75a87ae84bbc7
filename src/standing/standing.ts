// Where a person is with the edition in force, always computed from what happened.
import { askingAnew, isAskedAnew } from './anew.ts'
import { hasLeft, owedBy } from './due.ts'
import type { Campaign } from './campaigns.ts'
import type { Person } from '../chat/people.ts'
import type { Calendar } from '../kit/calendar.ts'
import type { Day } from '../kit/days.ts'
import { byBeginning } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { FoldedEntry } from './fold.ts'
import type { Involvement, LatestSignature, Standing } from './types.ts'
import { countingHashes } from './declared.ts'

/** How an owner marked each edition, by edition id; unmarked ones are missing. */
export type Marks = ReadonlyMap<string, 'material' | 'editorial'>

/** What a standing is computed against. */
export interface AsOf extends InForce {
  /** The id of the edition in force. */
  readonly edition: string
  readonly today: Day
  /** The days that a joiner has, from their first day. */
  readonly joinerDays: number
  /** The calendar for everybody's own working days; undefined where they are not counted. */
  readonly calendar?: Calendar | undefined
}

export interface InForce {
  /** The ids of all editions that were ever in force, newest first. */
  readonly editions: readonly string[]
  /** The hashes of the words that count as signed in each edition, as the school has them today, by edition id. */
  readonly wordings: ReadonlyMap<string, readonly string[]>
}

export interface StandingAsked {
  readonly person: Person
  readonly involvement: Involvement | undefined
  readonly marks: Marks
  /** Those of the policy. */
  readonly campaigns: readonly Campaign[]
}

/** `due` is their first due day, where somebody has worked it out already. */
export function standingOf(about: StandingAsked, asOf: AsOf, due?: { readonly day: Day | undefined }): Standing {
  const { person, involvement = nothing } = about
  const { signed } = involvement
  const { edition, today } = asOf
  if (person.leavesOn !== undefined && hasLeft(person, today)) return { kind: 'left', on: person.leavesOn }
  if (signed !== undefined && holds(signed, about, asOf) && !isAskedAnew(person, signed.at, about.campaigns, today)) {
    const { at, entry } = signed
    return signed.edition === edition
      ? { kind: 'signed', at, entry }
      : { kind: 'carried-over', at, edition: signed.edition, entry }
  }
  return unsigned(involvement, about, { asOf, known: due })
}

/** Of these campaigns, those that a person has not answered: by a signature that holds they have, unless it asks anew. */
export function unanswered(
  campaigns: readonly Campaign[],
  { involvement, marks }: Pick<StandingAsked, 'involvement' | 'marks'>,
  asOf: AsOf,
): readonly Campaign[] {
  const signed = involvement?.signed
  return signed !== undefined && holds(signed, { marks }, asOf) ? askingAnew(campaigns, signed.at) : campaigns
}

/** For the edition in force, as it reads today. */
function holds(signed: LatestSignature, { marks }: Pick<StandingAsked, 'marks'>, asOf: AsOf): boolean {
  return hasTheseWords(signed, asOf) && carriesOver(signed.edition, marks, asOf)
}

function unsigned(
  involvement: Involvement,
  about: StandingAsked,
  { asOf, known }: { readonly asOf: AsOf; readonly known: { readonly day: Day | undefined } | undefined },
): Standing {
  const { signed, open, excused, reading } = involvement
  const { person, marks, campaigns } = about
  if (excused !== undefined && lasts(excused, asOf)) return { kind: 'excused', ...excused }
  const { day: due } = known ?? firstDue(about, asOf)
  const holding = open !== undefined && carriesOver(open.edition, marks, asOf)
  if (holding && !isAskedAnew(person, open.at, campaigns, asOf.today))
    return { kind: open.kind === 'concern' ? 'concern-raised' : 'declined', at: open.at, due }
  if (reading?.edition === asOf.edition) return { kind: 'reading', sections: reading.sections, due }
  if (signed !== undefined)
    return { kind: 'signed-earlier', at: signed.at, edition: signed.edition, what: whatOf(signed, marks, asOf), due }
  return due === undefined ? { kind: 'not-asked' } : { kind: 'asked', due }
}

function lasts({ until }: { readonly until: Day | undefined }, { today }: AsOf): boolean {
  return until === undefined || today <= until
}

function firstDue({ involvement, ...about }: StandingAsked, asOf: AsOf): { readonly day: Day | undefined } {
  const campaigns = unanswered(about.campaigns, { involvement, marks: about.marks }, asOf)
  return { day: dueOf({ ...about, campaigns }, asOf) }
}

function whatOf(signed: LatestSignature, marks: Marks, asOf: AsOf): 'edition' | 'wording' | 'round' {
  if (holds(signed, { marks }, asOf)) return 'round'
  return signed.edition === asOf.edition ? 'wording' : 'edition'
}

/** An edition may first have been accepted as a summary, and later adopted in other words under the same id. */
export function hasTheseWords({ edition, wording }: LatestSignature, { wordings }: AsOf): boolean {
  return wordings.get(edition)?.includes(wording) === true
}

const nothing: Involvement = { signed: undefined, open: undefined, excused: undefined, reading: undefined }

/** The first day by which a campaign asks them to sign this edition; undefined where none does. */
export function dueOf({ person, marks, campaigns }: Omit<StandingAsked, 'involvement'>, asOf: AsOf): Day | undefined {
  // Nearly always all of them.
  const all = campaigns.every(({ edition }) => carriesOver(edition, marks, asOf))
  const asking = all ? campaigns : campaigns.filter(({ edition }) => carriesOver(edition, marks, asOf))
  return owedBy(person, asking, asOf)[0]?.due
}

/**
 * True where a signature of `from` still counts for the edition in force: it is the same edition, or every edition
 * since was marked editorial. An edition without a mark is material.
 */
export function carriesOver(from: string, marks: Marks, { edition, editions }: AsOf): boolean {
  if (from === edition) return true
  const now = editions.indexOf(edition)
  const then = editions.indexOf(from)
  if (now === -1 || then < now) return false
  return editions.slice(now, then).every((each) => marks.get(each) === 'editorial')
}

/** The latest mark of each edition counts, within one world: the real one or practice. `entries` are oldest first. */
export function marksOf(entries: readonly Pick<FoldedEntry, 'fact'>[], practice: boolean): Marks {
  return new Map(
    entries.flatMap(({ fact }) =>
      fact.kind === 'edition-marked' && fact.practice === practice ? [[fact.edition, fact.change] as const] : [],
    ),
  )
}

/**
 * Newest first. Once an adopted text is in force, a restated edition counts as if it had never been: signatures and
 * marks of it do not carry over. `edition` is the one in force.
 */
export function inForceOf(policy: Policy, edition: Edition): InForce {
  const valid = policy.editions
    .filter(({ wording }) => wording === edition.wording)
    .toSorted(byBeginning)
    .toReversed()
  return {
    editions: valid.map(({ id }) => id),
    wordings: new Map(
      valid.flatMap((each) => {
        const hashes = countingHashes(policy, each)
        return hashes === undefined ? [] : [[each.id, hashes] as const]
      }),
    ),
  }
}
