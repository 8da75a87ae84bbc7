// `verify checkpoint FILE`: the journal's tree as a signed note, with the proof that it only grew since the one before,
// for another school to cosign. `verify cosign FILE OUT` does so there, and `verify cosigned OUT` brings it back.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  cosign,
  readCheckpoint,
  readNote,
  readVerifier,
  signCheckpoint,
  signedBy,
  writeNote,
  writeVerifier,
  type Checkpoint,
  type Note,
} from '../proof/checkpoint.ts'
import { consistencyProof, isConsistent } from '../journal/consistency.ts'
import { growTree } from '../journal/tree.ts'
import { newKey, publicOf } from '../proof/ed25519.ts'
import { sha256 } from '../kit/hash.ts'
import { slugOf } from '../kit/text.ts'
import { sayDay, dayIn } from '../kit/days.ts'
import type { Journal } from '../ports/evidence.ts'
import { refused } from './asked.ts'
import { checkpointKeyFile } from './home.ts'
import { type CommandContext, status } from './context.ts'
import { entriesIn } from './entries.ts'
import { withHome } from './open-home.ts'

export interface CheckpointAsked {
  readonly file: string
  /** How many entries the other school last saw; undefined means as many as it has cosigned. */
  readonly old: number | undefined
  readonly json: boolean
}

