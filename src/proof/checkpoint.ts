// The journal's tree as a signed note that others can cosign, in the formats of C2SP: tlog-checkpoint, signed-note and
// tlog-cosignature. Any witness of transparency logs can read it.
import { sha256 } from '../kit/hash.ts'
import { isSignedBy, publicOf, signBytes, type PublicKey } from './ed25519.ts'
import type { Tree } from '../journal/tree.ts'

export interface Checkpoint extends Tree {
  /** The permanent name of the log. */
  readonly origin: string
}

export interface Note {
  /** Everything that is signed, including the line end of its last line. */
  readonly text: string
  readonly signatures: readonly Signature[]
}

export interface Signature {
  readonly name: string
  /** Four bytes that identify the key, followed by the signature. */
  readonly bytes: Uint8Array
}

/** How a key signs: as the log itself, or as a cosigner with a time. */
const kinds = { log: 1, cosigner: 4 } as const
type Kind = keyof typeof kinds

/** A public key as it is handed over: whose it is, and what it is for. */
export interface Verifier {
  readonly name: string
  readonly kind: Kind
  readonly key: PublicKey
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`
}

export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', root = ''] = text.split('\n')
  const bytes = Buffer.from(root, 'base64')
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || bytes.length !== 32) return undefined
  return { origin, size: Number(size), root: bytes.toString('hex') }
}

export function readNote(source: string): Note | undefined {
  const at = source.lastIndexOf('\n\n')
  if (at === -1) return undefined
  const lines = source.slice(at + 2).split('\n')
  const signatures = lines.flatMap((line) => {
    const [, name, base64] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? []
    return name === undefined || base64 === undefined
      ? []
      : [{ name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }]
  })
  return { text: source.slice(0, at + 1), signatures }
}

export function writeNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, bytes }) => `— ${name} ${Buffer.from(bytes).toString('base64')}\n`)
  return `${text}\n${lines.join('')}`
}

export function signCheckpoint(checkpoint: Checkpoint, pem: string): Note {
  const text = checkpointText(checkpoint)
  const verifier = { name: checkpoint.origin, kind: 'log', key: publicOf(pem) } as const
  const bytes = Buffer.concat([keyId(verifier), signBytes(pem, Buffer.from(text))])
  return { text, signatures: [{ name: checkpoint.origin, bytes: new Uint8Array(bytes) }] }
}

/** With the time, in whole seconds, at which the cosigner saw it. */
export function cosign({ text }: Note, { name, pem, at }: { name: string; pem: string; at: Date }): Signature {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 1_000)))
  const id = keyId({ name, kind: 'cosigner', key: publicOf(pem) })
  const signed = signBytes(pem, cosigned(text, time))
  return { name, bytes: new Uint8Array(Buffer.concat([id, time, signed])) }
}

function cosigned(text: string, time: Buffer): Uint8Array {
  return Buffer.from(`cosignature/v1\ntime ${time.readBigUInt64BE()}\n${text}`)
}

/** Whether the note has a valid signature by this key, and when it was made, where it says so. */
export function signedBy({ text, signatures }: Note, by: Verifier): { readonly at: Date | undefined } | undefined {
  for (const { name, bytes } of signatures) {
    if (name !== by.name || Buffer.compare(bytes.subarray(0, 4), keyId(by)) !== 0) continue
    if (by.kind === 'log') {
      if (isSignedBy(by.key, Buffer.from(text), bytes.subarray(4))) return { at: undefined }
    } else if (bytes.length === 76) {
      const time = Buffer.from(bytes.subarray(4, 12))
      if (isSignedBy(by.key, cosigned(text, time), bytes.subarray(12)))
        return { at: new Date(Number(time.readBigUInt64BE()) * 1_000) }
    }
  }
  return undefined
}

function keyId({ name, kind, key }: Verifier): Uint8Array {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Uint8Array.of(kinds[kind]), key])
  return new Uint8Array(Buffer.from(sha256(named).slice(0, 8), 'hex'))
}

/** A key in one word: `name+1a2b3c4d+base64`. */
export function writeVerifier(verifier: Verifier): string {
  const { name, kind, key } = verifier
  const bytes = Buffer.concat([Uint8Array.of(kinds[kind]), key])
  return `${name}+${Buffer.from(keyId(verifier)).toString('hex')}+${bytes.toString('base64')}`
}

export function readVerifier(word: string): Verifier | undefined {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(word.trim()) ?? []
  if (name === undefined || id === undefined || base64 === undefined) return undefined
  const bytes = Buffer.from(base64, 'base64')
  const kind = (Object.keys(kinds) as Kind[]).find((each) => kinds[each] === bytes[0])
  if (kind === undefined || bytes.length !== 33) return undefined
  const verifier = { name, kind, key: new Uint8Array(bytes.subarray(1)) }
  return Buffer.from(keyId(verifier)).toString('hex') === id ? verifier : undefined
}
