// Who is to hear what about a case, under which key and from when: computed from the case alone, so that a restart
// loses nothing and nobody hears twice.
import type { Person } from '../chat/people.ts'
import { hoursOf, worksOn, type Calendar } from '../kit/calendar.ts'
import { addDays, dayIn, type Day } from '../kit/days.ts'
import type { Case, CaseMessage } from '../ports/cases.ts'
import { hearsAt } from './when.ts'

export interface Telling {
  readonly key: string
  /** A person id. */
  readonly person: string
  readonly what: Told
  readonly at: Date
  /** The event that it tells of; undefined for a reminder. */
  readonly message: CaseMessage | undefined
}

export type Told =
  /** To people who may take it; `again` reminds them. */
  | 'offer'
  | 'again'
  /** To the other people to whom it was offered. */
  | 'not-needed'
  /** To the asker. */
  | 'taken'
  | 'answered'
  | 'asked-back'
  | 'passed'
  | 'released'
  | 'asked-again'
  | 'closed-quietly'
  /** To the responder. */
  | 'replied'
  | 'due'
  | 'asker-left'
  /** To one of them, when the other closed it. */
  | 'closed'

export interface Moment {
  readonly now: Date
  readonly calendar: Calendar
  /** The people whom a case may mention, by id. */
  readonly people: ReadonlyMap<string, Person>
}

export function tellingsOf(kept: Case, moment: Moment): readonly Telling[] {
  const happened = kept.messages.flatMap((message) => happenedIn(kept, message, moment))
  const known = (telling: Telling) => moment.people.has(telling.person)
  return [...happened, ...offersOf(kept, moment), ...remindersOf(kept, moment)].filter(known)
}

function happenedIn(kept: Case, message: CaseMessage, { people }: Moment): Telling[] {
  const to = (what: Told, person: string | undefined): Telling[] => {
    if (person === undefined || person === message.by || !people.has(person)) return []
    return [{ key: `case:${kept.id}:${message.seq}:${person}`, person, what, at: message.at, message }]
  }
  const { asker } = kept
  switch (message.kind) {
    case 'asked':
      return []
    case 'taken':
      // Once it waits again, it may be offered to different people.
      return [
        ...to('taken', asker),
        ...(kept.taker === message.by ? kept.offered : []).flatMap((each) => to('not-needed', each)),
      ]
    case 'answered':
    case 'asked-back':
    case 'passed':
    case 'released':
      return to(message.kind, asker)
    case 'replied':
      return to('replied', takerAt(kept, message))
    case 'closed':
      return closedTo(kept, to)
  }
}

function closedTo(kept: Case, to: (what: Told, person: string | undefined) => Telling[]): Telling[] {
  const others = kept.taker === undefined ? kept.offered : [kept.taker]
  switch (kept.closed?.why) {
    case 'asker':
      return others.flatMap((each) => to('closed', each))
    case 'asker-left':
      return others.flatMap((each) => to('asker-left', each))
    case 'taker':
      return to('closed', kept.asker)
    case 'quiet':
      return to('closed-quietly', kept.asker)
    case undefined:
      return []
  }
}

/** The responder at the time of the message: somebody who took over later saw the whole case when taking it. */
function takerAt({ messages, taker }: Case, { seq }: CaseMessage): string | undefined {
  const last = messages.findLast((each) => each.seq < seq && ['taken', 'passed', 'released'].includes(each.kind))
  return last?.kind === 'taken' && last.by === taker ? taker : undefined
}

/** To each person who may take it, once for each time that it started to wait. */
function offersOf(kept: Case, { calendar, people }: Moment): Telling[] {
  if (kept.state !== 'waiting') return []
  const since = waitsSince(kept)
  return kept.offered.flatMap((person) => {
    const known = people.get(person)
    if (known === undefined || since === undefined) return []
    const at = hearsAt(since.at, { route: kept.route, calendar, person: known })
    return [{ key: `case:${kept.id}:offer-${since.seq}:${person}`, person, what: 'offer', at, message: undefined }]
  })
}

function waitsSince({ messages }: Case): CaseMessage | undefined {
  return messages.findLast(({ kind }) => kind === 'asked' || kind === 'passed' || kind === 'released')
}

/** Working days after which somebody who was asked back is reminded. */
const daysToReply = 3

/** Once on each of their working days, from the day after it started. */
function remindersOf(kept: Case, moment: Moment): Telling[] {
  const { now, calendar } = moment
  const today = dayIn(calendar.zone, now)
  const remind = (what: Told, person: string | undefined, from: Day): Telling[] => {
    const known = person === undefined ? undefined : moment.people.get(person)
    if (known === undefined || today < from || !worksOn(today, calendar, known)) return []
    const at = hoursOf(today, calendar).from
    return [{ key: `case:${kept.id}:${what}-${today}:${known.id}`, person: known.id, what, at, message: undefined }]
  }
  switch (kept.state) {
    case 'waiting': {
      const since = waitsSince(kept)
      if (since === undefined) return []
      const heard = (person: string) =>
        hearsAt(since.at, { route: kept.route, calendar, person: ownDays(person, moment) })
      return kept.offered.flatMap((each) => remind('again', each, addDays(dayIn(calendar.zone, heard(each)), 1)))
    }
    case 'taken':
      return remind('due', kept.taker, laterOf(kept.due, addDays(lastDay(kept, calendar), 1)))
    case 'asked-back': {
      const from = addDays(lastDay(kept, calendar), daysToReply)
      // Once, and not every day: they are free not to answer.
      return today > addDays(from, 7) ? [] : remind('asked-again', kept.asker, from).map((each) => onceOnly(kept, each))
    }
    case 'answered':
    case 'closed':
      return []
  }
}

function onceOnly({ id, messages }: Case, telling: Telling): Telling {
  return { ...telling, key: `case:${id}:asked-again-${messages.length}:${telling.person}` }
}

function ownDays(person: string, { people }: Moment): Pick<Person, 'weekdays' | 'away'> {
  return people.get(person) ?? { weekdays: undefined, away: [] }
}

function lastDay({ messages, at }: Case, { zone }: Calendar): Day {
  return dayIn(zone, messages.at(-1)?.at ?? at)
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other
}
