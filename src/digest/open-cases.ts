// Says how many cases are open. Whose they are and what they are about is for the asker and the responder only.
import type { Day } from '../kit/days.ts'
import type { Case } from '../ports/cases.ts'

/** Undefined where there are none. */
export function sayOpenCases(
  cases: readonly Pick<Case, 'state' | 'practice' | 'due'>[],
  { today, practice }: { readonly today: Day; readonly practice: boolean },
): string | undefined {
  const open = cases.filter((each) => each.practice === practice && each.state !== 'closed')
  if (open.length === 0) return undefined
  const waiting = open.filter(({ state }) => state === 'waiting').length
  const late = open.filter(({ state, due }) => (state === 'waiting' || state === 'taken') && due < today).length
  const are = (count: number) => `${count} ${count === 1 ? 'is' : 'are'}`
  const all = open.length === 1 ? 'One case is open' : `${open.length} cases are open`
  return `${all}: ${are(waiting)} not taken yet, ${are(late)} past the day by which somebody should hear.`
}
