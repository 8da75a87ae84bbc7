// A day or month as a table shows it.
import { sayDay, type DayOrMonth } from '../kit/days.ts'

export function toWhen(when: DayOrMonth | undefined): string {
  return when === undefined ? 'not said' : sayDay(when)
}
