// `verify`: whether the journal holds from its first entry to its last, and whether a receipt is genuine.
import { defined } from '../kit/defined.ts'
import { foldInvolvement } from '../standing/fold.ts'
import type { Head } from '../journal/types.ts'
import { verify as verifyAll } from '../proof/verify.ts'
import { sayOutside, sayVerified } from '../proof/words.ts'
import { existsSync, statSync } from 'node:fs'
import { flag, misused, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { lookAtFile, type NotWhole } from './look-at-file.ts'
import { withHome } from './open-home.ts'
import type { ReceiptVerdict } from './verify-receipt.ts'

const usage = [
  'Usage: verify [--head NUMBER:HASH] [--json], for the whole journal; --head is one that was published',
  '       verify RECEIPT.pdf [--json], for one receipt; verify FOLDER [--json], for all in it',
  '       verify checkpoint FILE [--old ENTRIES] [--json], for another school to cosign',
  '       verify cosign FILE OUT [--key KEY] [--json], what another school sent',
  '       verify cosigned FILE --key KEY [--json], what came back',
  '       verify prove RECEIPT.pdf FILE.zip [--json], for somebody who is to check one signature without the school',
].join('\n')

export const verifyCommand: Command = async (context, argv) => {
  const read = readOptions(argv, { head: word, old: word, key: word, json: flag }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { values, words } = read
  const own = verbs[words[0] ?? '']
  if (own !== undefined) return own(context, words.slice(1), values)
  const [file, ...more] = words
  if (more.length > 0 || (file !== undefined && values.head !== undefined)) return misused(context, usage)
  if (file !== undefined) return verifyOne(context, { file, json: values.json })
  const head = values.head === undefined ? undefined : readHead(values.head)
  if (values.head !== undefined && head === undefined)
    return misused(
      context,
      `“${values.head}” is not the head of a journal. Write the number, a colon and the hash as they were published.`,
    )
  return verifyChain(context, { head, json: values.json })
}

interface Values {
  readonly old?: string | undefined
  readonly key?: string | undefined
  readonly json: boolean
}

const verbs: Readonly<
  Record<string, (context: CommandContext, words: readonly string[], values: Values) => Promise<number> | number>
> = {
  async prove(context, [receipt, to, ...more], { json }) {
    if (receipt === undefined || to === undefined || more.length > 0) return misused(context, usage)
    const notWhole = await lookAtFile(context)
    if (notWhole !== undefined) return sayNothing(context, { json, ...notWhole })
    return (await import('./verify-prove.ts')).proveSignature(context, { receipt, to, json })
  },
  async checkpoint(context, [file, ...more], { old, json }) {
    if (file === undefined || more.length > 0) return misused(context, usage)
    if (old !== undefined && !/^\d{1,15}$/.test(old))
      return misused(context, `--old “${old}” is not a number of entries.`)
    const notWhole = await lookAtFile(context)
    if (notWhole !== undefined) return sayNothing(context, { json, ...notWhole })
    const asked = { file, old: old === undefined ? undefined : Number(old), json }
    return (await import('./verify-checkpoint.ts')).writeCheckpoint(context, asked)
  },
  async cosign(context, [file, to, ...more], { key, json }) {
    if (file === undefined || to === undefined || more.length > 0) return misused(context, usage)
    return (await import('./verify-checkpoint.ts')).cosignCheckpoint(context, { file, to, key, json })
  },
  async cosigned(context, [file, ...more], { key, json }) {
    if (file === undefined || key === undefined || more.length > 0) return misused(context, usage)
    const notWhole = await lookAtFile(context)
    if (notWhole !== undefined) return sayNothing(context, { json, ...notWhole })
    return (await import('./verify-checkpoint.ts')).readCosigned(context, { file, key, json })
  },
}

function readHead(text: string): Head | undefined {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? []
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash }
}

async function verifyChain(
  context: CommandContext,
  { head, json }: { readonly head: Head | undefined; readonly json: boolean },
): Promise<number> {
  const notWhole = await lookAtFile(context)
  if (notWhole !== undefined) return sayNothing(context, { json, ...notWhole })
  const now = context.clock()
  // The journal can also be checked where the knowledge cannot be used.
  const zone = await context.library().then(
    ({ school }) => school.zone,
    () => 'UTC',
  )
  const { verified, outside } = await withHome(context, async ({ journal, register }) => {
    const outside = await journal.knownHead()
    const known = head ?? outside
    const checking = { fold: foldInvolvement, now, ...defined({ known }) }
    return { outside, verified: await verifyAll({ journal, register }, checking) }
  })
  if (verified.kind === 'holds' && verified.entries === 0) {
    const what = 'The journal has no entry yet.'
    return sayNothing(context, { json, outcome: 'empty', what })
  }
  if (json) context.out(JSON.stringify({ ...verified, outside }))
  else for (const line of sayVerified(verified)) (verified.kind === 'holds' ? context.out : context.err)(line)
  if (!json) context.out(sayOutside(outside, zone))
  return verified.kind === 'holds' ? status.done : status.no
}

/** An empty journal proves nothing, so this is not a success; and nothing was created. */
function sayNothing(
  { out, err }: CommandContext,
  { json, outcome, what }: NotWhole & { readonly json: boolean },
): number {
  if (json) out(JSON.stringify({ kind: 'nothing', outcome, what }))
  else err(outcome === 'damaged' ? what : `There is nothing to verify. ${what}`)
  return status.no
}

async function verifyOne(
  context: CommandContext,
  { file, json }: { readonly file: string; readonly json: boolean },
): Promise<number> {
  const notWhole = await lookAtFile(context)
  if (notWhole !== undefined) return sayNothing(context, { json, ...notWhole })
  const { school } = await context.library()
  // Reading PDF files needs a large library, which the journal alone does not need.
  const { sayVerdict, verifyReceipt } = await import('./verify-receipt.ts')
  if (isFolder(file)) {
    const { checkFolder, sayFolder } = await import('./verify-folder.ts')
    const checked = await withHome(context, ({ journal }) =>
      checkFolder(journal, { folder: file, school: school.name }),
    )
    return sayFolder(context, checked, { zone: school.zone, json })
  }
  const verdict = await withHome(context, ({ journal }) => verifyReceipt(journal, { file, school: school.name }))
  if (json) context.out(JSON.stringify(verdict))
  else {
    const say = isGood(verdict) ? context.out : context.err
    say(sayVerdict(verdict, school.zone))
    if ('says' in verdict) for (const line of verdict.says) say(`  ${line}`)
  }
  if (verdict.kind === 'no-receipt') return status.misuse
  return isGood(verdict) ? status.done : status.no
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

/** A practice receipt may be authentic, but is never evidence. */
function isGood({ kind }: ReceiptVerdict): boolean {
  return kind === 'genuine'
}
