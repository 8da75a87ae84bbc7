// A time that an outside authority vouches for (RFC 3161): the request about a head, and whether the answer is about
// that head. Whether the authority's own signature is good is decided by whoever trusts it: `openssl ts -verify` checks
// it.
import { readDer, tags, writeDer, type Der } from '../kit/der.ts'
import { sha256 } from '../kit/hash.ts'
import type { Head } from '../journal/types.ts'

/** What is stamped: exactly the bytes by which the head is known everywhere. */
export function headLine({ seq, hash }: Head): string {
  return `${seq}:${hash}`
}

const sha256Name = Buffer.from('608648016503040201', 'hex')
const stampedName = Buffer.from('2a864886f70d0109100104', 'hex')

/** `nonce` is random, and comes back in the answer. */
export function stampRequest(head: Head, nonce: Uint8Array): Uint8Array {
  const algorithm = writeDer(tags.sequence, writeDer(tags.object, sha256Name), writeDer(tags.nothing))
  const imprint = writeDer(tags.sequence, algorithm, writeDer(tags.octets, imprintOf(head)))
  return writeDer(
    tags.sequence,
    writeDer(tags.integer, Uint8Array.of(1)),
    imprint,
    writeDer(tags.integer, positive(nonce)),
    writeDer(tags.boolean, Uint8Array.of(0xff)),
  )
}

function imprintOf(head: Head): Uint8Array {
  return Buffer.from(sha256(headLine(head)), 'hex')
}

/** DER requires that the first byte is not zero and is not read as a minus sign. */
function positive(nonce: Uint8Array): Uint8Array {
  return Uint8Array.of(0x40 | ((nonce[0] ?? 0) & 0x3f), ...nonce.subarray(1))
}

export type StampAnswer =
  { readonly kind: 'stamped'; readonly at: Date } | { readonly kind: 'refused'; readonly what: string }

/** The authority's answer: its time, where the answer is for this head and this request. */
export function readStamp(answer: Uint8Array, head: Head, nonce: Uint8Array): StampAnswer {
  const [status, token] = inside(readDer(answer)?.[0]) ?? []
  const granted = inside(status)?.[0]?.content.at(-1)
  if (granted === undefined) return no('The answer is not a time stamp.')
  if (granted > 1) return no(`The authority refused (status ${granted}).`)
  const info = infoIn(token)
  return info === undefined ? no('The answer holds no time stamp.') : readInfo(info, head, nonce)
}

function readInfo(info: readonly Der[], head: Head, nonce: Uint8Array): StampAnswer {
  const imprint = inside(info[2])?.[1]
  if (imprint === undefined || !isSame(imprint, imprintOf(head))) return no('The time stamp is about something else.')
  const isFresh = info.some((value) => value.tag === tags.integer && isSame(value, positive(nonce)))
  if (!isFresh) return no('The time stamp answers another request.')
  const at = timeIn(info.find(({ tag }) => tag === tags.time))
  return at === undefined ? no('The time stamp names no time.') : { kind: 'stamped', at }
}

function isSame({ content }: Der, bytes: Uint8Array): boolean {
  return Buffer.compare(content, bytes) === 0
}

function no(what: string): StampAnswer {
  return { kind: 'refused', what }
}

/** The signed part of the token: version, policy, imprint, serial number, time and more. */
function infoIn(token: Der | undefined): readonly Der[] | undefined {
  const signed = inside(inside(inside(token)?.[1])?.[0])
  const held = inside(signed?.find(({ tag }) => tag === tags.sequence))
  const [name, wrapped] = held ?? []
  if (name === undefined || Buffer.compare(name.content, stampedName) !== 0) return undefined
  const octets = inside(wrapped)?.[0]
  return octets === undefined ? undefined : inside(readDer(octets.content)?.[0])
}

function inside(value: Der | undefined): readonly Der[] | undefined {
  return value === undefined ? undefined : readDer(value.content)
}

function timeIn(value: Der | undefined): Date | undefined {
  const text = value === undefined ? '' : Buffer.from(value.content).toString('latin1')
  const [, year, month, day, hour, minute, second, part = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text) ?? []
  if (second === undefined) return undefined
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${part.slice(0, 4)}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
