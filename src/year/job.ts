// The scheduled part of the school’s year: SLT is told in time that nobody has entered the next terms.
import { isWorkingTime } from '../kit/calendar.ts'
import { dayIn } from '../kit/days.ts'
import { deliverAll } from '../outbox/deliver.ts'
import type { Planned } from '../outbox/types.ts'
import { may } from '../people/may.ts'
import { clockOf, type Beat } from '../turn/beat.ts'
import { showTerms, writeTerms } from './cards.ts'
import { sayTerms, termsKey, termsOn, warningStep } from './terms.ts'

const mostLeaders = 200

export async function warnOfTerms(beat: Beat): Promise<void> {
  const { ports, library, now } = beat
  const { calendar, name: school } = library.school
  const today = dayIn(calendar.zone, now)
  const terms = termsOn(today, calendar)
  const [line, step] = [sayTerms(terms), warningStep(terms, today)]
  if (line === undefined || step === undefined || !('ends' in terms) || !isWorkingTime(now, calendar)) return
  const leaders = await ports.people.list({ practice: false, role: 'slt', most: mostLeaders })
  const notices = leaders.map((person): Planned => ({
    key: termsKey(terms.ends, step, person.id),
    kind: 'terms',
    person: person.id,
    at: now,
    reason: `the last term ends on ${terms.ends}`,
    still: (at) => Promise.resolve(may(person, 'see-register', today) && isWorkingTime(at, calendar, person)),
    show: () => showTerms(line),
    write: () => writeTerms(line, { name: person.name, school }),
  }))
  const known = await ports.notices.find(notices.map(({ key }) => key))
  const waits = ({ key }: Planned) => {
    const notice = known.find((each) => each.key === key)
    return notice === undefined || (notice.state === 'failed' && (notice.nextAt ?? now) <= now)
  }
  await deliverAll(ports, notices.filter(waits), clockOf(beat))
}
