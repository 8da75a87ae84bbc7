// The form for recording a review's outcome, and the card that confirms it.
import { isForSigning } from '../standing/declared.ts'
import { compact } from '../kit/defined.ts'
import { reviewActions } from './actions.ts'
import { campaignActions } from '../campaign/actions.ts'
import { buttons, note, strong, text, type Block, type Card, type Field, type Option } from '../chat/cards.ts'
import { fillFields, line, type Sent } from '../chat/forms.ts'
import { markPractice } from '../chat/practice.ts'
import { opening } from '../chat/opening.ts'
import { addMonths, sayDay, sayMonths, type Day } from '../kit/days.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition, Policy } from '../policy/types.ts'
import { backButton } from './cards.ts'
import { replacements } from './editions.ts'
import type { RecordedReview, Review } from './types.ts'
import { sayDone } from './words.ts'

interface Form {
  readonly review: Review
  readonly today: Day
  readonly sent: Sent
  readonly practice: boolean
  /** Shown first, for example why nothing was recorded. */
  readonly first?: string
}

export function showRecordForm({ review, today, sent, practice, first }: Form): Card {
  const { policy, edition } = review
  const wrong = Object.keys(sent.errors).length > 0
  const kept = 'Something is missing or can’t be read. What you typed is still here.'
  const title = wrong ? 'Not recorded yet' : `What came of the review: ${edition.title}`
  return markPractice(
    {
      title,
      tone: 'plain',
      summary: first ?? (wrong ? kept : `${title}.`),
      blocks: compact([
        first !== undefined && text(strong(first)),
        wrong && text(kept),
        text(`It is about edition ${sayEdition(edition)}, which is in force. Signatures stand, whatever you record.`),
        {
          kind: 'form',
          form: {
            fields: fillFields(fieldsOf(review, today), sent),
            submit: {
              label: 'Record it',
              action: reviewActions('record-review', { policy: policy.id, edition: edition.id }),
              main: true,
            },
          },
        },
        buttons(backButton(policy)),
      ]),
    },
    practice,
  )
}

function fieldsOf({ policy, edition }: Review, today: Day): Field[] {
  return [
    {
      kind: 'choice',
      id: 'outcome',
      label: 'What came of it',
      required: true,
      value: 'no-change',
      options: [
        { id: 'no-change', label: 'Reviewed, no change' },
        { id: 'postponed', label: 'Postponed' },
        ...editionOptions(policy, edition, today),
      ],
    },
    line('when', 'Next review, or postponed until', sayWhenHint(policy, today), false),
    {
      kind: 'lines',
      id: 'reason',
      label: 'Why, or what was looked at',
      hint: 'Needed to postpone. It is kept in the history.',
      required: false,
      max: 1_000,
    },
  ]
}

/** Only said, and not put into the field: whoever postpones must not put a review off by its whole rhythm. */
function sayWhenHint({ reviewEvery }: Policy, today: Day): string {
  const next = addMonths(today, reviewEvery ?? 12).slice(0, 7)
  const why = reviewEvery === undefined ? '' : `, as this policy is reviewed every ${sayMonths(reviewEvery)}`
  return `A month such as ${next}${why}, or a day. Not needed for a new edition.`
}

/** As an option’s id: `new:2026-12`. */
const newEdition = /^new:(.*)$/

export function replacementIn(option: string): string | undefined {
  return newEdition.exec(option)?.[1]
}

function editionOptions(policy: Policy, inForce: Edition, today: Day): Option[] {
  const found = replacements(policy, inForce).map(({ edition, replacement }): Option => {
    const { published } = replacement
    const when =
      replacement.id === inForce.id
        ? `in force, in the place of ${sayEdition(edition)}`
        : published !== undefined && published > today
          ? `in force from ${sayDay(published)}`
          : 'imported'
    return { id: `new:${replacement.id}`, label: `New edition: ${sayEdition(replacement)} (${when})` }
  })
  return found.length > 0 ? found : [{ id: 'new:', label: 'A new edition' }]
}

/** Nothing is recorded before the new edition is here. */
export function showImportFirst(policy: Policy, { practice }: { practice: boolean }): Card {
  const line = 'No newer edition is here yet, so nothing was recorded.'
  return markPractice(
    {
      title: 'Import the new edition first',
      tone: 'plain',
      summary: line,
      blocks: [
        text(line),
        {
          kind: 'list',
          ordered: true,
          items: [
            [{ text: 'Bring in the new text in the office, on the web page: Word, PDF or whatever the school has.' }],
            [{ text: 'Come back here, and choose it.' }],
          ],
        },
        buttons({ label: 'Bring it in', action: opening('office-policies'), main: true }, backButton(policy)),
      ],
    },
    practice,
  )
}

export interface ReviewDone {
  readonly review: Review
  readonly recorded: RecordedReview
  readonly practice: boolean
  /** By a scheduled job. */
  readonly warned: boolean
  /** It was recorded before, so not again. */
  readonly again: boolean
  /** They may open campaigns. */
  readonly asks: boolean
}

export function showRecorded(given: ReviewDone): Card {
  const { review, recorded, practice, warned, again } = given
  const { policy, edition } = review
  const { outcome } = recorded
  const replacement =
    outcome.kind === 'new-edition' ? policy.editions.find(({ id }) => id === outcome.replacement) : undefined
  const { done, next } = sayDone(recorded, { title: edition.title, replacement, warned })
  const said = again ? `That was recorded today already, and is not recorded twice. ${done}` : `Recorded. ${done}`
  return markPractice(
    {
      title: again ? 'Recorded before' : 'Recorded',
      tone: 'done',
      summary: `${said} ${next}`,
      blocks: [
        text(strong(said)),
        text(next),
        ...(replacement === undefined ? [] : markBlocks(policy, replacement, given.asks)),
        buttons(backButton(policy)),
        note('It is in the journal, with your name and the day.'),
      ],
    },
    practice,
  )
}

/** The question whether everybody signs again is asked where the new edition has something to sign. */
function markBlocks(policy: Policy, edition: Edition, asks: boolean): Block[] {
  if (!isForSigning(policy)) return []
  const { id } = policy
  const mark = (change: 'material' | 'editorial') =>
    campaignActions('mark-edition', { policy: id, edition: edition.id, change })
  return [
    text(
      `Does edition ${sayEdition(edition)} change what the policy means? Material: everybody signs again. Editorial: signatures carry over.`,
    ),
    buttons(
      { label: 'Material: sign again', action: mark('material') },
      { label: 'Editorial: carry over', action: mark('editorial') },
      ...(asks ? [{ label: 'Open a campaign', action: campaignActions('campaigns', { policy: id }) } as const] : []),
    ),
  ]
}
