// The scheduled part of asking again: SLT is asked two working weeks before, and what they have agreed to is opened on its
// day. Without an answer nothing opens.
import type { Person } from '../chat/people.ts'
import { stampOf } from '../journal/stamp.ts'
import { isWorkingTime } from '../kit/calendar.ts'
import type { Day } from '../kit/days.ts'
import { deliverAll } from '../outbox/deliver.ts'
import { everybody } from '../outbox/slt.ts'
import type { Planned } from '../outbox/types.ts'
import { may } from '../people/may.ts'
import { clockOf, type Beat } from '../turn/beat.ts'
import { showRecurring, writeRecurring } from './cards.ts'
import { askedFrom, nextRound } from './next.ts'
import { stampsNeeded, type NextOpened } from './open-next.ts'
import { againIn, type Again } from './again.ts'
import { readingIn } from './read-next.ts'
import { readOpening } from './read-opening.ts'
import { readSigned } from './read-signed.ts'
import { viewOf } from './read-view.ts'

/** Created once for each app: a hindrance is logged once a day, and not on every beat. */
export function createOpening(): (beat: Beat) => Promise<void> {
  const logged = new Set<string>()
  return (beat) => openAgreed(beat, logged)
}

/** Only in working time: nobody is asked anything on the morning of a holiday. */
async function openAgreed(beat: Beat, logged: Set<string>): Promise<void> {
  const { ports, desk, now, library } = beat
  if (!isWorkingTime(now, library.school.calendar)) return
  const due = (await recurring(beat)).filter(({ campaign: { recurs } }) => {
    const agreed = recurs?.agreed
    return agreed !== undefined && agreed.opens <= desk.shelf.today
  })
  for (const again of due) {
    const { kind } = await openOne(beat, again)
    const { id } = again.campaign
    if (kind === 'opened') ports.log.info({ campaign: id }, 'what recurs was opened again')
    const today = `${id} ${desk.shelf.today}`
    if (kind !== 'refused' || logged.has(today)) continue
    logged.add(today)
    ports.log.warn({ campaign: id }, 'what recurs could not be opened again; the card about it says why')
  }
}

async function openOne(beat: Beat, again: Again): Promise<NextOpened> {
  const { ports, now } = beat
  const stamps = Array.from({ length: stampsNeeded }, () => stampOf({ clock: () => now, newId: ports.newId }))
  const ready = await readOpening(readingIn(beat), again, stamps)
  return ready.kind === 'refused' ? ready : ports.journal.record(ready.about, ready.decide)
}

/** Created once for each app: everybody's signatures are read once a day, and not on every beat. */
export function createAsking(): (beat: Beat) => Promise<void> {
  const known = new Map<string, readonly Day[]>()
  return (beat) =>
    askAboutRounds(beat, async (again) => {
      const { today } = beat.desk.shelf
      const key = `${again.campaign.id} ${today}`
      const signed = known.get(key) ?? (await readSigned({ ...beat, today }, again, again.campaign.recurs))
      for (const old of known.keys()) if (!old.endsWith(today)) known.delete(old)
      known.set(key, signed)
      return signed
    })
}

/** SLT is asked about each round once; what does not arrive is tried again. */
async function askAboutRounds(beat: Beat, signedOf: (again: Again) => Promise<readonly Day[]>): Promise<void> {
  const { ports, library, now, desk } = beat
  const { calendar } = library.school
  if (!isWorkingTime(now, calendar)) return
  for (const again of await recurring(beat)) {
    const { campaign } = again
    const { recurs } = campaign
    if (recurs === undefined || recurs.agreed !== undefined) continue
    const { today } = desk.shelf
    const next = nextRound(campaign, recurs, { calendar, today, signed: await signedOf(again) })
    if (next === undefined || askedFrom(next.opens, calendar) > today) continue
    await deliverAll(ports, await questions(beat, again), clockOf(beat))
  }
}

async function recurring({ ports, desk }: Beat): Promise<readonly Again[]> {
  const campaigns = await ports.journal.campaigns()
  // Nearly always there is nothing that recurs.
  if (campaigns.every(({ recurs }) => recurs === undefined)) return []
  const all = againIn(campaigns, (policy) => desk.shelf.edition(policy)?.title ?? policy)
  return all.filter(({ campaign }) => campaign.recurs !== undefined)
}

async function questions(beat: Beat, again: Again): Promise<readonly Planned[]> {
  const { ports, library, now, desk } = beat
  const planned: Planned[] = []
  // Counting a whole county takes a while, and only whoever has not been asked needs it.
  let view: ReturnType<typeof viewOf> | undefined
  const viewed = () => (view ??= viewOf(readingIn(beat), again))
  for await (const person of everybody(ports, again.campaign.practice)) {
    const hears = person.roles.includes('slt') && may(person, 'run-campaign', desk.shelf.today)
    if (hears && isWorkingTime(now, library.school.calendar, person)) planned.push(question(beat, again, { person, viewed }))
  } // prettier-ignore
  const known = await ports.notices.find(planned.map(({ key }) => key))
  return planned.filter(({ key }) => {
    const notice = known.find((each) => each.key === key)
    return notice === undefined || (notice.state === 'failed' && (notice.nextAt ?? now) <= now)
  })
}

function question(
  beat: Beat,
  { campaign }: Again,
  { person, viewed }: { readonly person: Person; readonly viewed: () => ReturnType<typeof viewOf> },
): Planned {
  const { ports, library, now } = beat
  const { id, policy } = campaign
  const after = campaign.recurs?.after ?? ''
  return {
    key: `recurring:${id}:${after}:${person.id}`,
    kind: 'recurring',
    person: person.id,
    at: now,
    reason: `${id} would be asked for again, and waits for a yes`,
    async still(at) {
      if (!isWorkingTime(at, library.school.calendar, person)) return false
      const current = (await ports.journal.campaigns(policy)).find((each) => each.id === id)
      return current?.recurs?.after === after && current.recurs.agreed === undefined
    },
    show: async () => showRecurring(await viewed()),
    write: async () => writeRecurring(await viewed(), person.name),
  }
}
