// One message to a line manager about everybody who is overdue and of whom they have not heard.
import { isWorkingTime } from '../kit/calendar.ts'
import type { Beat } from '../turn/beat.ts'
import type { Planned } from '../outbox/types.ts'
import { showLate, writeLate } from './cards.ts'
import type { LateNow } from './late.ts'
import { judgeAgain, momentAt } from './read.ts'
import type { ReminderPass } from './read-everybody.ts'
import { dailyKey } from './steps.ts'
import { sayCameLate } from './words.ts'

export function lateNotice(
  { ports, library }: Pick<Beat, 'ports' | 'library'>,
  { asks, moment }: Pick<ReminderPass, 'asks' | 'moment'>,
  { person, theirs, at }: LateNow,
): Planned {
  const { calendar } = library.school
  const keys = theirs.map(({ key }) => key)
  const [key = '', ...also] = keys
  const late = theirs.map(({ person: { name }, title, due }) => ({ name, title, due }))
  return {
    key,
    also,
    // In addition to what they owe themselves.
    daily: `${dailyKey(person.id, moment.day)}:manager`,
    kind: 'manager',
    person: person.id,
    at,
    reason: sayCameLate(late.length),
    async still(now) {
      if (!isWorkingTime(now, calendar, person)) return false
      const again = { ...momentAt(library.school, now), chain: moment.chain }
      for (const { person: who, key: mine } of theirs) {
        const { overdue } = await judgeAgain(ports, asks, { person: who.id, keys, moment: again })
        if (!overdue.some((each) => each.key === mine)) return false
      }
      return true
    },
    show: () => showLate({ practice: person.practice, late }),
    write: () => writeLate({ name: person.name, late }),
  }
}
