// The scheduled part of bringing people in: where only people on the school's list belong and there is no list yet,
// whoever leads the school by a setting, or administers it, is told once how to bring it in.
import { isWorkingTime } from '../kit/calendar.ts'
import { dayIn } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import type { Person, Platform } from '../chat/people.ts'
import { deliverAll } from '../outbox/deliver.ts'
import type { Planned } from '../outbox/types.ts'
import { may } from '../people/may.ts'
import { clockOf, type Beat } from '../turn/beat.ts'
import { showListWanted, writeListWanted, type ListWanted } from './list-wanted-cards.ts'

const mostOfEach = 200
const chats = ['slack', 'teams'] as const

export async function askForList(beat: Beat): Promise<void> {
  const { ports, library, now } = beat
  const { belonging, calendar, name: school } = library.school
  const waiting = chats.filter((platform) => belonging[platform].kind === 'listed')
  if (waiting.length === 0 || !isWorkingTime(now, calendar) || !(await hasNoList(beat))) return
  const today = dayIn(calendar.zone, now)
  const notices = (await thoseWhoMay(beat)).flatMap(({ person, on }): Planned[] => {
    const here = waiting.filter((platform) => on.has(platform))
    if (here.length === 0 || !may(person, 'keep-people', today)) return []
    const wanted: ListWanted = { where: sayList(here.map((platform) => names[platform])), page: ports.publicUrl }
    return [
      {
        key: `list-wanted:${person.id}`,
        kind: 'list-wanted',
        person: person.id,
        at: now,
        reason: 'nobody has brought in a list of people yet',
        still: async (at) => isWorkingTime(at, calendar, person) && (await hasNoList(beat)),
        show: () => showListWanted(wanted),
        write: () => writeListWanted(wanted, { name: person.name, school }),
      },
    ]
  })
  const known = await ports.notices.find(notices.map(({ key }) => key))
  const waits = ({ key }: Planned) => {
    const notice = known.find((each) => each.key === key)
    return notice === undefined || (notice.state === 'failed' && (notice.nextAt ?? now) <= now)
  }
  await deliverAll(ports, notices.filter(waits), clockOf(beat))
}

const names = { slack: 'Slack', teams: 'Teams' } as const

/** Nobody has such an account, so what is found out is only whether there is a list. */
async function hasNoList({ ports }: Beat): Promise<boolean> {
  const account = { platform: 'web', id: 'nobody' } as const
  return (await ports.people.listing({ account, email: undefined })) === 'no-list'
}

/** With the platforms on which each has an account. */
async function thoseWhoMay({
  ports: { people },
}: Beat): Promise<readonly { readonly person: Person; readonly on: ReadonlySet<Platform> }[]> {
  const found = new Map<string, Person>()
  for (const role of ['slt', 'administrator'] as const)
    for (const person of await people.list({ practice: false, role, most: mostOfEach })) found.set(person.id, person)
  return Promise.all(
    [...found.values()].map(async (person) => {
      const accounts = await people.accountsOf(person.id)
      return { person, on: new Set(accounts.map(({ platform }) => platform)) }
    }),
  )
}
