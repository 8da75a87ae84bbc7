// Reads what an owner should look at when a policy is reviewed: what the edition leaves open, what it mentions that has
// changed, which questions found no answer, and how many have signed. Few queries, each limited.
import { countingOf } from '../turn/counting.ts'
import { totalsOf, type Count } from '../standing/totals.ts'
import { matterOf } from '../turn/matter.ts'
import { redact } from '../kit/redact.ts'
import { shorten } from '../kit/text.ts'
import { latestEdition } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { KeptQuestion, Ports } from '../ports/ports.ts'
import { knowsWord } from '../search/query.ts'
import type { Turn } from '../turn/turn.ts'
import { latestAbout, recordedIn } from './outcomes.ts'
import { rulesToConfirm } from '../check/propose.ts'
import { packFor } from './pack.ts'
import { reviewStanding } from './standing.ts'
import type { ReviewContents, RecordedReview, Review, ReviewStanding } from './types.ts'
import { readReviewed } from './read-recorded.ts'

type Reading = Pick<Ports, 'journal' | 'register' | 'store' | 'directory' | 'people'>
export type ReviewReading = Pick<Turn, 'desk' | 'library' | 'now'> & { readonly ports: Reading }

export interface ReviewPack {
  readonly policy: Policy
  readonly edition: Edition
  readonly standing: ReviewStanding
  readonly pack: ReviewContents
  /** What was last recorded, with the reason where one was given and not erased. */
  readonly last: (RecordedReview & { readonly reason: string | undefined }) | undefined
  readonly questions: KeptQuestions
  /** Rules of the checks that are off, because the edition does not have their words. */
  readonly rulesOff: number
  /** Undefined where there is nothing to sign. */
  readonly signed: Count | undefined
  readonly practice: boolean
}

/** Without names, newest first. */
export interface KeptQuestions {
  readonly unanswered: Sample
  readonly unhelpful: Sample
  /** How long they are kept. */
  readonly days: number
}

export interface Sample {
  readonly first: readonly string[]
  readonly count: number
  /** There are at least this many. */
  readonly more: boolean
}

/** Every policy with its edition in force and its next review, in the library’s order. */
export function reviewsOn({ shelf }: Turn['desk']): readonly Review[] {
  return shelf.policies.flatMap((policy): Review[] => {
    const edition = shelf.edition(policy.id)
    return edition === undefined ? [] : [{ policy, edition, ...shelf.review(edition) }]
  })
}

export function reviewStateOf(review: Review, { shelf }: Turn['desk']): ReviewStanding {
  return reviewStanding(review.policy, review.edition, shelf.today, review)
}

export async function readPack(seen: ReviewReading, review: Review, practice: boolean): Promise<ReviewPack> {
  const { desk, library } = seen
  const { policy, edition } = review
  return {
    policy,
    edition,
    standing: reviewStateOf(review, desk),
    pack: packFor(edition, library.laws),
    last: await readLast(seen, review, practice),
    questions: await readQuestions(seen, { policy: policy.id, practice }),
    rulesOff: rulesToConfirm([...library.scenarios, ...(library.idle ?? [])], latestEdition(policy)).length,
    signed: await countSigned(seen, policy.id, practice),
    practice,
  }
}

async function readLast({ ports, desk }: ReviewReading, { policy, edition }: Review, practice: boolean) {
  const which = { policy: policy.id, practice, today: desk.shelf.today }
  const last = latestAbout(edition, recordedIn(await readReviewed(ports.journal, policy.id), which))
  return last && { ...last, reason: (await ports.journal.hiddenOf(last.entry))?.fields['reason'] }
}

async function countSigned(seen: ReviewReading, policy: string, practice: boolean): Promise<Count | undefined> {
  const matter = matterOf(seen, policy)
  if (matter === undefined) return undefined
  const counting = await countingOf(seen, matter, { practice })
  const tally = await seen.ports.register.tally({ policy, practice, today: matter.asOf.today })
  return totalsOf(tally, counting).all
}

const mostRead = 100
const mostShown = 8
/** In characters. */
const longest = 160

/** Questions about this policy, and those about none: what was not covered belongs to no policy. */
async function readQuestions(
  { ports, desk, library, now }: ReviewReading,
  { policy, practice }: { readonly policy: string; readonly practice: boolean },
): Promise<KeptQuestions> {
  const days = library.school.keptDays
  const none: Sample = { first: [], count: 0, more: false }
  // Questions belong to no world, so practice people see them only where there is nobody else.
  if (practice && (await ports.people.list({ practice: false, most: 1 })).length > 0)
    return { unanswered: none, unhelpful: none, days }
  const since = new Date(now.getTime() - days * 24 * 60 * 60_000)
  const [unanswered, unhelpful] = [
    await ports.store.questions({ which: 'unanswered', since, most: mostRead }),
    await ports.store.questions({ which: 'unhelpful', since, most: mostRead }),
  ]
  // People may have joined since, so that a word is a name now.
  const names = unanswered.length + unhelpful.length === 0 ? [] : await ports.directory.names()
  const isCommon = (word: string) => knowsWord(word, desk.index)
  const find = (questions: readonly KeptQuestion[]): Sample => {
    const own = questions.filter((each) => each.policy === undefined || each.policy === policy)
    const first = own.slice(0, mostShown).map(({ text }) => redact(shorten(text, longest), { names, isCommon }))
    return { first, count: own.length, more: questions.length === mostRead }
  }
  return { unanswered: find(unanswered), unhelpful: find(unhelpful), days }
}
