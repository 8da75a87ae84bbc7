// The clock’s part in welcoming: whoever has their first day is greeted, once, where they can be reached.
import { addDays } from '../kit/days.ts'
import type { Turn } from '../turn/turn.ts'
import { greetedKey, invitationFor, unsignedBy } from '../declaration/invite.ts'
import { everybody, reach } from '../outbox/slt.ts'

/** After so many days nobody is new any more; until then a day that was missed is caught up. */
const newFor = 14

export async function greetStarters(turn: Omit<Turn, 'event'>): Promise<void> {
  const { ports, desk, now } = turn
  const { today } = desk.shelf
  for await (const person of everybody(ports, false)) {
    const { startsOn, leavesOn } = person
    if (startsOn === undefined || startsOn > today || startsOn < addDays(today, -newFor)) continue
    if (leavesOn !== undefined && leavesOn < today) continue
    // Whoever has no account yet is greeted when they come.
    if ((await ports.people.accountsOf(person.id)).length === 0) continue
    const [first, ...others] = await unsignedBy(turn, person)
    if (first === undefined || !(await ports.store.claim(greetedKey(person.id), now))) continue
    await reach(ports, person, invitationFor(person, [first, ...others]))
  }
}
