// Files of the school's home that the office writes: checked as `inspect` checks them, written whole, recorded in the
// journal, and undone.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { entryOf, stampOf } from '../journal/stamp.ts'
import type { Entry, FactOf } from '../journal/types.ts'
import { sha256 } from '../kit/hash.ts'
import { outsideIn } from '../importer/policy-record.ts'
import { rehearse, writeWhole, type KeptFile } from './edition-files.ts'
import type { Insider, World } from './world.ts'

export interface SettingsChange {
  /** The path inside the home folder. */
  readonly path: string
  readonly source: string
  /** The hash of what the editor saw there; undefined where they expect no file. */
  readonly seen: string | undefined
}

/** What writing needs from outside. */
export type Saving = Pick<World, 'home' | 'root' | 'renew' | 'shared'> & {
  readonly ports: Pick<World['ports'], 'journal' | 'clock' | 'newId' | 'log'>
}

export type Saved =
  | { readonly kind: 'saved' }
  /** Somebody has written to it since. */
  | { readonly kind: 'changed-since'; readonly path: string }
  /** The bot could not start with it. */
  | { readonly kind: 'unsound'; readonly lines: readonly string[] }

/** All of it or nothing is written. Between checking and writing nothing else of this program runs. */
export async function saveAll(
  world: Saving,
  { by }: Pick<Insider, 'by'>,
  changes: readonly SettingsChange[],
  kept: readonly KeptFile[] = [],
): Promise<Saved> {
  const { home, ports } = world
  // What another server has saved meanwhile is noticed before, and what is saved here reaches the others at once.
  await world.shared?.round()
  const late = changes.find(({ path, seen }) => hashIn(home, path) !== seen)
  if (late !== undefined) return { kind: 'changed-since', path: late.path }
  const real = changes.filter(({ path, source }) => textIn(home, path) !== source)
  const { errors } = rehearse(world, real)
  if (errors.length > 0) return { kind: 'unsound', lines: errors }
  await write(world, by, { real, kept })
  world.renew()
  await world.shared?.round(by)
  ports.log.info({ files: real.map(({ path }) => path) }, 'files of the school were changed')
  return { kind: 'saved' }
}

async function write(
  world: Saving,
  by: string,
  { real, kept }: { readonly real: readonly SettingsChange[]; readonly kept: readonly KeptFile[] },
): Promise<void> {
  const { home } = world
  const before = real.map(({ path }) => ({ path, source: textIn(home, path) }))
  for (const { source } of [...before, ...real]) if (source !== undefined) remember(home, source)
  for (const { path, source } of [...kept, ...real]) writeWhole(join(home, path), source)
  try {
    await tell(
      world,
      by,
      real.map(({ path, source }, at) => ({ file: path, was: hashOf(before[at]?.source), is: hashOf(source) })),
    )
  } catch (error) {
    // What is not in the journal must not stay.
    for (const { path, source } of before) putBack(home, path, source)
    throw error
  }
}

interface Told {
  readonly file: string
  readonly was: string | undefined
  readonly is: string | undefined
}

/** All of it or nothing is recorded. */
async function tell({ ports }: Saving, by: string, told: readonly Told[]): Promise<void> {
  const entries = told.map((each) => entryOf({ kind: 'knowledge-changed', ...each, by }, stampOf(ports)))
  await ports.journal.record({ policy: '' }, () => ({ entries, outcome: undefined }))
}

export type ChangedFile = Entry & { readonly fact: FactOf<'knowledge-changed'> }

/** The latest changes, newest first. */
export async function latestChanges(
  { ports }: { readonly ports: Pick<World['ports'], 'journal'> },
  most = 20,
): Promise<readonly ChangedFile[]> {
  const entries = await ports.journal.happened({ kinds: ['knowledge-changed'], most })
  return entries.flatMap(({ fact, ...entry }) => (fact.kind === 'knowledge-changed' ? [{ ...entry, fact }] : []))
}

export type Undone =
  | Saved
  | { readonly kind: 'gone' }
  /** It is an edition that an open campaign asks for. */
  | { readonly kind: 'asked-for' }

/**
 * Restores what the file held before that change. `seen` is the hash of what stands there for whoever wants this: after
 * an older change, what came later in the same file goes with it. Without it, nobody may have written to it since.
 */
