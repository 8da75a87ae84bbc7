// Judges everybody, page by page with constant memory, and judges one person again just before they are written to.
import { defined } from '../kit/defined.ts'
import { countingOf } from '../turn/counting.ts'
import { isCampaignOpen } from '../standing/due.ts'
import type { Person } from '../chat/people.ts'
import { mayBeSigned } from '../standing/accept.ts'
import { foldInvolvement } from '../standing/fold.ts'
import { matterAbout } from '../turn/matter.ts'
import { marksFor } from '../standing/meanwhile.ts'
import { addDays, dayIn, type Day } from '../kit/days.ts'
import { editionInForce } from '../policy/force.ts'
import type { Policy } from '../policy/types.ts'
import type { Notice } from '../ports/notices.ts'
import type { Ports } from '../ports/ports.ts'
import type { Turn } from '../turn/turn.ts'
import { isOpenNotice } from './left-alone.ts'
import { endsOf } from './alike.ts'
import { planReminders, type Looked, type Planner } from './plan.ts'
import { managerKeys } from './late.ts'
import { nudgeAllKey, reminderKeys, wishedKeys } from './steps.ts'
import type { Ask, ReminderMoment, Overdue, OwedItem, Reminder, ReminderVerdict } from './types.ts'

type School = Turn['library']['school']
type Reading = Pick<Ports, 'journal' | 'register' | 'notices' | 'people'>

/** What people of one world are asked to sign on a day; with `idle`, also what nobody is asked to sign at that time. */
export async function asksOn(
  ports: Pick<Ports, 'journal'>,
  { policies, school }: { readonly policies: readonly Policy[]; readonly school: School },
  { day, practice, idle = false }: { readonly day: Day; readonly practice: boolean; readonly idle?: boolean },
): Promise<readonly Ask[]> {
  const asks: Ask[] = []
  const { joinerDays, acceptRestated: accepted } = school.signing
  const open = (await ports.journal.campaigns()).filter(
    (each) => each.practice === practice && isCampaignOpen(each, day),
  )
  for (const policy of policies) {
    if (!idle && open.every((each) => each.policy !== policy.id)) continue
    const edition = editionInForce(policy, day)
    const matter = matterAbout(policy, edition, { today: day, joinerDays, calendar: school.calendar })
    if (matter === undefined) continue
    const counting = await countingOf({ ports }, matter, { practice })
    const signable = mayBeSigned(edition, { practice, accepted }).kind === 'yes'
    asks.push({ policy: policy.id, edition: edition.id, title: edition.title, counting, signable, nudged: undefined })
  }
  return asks
}

/** The same, with SLT’s latest request to remind everybody, while it lasts: after an outage, beyond its day. */
export async function withNudges(
  { notices }: Pick<Ports, 'notices'>,
  asks: readonly Ask[],
  { moment: { day, passingFrom }, practice }: { readonly moment: ReminderMoment; readonly practice: boolean },
): Promise<readonly Ask[]> {
  if (asks.length === 0) return asks
  // When looking ahead, the days in between are taken to have gone as planned.
  const days = Array.from({ length: passingFrom === undefined ? wishDays : 1 }, (_, ago) => addDays(day, -ago))
  const wished = asks.map((ask) =>
    onlyIn(ask).flatMap((only) => days.map((on) => ({ only, on, key: nudgeAllKey({ ...ask, only }, on, practice) }))),
  )
  const wishes = await notices.find(wished.flat().map(({ key }) => key))
  const lasting = new Set(wishes.filter(isLasting).map(({ key }) => key))
  return asks.map((ask, at) => {
    const wish = wished[at]?.find(({ key }) => lasting.has(key))
    return { ...ask, nudged: wish?.on, only: wish?.only }
  })
}

/** Everybody first, as it includes the others; then those of each campaign that somebody minds. */
function onlyIn({ counting }: Ask): readonly (string | undefined)[] {
  return [undefined, ...counting.campaigns.filter(({ closedOn }) => closedOn === undefined).map(({ id }) => id)]
}

/** A request of a week ago is about something else. */
const wishDays = 7

/** Until whoever asked for it has been told the result. */
function isLasting(wish: Notice): boolean {
  return isOpenNotice(wish) || wish.state === 'claimed'
}

export function momentAt({ calendar, reminders }: School, now: Date): ReminderMoment {
  return { now, day: dayIn(calendar.zone, now), calendar, rhythm: reminders }
}

export interface Judged {
  readonly person: Person
  readonly owes: readonly OwedItem[]
  readonly notices: readonly Notice[]
  readonly verdict: ReminderVerdict
  readonly overdue: readonly Overdue[]
}

const pageSize = 500

