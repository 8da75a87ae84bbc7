// The clock’s part in welcoming: whoever has their first day is greeted, once, where they can be reached.
import type { Person } from '../chat/people.ts'
import { addDays, type Day } from '../kit/days.ts'
import { greetedKey, invitationFor, type Owing } from '../declaration/owing.ts'
import { unsignedBy } from '../declaration/read-owing.ts'
import { sendAgain } from '../outbox/again.ts'
import { deliverAll } from '../outbox/deliver.ts'
import { everybody } from '../outbox/slt.ts'
import type { Planned } from '../outbox/types.ts'
import { clockOf, type Beat } from '../turn/beat.ts'

/** After so many days nobody is new any more; until then a day that was missed is caught up. */
const newFor = 14
const kind = 'greeting'

export async function greetStarters(beat: Beat): Promise<void> {
  await deliverAll(beat.ports, greetings(beat), clockOf(beat))
}

/** With every beat at which people may be greeted: what did not arrive. */
export function greetAgain(beat: Beat): Promise<void> {
  return sendAgain(beat, kind, async (open) => {
    const people = await Promise.all(open.map(({ person }) => beat.ports.people.byId(person)))
    return people.filter((each) => each !== undefined).map((each) => greetingFor(beat, each))
  })
}

async function* greetings(beat: Beat): AsyncGenerator<Planned> {
  const { ports, desk } = beat
  for await (const person of everybody(ports, false)) {
    if (!isNew(person, desk.shelf.today)) continue
    // Whoever has no account yet is greeted when they come.
    if ((await ports.people.accountsOf(person.id)).length > 0) yield greetingFor(beat, person)
  }
}

function isNew({ startsOn, leavesOn, away }: Person, today: Day): boolean {
  if (startsOn === undefined || startsOn > today || startsOn < addDays(today, -newFor)) return false
  if (away.some(({ from, to }) => from <= today && today <= to)) return false
  return leavesOn === undefined || leavesOn >= today
}

function greetingFor(beat: Beat, person: Person): Planned {
  const { ports, desk, now } = beat
  const key = `${kind}:${person.id}`
  let owes: readonly Owing[] = []
  return {
    key,
    kind,
    person: person.id,
    at: now,
    reason: 'their first day',
    async still() {
      owes = isNew(person, desk.shelf.today) ? await unsignedBy(beat, person) : []
      if (owes.length === 0) return false
      // Whatever else greets them claims this, too; where our own try failed, it is ours already.
      const [own] = await ports.notices.find([key])
      return (own?.tries ?? 0) > 0 || (await ports.store.claim(greetedKey(person.id), now))
    },
    show() {
      const [first, ...others] = owes
      if (first === undefined) throw new Error('a greeting was shown before it was known what it is about')
      return invitationFor(person, [first, ...others])
    },
    // They are greeted where they can answer.
    write: () => undefined,
  }
}