export async function undo(
  world: Saving,
  insider: Pick<Insider, 'by'>,
  { id, seen }: { readonly id: string; readonly seen?: string | undefined },
): Promise<Undone> {
  const { home, ports } = world
  const entry = await ports.journal.entry(id)
  if (entry?.fact.kind !== 'knowledge-changed') return { kind: 'gone' }
  const { file, was } = entry.fact
  const is = seen ?? entry.fact.is
  if (hashIn(home, file) !== is) return { kind: 'changed-since', path: file }
  const source = was === undefined ? undefined : remembered(home, was)
  if (was !== undefined && source === undefined) return { kind: 'gone' }
  if (await isAskedFor(world, { file, source })) return { kind: 'asked-for' }
  if (source !== undefined) return saveAll(world, insider, [{ path: file, source, seen: is }])
  return removeAgain(world, insider, await broughtWith(world, { file, is }))
}

interface NewFile {
  readonly file: string
  readonly is: string | undefined
}

/**
 * What came with it and cannot stand without it: the files of a new policy, as long as nobody has written to them since.
 * The first is the file that is meant.
 */
async function broughtWith({ home, ports }: Saving, { file, is }: NewFile): Promise<readonly NewFile[]> {
  const folder = /^policies\/[^/]+\//.exec(file)?.[0]
  if (folder === undefined) return [{ file, is }]
  const stands = new Map<string, NewFile>()
  for (const { fact } of await latestChanges({ ports }, mostSearched)) {
    const isNew = fact.file.startsWith(folder) && fact.was === undefined && fact.is !== undefined
    if (isNew && fact.file !== file && hashIn(home, fact.file) === fact.is)
      stands.set(fact.file, { file: fact.file, is: fact.is })
  }
  return [{ file, is }, ...stands.values()]
}

/** Nobody must be asked to sign what is not there any more. `source` is what the file will hold; undefined where it goes. */
async function isAskedFor(
  world: Saving,
  { file, source }: { readonly file: string; readonly source: string | undefined },
): Promise<boolean> {
  const [, policy, name] = /^policies\/([^/]+)\/(.+\.md|policy\.yaml)$/.exec(file) ?? []
  if (policy === undefined || name === undefined) return false
  const left = (path: string) => (path === file ? (source ?? shippedText(world, path)) : textThatApplies(world, path))
  const record = left(`policies/${policy}/policy.yaml`)
  const campaigns = await world.ports.journal.campaigns(policy)
  return campaigns.some(
    ({ closedOn, edition }) =>
      closedOn === undefined &&
      (record === undefined ||
        (left(`policies/${policy}/${edition}.md`) === undefined && !outsideIn(record).includes(edition))),
  )
}

/** The home's own, or the one that comes with the program. */
export function textThatApplies(folders: Pick<Saving, 'home' | 'root'>, path: string): string | undefined {
  return textIn(folders.home, path) ?? shippedText(folders, path)
}

function shippedText({ root }: Pick<Saving, 'root'>, path: string): string | undefined {
  return textIn(join(root, 'knowledge'), path)
}

const mostSearched = 500

/** The file alone where the bot can start without it, else together with what came with it. */
async function removeAgain(world: Saving, { by }: Pick<Insider, 'by'>, files: readonly NewFile[]): Promise<Undone> {
  const { home } = world
  const [first] = files
  if (first === undefined) return { kind: 'gone' }
  let lines: readonly string[] = []
  for (const some of files.length > 1 ? [[first], files] : [[first]]) {
    const before = some.map(({ file }) => ({ file, source: textIn(home, file) }))
    const restore = () => {
      for (const { file, source } of before) putBack(home, file, source)
    }
    for (const { file } of some) rmSync(join(home, file), { force: true })
    const { errors } = rehearse(world, [])
    if (errors.length === 0) {
      const told = some.map(({ file, is }) => ({ file, was: is, is: undefined }))
      try {
        await tell(world, by, told)
      } catch (error) {
        restore()
        throw error
      }
      world.renew()
      await world.shared?.round(
        by,
        some.map(({ file }) => file),
      )
      return { kind: 'saved' }
    }
    restore()
    lines = errors
  }
  return { kind: 'unsound', lines }
}

export function textIn(home: string, path: string): string | undefined {
  const full = join(home, path)
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined
}

export function hashIn(home: string, path: string): string | undefined {
  return hashOf(textIn(home, path))
}

function hashOf(source: string | undefined): string | undefined {
  return source === undefined ? undefined : sha256(source)
}

function putBack(home: string, path: string, source: string | undefined): void {
  if (source === undefined) rmSync(join(home, path), { force: true })
  else writeWhole(join(home, path), source)
}

/** Earlier contents of files by their hash, so that every change can be undone. */
export function remember(home: string, source: string): void {
  const path = join(home, 'history', sha256(source))
  if (!existsSync(path)) writeWhole(path, source)
}

function remembered(home: string, hash: string): string | undefined {
  return textIn(home, `history/${hash}`)
}
