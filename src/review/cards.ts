// The cards of review: a summary of how it stands, each part behind its button, and the warning.
import { compact } from '../kit/defined.ts'
import { checkActions } from '../check/actions.ts'
import { registerActions } from '../register/actions.ts'
import { readingActions } from '../reading/actions.ts'
import { reviewActions } from './actions.ts'
import { opening } from '../chat/opening.ts'
import {
  buttons,
  buttonsAmong,
  linkBlock,
  note,
  plain,
  strong,
  text,
  type Block,
  type Button,
  type Card,
} from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay } from '../kit/days.ts'
import { readButton } from '../reading/lines.ts'
import type { Policy } from '../policy/types.ts'
import { whoMay } from '../people/may.ts'
import type { Sample, ReviewPack } from './read.ts'
import { sayRecorded } from './outcomes.ts'
import type { Law } from '../guide/law.ts'
import type { ReviewPart, ReviewStanding } from './types.ts'
import { sayOwner, sayPack, sayState } from './words.ts'

/** What the reader may do. */
export interface Allowed {
  readonly records: boolean
  readonly seesRegister: boolean
}

export function showReviewPack(pack: ReviewPack, may: Allowed): Card {
  const { policy, edition, practice } = pack
  const lines = sayPack(pack)
  const about = { policy: policy.id }
  return markPractice(
    {
      title: `Review: ${edition.title}`,
      tone: 'plain',
      summary: `${sayState(pack)} ${lines.join(' ')}`,
      blocks: compact([
        ...stateBlocks(pack),
        lines.length !== 0 && listOf(lines),
        buttons(
          ...compact([may.records && { ...recordButton(pack), main: true }]),
          ...partButtons(pack),
          ...rulesButton(pack),
          ...registerButton(pack, may),
          { label: 'Read the policy', action: readingActions('sections', { ...about }) },
        ),
        note(
          'What has changed in law is a reminder of what to look up, and no legal advice. Questions are shown without names.',
        ),
      ]),
    },
    practice,
  )
}

function stateBlocks(pack: ReviewPack): Block[] {
  const { standing, last } = pack
  const why = last?.reason === undefined ? '' : ` “${last.reason}”`
  return compact([
    text(strong(sayState(pack)), ` ${sayOwner(standing)}`),
    last !== undefined && text(`${sayRecorded(last)}${why}`),
  ])
}

function recordButton({ policy, edition }: ReviewPack): Button {
  return {
    label: 'Record the outcome',
    action: reviewActions('prepare-review', { policy: policy.id, edition: edition.id }),
    spoken: `Record the outcome of the review of the ${edition.title}`,
  }
}

export function backButton({ id }: Policy): Button {
  return { label: 'Back to the review', action: reviewActions('review-part', { policy: id, part: 'short' }) }
}

const labels: Readonly<Record<ReviewPart, string>> = {
  gaps: 'What it leaves open',
  changed: 'What has changed',
  questions: 'Questions',
}

function partButtons({ policy, pack, questions }: ReviewPack): Button[] {
  const open = (part: ReviewPart, count: number): Button[] =>
    count === 0 ? [] : [{ label: labels[part], action: reviewActions('review-part', { policy: policy.id, part }) }]
  return [
    ...open('gaps', pack.gaps.length),
    ...open('changed', pack.changed.length),
    ...open('questions', questions.unanswered.count + questions.unhelpful.count),
  ]
}

function registerButton({ policy, signed }: ReviewPack, { seesRegister }: Allowed): Button[] {
  if (!seesRegister || signed === undefined) return []
  return [{ label: 'Open the register', action: registerActions('register', { policy: policy.id }) }]
}

function rulesButton({ policy, rulesOff }: ReviewPack): Button[] {
  return rulesOff === 0
    ? []
    : [{ label: 'What rules rest on', action: checkActions('rule-words', { policy: policy.id }) }]
}

export function showReviewPart(pack: ReviewPack, part: ReviewPart): Card {
  const { policy, edition, practice } = pack
  const blocks = blocksOf(pack, part)
  const title = `${labels[part]}: ${edition.title}`
  return markPractice(
    {
      title,
      tone: 'plain',
      summary: `${title}.`,
      blocks: [
        ...(blocks.length === 0 ? [text('There is nothing here any more.')] : blocks),
        buttons(backButton(policy)),
      ],
    },
    practice,
  )
}

/** Above this number they are counted, because a card has limited room. */
const mostShown = 15

