// A second, plain implementation of the rules, which shares no code with the bot's: by which day a person of the
// simulated world must sign, and whether their line manager must have heard that they have not.
import type { Person } from '../../src/chat/people.ts'
import type { Calendar } from '../../src/kit/calendar.ts'

const ms = 86_400_000

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * ms).toISOString().slice(0, 10)
}

/** Whether somebody works on a day, by the page about calendars, read from top to bottom. */
export function worksOnPlainly(person: Pick<Person, 'away' | 'weekdays'>, calendar: Calendar, day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  if (person.away.some(({ from, to }) => from <= day && day <= to)) return false
  if (person.weekdays !== undefined && !person.weekdays.includes(weekday)) return false
  if (calendar.closed.has(day as never)) return false
  if (calendar.inset.has(day as never)) return true
  if (!calendar.weekdays.includes(weekday)) return false
  if (calendar.terms.length === 0) return true
  if (calendar.terms.some(({ from, to }) => from <= day && day <= to)) return true
  const ends =
    calendar.terms
      .map(({ to }) => String(to))
      .toSorted()
      .at(-1) ?? day
  return day > shift(ends, 42)
}

interface Asked {
  readonly due: string
  readonly openedOn: string
  readonly joinerDays: number
}

/** The campaign's day or a joiner's own, but never before the fifth of their own working days since they could know. */
export function dueOfPlainly(person: Person, calendar: Calendar, { due, openedOn, joinerDays }: Asked): string {
  const { startsOn } = person
  const days = [due]
  if (startsOn !== undefined) days.push(shift(startsOn, joinerDays))
  let day = startsOn !== undefined && startsOn > openedOn ? String(startsOn) : openedOn
  for (let worked = 0, looked = 0; looked < 800; looked++, day = shift(day, 1)) {
    if (worksOnPlainly(person, calendar, day)) worked += 1
    if (worked === 5) {
      days.push(day)
      break
    }
  }
  return days.toSorted().at(-1) ?? due
}

interface Late {
  readonly person: Person
  /** The person who must hear: the manager, or somebody named by the school. */
  readonly manager: Person
  readonly due: string
  /** In working days of the school after the due day. */
  readonly after?: number
}

/** Whether `after` of the school's working days lie between the due day and that day. */
export function hasWaited(due: string, day: string, after: number, calendar: Calendar): boolean {
  let worked = 0
  for (let each = shift(due, 1); each < day; each = shift(each, 1))
    if (worksOnPlainly({ away: [], weekdays: undefined }, calendar, each)) worked += 1
  return day > due && worked >= after
}

/** Whether the manager must have heard by the end of one of the `calm` days. */
export function mustHaveHeard(
  { person, manager, due, after = 0 }: Late,
  calendar: Calendar,
  calm: readonly string[],
): boolean {
  const absence = person.away.find(({ from, to }) => from <= due && due <= to)
  let quiet = due
  if (absence !== undefined) {
    quiet = String(absence.to)
    for (let worked = 0, looked = 0; worked < 5 && looked < 800; looked++) {
      quiet = shift(quiet, 1)
      if (worksOnPlainly(person, calendar, quiet)) worked += 1
    }
  }
  return calm.some(
    (day) =>
      day > due &&
      hasWaited(due, day, after, calendar) &&
      day > quiet &&
      worksOnPlainly(manager, calendar, day) &&
      (manager.leavesOn ?? day) >= day &&
      (person.leavesOn ?? day) >= day &&
      !person.away.some(({ from, to }) => from <= day && day <= to),
  )
}

/** A document of a bundle, and its readers: everybody, or one group. */
export interface PlainDuty {
  readonly policy: string
  readonly title: string
  readonly who: 'everybody' | Person['group']
}

/** The titles that a reminder must name, and those that it must not: their duties, without what they have signed. */
export function owedPlainly(
  { group }: Pick<Person, 'group'>,
  duties: readonly PlainDuty[],
  signed: ReadonlySet<string>,
): { readonly names: readonly string[]; readonly leavesOut: readonly string[] } {
  const names: string[] = []
  const leavesOut: string[] = []
  for (const { policy, title, who } of duties) {
    const theirs = who === 'everybody' || (group !== undefined && who === group)
    if (theirs && !signed.has(policy)) names.push(title)
    else leavesOut.push(title)
  }
  return { names, leavesOut }
}

/** Written down where somebody has no account, and no address to which letters go. */
export const unreachablePlainly = 'there is no account and no email address to reach them by'

/** Whether there is a way to somebody: an account, or an address where the school sends letters. */
export function reachedPlainly(
  { email }: Pick<Person, 'email'>,
  { shown, letters }: { readonly shown: boolean; readonly letters: boolean },
): boolean {
  return shown || (letters && email !== undefined)
}

/** What SLT has decided about an edition that came into force in the middle of a campaign. */
export type PlainDecision = 'editorial' | 'material' | 'moved' | 'anew'

/**
 * What people are asked for. `undecided` and `same`: the newer edition by the same day, and earlier signatures count.
 * `nobody`: it is to be signed again, and no campaign asks for it yet. `anew`: a campaign of its own asks for it.
 * `moved`: the campaign that ran asks everybody for it, by the same day.
 */
export type PlainAsk = 'older' | 'undecided' | 'same' | 'nobody' | 'moved' | 'anew'

export function askPlainly({
  from,
  decided,
  day,
}: {
  readonly from: string
  readonly decided: PlainDecision | undefined
  readonly day: string
}): PlainAsk {
  if (day < from) return 'older'
  if (decided === undefined) return 'undecided'
  if (decided === 'editorial') return 'same'
  return decided === 'material' ? 'nobody' : decided
}

/** Whether a signature counts. */
export function countsPlainly(signed: 'older' | 'newer', asks: PlainAsk): boolean {
  if (asks === 'anew' || asks === 'moved' || asks === 'nobody') return signed === 'newer'
  return true
}

export function mondayPlainly(day: string): string {
  return shift(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

/** The first of these days of one week on which somebody works here; undefined if there is none. */
export function digestDayPlainly(person: Person, calendar: Calendar, days: readonly string[]): string | undefined {
  const { startsOn, leavesOn } = person
  return days.find(
    (day) => worksOnPlainly(person, calendar, day) && (startsOn ?? day) <= day && day <= (leavesOn ?? day),
  )
}
