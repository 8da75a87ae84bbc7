// A digest in sentences: the same for the card, the letter and the command line.
import { sayDay } from '../kit/days.ts'
import { capital, sayList } from '../kit/text.ts'
import type { Head } from '../journal/types.ts'
import { sayOutside } from '../proof/words.ts'
import type { Concern, Digest, Failure, LateLine, PolicyPart, ReviewLine } from './types.ts'

export function howMany(count: number, one: string, many: string, uncounted?: true): string {
  return `${uncounted === true ? 'at least ' : ''}${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

/** The whole digest where it fits one line; undefined where there is more to say. */
export function sayQuiet({ state, since, reviews, cares }: Digest): string | undefined {
  if (state === 'news' || reviews.length + cares.length > 0) return undefined
  return state === 'idle'
    ? 'Nobody has been asked to sign anything here yet, and there is nothing else to tell.'
    : `Nothing new since ${sayDay(since)}: everybody who is asked has signed.`
}

/** What is new, one sentence for each part, without names. */
export function sayParts(digest: Digest): string[] {
  const { changes, concerns, questions, unhelpful, asked, deliveries, mostAsked } = digest
  const some = changes.first.slice(0, mostSaid)
  const others = changes.count - some.length
  const [often] = mostAsked
  const found = [
    ...some,
    others > 0 &&
      `There ${others === 1 ? 'was' : 'were'} ${howMany(others, 'other change', 'other changes', changes.uncounted)}.`,
    concerns.count > 0 &&
      `${capital(howMany(concerns.count, 'concern, question to you or refusal', 'concerns, questions to you or refusals', concerns.uncounted))} came in.`,
    asked > 0 &&
      `${capital(howMany(asked, 'question was', 'questions were'))} asked of me; ${questions.count === 0 ? 'all found an answer' : `${howMany(questions.count, 'found', 'found')} no sure answer`}.`,
    unhelpful.count > 0 &&
      `${capital(howMany(unhelpful.count, 'answer was', 'answers were', unhelpful.uncounted))} marked “did not help”.`,
    often !== undefined && `Asked about most: ${often.section}.`,
    deliveries.count > 0 &&
      `${capital(howMany(deliveries.count, 'message', 'messages', deliveries.uncounted))} did not arrive, or nobody knows.`,
  ]
  return found.filter((line) => line !== false)
}

/** At most this many changes are listed; the rest stand behind a button. */
export const mostSaid = 3

export function sayOverdue({ overdue: { count } }: PolicyPart): string {
  return count === 0 ? '' : `${howMany(count, 'person is', 'people are')} overdue.`
}

/** To follow a name. */
export function sayLate({ group, standing, due }: LateLine): string {
  const until = `, due ${sayDay(due)}`
  return `${group.toLowerCase()}, ${standing}${standing.endsWith(until) ? '' : until}`
}

/** To follow a name. */
export function sayConcern({ kind, title, on }: Concern): string {
  const did = {
    concern: `raised a concern about the ${title}`,
    question: `has a question to you about the ${title}`,
    declined: `declined to sign the ${title}`,
  }[kind]
  return `${did} on ${sayDay(on)}.`
}

export function sayFailure({ called: [one, many], state, why, count, names }: Failure): string {
  const became = {
    failed: 'not delivered so far',
    'given-up': 'given up',
    unknown: 'perhaps not delivered',
  }[state]
  const whom = names.length === 0 ? '' : ` (${sayWhom(names, count)})`
  return `${howMany(count, one, many)} ${became}${whom}: ${why}.`
}

function sayWhom(names: readonly string[], count: number): string {
  return sayList(count > names.length ? [...names, 'others'] : names)
}

export function sayReview({ title, owner, said }: ReviewLine): string {
  return `Review of the ${title}: ${said}. It is for ${owner}.`
}

/** Enough characters to recognise it; the whole stands behind a button. */
export function sayHeadShort({ seq, hash }: Head): string {
  if (seq === 0) return 'The journal has no entries yet.'
  return `The journal has ${howMany(seq, 'entry', 'entries')}; its seal begins with ${hash.slice(0, 8)}.`
}

/** Whoever keeps the message can later tell whether anything before it was changed. */
export function sayHead({ head: { seq, hash }, outside, zone }: Pick<Digest, 'head' | 'outside' | 'zone'>): string {
  if (seq === 0) return 'The journal has no entries yet.'
  return `Keep this message. Whoever looks after Policy Guide can tell with it at any later time whether anything up to now was changed. Entry ${seq}, seal ${hash}. ${sayOutside(outside, zone)}`
}

/** On the command line, where it can be tried out. */
export function sayHeadCheck({ seq, hash }: Head): string {
  return seq === 0 ? 'The journal has no entries yet.' : `To check it later: npm run verify -- --head ${seq}:${hash}`
}
