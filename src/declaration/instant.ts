// An instant as the evidence states it: to the second, in the zone where it was given.
import { dayIn, sayDay } from '../kit/days.ts'

/** "10 September 2026 at 09:00:05 (GMT+1, Europe/London)". */
export function sayInstant(at: Date, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const time = [parts.get('hour'), parts.get('minute'), parts.get('second')].join(':')
  // Some versions of the time zone data say GMT+0 instead of GMT.
  const offset = (parts.get('timeZoneName') ?? 'UTC').replace(/^GMT\+0$/, 'GMT')
  return `${sayDay(dayIn(zone, at))} at ${time} (${offset}, ${zone})`
}
