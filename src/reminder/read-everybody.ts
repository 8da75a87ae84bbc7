// Judges everybody of one world in one pass: who is reminded now, who is late, and the result of reminding everybody.
import { hoursOf } from '../kit/calendar.ts'
import type { Ports } from '../ports/ports.ts'
import { lateNow, type LateNow } from './late.ts'
import { countWished, type Nudged } from './nudged.ts'
import { planReminders } from './plan.ts'
import { judgeAll } from './read.ts'
import { gatherNow } from './slot.ts'
import type { Ask, ReminderMoment, Overdue, Reminder, ReminderVerdict } from './types.ts'

/** One beat’s pass over one world. */
export interface ReminderPass {
  readonly asks: readonly Ask[]
  readonly moment: ReminderMoment
  readonly practice: boolean
  /** From when on people's minutes count. */
  readonly since: Date
}

export interface Judgement {
  /** People whose minute has come. */
  readonly reminders: readonly Reminder[]
  /** Line managers whose minute has come, with everything that they have not heard of. */
  readonly late: readonly LateNow[]
  /** By policy, where somebody asked that everybody be reminded. */
  readonly nudged: ReadonlyMap<string, Nudged>
}

/**
 * Only people who hear now are kept in memory: with a beat each minute, about one in sixty of a county. Of people who
 * are late, no more is kept than is told, until it was told.
 */
export async function judgeEverybody(
  ports: Pick<Ports, 'journal' | 'register' | 'notices' | 'people'>,
  { asks, moment, practice, since }: ReminderPass,
): Promise<Judgement> {
  const spread = { now: moment.now, since, hours: hoursOf(moment.day, moment.calendar) }
  const reminders = gatherNow<Reminded>(spread)
  const late = new Map<string, Overdue[]>()
  let nudged: ReadonlyMap<string, Nudged> = new Map()
  for await (const judged of judgeAll(ports, { asks, planner: planReminders(asks, moment), practice })) {
    if (judged.verdict.kind === 'reminded') reminders.add(judged.verdict)
    for (const each of judged.overdue) addTo(late, each)
    nudged = countWished(nudged, asks, judged)
  }
  const managers = gatherNow<LateNow>(spread)
  for (const [manager, theirs] of late) {
    const person = await ports.people.byId(manager)
    const now = person && lateNow(person, theirs, moment)
    if (now !== undefined) managers.add(now)
  }
  return { reminders: reminders.now().map(({ reminder }) => reminder()), late: managers.now(), nudged }
}

type Reminded = Extract<ReminderVerdict, { kind: 'reminded' }>

function addTo(late: Map<string, Overdue[]>, overdue: Overdue): void {
  const theirs = late.get(overdue.to)
  if (theirs === undefined) late.set(overdue.to, [overdue])
  else theirs.push(overdue)
}
