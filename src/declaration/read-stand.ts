// A person's standing with each policy, and what they can do about it: for the status card and the home page.
import { compact } from '../kit/defined.ts'
import { buttons, plain, text, type Block } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { mostNamed } from '../chat/wording.ts'
import type { Turn } from '../turn/turn.ts'
import { foldInvolvement } from '../standing/fold.ts'
import { acceptedFor, mattersOf, standingIn, type Matter } from '../turn/matter.ts'
import { receiptButton, startButton } from './outcome-cards.ts'
import { isUnsigned, tellStanding } from '../standing/words.ts'

export interface Stand {
  readonly lines: readonly string[]
  readonly blocks: readonly Block[]
}

/** One policy, for one person. */
interface One {
  readonly policy: string
  readonly title: string
  readonly line: string
  /** Whether anything was asked or done. */
  readonly concerns: boolean
  /** The label of the button to begin with; undefined where there is nothing to sign. */
  readonly begin: string | undefined
  /** Why it cannot be signed yet. */
  readonly hindrance: string | undefined
  /** The entry of a signature that stands. */
  readonly signed: string | undefined
}

export async function standOf(turn: Turn, person: Person | undefined): Promise<Stand> {
  if (person === undefined) return { lines: [], blocks: [] }
  const all = await Promise.all(mattersOf(turn).map((matter) => standWith(turn, matter, person)))
  if (all.length <= mostNamed)
    return { lines: all.map(({ line }) => line), blocks: all.flatMap((one) => showOne(one, all.length > 1)) }
  const own = all.filter(({ concerns }) => concerns)
  const quiet = sayQuiet(all.length - own.length, all.length)
  return { lines: [...own.map(({ line }) => line), ...quiet], blocks: showMany(own, quiet) }
}

async function standWith(turn: Turn, matter: Matter, person: Person): Promise<One> {
  const { policy, edition } = matter
  const facts = await turn.ports.journal.factsOf({ policy: policy.id, person: person.id })
  const standing = standingIn(matter, person, facts)
  const accepted = acceptedFor(turn, matter, person)
  const said = tellStanding(standing, { title: edition.title, zone: turn.library.school.zone })
  const open = isUnsigned(standing)
  return {
    policy: policy.id,
    title: edition.title,
    line: said,
    concerns: standing.kind !== 'not-asked',
    begin:
      open && accepted.kind === 'yes' ? (standing.kind === 'reading' ? 'Go on reading' : 'Read and sign') : undefined,
    hindrance: open && accepted.kind === 'restated' ? accepted.what : undefined,
    signed: foldInvolvement(facts.history, undefined).signed?.entry,
  }
}

/** Where there are several, the buttons name the policy: a screen reader reads only their labels. */
function showOne({ policy, title, line, begin, hindrance, signed }: One, besideOthers: boolean): Block[] {
  const row = compact([
    begin !== undefined && startButton(policy, besideOthers ? `${begin}: ${title}` : begin),
    signed !== undefined && receiptButton(signed, besideOthers ? title : undefined),
  ])
  return compact([text(line), hindrance !== undefined && text(hindrance), row.length !== 0 && buttons(...row)])
}

/** One list with one button, which asks which policy is meant where there are several. */
function showMany(own: readonly One[], quiet: readonly string[]): Block[] {
  const [first, ...others] = own.filter(({ begin }) => begin !== undefined)
  const hindrances = new Set(own.flatMap(({ hindrance }) => hindrance ?? []))
  const receipts = own.some(({ signed }) => signed !== undefined)
  return compact([
    own.length !== 0 && ({ kind: 'list', ordered: false, items: own.map(({ line }) => plain(line)) } as const),
    ...[...hindrances].map((each) => text(each)),
    ...quiet.map((each) => text(each)),
    first !== undefined && buttons(startButton(others.length > 0 ? undefined : first.policy, 'Read and sign')),
    receipts && text('Say “my receipt” to have your receipts again.'),
  ])
}

function sayQuiet(count: number, all: number): string[] {
  if (count === 0) return []
  if (count === all) return [`Nobody has asked you to sign any of the ${all} policies yet.`]
  return [
    count === 1 ? 'Nobody has asked you to sign the other one.' : `Nobody has asked you to sign the other ${count}.`,
  ]
}
