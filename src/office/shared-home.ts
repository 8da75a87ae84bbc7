// One home for several servers: an edit on one reaches the others through the database. What was changed on two at once
// is reported and left alone until somebody decides.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../kit/hash.ts'
import { pathsIn } from '../library/files.ts'
import type { HomeFiles, HomeFileVersion } from '../ports/home-files.ts'
import { writeWhole } from './edition-files.ts'

export interface SharedHome {
  /**
   * Brings newer versions here and passes on what was changed here, one at a time; `by` is whoever changed it here. A
   * file is only deleted elsewhere if it is named in `dropped`, because a missing file may be a disk that was not
   * mounted.
   */
  round(by?: string, dropped?: readonly string[]): Promise<RoundMade>
  /** How this home differs from the common one. */
  differing(): Promise<readonly HomeDifference[]>
  /**
   * For a file that was changed both here and elsewhere: which version stays. False where there is nothing to decide.
   */
  settle(path: string, which: 'ours' | 'theirs', by: string): Promise<boolean>
}

export interface RoundMade {
  readonly brought: readonly string[]
  readonly given: readonly string[]
}

export interface HomeDifference {
  readonly path: string
  /** `both`: changed here and elsewhere. `missing`: gone from this home only. `waits`: the next round handles it. */
  readonly kind: 'both' | 'missing' | 'waits'
}

export interface SharingHome {
  readonly home: string
  readonly files: HomeFiles
  readonly clock: () => Date
  /** Whether the files here are valid: a file with which the bot could not start stays on its own server. */
  readonly isSound: () => boolean
  /** Called before a text is replaced here, so that this can be undone. */
  readonly remember: (source: string) => void
}

export function shareHome(sharing: SharingHome): SharedHome {
  let last: Promise<unknown> = Promise.resolve()
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
  return {
    round: (by = 'operator', dropped = []) => alone(() => makeRound(sharing, { by, dropped })),
    differing: async () =>
      (await lookAtAll(sharing)).flatMap(({ path, state }) => {
        const kind = differences[state]
        return kind === undefined ? [] : [{ path, kind }]
      }),
    settle: (path, which, by) => alone(() => settle(sharing, { path, which, by })),
  }
}

/** The state of a path here, compared with the common version and with the one that was last here. */
type PathState = 'same' | 'known' | 'newer' | 'changed' | 'both' | 'missing'

const differences: Readonly<Record<PathState, HomeDifference['kind'] | undefined>> = {
  same: undefined,
  known: undefined,
  newer: 'waits',
  changed: 'waits',
  both: 'both',
  missing: 'missing',
}

interface Looked {
  readonly path: string
  readonly state: PathState
  readonly own: string | undefined
  readonly latest: HomeFileVersion | undefined
}

async function lookAtAll({ home, files }: SharingHome): Promise<readonly Looked[]> {
  const bases = readBases(home)
  const latest = new Map((await files.latest()).filter(({ path }) => isShared(path)).map((each) => [each.path, each]))
  const paths = new Set([...pathsIn(home), ...extra, ...latest.keys()].filter(isShared))
  return [...paths].toSorted().map((path) => {
    const [own, theirs] = [textAt(home, path), latest.get(path)]
    return { path, own, latest: theirs, state: stateOf(own && sha256(own), theirs, bases[path]) }
  })
}

/**
 * Pure. Hashes are undefined where there is no file. `base` is the version that was here when it was last the same
 * everywhere.
 */
export function stateOf(
  own: string | undefined,
  latest: Pick<HomeFileVersion, 'version' | 'hash'> | undefined,
  base: SharedBase | undefined,
): PathState {
  const { version, hash } = latest ?? nowhere
  const before = base ?? nowhere
  if (own === hash) return before.version === version ? 'same' : 'known'
  if (version > before.version) return own === before.hash ? 'newer' : 'both'
  return own === undefined ? 'missing' : 'changed'
}

const nowhere: SharedBase = { version: 0, hash: undefined }

interface Round {
  readonly by: string
  readonly dropped: readonly string[]
}

async function makeRound(sharing: SharingHome, { by, dropped }: Round): Promise<RoundMade> {
  const [brought, given]: [string[], string[]] = [[], []]
  for (const looked of await lookAtAll(sharing)) {
    const { path, state } = looked
    if (state === 'known' && looked.latest !== undefined) noteBase(sharing.home, path, looked.latest)
    if (state === 'newer' && (await bring(sharing, looked))) brought.push(path)
    const gives = state === 'changed' ? sharing.isSound() : state === 'missing' && dropped.includes(path)
    if (gives && (await give(sharing, looked, by))) given.push(path)
  }
  return { brought, given }
}

async function bring({ home, files, remember }: SharingHome, { path, own, latest }: Looked): Promise<boolean> {
  if (latest === undefined) return false
  const content = await files.content(latest)
  if ((content === undefined ? undefined : sha256(content)) !== latest.hash) return false
  // Somebody may have written here while the database answered.
  if (textAt(home, path) !== own) return false
  for (const source of [own, content]) if (source !== undefined) remember(source)
  if (content === undefined) rmSync(join(home, path), { force: true })
  else writeWhole(join(home, path), content)
  noteBase(home, path, latest)
  return true
}

/** False where somebody else was faster: the next round sees what they wrote. */
async function give({ home, files, clock }: SharingHome, { path, own, latest }: Looked, by: string): Promise<boolean> {
  const after = latest?.version ?? 0
  const hash = own === undefined ? undefined : sha256(own)
  if (!(await files.put({ path, after, content: own, hash, by, at: clock() }))) return false
  noteBase(home, path, { version: after + 1, hash })
  return true
}

async function settle(
  sharing: SharingHome,
  { path, which, by }: { readonly path: string; readonly which: 'ours' | 'theirs'; readonly by: string },
): Promise<boolean> {
  const looked = (await lookAtAll(sharing)).find((each) => each.path === path)
  if (looked === undefined || (looked.state !== 'both' && looked.state !== 'missing')) return false
  return which === 'ours' ? give(sharing, looked, by) : bring(sharing, looked)
}

const extra = ['people-columns.json']

/** The files that all servers share. Nothing from a database may be written outside the home. */
function isShared(path: string): boolean {
  const form =
    /^(school|words|urgent|law|lexicon)\.yaml$|^people-columns\.json$|^(policies|scenarios|topics)\/[^/\\\0]+(\/[^/\\\0]+)*\.(yaml|md)$/
  return form.test(path) && !path.split('/').some((part) => part === '..' || part === '.')
}

const Base = z.object({ version: z.int().min(0), hash: z.string().optional() })
/** The version that was here when it was last the same everywhere; without a hash where there was no file. */
export type SharedBase = Pick<HomeFileVersion, 'version' | 'hash'>
const Bases = z.record(z.string(), Base)

function basesFile(home: string): string {
  return join(home, 'shared.json')
}

/** A list that cannot be read counts as empty: differences are then reported, and nothing is overwritten. */
function readBases(home: string): Readonly<Record<string, SharedBase>> {
  try {
    const read = Bases.parse(JSON.parse(readFileSync(basesFile(home), 'utf8')))
    return Object.fromEntries(Object.entries(read).map(([path, { version, hash }]) => [path, { version, hash }]))
  } catch {
    return {}
  }
}

function noteBase(home: string, path: string, { version, hash }: Pick<HomeFileVersion, 'version' | 'hash'>): void {
  writeWhole(basesFile(home), `${JSON.stringify({ ...readBases(home), [path]: { version, hash } }, undefined, 2)}\n`)
}

function textAt(home: string, path: string): string | undefined {
  const full = join(home, path)
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined
}
