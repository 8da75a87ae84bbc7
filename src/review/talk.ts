// Reviews as a conversation: how they stand, what to look at, and recording an outcome. For SLT and policy owners, in
// private.
import type { ActionOf } from '../chat/actions.ts'
import type { reviewActions } from './actions.ts'
import type { Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { quietly } from '../turn/permit.ts'
import { staleCard } from '../chat/wording.ts'
import { nothingSent, type Sent } from '../chat/forms.ts'
import { stampOf } from '../journal/stamp.ts'
import { never } from '../kit/never.ts'
import { may } from '../people/may.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { showReviewPart, showRefused, showReviewPack, showReviews } from './cards.ts'
import { replacements } from './editions.ts'
import { readPack, reviewsOn, reviewStateOf } from './read.ts'
import { recordedIn } from './outcomes.ts'
import { isWarned } from './plan.ts'
import { postponedSince, recordReview, sayChain, type RecordOutcome } from './record.ts'
import { replacementIn, showImportFirst, showRecorded, showRecordForm } from './record-cards.ts'
import type { Outcome, Review } from './types.ts'
import { readReviewed } from './read-recorded.ts'
import { readWhen } from './when.ts'
import { sayRefused } from './words.ts'

type Fields = Readonly<Record<string, string>>

/** Without a policy, all of them; or the only one. */
export async function openReview(turn: Turn, { policy }: { policy?: string | undefined }): Promise<Reply[]> {
  const by = await personOf(turn)
  if (!maySee(by, turn)) return [privately(showRefused(false))]
  const reviews = reviewsOn(turn.desk)
  const [review, ...others] = policy === undefined ? reviews : reviews.filter((each) => each.policy.id === policy)
  if (review === undefined) return [privately(staleCard())]
  if (others.length > 0) {
    const standings = reviews.map((each) => reviewStateOf(each, turn.desk))
    return [privately(showReviews(standings, by.practice))]
  }
  return [privately(await shortCard(turn, review, by))]
}

export async function openReviewPart(
  turn: Turn,
  { policy, part }: ActionOf<typeof reviewActions, 'review-part'>,
): Promise<Reply[]> {
  const by = await personOf(turn)
  if (!maySee(by, turn)) return [privately(showRefused(false))]
  const review = find(turn, policy)
  if (review === undefined) return [privately(staleCard())]
  if (part === 'short') return [quietly(turn, await shortCard(turn, review, by))]
  return [quietly(turn, showReviewPart(await readPack(turn, review, by.practice), part))]
}

async function shortCard(turn: Turn, review: Review, by: Person): Promise<Card> {
  return showReviewPack(await readPack(turn, review, by.practice), allowed(by, turn))
}

interface Upon {
  readonly policy: string
  readonly edition: string
}

export async function prepareReview(turn: Turn, { policy, edition }: Upon): Promise<Reply[]> {
  const permitted = await permit(turn, policy)
  if (permitted.kind === 'refused') return permitted.replies
  if (permitted.review.edition.id !== edition) return [form(turn, permitted, { sent: nothingSent, first: lookAgain })]
  const { practice } = permitted.by
  const { today } = turn.desk.shelf
  const before = recordedIn(await readReviewed(turn.ports.journal, policy), { policy, practice, today })
  const chain = sayChain(postponedSince(before, edition))
  return [form(turn, permitted, chain === '' ? { sent: nothingSent } : { sent: nothingSent, first: chain })]
}

const lookAgain = 'A new edition has come into force since that card, so this is about the new one.'
const notRecorded =
  'A new edition came into force meanwhile, so nothing was recorded. Look again, and record it for the new one.'

export async function hearReview(turn: Turn, { policy, edition }: Upon, fields: Fields): Promise<Reply[]> {
  const permitted = await permit(turn, policy)
  if (permitted.kind === 'refused') return permitted.replies
  const { review, by } = permitted
  const again = (errors: Fields) => [form(turn, permitted, { sent: { fields, errors } })]
  const { today } = turn.desk.shelf
  if (review.edition.id !== edition) return [form(turn, permitted, { sent: nothingSent, first: notRecorded })]
  const wanted = wantedIn(fields, review)
  if (wanted.kind === 'wrong') return again(wanted.errors)
  if (wanted.kind === 'import') return [quietly(turn, showImportFirst(review.policy, { practice: by.practice }))]
  const before = recordedIn(await readReviewed(turn.ports.journal, policy), { policy, practice: by.practice, today })
  const outcome = await turn.ports.journal.record({ policy }, () =>
    recordReview({
      policy: review.policy,
      edition: wanted.edition,
      outcome: wanted.outcome,
      reason: fields['reason'] ?? '',
      before,
      leads: by.roles.includes('slt'),
      practice: by.practice,
      zone: turn.library.school.zone,
      by: by.id,
      stamp: stampOf({ clock: () => turn.now, newId: turn.ports.newId }),
    }),
  )
  if (outcome.kind === 'recorded' || outcome.kind === 'already-recorded') {
    const { recorded } = outcome
    const done = { review, recorded, practice: by.practice, again: outcome.kind === 'already-recorded' }
    const asks = may(by, 'run-campaign', today)
    return [quietly(turn, showRecorded({ ...done, asks, warned: isWarned(by, today) }))]
  }
  if (outcome.kind === 'not-in-force') return [form(turn, permitted, { sent: nothingSent, first: notRecorded })]
  return again({ [fieldOf(outcome)]: sayRefused(outcome) })
}

type Refused = Exclude<RecordOutcome, { kind: 'recorded' | 'already-recorded' | 'not-in-force' }>

/** The field beside which it is shown. */
function fieldOf({ kind }: Refused): 'when' | 'reason' | 'outcome' {
  switch (kind) {
    case 'not-later':
    case 'too-far':
      return 'when'
    case 'reason-empty':
      return 'reason'
    case 'needs-slt':
      return 'outcome'
    case 'no-such-edition':
      return 'outcome'
    default:
      return never(kind)
  }
}

type Wanted =
  | { readonly kind: 'outcome'; readonly edition: string; readonly outcome: Outcome }
  | { readonly kind: 'wrong'; readonly errors: Fields }
  | { readonly kind: 'import' }

/** What was meant by the form. */
function wantedIn(fields: Fields, { policy, edition }: Review): Wanted {
  const chosen = fields['outcome'] ?? ''
  const replacement = replacementIn(chosen)
  if (replacement === '') return { kind: 'import' }
  if (replacement !== undefined) {
    const found = replacements(policy, edition).find((each) => each.replacement.id === replacement)
    const reviewed = found?.edition.id ?? edition.id
    return { kind: 'outcome', edition: reviewed, outcome: { kind: 'new-edition', replacement } }
  }
  if (chosen !== 'no-change' && chosen !== 'postponed')
    return { kind: 'wrong', errors: { outcome: 'Choose what came of the review.' } }
  const when = readWhen(fields['when'] ?? '')
  if (when.kind === 'wrong') return { kind: 'wrong', errors: { when: when.fix } }
  const { value } = when
  const outcome: Outcome = chosen === 'no-change' ? { kind: chosen, next: value } : { kind: chosen, until: value }
  return { kind: 'outcome', edition: edition.id, outcome }
}

type Permit =
  | { readonly kind: 'may'; readonly by: Person; readonly review: Review }
  | { readonly kind: 'refused'; readonly replies: Reply[] }

async function permit(turn: Turn, policy: string): Promise<Permit> {
  const by = await personOf(turn)
  if (by === undefined || !may(by, 'own-policy', turn.desk.shelf.today))
    return { kind: 'refused', replies: [privately(showRefused(true))] }
  const review = find(turn, policy)
  return review === undefined ? { kind: 'refused', replies: [privately(staleCard())] } : { kind: 'may', by, review }
}

function form(
  turn: Turn,
  { by, review }: Extract<Permit, { kind: 'may' }>,
  given: { readonly sent: Sent; readonly first?: string },
): Reply {
  return quietly(turn, showRecordForm({ review, today: turn.desk.shelf.today, practice: by.practice, ...given }))
}

function find({ desk }: Turn, policy: string): Review | undefined {
  return reviewsOn(desk).find((each) => each.policy.id === policy)
}

function maySee(person: Person | undefined, { desk }: Turn): person is Person {
  const { today } = desk.shelf
  return may(person, 'own-policy', today) || may(person, 'see-register', today)
}

function allowed(person: Person, { desk }: Turn) {
  const { today } = desk.shelf
  return { records: may(person, 'own-policy', today), seesRegister: may(person, 'see-register', today) }
}
