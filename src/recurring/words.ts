// Sentences about asking again, the same in chat, in the office, in the digest and on the command line.
import { sayDay, type Day } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import type { RecurringOutcome } from './decide.ts'
import type { Every } from './next.ts'
import type { NextRefusal } from './open-next.ts'
import type { NextShown } from './read-next.ts'

export function sayEvery(every: Every): string {
  if (every.every !== 'months') return every.every === 'year' ? 'each year' : 'each term'
  return `${every.months} ${every.months === 1 ? 'month' : 'months'} after each person’s last signature`
}

export const noTerms =
  'It is asked for each term, and no later term is known. Once the office has entered the next terms, the day follows from them.'

function sayNoSignatures(every: Every): string {
  return `It is asked for again ${sayEvery(every)}, and nobody has signed yet. The day follows from the first signature.`
}

/** Where it stands, in a sentence. `by` is the name of whoever agreed. */
export function sayRecurring(
  every: Every | undefined,
  next: NextShown,
  agreed: { readonly by: string } | undefined,
): string {
  if (every === undefined || next.kind === 'never') return 'It is asked for once.'
  if (next.kind === 'no-terms') return noTerms
  if (next.kind === 'no-signatures') return sayNoSignatures(every)
  const days = `from ${sayDay(next.opens)}, to sign by ${sayDay(next.due)}`
  if (next.kind === 'problem') return `It would be asked for again ${days}, and can’t be: ${next.what}`
  if (agreed !== undefined) return `It is asked for again ${days}: ${agreed.by} has said yes. It opens by itself.`
  return `It is asked for again ${sayEvery(every)}, next ${days}, once somebody of the senior leadership team says yes.`
}

/** In the digest, while an answer is waited for. */
export function sayWaits(title: string, { opens, today }: { readonly opens: Day; readonly today: Day }): string {
  const when =
    opens > today ? `would be asked for again from ${sayDay(opens)}` : `was to be asked for again from ${sayDay(opens)}`
  return `The ${title} ${when} and waits for your yes: nothing opens without it. Say “recurring”.`
}

/** In the digest, where it was agreed and could not be opened. */
export function sayStuck(title: string, opens: Day): string {
  return `The ${title} was to be asked for again from ${sayDay(opens)}, and could not be opened. Say “recurring” to see why.`
}

export function sayRecurringRefusal(outcome: Exclude<RecurringOutcome, { kind: 'done' }>, by = 'Somebody'): string {
  switch (outcome.kind) {
    case 'unchanged':
      return 'It was like that already.'
    case 'no-such-campaign':
      return 'It is not there any more.'
    case 'other-round':
      return 'That was about an earlier round.'
    case 'agreed-before':
      return `${by} had said yes already: it opens on ${sayDay(outcome.opens)}, once.`
    case 'days-wrong':
      return `Nobody could sign between those days: today is ${sayDay(outcome.today)}.`
    case 'no-terms':
      return 'No later term is known. Enter the next terms first, in the office under Settings.'
    case 'no-signatures':
      return 'Nobody has signed yet, so there is no next round to leave out.'
    default:
      return never(outcome)
  }
}

/** Why what was agreed could not be opened. */
export function sayNextRefusal(why: NextRefusal): string {
  switch (why.kind) {
    case 'due-passed':
      return 'It could not be opened before its last day had passed. Choose another day.'
    case 'already-open':
      return `The same is asked already, by ${sayDay(why.campaign.due)}. Close that first, or leave this round out.`
    case 'round-open':
      return 'It is asked already, in another round. Close that first, or leave this round out.'
    case 'nobody':
      return 'It asks nobody. Change who is asked first.'
    case 'no-declaration':
    case 'nothing':
      return 'There is nothing to sign in it.'
    case 'not-accepted':
      return `${why.what} ${why.fix}`
    case 'part-refused':
      return `The ${why.title} can’t be asked for. ${sayNextRefusal(why.why)}`
    default:
      return never(why)
  }
}
