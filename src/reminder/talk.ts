// Answers to a reminder: not today, or not for me.
import { privately, type Reply } from '../chat/replies.ts'
import type { Person } from '../chat/people.ts'
import { foldInvolvement } from '../standing/fold.ts'
import { showUnknownPerson } from '../declaration/outcome-cards.ts'
import { nextWorkingTime } from '../kit/calendar.ts'
import { addDays, dayIn, instantAt } from '../kit/days.ts'
import type { Notice } from '../ports/notices.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { showEnough, showNothingOwed, showPassedOn, showTomorrow } from './cards.ts'
import { asksOn, momentAt } from './read.ts'
import { planReminders } from './plan.ts'
import { passOnNotTheirs } from './send-not-theirs.ts'
import { notTheirsKey, reminderKey, tomorrows } from './steps.ts'
import type { OwedItem } from './types.ts'

/** What the card was about. */
interface About {
  readonly about: readonly { readonly policy: string; readonly edition: string }[]
}

/** On their next working day; at most twice for each thing that they owe. */
export async function remindTomorrow(turn: Turn, { about }: About): Promise<Reply[]> {
  const person = await personOf(turn)
  if (person === undefined) return [privately(showUnknownPerson())]
  const owes = await stillOwed(turn, person, about)
  if (owes.length === 0) return [privately(showNothingOwed(person.practice))]
  const { calendar, zone } = turn.library.school
  const tomorrow = instantAt(addDays(dayIn(zone, turn.now), 1), 0, zone)
  const at = nextWorkingTime(tomorrow, calendar, person)
  if (at === undefined) return [privately(showNothingOwed(person.practice))]
  const { notices } = turn.ports
  const known = await notices.of([person.id])
  for (const each of owes) {
    const waiting = tomorrowsOf(each, person, known).find(
      ({ state, at: when }) => state === 'planned' && when > turn.now,
    )
    // Pressed twice, or on another card.
    if (waiting !== undefined) return [privately(showTomorrow(dayIn(zone, waiting.at), person.practice))]
    const step = tomorrows[tomorrowsOf(each, person, known).length]
    if (step === undefined) return [privately(showEnough(person.practice))]
    await notices.plan({ key: reminderKey(each, person.id, step), kind: 'reminder', person: person.id, at })
  }
  return [privately(showTomorrow(dayIn(zone, at), person.practice))]
}

function tomorrowsOf(owing: OwedItem, { id }: Person, known: readonly Notice[]): readonly Notice[] {
  const keys = tomorrows.map((step) => reminderKey(owing, id, step))
  return known.filter(({ key }) => keys.includes(key))
}

/** SLT is told, once; and the person is left alone. */
export async function hearNotForMe(turn: Turn, { about }: About): Promise<Reply[]> {
  const person = await personOf(turn)
  if (person === undefined) return [privately(showUnknownPerson())]
  const { ports, now } = turn
  const owes = await stillOwed(turn, person, about)
  if (owes.length === 0) return [privately(showNothingOwed(person.practice))]
  const keys = owes.map((each) => notTheirsKey(each, person.id))
  const by = ports.newId()
  const said = keys.map((key) => ({ key, kind: 'not-theirs' }))
  const claimed = await ports.notices.claim({ notices: said, person: person.id, by, now })
  // Pressed twice: shows the first result.
  if (claimed === undefined) {
    const before = await ports.notices.find(keys)
    return [privately(showPassedOn(!before.some(({ state }) => state === 'given-up'), person.practice))]
  }
  const told = await passOnNotTheirs(turn, person, owes)
  await ports.notices.settle(
    { keys, by, now },
    told ?? { kind: 'given-up', what: 'nobody in the senior leadership team could be reached just then' },
  )
  return [privately(showPassedOn(told !== undefined, person.practice))]
}

async function stillOwed(turn: Turn, person: Person, about: About['about']): Promise<readonly OwedItem[]> {
  const { ports, library, desk, now } = turn
  const asks = await asksOn(ports, library, { day: desk.shelf.today, practice: person.practice })
  const involvements = await Promise.all(
    asks.map(async ({ policy }) => {
      const { history, reading } = await ports.journal.factsOf({ policy, person: person.id })
      return foldInvolvement(history, reading)
    }),
  )
  const { owes } = planReminders(asks, momentAt(library.school, now)).look({ person, involvements })
  return owes.filter((each) => about.some(({ policy, edition }) => policy === each.policy && edition === each.edition))
}
