// The scheduled job for editions that come into force during a campaign: SLT is asked at once, about each of them once.
import { isWorkingTime } from '../kit/calendar.ts'
import type { Person } from '../chat/people.ts'
import { deliverAll } from '../outbox/deliver.ts'
import { everybody } from '../outbox/slt.ts'
import type { Planned } from '../outbox/types.ts'
import type { Journal } from '../ports/evidence.ts'
import { may } from '../people/may.ts'
import { isCampaignOpen } from '../standing/due.ts'
import { undecidedIn, type Undecided } from '../standing/meanwhile.ts'
import { marksOf } from '../standing/standing.ts'
import { clockOf, type Beat } from '../turn/beat.ts'
import { mattersOf, type Matter } from '../turn/matter.ts'
import { showUndecided, writeUndecided } from './undecided-cards.ts'

export async function askAboutEditions(beat: Beat): Promise<void> {
  const { ports, library, now, desk } = beat
  if (!isWorkingTime(now, library.school.calendar)) return
  const open = (await ports.journal.campaigns()).filter((each) => isCampaignOpen(each, desk.shelf.today))
  // A shortcut: nearly always every campaign asks for the edition in force.
  const matters = mattersOf(beat).filter(({ policy, edition }) =>
    open.some((each) => each.policy === policy.id && each.edition !== edition.id),
  )
  for (const matter of matters)
    for (const practice of [false, true]) {
      const undecided = await readUndecided(beat, matter, practice)
      if (undecided !== undefined)
        await deliverAll(ports, await notices(beat, { matter, practice, undecided }), clockOf(beat))
    }
}

export async function readUndecided(
  { ports }: { readonly ports: { readonly journal: Pick<Journal, 'factsOf'> } },
  { policy, asOf }: Matter,
  practice: boolean,
): Promise<Undecided | undefined> {
  const { marks, campaigns } = await ports.journal.factsOf({ policy: policy.id })
  return undecidedIn({ campaigns, said: marksOf(marks, practice) }, practice, asOf)
}

interface About {
  readonly matter: Matter
  readonly practice: boolean
  readonly undecided: Undecided
}

async function notices(beat: Beat, about: About): Promise<readonly Planned[]> {
  const { ports, library, now, desk } = beat
  const { calendar } = library.school
  const planned: Planned[] = []
  for await (const person of everybody(ports, about.practice)) {
    const hears = person.roles.includes('slt') && may(person, 'own-policy', desk.shelf.today)
    if (hears && isWorkingTime(now, calendar, person)) planned.push(noticeFor(beat, about, person))
  }
  const known = await ports.notices.find(planned.map(({ key }) => key))
  const waits = ({ key }: Planned) => {
    const notice = known.find((each) => each.key === key)
    return notice === undefined || (notice.state === 'failed' && (notice.nextAt ?? now) <= now)
  }
  return planned.filter(waits)
}

function noticeFor(beat: Beat, { matter, practice, undecided }: About, person: Person): Planned {
  const { edition, policy } = matter
  return {
    key: `new-edition:${policy.id}@${edition.id}:${undecided.kind}:${person.id}`,
    kind: 'new-edition',
    person: person.id,
    at: beat.now,
    reason: `edition ${edition.id} of ${policy.id} came into force in the middle of a campaign`,
    still: async (now) =>
      isWorkingTime(now, beat.library.school.calendar, person) &&
      (await readUndecided(beat, matter, practice))?.kind === undecided.kind,
    show: () => showUndecided(undecided, { edition, practice }),
    write: () => writeUndecided(undecided, { edition, name: person.name }),
  }
}
