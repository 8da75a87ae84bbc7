// The scheduled part of handing campaigns on: whoever was handed one is told, and told when it was taken back, from what
// the journal says; where they have gone it lapses, and SLT is told once.
import type { Person } from '../chat/people.ts'
import type { Entry, FactOf } from '../journal/types.ts'
import { stampOf } from '../journal/stamp.ts'
import { isWorkingTime } from '../kit/calendar.ts'
import { deliverAll } from '../outbox/deliver.ts'
import { everybody } from '../outbox/slt.ts'
import type { Planned } from '../outbox/types.ts'
import { may } from '../people/may.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { clockOf, type Beat } from '../turn/beat.ts'
import { lapseCampaign } from './hand.ts'
import {
  sayLapsed,
  sayTakenBack,
  showHandedOver,
  showLapsed,
  showTakenBack,
  writeHandedOver,
  type HandedWhat,
} from './hand-cards.ts'
import { canHold } from './read-holder.ts'

type Handing = FactOf<'campaign-handed' | 'campaign-taken-back' | 'campaign-lapsed'>

/** Long enough for the summer holidays, in which nobody is told anything. */
const daysBack = 70
const mostEntries = 500

export async function lapseHanded({ ports, desk, now }: Beat): Promise<void> {
  const held = (await ports.journal.campaigns()).flatMap((each) =>
    each.handed === undefined ? [] : [{ campaign: each, handed: each.handed }],
  )
  for (const { campaign, handed } of held) {
    const { id, practice, policy } = campaign
    if (canHold(await ports.people.byId(handed.to), { practice, today: desk.shelf.today })) continue
    const stamp = stampOf({ clock: () => now, newId: ports.newId })
    const about = { campaign: id, handing: handed.handing, stamp }
    const { kind } = await ports.journal.record({ policy }, (facts) => lapseCampaign(facts, about))
    if (kind === 'lapsed') ports.log.info({ campaign: id }, 'whoever had this campaign has gone: it is with SLT again')
  }
}

/** What does not arrive is tried again at the next beat that it is due. */
export async function tellHanded(beat: Beat): Promise<void> {
  const { ports, now, library } = beat
  if (!isWorkingTime(now, library.school.calendar)) return
  const since = new Date(now.getTime() - daysBack * 24 * 60 * 60_000)
  const kinds = ['campaign-handed', 'campaign-taken-back', 'campaign-lapsed'] as const
  const entries = await ports.journal.happened({ kinds, since, most: mostEntries })
  // Nearly always nothing was handed to anybody.
  if (entries.length === 0) return
  const campaigns = await ports.journal.campaigns()
  const planned: Planned[] = []
  for (const told of groupsOf(entries, campaigns)) planned.push(...(await noticesOf(beat, told)))
  const known = await ports.notices.find(planned.map(({ key }) => key))
  const waiting = planned.filter(({ key }) => {
    const notice = known.find((each) => each.key === key)
    return notice === undefined || (notice.state === 'failed' && (notice.nextAt ?? now) <= now)
  })
  await deliverAll(ports, waiting, clockOf(beat))
}

interface Told {
  readonly fact: Handing
  readonly campaigns: readonly Campaign[]
}

/** What was handed together is told together. */
function groupsOf(entries: readonly Entry[], campaigns: readonly Campaign[]): readonly Told[] {
  const groups = new Map<string, { readonly fact: Handing; readonly campaigns: Campaign[] }>()
  for (const { fact } of entries.toReversed()) {
    if (fact.kind !== 'campaign-handed' && fact.kind !== 'campaign-taken-back' && fact.kind !== 'campaign-lapsed')
      continue
    const campaign = campaigns.find(({ id }) => id === fact.campaign)
    if (campaign === undefined) continue
    const key = `${fact.kind} ${fact.handing}`
    const group = groups.get(key) ?? { fact, campaigns: [] }
    group.campaigns.push(campaign)
    groups.set(key, group)
  }
  return [...groups.values()]
}

async function noticesOf(beat: Beat, { fact, campaigns }: Told): Promise<readonly Planned[]> {
  const titleOf = (policy: string) => beat.desk.shelf.edition(policy)?.title ?? policy
  const what: HandedWhat = { campaigns, titleOf }
  if (fact.kind === 'campaign-lapsed') return lapsedNotices(beat, fact, what)
  const person = await beat.ports.people.byId(fact.to)
  if (person === undefined || !isWorkingTime(beat.now, beat.library.school.calendar, person)) return []
  return fact.kind === 'campaign-handed'
    ? handedNotice(beat, { fact, what, person })
    : backNotice(beat, { fact, what, person })
}

interface ToHolder {
  readonly fact: Handing
  readonly what: HandedWhat
  readonly person: Person
}

async function handedNotice(beat: Beat, { fact, what, person }: ToHolder): Promise<readonly Planned[]> {
  const theirs = what.campaigns.filter((each) => each.handed?.handing === fact.handing)
  if (theirs.length === 0) return []
  const now: HandedWhat = { ...what, campaigns: theirs }
  const by = await nameOfDoer(beat, fact)
  return [
    {
      key: `handed:${fact.handing}:${person.id}`,
      kind: 'handed',
      person: person.id,
      at: beat.now,
      reason: 'a campaign was handed to them',
      still: async () => {
        const current = await beat.ports.journal.campaigns()
        return current.some(({ handed }) => handed?.handing === fact.handing)
      },
      show: () => showHandedOver(now, by),
      write: () => writeHandedOver(now, { by, name: person.name }),
    },
  ]
}

/** Only where they had heard that it was theirs. */
async function backNotice({ ports, now }: Beat, { fact, what, person }: ToHolder): Promise<readonly Planned[]> {
  const [heard] = await ports.notices.find([`handed:${fact.handing}:${person.id}`])
  if (heard?.state !== 'sent' && heard?.state !== 'unknown') return []
  return [
    {
      key: `handed-back:${fact.handing}:${person.id}`,
      kind: 'handed',
      person: person.id,
      at: now,
      reason: 'a campaign was taken back from them',
      still: () => Promise.resolve(true),
      show: () => showTakenBack(what),
      write: () => ({
        subject: 'No longer with you',
        text: `Hello ${person.name},\n\n${sayTakenBack(what)}\n`,
      }),
    },
  ]
}

async function lapsedNotices(
  { ports, now, library, desk }: Beat,
  fact: Handing,
  what: HandedWhat,
): Promise<readonly Planned[]> {
  const { calendar } = library.school
  const gone = (await ports.people.byId(fact.to))?.name ?? ''
  const name = gone === '' ? 'Whoever had it' : gone
  const planned: Planned[] = []
  for await (const person of everybody(ports, what.campaigns[0]?.practice ?? false))
    if (
      person.roles.includes('slt') &&
      may(person, 'run-campaign', desk.shelf.today) &&
      isWorkingTime(now, calendar, person)
    )
      planned.push({
        key: `handed-lapsed:${fact.handing}:${person.id}`,
        kind: 'handed',
        person: person.id,
        at: now,
        reason: 'whoever had a campaign has gone',
        still: () => Promise.resolve(true),
        show: () => showLapsed(what, name),
        write: () => ({
          subject: 'A campaign is with you again',
          text: `Hello ${person.name},\n\n${sayLapsed(what, name)}\n`,
        }),
      })
  return planned
}

async function nameOfDoer({ ports }: Beat, fact: Handing): Promise<string> {
  const by = 'by' in fact ? fact.by : 'operator'
  const person = by === 'operator' ? undefined : await ports.people.byId(by)
  return person?.name ?? 'The senior leadership team'
}
