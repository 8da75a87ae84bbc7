// A review in sentences: the same on the card and in the email.
import { sayCount } from '../standing/count-words.ts'
import { sayDay, sayWhen, type Day } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import type { Sample, ReviewPack } from './read.ts'
import { sayChain, type RecordOutcome } from './record.ts'
import { nextStepOn } from './steps.ts'
import type { RecordedReview, ReviewStanding } from './types.ts'

/** "Social Media Policy, edition October 2015: due in October 2016, overdue by 10 years." */
export function sayState({ edition, standing }: Pick<ReviewPack, 'edition' | 'standing'>): string {
  return `${edition.title}, edition ${sayEdition(edition)}: ${standing.said}.`
}

export function sayOwner({ owner }: ReviewStanding): string {
  return `It is for ${owner} to review.`
}

/** What there is to look at, one line each. */
export function sayPack({ pack, questions, rulesOff, signed }: ReviewPack): string[] {
  const { gaps, changed, open } = pack
  const found = [
    gaps.length > 0 && `${count(gaps.length, 'place', 'places')} where its text announces something and then stops.`,
    changed.length > 0 &&
      `${count(new Set(changed.map(({ name }) => name)).size, 'law or service that it names has', 'laws and services that it names have')} changed since, or may have.`,
    rulesOff > 0 &&
      `${count(rulesOff, 'rule of the checks is', 'rules of the checks are')} off until somebody confirms ${rulesOff === 1 ? 'its' : 'their'} words.`,
    questions.unanswered.count > 0 &&
      `${countFound(questions.unanswered, 'question', 'questions')} found no sure answer in the last ${questions.days} days.`,
    questions.unhelpful.count > 0 &&
      `${countFound(questions.unhelpful, 'answer was', 'answers were')} marked “did not help” in the last ${questions.days} days.`,
    ...open,
    signed !== undefined && sayCount(signed),
  ]
  return found.filter((line) => line !== false)
}

function countFound({ count: n, more }: Sample, one: string, many: string): string {
  return `${more ? 'At least ' : ''}${count(n, one, many)}`
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}

/** The outcome, and what comes next. */
export function sayDone(
  { outcome, on }: RecordedReview,
  {
    title,
    replacement,
    warned,
  }: { readonly title: string; readonly replacement: Edition | undefined; readonly warned: boolean },
): { readonly done: string; readonly next: string } {
  const from = (day: Day) => (warned ? `; I’ll warn you from ${sayDay(day)}` : '')
  switch (outcome.kind) {
    case 'no-change': {
      const { next } = outcome
      return {
        done: `The ${title} was reviewed, and nothing changes in it.`,
        next: `Signatures stand. The next review is ${sayDay(next)}${from(nextStepOn(next, on))}.`,
      }
    }
    case 'postponed': {
      const { until } = outcome
      return {
        done: `The review of the ${title} is postponed until ${sayDay(until)}.`,
        next: `Signatures stand. The review is due ${sayWhen(until)}${from(nextStepOn(until, on))}.`,
      }
    }
    case 'new-edition': {
      const published = replacement?.published
      const later = published !== undefined && published > on ? `, which is in force from ${sayDay(published)}` : ''
      const due = replacement?.nextReview
      return {
        done: `The ${title} was reviewed: edition ${replacement === undefined ? outcome.replacement : sayEdition(replacement)} takes its place${later}.`,
        next: due === undefined ? 'It names no day for its next review.' : `Its next review is ${sayDay(due)}.`,
      }
    }
    default:
      return never(outcome)
  }
}

export function sayRefused(refusal: Exclude<RecordOutcome, { kind: 'recorded' }>): string {
  switch (refusal.kind) {
    case 'already-recorded':
      return 'That was recorded today already.'
    case 'not-in-force':
      return `Edition ${refusal.edition} is in force now, and not the one that was reviewed.`
    case 'not-later':
      return `That is not after today, ${sayDay(refusal.today)}. Write a later month or day.`
    case 'too-far':
      return `That is too far off. Write ${sayDay(refusal.latest)} at the latest.`
    case 'reason-empty':
      return 'Write why it is postponed, in a few words.'
    case 'needs-slt':
      return `${sayChain(refusal.before)} Postponing it again is for the senior leadership team.`
    case 'no-such-edition':
      return refusal.editions.length === 0
        ? 'No newer edition is imported yet.'
        : `The newer editions are: ${refusal.editions.join(', ')}.`
    default:
      return never(refusal)
  }
}

/** On the command line: what to do when the new edition is not here yet. */
export function sayImport(policy: string, today: Day): string {
  return `npm run policy -- import FILE --policy ${policy} --edition ${today.slice(0, 7)}`
}
