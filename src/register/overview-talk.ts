// Shows SLT how the registers of all policies stand, where none was named.
import { registerActions } from './actions.ts'
import type { Person } from '../chat/people.ts'
import { showOverview } from '../chat/overview.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { permitAny } from '../turn/permit.ts'
import type { Edition } from '../policy/types.ts'
import { sayCount } from '../standing/count-words.ts'
import type { Count } from '../standing/totals.ts'
import { countingOf, totalsFor } from '../turn/counting.ts'
import { mattersOf } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'

export interface CountedEdition {
  readonly edition: Edition
  readonly count: Count
}

/** Every policy with something to sign, counted in the world of whoever asks. */
export function countEach(turn: Turn, by: Person): Promise<readonly CountedEdition[]> {
  return Promise.all(
    mattersOf(turn).map(async (matter) => {
      const counting = await countingOf(turn, matter, by)
      const { all } = await totalsFor(turn, { matter, counting, practice: by.practice })
      return { edition: matter.edition, count: all }
    }),
  )
}

/** With a name, each opens as that person's line. */
export async function openRegisters(turn: Turn, name?: string): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'see-register')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const counted = await countEach(turn, by)
  const overview = {
    title: 'Registers',
    summary: `${counted.length} policies have something to sign. Choose one to see ${name === undefined ? 'who has signed it' : `how ${name} stands`}.`,
    write: 'register',
    policies: byOutstanding(counted).map((each) => ({
      title: each.edition.title,
      line: sayCounted(each),
      opens:
        name === undefined
          ? registerActions('register', { policy: each.edition.policy })
          : registerActions('turn-register', { policy: each.edition.policy, name }),
    })),
  }
  return [privately(showOverview(overview, by.practice))]
}

/** The policy with the most signatures missing comes first. */
function byOutstanding(counted: readonly CountedEdition[]): readonly CountedEdition[] {
  return counted.toSorted((a, b) => b.count.outstanding - a.count.outstanding)
}

/** In a line of a list. */
export function sayCounted({ edition, count }: CountedEdition): string {
  return `${edition.title}: ${sayCount(count)}`
}
