// Files of the school's home that the office writes: checked as `inspect` checks them, written whole, recorded in the
// journal, and undone.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { entryOf, stampOf } from '../journal/stamp.ts'
import type { Entry, FactOf } from '../journal/types.ts'
import { sha256 } from '../kit/hash.ts'
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
    for (const [at, { path, source }] of real.entries()) {
      const was = before[at]?.source
      await tell(world, by, { file: path, was: was === undefined ? undefined : sha256(was), is: sha256(source) })
    }
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

async function tell({ ports }: Saving, by: string, { file, was, is }: Told): Promise<void> {
  const stamp = stampOf(ports)
  const entry = entryOf({ kind: 'knowledge-changed', file, was, is, by }, stamp)
  await ports.journal.record({ policy: '' }, () => ({ entries: [entry], outcome: undefined }))
}

export type ChangedFile = Entry & { readonly fact: FactOf<'knowledge-changed'> }

/** The latest changes, newest first. */
export async function latestChanges({ ports }: Pick<World, 'ports'>, most = 20): Promise<readonly ChangedFile[]> {
  const entries = await ports.journal.happened({ kinds: ['knowledge-changed'], most })
  return entries.flatMap(({ fact, ...entry }) => (fact.kind === 'knowledge-changed' ? [{ ...entry, fact }] : []))
}

export type Undone = Saved | { readonly kind: 'gone' }

/** Restores what the file held before that change, as long as nobody has written to it since. */
export async function undo(world: Saving, insider: Pick<Insider, 'by'>, id: string): Promise<Undone> {
  const { home, ports } = world
  const entry = await ports.journal.entry(id)
  if (entry?.fact.kind !== 'knowledge-changed') return { kind: 'gone' }
  const { file, was, is } = entry.fact
  if (hashIn(home, file) !== is) return { kind: 'changed-since', path: file }
  if (was !== undefined) {
    const source = remembered(home, was)
    return source === undefined ? { kind: 'gone' } : saveAll(world, insider, [{ path: file, source, seen: is }])
  }
  const before = textIn(home, file)
  rmSync(join(home, file), { force: true })
  const { errors } = rehearse(world, [])
  if (errors.length > 0 || before === undefined) {
    putBack(home, file, before)
    return { kind: 'unsound', lines: errors }
  }
  await tell(world, insider.by, { file, was: is, is: undefined })
  world.renew()
  await world.shared?.round(insider.by, [file])
  return { kind: 'saved' }
}

export function textIn(home: string, path: string): string | undefined {
  const full = join(home, path)
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined
}

export function hashIn(home: string, path: string): string | undefined {
  const source = textIn(home, path)
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
