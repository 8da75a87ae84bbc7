// What a certificate of completion says beyond the first form of the receipt: who signed, by the school's record and as
// typed, what they had opened before, how they came in, and the journal's head, which is their signature.
import type { FactOf } from '../journal/types.ts'
import { sayInstant } from './instant.ts'

type Signed = FactOf<'signed'>

/** Signatures that record whose name it was are certified; older ones have a receipt of the first form. */
export function isCertified({ named }: Signed): boolean {
  return named !== undefined
}

/** Whether the name on the school's record and the typed name look like the same person's. */
export function sayNames({ named, paper }: Signed): string {
  if (named !== 'otherwise') return 'alike'
  const typed =
    paper === undefined ? 'they were asked, and stood by the name that they typed' : 'as printed on the paper'
  return `not alike: ${typed}`
}

export function sayWayIn({ how, platform }: Signed): string {
  switch (how) {
    case 'paper':
      return 'on paper, recorded by somebody else'
    case 'link':
      return 'by a link that the school sent to them by email'
    case 'page':
      return 'on the school’s web page, where they had come in before'
    case 'chat':
      return platform === 'teams' ? 'in Microsoft Teams, with their own account' : 'in Slack, with their own account'
  }
}

/** Undefined where nobody could see it, as on paper. */
export function sayRead({ read, zone }: Signed): string | undefined {
  if (read === undefined) return undefined
  const { opened, of, first, last } = read
  if (opened === 0 || first === undefined || last === undefined)
    return `none of the ${of} sections was opened here before signing`
  const from = sayInstant(new Date(first), zone)
  const times = first === last ? `, on ${from}` : `, from ${from} to ${sayInstant(new Date(last), zone)}`
  return `${opened} of ${of} sections were opened here before signing${times}`
}

/** Undefined where the school had no questions asked. How often somebody chose otherwise first is kept nowhere. */
export function sayUnderstood({ understood }: Signed): string | undefined {
  if (understood === undefined) return undefined
  return understood.how === 'all-right' ? 'all questions were answered right' : 'not answered: signed on paper'
}

/**
 * The declaration without the blanks that a printed form leaves for a pen: the certificate says these things elsewhere.
 * The exact words signed are kept in the journal under their hash.
 */
export function withoutBlanks(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !blank.test(line.trim()))
}

/** Such as "SIGNED: ………" or "Print name" followed by a line; never words alone. */
const blank =
  /^[\s\p{P}\p{S}]*(?:(?:signed|signature|date|print(?:ed)? name|name|position|role)\s*:?\s*)?(?:(?:[.…_–—-]\s*){3,}|…\s*|:)$/iu
