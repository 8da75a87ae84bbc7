// What was found when the journal was verified, in lines for whoever asked.
import type { Verified } from './verify.ts'

export function sayVerified(verified: Verified): readonly string[] {
  if (verified.kind === 'broken') return [`The journal does not hold. ${verified.what}`]
  const { entries, signatures, erased, head } = verified
  return [
    `The journal holds: ${count(entries, 'entry', 'entries')}, ${count(signatures, 'signature', 'signatures')}, each with its wording.`,
    ...(erased === 0
      ? []
      : [`Of ${count(erased, 'entry', 'entries')} the name or the words were erased at somebody’s wish.`]),
    `Its head: ${head.seq}:${head.hash}`,
  ]
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
