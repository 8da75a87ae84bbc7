// A warning as an email, for people who can only be reached that way.
import type { Letter } from '../outbox/types.ts'
import { titleOf } from './cards.ts'
import type { ReviewStanding } from './types.ts'
import { sayOwner } from './words.ts'

export function writeWarning(
  standings: readonly ReviewStanding[],
  {
    name,
    school,
    publicUrl,
    lines,
  }: {
    readonly name: string
    readonly school: string
    readonly publicUrl: string | undefined
    /** What there is to look at, where it is about one policy. */
    readonly lines: readonly string[]
  },
): Letter {
  const [first] = standings
  const where = publicUrl === undefined ? 'say “review” to Policy Guide' : `say “review” at ${publicUrl}`
  const subject =
    standings.length === 1 && first !== undefined
      ? `${titleOf(first)}: ${first.title}`
      : `${standings.length} policies to review at ${school}`
  return {
    subject,
    text: [
      `Hello ${name},`,
      '',
      ...standings.map((each) => `${each.title}, edition ${each.edition}: ${each.said}. ${sayOwner(each)}`),
      ...(lines.length === 0 ? [] : ['', ...lines.map((line) => `- ${line}`)]),
      '',
      `To see what to look at, and to record what came of it, ${where}.`,
      '',
    ].join('\n'),
  }
}