/** In the format of a request to C2SP's tlog-witness: the old size, the proof, and the signed checkpoint. */
export async function writeCheckpoint(context: CommandContext, asked: CheckpointAsked): Promise<number> {
  const { file, json } = asked
  if (existsSync(file)) return refused(context, json, { outcome: 'exists', what: `${file} is there already.` })
  const { school } = await context.library()
  return withHome(context, async ({ journal }) => {
    const hashes = await hashesOf(journal)
    if (hashes.length === 0) return refused(context, json, { outcome: 'empty', what: 'The journal has no entry yet.' })
    const old = asked.old ?? (await cosignedUpTo(journal))
    if (old > hashes.length)
      return refused(context, json, { outcome: 'too-new', what: `The journal has ${hashes.length} entries only.` })
    const { origin, key } = ownKey(context.home, school.name)
    const note = signCheckpoint({ origin, ...treeOf(hashes) }, key)
    const proof = consistencyProof(hashes, old).map((hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`)
    writeFileSync(file, `old ${old}\n${proof.join('')}\n${writeNote(note)}`, { mode: 0o600 })
    const word = writeVerifier({ name: origin, kind: 'log', key: publicOf(key) })
    if (json) context.out(JSON.stringify({ outcome: 'written', file, size: hashes.length, old, key: word }))
    else {
      context.out(`Written: ${file}, for ${hashes.length} entries. It names nobody.`)
      context.out(
        'The other school runs this once with the key, which you tell them by another way, and later without:',
      )
      context.out(`npm run verify -- cosign ${file} cosigned.txt --key ${word}`)
    }
    return status.done
  })
}

export interface CosignAsked {
  readonly file: string
  readonly to: string
  /** The log's key; needed the first time. */
  readonly key: string | undefined
  readonly json: boolean
}

/** The other school's journal is not needed: only the file, and what was cosigned before. */
export async function cosignCheckpoint(context: CommandContext, asked: CosignAsked): Promise<number> {
  const { file, to, json } = asked
  if (existsSync(to)) return refused(context, json, { outcome: 'exists', what: `${to} is there already.` })
  const judged = judge(context.home, asked)
  if ('outcome' in judged) return refused(context, json, judged)
  const { note, checkpoint, key } = judged
  const own = ownKey(context.home, (await context.library()).school.name)
  const cosignature = cosign(note, { name: own.origin, pem: own.key, at: context.clock() })
  writeFileSync(to, writeNote({ ...note, signatures: [...note.signatures, cosignature] }), { mode: 0o600 })
  keepSeen(context.home, { ...checkpoint, key })
  const ours = writeVerifier({ name: own.origin, kind: 'cosigner', key: publicOf(own.key) })
  if (json) context.out(JSON.stringify({ outcome: 'cosigned', file: to, size: checkpoint.size, key: ours }))
  else {
    context.out(`Cosigned: ${checkpoint.size} entries of ${checkpoint.origin}, as ${file} says.`)
    context.out(`Send ${to} back. There they run:`)
    context.out(`npm run verify -- cosigned ${to} --key ${ours}`)
  }
  return status.done
}

interface Refusal {
  readonly outcome: string
  readonly what: string
}

/** Whether it has the right signature, and only grew. */
function judge(home: string, { file, key }: CosignAsked): (Request & { readonly key: string }) | Refusal {
  const request = readRequest(file)
  if (request === undefined) return { outcome: 'no-checkpoint', what: `${file} is no checkpoint of a journal.` }
  const seen = readSeen(home, request.checkpoint.origin)
  const word = key ?? seen?.key
  const verifier = readVerifier(word ?? '')
  if (word === undefined || verifier?.kind !== 'log')
    return {
      outcome: 'no-key',
      what: 'Say whose key it is: --key, followed by the words that the other school told you.',
    }
  if (seen !== undefined && seen.key !== word)
    return {
      outcome: 'other-key',
      what: 'This log was known by another key before. Ask the other school by telephone.',
    }
  if (signedBy(request.note, verifier) === undefined)
    return {
      outcome: 'not-signed',
      what: 'The checkpoint is not signed by that key. It may have been changed on the way.',
    }
  return hasGrown(seen, request) ?? { ...request, key: word }
}

/** Why the newer one does not follow the one that was cosigned before. */
function hasGrown(seen: Seen | undefined, { checkpoint, old, proof }: Request): Refusal | undefined {
  if (seen === undefined) return undefined
  const again = `Have it made again with --old ${seen.size}.`
  if (checkpoint.size < seen.size)
    return { outcome: 'shrunk', what: `It has ${checkpoint.size} entries, and ${seen.size} were cosigned before.` }
  if (old !== seen.size && checkpoint.size !== seen.size) return { outcome: 'other-old', what: again }
  const isGrown = isConsistent(seen, checkpoint, checkpoint.size === seen.size ? [] : proof)
  return isGrown
    ? undefined
    : {
        outcome: 'rewritten',
        what: `What was cosigned before, up to entry ${seen.size}, is not in it any more: that journal was rewritten. Keep both files and tell somebody outside that school.`,
      }
}

export interface CosignedAsked {
  readonly file: string
  readonly key: string
  readonly json: boolean
}

/** Whether the journal still contains the one that was cosigned; then its head is known outside. */
export async function readCosigned(context: CommandContext, { file, key, json }: CosignedAsked): Promise<number> {
  const note = readNote(textIn(file) ?? '')
  const checkpoint = note && readCheckpoint(note.text)
  const verifier = readVerifier(key)
  const no = (outcome: string, what: string) => refused(context, json, { outcome, what })
  if (note === undefined || checkpoint === undefined) return no('no-checkpoint', `${file} is no checkpoint.`)
  if (verifier?.kind !== 'cosigner') return no('no-key', `“${key}” is not the key of a cosigner.`)
  const by = signedBy(note, verifier)
  if (by?.at === undefined) return no('not-signed', 'It is not cosigned by that key.')
  const { at } = by
  const { zone } = (await context.library()).school
  return withHome(context, async ({ journal }) => {
    const hashes = await hashesOf(journal)
    const then = hashes.slice(0, checkpoint.size)
    const last = then.at(-1)
    if (last === undefined || then.length < checkpoint.size || treeOf(then).root !== checkpoint.root)
      return no('rewritten', `Up to entry ${checkpoint.size} this journal is not the one that was cosigned.`)
    await journal.noteHead({ seq: checkpoint.size, hash: last, at, way: 'cosigner' })
    if (json) context.out(JSON.stringify({ outcome: 'known', size: checkpoint.size, by: verifier.name, at }))
    else
      context.out(
        `Up to entry ${checkpoint.size} the journal is the one that ${verifier.name} cosigned on ${sayDay(dayIn(zone, at))}.`,
      )
    return status.done
  })
}

async function hashesOf(journal: Pick<Journal, 'entries'>): Promise<readonly string[]> {
  const hashes: string[] = []
  for await (const { hash } of entriesIn(journal)) hashes.push(hash)
  return hashes
}

function treeOf(hashes: readonly string[]) {
  const growing = growTree()
  for (const hash of hashes) growing.add(hash)
  return growing.tree()
}

async function cosignedUpTo(journal: Pick<Journal, 'cosignedHead'>): Promise<number> {
  return (await journal.cosignedHead())?.seq ?? 0
}

interface Request {
  readonly old: number
  readonly proof: readonly string[]
  readonly note: Note
  readonly checkpoint: Checkpoint
}

function readRequest(file: string): Request | undefined {
  const text = textIn(file) ?? ''
  const at = text.indexOf('\n\n')
  const [first = '', ...lines] = text.slice(0, Math.max(at, 0)).split('\n')
  const old = /^old (\d{1,15})$/.exec(first)?.[1]
  const note = readNote(text.slice(at + 2))
  const checkpoint = note && readCheckpoint(note.text)
  if (old === undefined || note === undefined || checkpoint === undefined) return undefined
  const proof = lines.map((line) => Buffer.from(line, 'base64').toString('hex'))
  return { old: Number(old), proof, note, checkpoint }
}

/** No checkpoint is larger. */
const mostBytes = 100_000

function textIn(file: string): string | undefined {
  try {
    return statSync(file).size > mostBytes ? undefined : readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

const Key = z.strictObject({ origin: z.string().min(1), key: z.string().min(1) })

/** Made when it is first needed, and kept for good. A backup goes from hand to hand, so the key is in none. */
function ownKey(home: string, school: string): z.infer<typeof Key> {
  const file = checkpointKeyFile(home)
  if (existsSync(file)) return Key.parse(JSON.parse(readFileSync(file, 'utf8')))
  const key = newKey()
  const mark = sha256(Buffer.from(publicOf(key))).slice(0, 8)
  const made = { origin: `policy-guide/${slugOf(school, 60) || 'school'}-${mark}`, key }
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  return made
}

const Seen = z.strictObject({
  origin: z.string(),
  size: z.int().min(1),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string(),
})
type Seen = z.infer<typeof Seen>

function seenFile(home: string, origin: string): string {
  return join(home, `cosigned-${sha256(origin).slice(0, 16)}.json`)
}

function readSeen(home: string, origin: string): Seen | undefined {
  const file = seenFile(home, origin)
  return existsSync(file) ? Seen.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

function keepSeen(home: string, seen: Seen): void {
  writeFileSync(seenFile(home, seen.origin), `${JSON.stringify(seen, null, 2)}\n`, { mode: 0o600 })
}
