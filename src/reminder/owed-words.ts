// Words to somebody for what they owe: one document, or what is left of a bundle.
import { sayDay, type Day } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import { sayAudience } from '../standing/audience.ts'
import type { OwedGroup } from './rounds.ts'
import type { OwedItem, OwedRound } from './types.ts'

export interface OwedTold {
  readonly today: Day
  /** They were away when they were asked, or on the due day. */
  readonly back: boolean
}

export function sayGroup({ round, items }: OwedGroup, told: OwedTold): string {
  const [first] = items
  if (round !== undefined) return sayRoundOwed(round, items, told)
  if (first === undefined) return ''
  return told.back ? sayWaiting(first, told.today) : sayOwing(first, told.today)
}

function sayOwing({ title, due, asked }: OwedItem, today: Day): string {
  const also = sayAsked(asked)
  if (due === today) return `Please read the ${title} and sign its declaration. It is due today.${also}`
  if (due < today) return `Please read the ${title} and sign its declaration. It was due on ${sayDay(due)}.${also}`
  return `Please read the ${title} and sign its declaration by ${sayDay(due)}.${also}`
}

/** For somebody who was away: none of it is their fault. */
function sayWaiting({ title, due, asked }: OwedItem, today: Day): string {
  const also = sayAsked(asked)
  if (due < today)
    return `While you were away, everybody was asked to read the ${title} and sign its declaration. Please do so in the next days.${also}`
  return `While you were away, you were asked to read the ${title} and sign its declaration. Please do so by ${sayDay(due)}.${also}`
}

/** Several campaigns ask for the same thing. */
function sayAsked(asked: OwedItem['asked']): string {
  if (asked === undefined) return ''
  const each = asked.map(({ whom, due }) => `${sayAudience(whom)} by ${sayDay(due)}`)
  return ` It is asked of ${sayList(each)}: signing once is enough.`
}

function sayRoundOwed(round: OwedRound, items: readonly OwedItem[], { today, back }: OwedTold): string {
  const titles = sayList(items.map(({ title }) => `the ${title}`))
  const so = round.signed === 0 ? '' : ` You have signed ${round.signed} of ${round.of}.`
  const last = items.reduce((latest, { due }) => (due > latest ? due : latest), items[0]?.due ?? today)
  const when = sayWhen(last, today)
  if (back) {
    const by = last < today ? 'Please do so in the next days.' : `Please do so by ${sayDay(last)}.`
    return `${round.title}: while you were away, you were asked to read and sign ${titles}. ${by}${so}`
  }
  return `${round.title}: please read and sign ${titles}${when}${so}`
}

function sayWhen(due: Day, today: Day): string {
  if (due === today) return '. It is due today.'
  return due < today ? `. It was due on ${sayDay(due)}.` : ` by ${sayDay(due)}.`
}
