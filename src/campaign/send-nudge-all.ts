// Writes down that everybody is to be reminded who has not signed; the scheduled job carries it out.
import type { Ports } from '../ports/ports.ts'
import { nudgeAllKey } from '../reminder/steps.ts'
import type { NudgeWish } from './read-nudge.ts'

/**
 * False where they are reminded on that day already. `by` is told the result: a person id, or `operator` on the command
 * line where nobody leads the school yet. `campaign`: the id of the one whose people are meant; undefined for everybody.
 */
export async function planNudgeAll(
  { notices }: Pick<Ports, 'notices'>,
  { about, when: { day, at } }: Extract<NudgeWish, { kind: 'wish' }>,
  { by, campaign }: { readonly by: string; readonly campaign: string | undefined },
): Promise<boolean> {
  const everybody = nudgeAllKey(about, day, about.practice)
  const key = nudgeAllKey({ ...about, only: campaign }, day, about.practice)
  // Whoever is reminded with everybody is not reminded once more.
  const before = key === everybody ? [] : await notices.find([everybody])
  return before.length === 0 && (await notices.plan({ key, kind: 'nudge', person: by, at }))
}
