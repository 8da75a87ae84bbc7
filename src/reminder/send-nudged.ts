// Tells whoever had everybody reminded what the result was.
import { hoursOf } from '../kit/calendar.ts'
import type { Beat } from '../turn/beat.ts'
import type { Planned } from '../outbox/types.ts'
import { showNudged } from './nudged-cards.ts'
import { nobodyNudged, type Nudged } from './nudged.ts'
import type { ReminderPass } from './read-everybody.ts'
import { nudgeAllKey } from './steps.ts'

/** Sent once nobody is waited for any more. People who can’t be reached do not delay it. */
export async function nudgedNotices(
  { ports }: Beat,
  { asks, moment, practice }: Pick<ReminderPass, 'asks' | 'moment' | 'practice'>,
  nudged: ReadonlyMap<string, Nudged>,
): Promise<readonly Planned[]> {
  const { now, day, calendar } = moment
  const { from, to } = hoursOf(day, calendar)
  const wished = asks.flatMap((ask) =>
    ask.nudged === undefined ? [] : [{ ask, on: ask.nudged, key: nudgeAllKey(ask, ask.nudged, practice) }],
  )
  const wishes = wished.length === 0 ? [] : await ports.notices.find(wished.map(({ key }) => key))
  return wished.flatMap(({ ask, on, key }): Planned[] => {
    const wish = wishes.find((each) => each.key === key)
    const so = nudged.get(ask.policy) ?? nobodyNudged
    if (wish === undefined) return []
    const begun = Math.max(wish.at.getTime(), from.getTime())
    const patient = now.getTime() < Math.min(to.getTime() - lastMinutes * 60_000, begun + mostMinutes * 60_000)
    if (patient && so.waiting + so.trying > 0) return []
    return [
      {
        key: wish.key,
        kind: 'nudge',
        person: wish.person,
        at: wish.at,
        reason: 'what came of reminding everybody',
        still: () => Promise.resolve(true),
        show: () => showNudged({ ...ask, practice }, so, on < day ? on : undefined),
        write: () => undefined,
      },
    ]
  })
}

/** Before the end of the working day: somebody who was not reached by then will not be reached that day. */
const lastMinutes = 5
/** After the request: everybody has had their minute, and failures were retried a few times. */
const mostMinutes = 90