/** Everybody of one world, by name. */
export async function* judgeAll(
  { register, notices }: Reading,
  { asks, planner, practice }: { readonly asks: readonly Ask[]; readonly planner: Planner; readonly practice: boolean },
): AsyncGenerator<Judged> {
  if (asks.length === 0) return
  const policies = asks.map(({ policy }) => policy)
  let after: string | undefined
  for (;;) {
    const page = await register.pageOfAll({ policies, practice, most: pageSize, ...defined({ after }) })
    const looked = page.map((each) => planner.look(each))
    const notesOf = await readNotes(notices, looked, planner)
    for (const each of looked) {
      const { person, owes } = each
      const noted = notesOf(each)
      yield { person, owes, notices: noted, verdict: planner.judge(each, noted), overdue: planner.overdue(each, noted) }
    }
    after = page.at(-1)?.person.id
    if (page.length < pageSize) return
  }
}

/** Everything that was recorded for people who owe something, and what the line manager of each was told. */
async function readNotes(
  notices: Reading['notices'],
  looked: readonly Looked[],
  planner: Planner,
): Promise<(each: Looked) => readonly Notice[]> {
  const owing = looked.filter(({ owes }) => owes.length > 0)
  const own = byPerson(await ownNotices(notices, owing))
  // Kept under the manager, who received it.
  const keysOf = (each: Looked) => planner.overdue(each, []).flatMap(managerKeys)
  const keys = owing.flatMap(keysOf)
  const told = new Map((keys.length === 0 ? [] : await notices.find(keys)).map((notice) => [notice.key, notice]))
  return (each) => {
    const noted = own.get(each.person.id) ?? []
    return told.size === 0 ? noted : [...noted, ...keysOf(each).flatMap((key) => told.get(key) ?? [])]
  }
}

/** Of what most people were told, only the steps that have come matter, so that a county's rows are not all read. */
async function ownNotices(notices: Reading['notices'], owing: readonly Looked[]): Promise<readonly Notice[]> {
  const ends = new Set<string>()
  const [usual, others]: [string[], string[]] = [[], []]
  for (const { person, usual: theirs } of owing) {
    if (theirs === undefined) others.push(person.id)
    else usual.push(person.id)
    for (const end of theirs === undefined ? [] : endsOf(theirs)) ends.add(end)
  }
  const only = { begin: reminderKeys, parts: [...ends, ...wishedKeys] }
  const found = usual.length === 0 ? [] : await notices.of(usual, only)
  return others.length === 0 ? found : [...found, ...(await notices.of(others))]
}

function byPerson(notices: readonly Notice[]): ReadonlyMap<string, readonly Notice[]> {
  const found = new Map<string, Notice[]>()
  for (const notice of notices) {
    const theirs = found.get(notice.person)
    if (theirs === undefined) found.set(notice.person, [notice])
    else theirs.push(notice)
  }
  return found
}

/** One person as they are at this moment, for whoever holds the claim on `keys`. */
export async function judgeAgain(
  ports: Reading,
  asks: readonly Ask[],
  {
    person: id,
    keys,
    moment,
  }: { readonly person: string; readonly keys: readonly string[]; readonly moment: ReminderMoment },
): Promise<{ readonly reminder: Reminder | undefined; readonly overdue: readonly Overdue[] }> {
  const none = { reminder: undefined, overdue: [] }
  const person = await ports.people.byId(id)
  const [ask] = asks
  // An edition that came into force meanwhile has another plan.
  if (person === undefined || ask === undefined || ask.counting.asOf.today !== moment.day) return none
  const fresh = await Promise.all(
    asks.map(async (each) => {
      const facts = await ports.journal.factsOf({ policy: each.policy, person: person.id })
      const { asOf } = each.counting
      const counting = { marks: marksFor(facts, person.practice, asOf), campaigns: facts.campaigns, asOf }
      return { ask: { ...each, counting }, involvement: foldInvolvement(facts.history, facts.reading) }
    }),
  )
  const planner = planReminders(
    fresh.map((each) => each.ask),
    moment,
  )
  const looked = planner.look({ person, involvements: fresh.map(({ involvement }) => involvement) })
  const notesOf = await readNotes(ports.notices, [looked], planner)
  const noted = asBefore(notesOf(looked), keys)
  const verdict = planner.judge(looked, noted)
  return {
    reminder: verdict.kind === 'reminded' ? verdict.reminder() : undefined,
    overdue: planner.overdue(looked, noted),
  }
}

/** As they were before our own claim. */
function asBefore(notices: readonly Notice[], keys: readonly string[]): Notice[] {
  return notices
    .filter(({ key, kind }) => kind !== 'daily' || !keys.includes(key))
    .map((notice) => (keys.includes(notice.key) ? { ...notice, state: 'planned', nextAt: undefined } : notice))
}
