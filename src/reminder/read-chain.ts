// Looks up the people whom the school names to hear of whoever is overdue: those who have a role, and those with an
// address.
import { hasLeft } from '../standing/due.ts'
import type { People } from '../ports/people.ts'
import type { School } from '../turn/library.ts'
import type { Day } from '../kit/days.ts'
import type { LateChain } from './types.ts'

const most = 200

/** Undefined where the school says nothing: then line managers hear, on the day after. */
export async function readChain(
  people: Pick<People, 'list' | 'byEmail'>,
  { escalation }: Pick<School, 'escalation'>,
  { practice, day }: { readonly practice: boolean; readonly day: Day },
): Promise<LateChain | undefined> {
  if (escalation === undefined) return undefined
  return Promise.all(
    escalation.map(async ({ after, to }) => {
      if (to === 'manager') return { after, to }
      if (to !== 'slt' && to !== 'administrator') {
        const person = await people.byEmail(to.toLowerCase())
        return { after, to: person?.practice === practice ? [person.id] : [] }
      }
      const holders = await people.list({ practice, role: to, most })
      return { after, to: holders.filter((each) => !hasLeft(each, day)).map(({ id }) => id) }
    }),
  )
}
