// Tells whoever had everybody reminded what the result was.
import { hoursOf } from '../kit/calendar.ts'
import type { Beat } from '../turn/beat.ts'
import { leaders } from '../outbox/slt.ts'
import type { Planned } from '../outbox/types.ts'
import type { Notice } from '../ports/notices.ts'
import { showNudged } from './nudged-cards.ts'
import { nobodyNudged, type Nudged } from './nudged.ts'
import type { ReminderPass } from './read-everybody.ts'
import { nudgeAllKey } from './steps.ts'

/** Sent once nobody is waited for any more. People who can’t be reached do not delay it. */
export async function nudgedNotices(
  beat: Beat,
  { asks, moment, practice }: Pick<ReminderPass, 'asks' | 'moment' | 'practice'>,
  nudged: ReadonlyMap<string, Nudged>,
): Promise<readonly Planned[]> {
  const { ports } = beat
  const { now, day, calendar } = moment
  const { from, to } = hoursOf(day, calendar)
  const wished = asks.flatMap((ask) =>
    ask.nudged === undefined ? [] : [{ ask, on: ask.nudged, key: nudgeAllKey(ask, ask.nudged, practice) }],
  )
  const wishes = wished.length === 0 ? [] : await ports.notices.find(wished.map(({ key }) => key))
  const planned: Planned[] = []
  for (const { ask, on, key } of wished) {
    const wish = wishes.find((each) => each.key === key)
    const so = nudged.get(ask.policy) ?? nobodyNudged
    if (wish === undefined) continue
    const begun = Math.max(wish.at.getTime(), from.getTime())
    const patient = now.getTime() < Math.min(to.getTime() - lastMinutes * 60_000, begun + mostMinutes * 60_000)
    if (patient && so.waiting + so.trying > 0) continue
    const person = await whoHears(beat, wish, practice)
    if (person === undefined) await onlyLog(beat, wish, { policy: ask.policy, so })
    else
      planned.push({
        key: wish.key,
        kind: 'nudge',
        person,
        at: wish.at,
        reason: 'what came of reminding everybody',
        still: () => Promise.resolve(true),
        show: () => showNudged({ ...ask, practice }, so, on < day ? on : undefined),
        write: () => undefined,
      })
  }
  return planned
}

/**
 * Whoever asked for it. On the command line that may have been while nobody led the school: then the first who leads it
 * now. Undefined where still nobody does.
 */
async function whoHears(beat: Beat, { person }: Notice, practice: boolean): Promise<string | undefined> {
  if (person !== 'operator') return person
  for await (const { id } of leaders(beat, practice)) return id
  return undefined
}

/** Nobody is told, and the request is over. */
async function onlyLog(
  { ports: { notices, newId, log }, now }: Beat,
  { key, kind, person }: Notice,
  about: { readonly policy: string; readonly so: Nudged },
): Promise<void> {
  const attempt = { keys: [key], by: newId(), now }
  if ((await notices.claim({ notices: [{ key, kind }], person, by: attempt.by, now })) === undefined) return
  await notices.settle(attempt, { kind: 'sent', way: 'log', message: '' })
  log.info({ ...about }, 'everybody was reminded, and nobody leads the school who could be told how it went')
}

/** Before the end of the working day: somebody who was not reached by then will not be reached that day. */
const lastMinutes = 5
/** After the request: everybody has had their minute, and failures were retried a few times. */
const mostMinutes = 90
