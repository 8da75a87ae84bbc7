// Gives the office what it needs from outside: file readers, packs, certificates, and the state of the platforms.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '../../adapters/documents/csv.ts'
import { readDocument } from '../../adapters/documents/read.ts'
import type { OpenStore } from '../../adapters/store/store.ts'
import { sha256 } from '../kit/hash.ts'
import { keepSome } from '../office/kept.ts'
import { createOffice } from '../office/office.ts'
import { originalsIn } from '../office/originals.ts'
import { ruleWordsIn } from '../office/rule-words.ts'
import type { ReadList, Tried, World } from '../office/world.ts'
import type { Office, Upload } from '../ports/office.ts'
import type { Ports } from '../ports/ports.ts'
import type { CommandContext } from './context.ts'
import type { LiveLibrary } from './live-library.ts'
import { readMatter } from './matter.ts'
import { readListBytes } from './people-import.ts'

export interface OpenOffice {
  readonly home: string
  readonly root: string
  readonly ports: World['ports']
  readonly kept: Pick<OpenStore, 'journal' | 'register'>
  readonly live: Pick<LiveLibrary, 'now' | 'renew'>
  readonly tryWays: () => Promise<readonly Tried[]>
  readonly backups: World['backups']
  readonly shared: World['shared']
}

export function openOffice({ home, root, ports, kept, live, tryWays, backups, shared }: OpenOffice): Office {
  const world: World = {
    home,
    root,
    ports,
    library: live.now,
    renew: live.renew,
    readDocument,
    readList,
    tryWays,
    backups,
    shared,
    makePack: (policy) => makePack({ home, ports, kept, live }, policy),
    judge: (certificate) => judge({ kept, live }, certificate),
    lists: keepSome(20),
    documents: keepSome(60),
    packs: keepSome(10),
  }
  return createOffice(world)
}

/** What is kept in the home itself. The store's own journal: a change in the home is not a review. */
export function homePorts(
  { config, root, clock, newId }: CommandContext,
  { renew, shared, ...ports }: Pick<Ports, 'journal' | 'log'> & Pick<LiveLibrary, 'renew'> & Pick<World, 'shared'>,
): Pick<Ports, 'originals' | 'ruleWords'> {
  const { home } = config
  return {
    originals: originalsIn(home),
    ruleWords: ruleWordsIn({ home, root, renew, shared, ports: { ...ports, clock, newId } }),
  }
}

async function readList(bytes: Uint8Array, name: string): Promise<ReadList> {
  const read = await readListBytes(bytes, name)
  if (read.kind === 'refused') return { kind: 'refused', what: `${read.what}. ${read.fix} Nothing was changed.` }
  const csv = readCsv(read.text)
  if (csv.kind === 'broken')
    return { kind: 'refused', what: `cannot be read, from line ${csv.line} on. ${csv.what} Nothing was changed.` }
  return { kind: 'records', records: csv.records, hash: sha256(read.text) }
}

type Packs = Pick<OpenOffice, 'home' | 'ports' | 'kept' | 'live'>

async function makePack({ home, ports, kept, live }: Packs, policy: string | undefined) {
  const at = ports.clock()
  const library = live.now()
  const matter = readMatter(library, policy, at)
  if (typeof matter === 'string') return matter
  const name = `inspection-${matter.policy.id}-${matter.asOf.today}.zip`
  const folder = join(home, 'packs')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${ports.newId()}.zip`)
  const { packInto } = await import('./register-pack.ts')
  const asked = {
    library,
    matter,
    at,
    practice: false,
    group: undefined,
    standing: undefined,
    out: undefined,
    json: false,
  }
  await packInto(path, { home: kept, folder: home, asked })
  return { path, name }
}

async function judge({ kept, live }: Pick<OpenOffice, 'kept' | 'live'>, certificate: Upload | string) {
  const { verifyBytes, verifyCode, sayVerdict } = await import('./verify-receipt.ts')
  const { name: school, zone } = live.now().school
  if (typeof certificate === 'string') {
    const found = await verifyCode(kept.journal, { code: certificate, school })
    return { good: found === 'genuine' || found === 'bundle-genuine', lines: [codeLines[found]] }
  }
  const verdict = await verifyBytes(kept.journal, { bytes: certificate.bytes, file: certificate.name, school })
  const says = 'says' in verdict ? verdict.says : []
  return { good: verdict.kind === 'genuine', lines: [sayVerdict(verdict, zone), ...says] }
}

const codeLines = {
  'no-code': 'That is no verification code. It stands on the certificate: five groups of four letters and figures.',
  unknown: 'Unknown: no signature in this journal has that code.',
  withdrawn: 'There was a signature with that code. It has been withdrawn and no longer counts.',
  'bundle-withdrawn':
    'There was a bundle with that code, signed whole. One of its signatures has been withdrawn, so the certificate no longer counts.',
  'bundle-genuine':
    'There is a bundle with that code, and all of its signatures stand. Whether a certificate is genuine, only its file can show: send it above.',
  practice: 'PRACTICE: that code belongs to an invented person. It is not evidence.',
  genuine:
    'There is a signature with that code, and it stands. Whether a certificate is genuine, only its file can show: send it above.',
} as const
