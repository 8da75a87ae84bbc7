// What somebody should look at in a valid signature: it counts, but shows something unusual.
import { sayList } from '../kit/text.ts'
import type { SignedEntry } from './fold.ts'

/** Another name was typed than the one on the school's record; no section had been opened here before signing. */
export type SigningDoubt = 'another-name' | 'nothing-opened'

export function signingDoubtsOf({ fact: { named, read } }: Pick<SignedEntry, 'fact'>): readonly SigningDoubt[] {
  const found: readonly (readonly [SigningDoubt, boolean])[] = [
    ['another-name', named === 'otherwise'],
    ['nothing-opened', read?.opened === 0],
  ]
  return found.flatMap(([doubt, isSo]) => (isSo ? [doubt] : []))
}

/** Added to a line of the register; empty where there is nothing to look at. */
export function noteDoubts(doubts: readonly SigningDoubt[]): string {
  return doubts.length === 0 ? '' : ` (${sayList(doubts.map((doubt) => doubtWords[doubt]))})`
}

export const doubtWords: Readonly<Record<SigningDoubt, string>> = {
  'another-name': 'another name typed than on record',
  'nothing-opened': 'no section opened here before',
}
