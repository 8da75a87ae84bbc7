// Words for rounds, the same in chat and on the command line.
import type { PreviewAsked } from '../campaign/preview.ts'
import { sayDay } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { sayList } from '../kit/text.ts'
import { openParts, type Round } from '../standing/rounds.ts'
import type { RoundOpened } from './open-round.ts'

/** "12 of 40 people have signed". */
export function sayRoundProgress({ signed, owe }: Pick<PreviewAsked, 'signed' | 'owe'>): string {
  const of = signed + owe
  return `${signed.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} ${of === 1 ? 'person has' : 'people have'} signed`
}

export function sayDocuments(count: number): string {
  return `${count} ${count === 1 ? 'document' : 'documents'}`
}

/** Nearly always its parts have the same day. */
export function sayRoundDays({ parts }: Round): string {
  return sayList([...new Set(parts.map(({ due }) => due))].toSorted().map((due) => sayDay(due)))
}

/** "open since 1 September 2026, by 30 September 2026", "closed on 12 October 2026". */
export function sayRoundState(round: Round): string {
  const [first] = round.parts
  const open = openParts(round)
  const opened = first === undefined ? '' : sayDay(first.openedOn)
  const [running] = open
  if (running === undefined) {
    const ended = round.parts
      .flatMap(({ closedOn }) => closedOn ?? [])
      .toSorted()
      .at(-1)
    return `opened on ${opened}${ended === undefined ? '' : `, closed on ${sayDay(ended)}`}`
  }
  const paused = running.pausedOn === undefined ? '' : `, paused since ${sayDay(running.pausedOn)}`
  return `open since ${opened}, by ${sayRoundDays(round)}${paused}`
}

export function sayRoundRefusal(outcome: Exclude<RoundOpened, { kind: 'opened' }>): string {
  switch (outcome.kind) {
    case 'round-open':
      return `The ${outcome.round.title} is being asked already: ${sayRoundState(outcome.round)}. Nothing was changed.`
    case 'nothing':
      return 'There is nothing to sign in any of its documents, so nothing was opened.'
    case 'part-refused':
      return `Nothing was opened, because the ${outcome.title} can’t be asked for. ${sayPart(outcome.why)}`
    default:
      return never(outcome)
  }
}

function sayPart(why: Extract<RoundOpened, { kind: 'part-refused' }>['why']): string {
  switch (why.kind) {
    case 'due-passed':
      return `The day has passed: today is ${sayDay(why.today)}.`
    case 'nobody':
      return 'It is in nobody’s duties.'
    case 'no-declaration':
      return 'There is nothing to sign in it.'
    case 'not-accepted':
      return `${why.what} ${why.fix}`
    default:
      return never(why)
  }
}
