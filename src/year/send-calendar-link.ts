// Makes and withdraws somebody's private link to the school's calendar, each with its entry in the journal.
import { entryOf, stampOf } from '../journal/stamp.ts'
import { dayIn } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'

export interface CalendarLinkFor {
  /** The person's id. */
  readonly person: string
  readonly publicUrl: string
  readonly zone: string
}

type LinkPorts = Pick<Ports, 'calendarLinks' | 'clock' | 'newId' | 'newToken'>

/** Returns its address, which nobody can be shown again. */
export async function makeCalendarLink(
  ports: LinkPorts,
  { person, publicUrl, zone }: CalendarLinkFor,
): Promise<string> {
  const token = ports.newToken()
  const entry = entryOf({ kind: 'calendar-link-made', person }, stampOf(ports))
  await ports.calendarLinks.make({ person, token, since: dayIn(zone, entry.at), entry })
  return `${publicUrl}/calendar/${token}.ics`
}

/** False where there was none. */
export function withdrawCalendarLink(ports: Omit<LinkPorts, 'newToken'>, person: string): Promise<boolean> {
  const entry = entryOf({ kind: 'calendar-link-withdrawn', person }, stampOf(ports))
  return ports.calendarLinks.withdraw({ person, entry })
}
