// The result of verifying the journal, in lines for whoever asked.
import { compact } from '../kit/defined.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import type { KnownHead } from '../ports/evidence.ts'
import type { Verified } from './verify.ts'

export function sayVerified(verified: Verified): readonly string[] {
  if (verified.kind === 'broken') return [`The journal does not hold. ${verified.what}`]
  const { entries, signatures, erased, head } = verified
  return compact([
    `The journal holds: ${count(entries, 'entry', 'entries')}, ${count(signatures, 'signature', 'signatures')}, each with its wording.`,
    erased !== 0 && `Of ${count(erased, 'entry', 'entries')} the name or the words were erased at somebody’s wish.`,
    `Its head: ${head.seq}:${head.hash}`,
  ])
}

/** Which head somebody outside holds. Without one, whoever has the database could rewrite everything. */
export function sayOutside(known: KnownHead | undefined, zone: string): string {
  if (known === undefined)
    return 'Known outside: none. Name mailboxes outside the school under signing.headTo in school.yaml, or keep the head elsewhere.'
  const ways = {
    mailbox: 'the mailboxes of signing.headTo',
    signer: 'whoever signed',
    authority: 'an authority of time',
    cosigner: 'another school that cosigned it',
  }
  return `Known outside: ${known.seq}:${known.hash}, since ${sayDay(dayIn(zone, known.at))}, by ${ways[known.way]}.`
}

/** The same in a few words, for a card. */
export function noteOutside(known: KnownHead | undefined, zone: string): string {
  return known === undefined
    ? 'No seal of it is known outside.'
    : `The seal of entry ${known.seq} is known outside since ${sayDay(dayIn(zone, known.at))}.`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