function blocksOf({ policy, edition, pack, questions }: ReviewPack, part: ReviewPart): Block[] {
  const cites = { policy: policy.id, edition: edition.id }
  const read = (refs: readonly string[]) =>
    buttonsAmong(
      'sections',
      [...new Set(refs)].map((section) => readButton({ ...cites, section }, `Read ${section}`)),
    )
  switch (part) {
    case 'gaps':
      return compact([
        ...pack.gaps.slice(0, mostShown).map(({ section, what }) => text(strong(`${section}. `), what)),
        ...more(pack.gaps.length - mostShown),
        pack.gaps.length !== 0 && read(pack.gaps.slice(0, mostShown).map(({ section }) => section)),
      ])
    case 'changed':
      return compact([
        ...pack.changed
          .slice(0, mostShown)
          .flatMap(({ name, law, sections }): Block[] => [
            text(strong(name), ` (${sections.join(', ')}): ${sayLaw(law)}`),
            linkBlock(`Read on: ${name}`, law.source),
          ]),
        ...more(pack.changed.length - mostShown),
        pack.changed.length !== 0 && read(pack.changed.slice(0, mostShown).flatMap((each) => each.sections)),
      ])
    case 'questions':
      return [
        text(`From the last ${questions.days} days. Names, numbers and addresses are taken out of them.`),
        ...questionBlocks('These found no sure answer:', questions.unanswered),
        ...questionBlocks('The answer to these did not help:', questions.unhelpful),
      ]
  }
}

function sayLaw({ change, since, looked, sure = 'certain' }: Law): string {
  return compact([
    change,
    since && `Changed on ${sayDay(since)}.`,
    sure === 'likely' && 'Not certain: look it up first.',
    looked && `Last looked at on ${sayDay(looked)}.`,
  ]).join(' ')
}

function questionBlocks(intro: string, { first, count }: Sample): Block[] {
  if (count === 0) return []
  return [text(intro), listOf(first.map((each) => `“${each}”`)), ...more(count - first.length)]
}

function more(hidden: number): Block[] {
  return hidden > 0 ? [text(`and ${hidden} more.`)] : []
}

function listOf(lines: readonly string[]): Block {
  return { kind: 'list', ordered: false, items: lines.map(plain) }
}

const mostListed = 20

/** How each of several policies stands. */
export function showReviews(standings: readonly ReviewStanding[], practice: boolean): Card {
  const overdue = standings.filter(({ state }) => state === 'overdue').length
  const line =
    overdue === 0 ? 'No review is overdue.' : `${overdue} ${overdue === 1 ? 'review is' : 'reviews are'} overdue.`
  return markPractice(
    {
      title: 'Reviews',
      tone: 'plain',
      summary: line,
      blocks: [text(line), ...listReviews(standings)],
    },
    practice,
  )
}

export function listReviews(standings: readonly ReviewStanding[]): Block[] {
  const shown = standings.slice(0, mostListed)
  return compact([
    listOf(shown.map(sayStanding)),
    ...more(standings.length - mostListed),
    shown.length !== 0 && buttons(...shown.map((each) => reviewButton(each, shown.length > 1))),
  ])
}

export function sayStanding({ title, said }: ReviewStanding): string {
  return `${title}: ${said}.`
}

/** Where there are several, the label names the policy. */
export function reviewButton({ policy, title }: Pick<ReviewStanding, 'policy' | 'title'>, several: boolean): Button {
  return {
    label: several ? `Review: ${title}`.slice(0, 75) : 'Open the review',
    action: reviewActions('review', { policy }),
    spoken: several ? `Review: ${title}` : `Open the review of the ${title}`,
  }
}

/** About one review: the summary of the pack, with a button that opens it. */
export function showWarning(pack: ReviewPack): Card {
  const { edition, standing } = pack
  const title = `${titleOf(standing)}: ${edition.title}`
  return {
    title,
    tone: 'caution',
    summary: `${titleOf(standing)}: ${sayState(pack)}`,
    blocks: [
      ...stateBlocks(pack),
      listOf(sayPack(pack)),
      buttons({ ...reviewButton(standing, false), main: true }, recordButton(pack)),
    ],
  }
}

/** About several at once. */
export function showWarnings(standings: readonly ReviewStanding[]): Card {
  const title = `${standings.length} policies to review`
  return {
    title,
    tone: 'caution',
    summary: `${title}. ${standings.slice(0, 3).map(sayStanding).join(' ')}`,
    blocks: listReviews(standings),
  }
}

export function titleOf({ state, step }: Pick<ReviewStanding, 'state' | 'step'>): string {
  if (state === 'overdue') return 'Review overdue'
  if (state === 'none') return 'No review date'
  return step?.when === 'now' ? 'Review due' : 'A review is coming up'
}

/** `records` is false where they may look and not record. */
export function showRefused(records: boolean): Card {
  const line = records
    ? `Recording what came of a review is for ${whoMay('own-policy')}. Nothing was changed.`
    : `How a policy is reviewed is for ${whoMay('own-policy')}. If that should be you, ask one of them to give you the role.`
  return {
    title: 'That is not open to everybody',
    tone: 'plain',
    summary: line,
    blocks: [text(line), buttons({ label: 'Where do I stand?', action: opening('status') })],
  }
}
