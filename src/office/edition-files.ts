// An imported edition as files in the school's home: what would be written, whether the bot would start, and the
// writing.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { isSame } from '../kit/same.ts'
import { z } from 'zod'
import { newRecord } from '../importer/policy-record.ts'
import { isDoubt } from '../importer/report.ts'
import { writeEdition } from '../importer/write.ts'
import { readEdition } from '../library/editions.ts'
import { findFiles } from '../library/files.ts'
import { readLibrary, sayProblem } from '../library/read.ts'
import type { Library } from '../turn/library.ts'
import type { Brought } from './brought.ts'

export interface NewFile {
  /** The path inside the home folder. */
  readonly path: string
  readonly source: string
}

/** Kept beside the policies, and never read as one of them: the school's own file, and what was left open. */
export interface KeptFile {
  readonly path: string
  readonly source: string | Uint8Array
}

export type FilesPlanned =
  | { readonly kind: 'files'; readonly files: readonly NewFile[]; readonly kept: readonly KeptFile[] }
  /** Exactly the same text is already there. */
  | { readonly kind: 'same'; readonly path: string }
  /** Another text is there, and may not be replaced. */
  | { readonly kind: 'differs'; readonly path: string }

export interface Planning {
  readonly brought: Brought
  readonly library: Library
  readonly replace: boolean
}

/** Throws where the file would not read back as the edition: then nothing may be written. */
export function filesFor(home: string, { brought, library, replace }: Planning): FilesPlanned {
  const { imported, declaration, isNew } = brought
  const { edition, number, aside } = imported
  const path = `policies/${edition.policy}/${edition.id}.md`
  const source = writeEdition(edition, { number, aside })
  if (!isSame(readEdition(path, source).edition, edition)) {
    throw new Error('The edition could not be written without changing its text, so nothing was written.')
  }
  const same = sameFile(brought, library)
  if (same !== undefined && !replace) return { kind: 'same', path: join(home, `policies/${edition.policy}/${same}.md`) }
  const full = join(home, path)
  if (existsSync(full)) {
    if (readFileSync(full, 'utf8') === source) return { kind: 'same', path: full }
    if (!replace) return { kind: 'differs', path: full }
  }
  const record = `policies/${edition.policy}/policy.yaml`
  const files = [{ path, source }]
  const { reviewEvery } = library.school
  const contact = contactFor(library.school, edition.policy)
  const { rhythm } = imported
  const own = { path: record, source: newRecord(edition, { number, declaration, contact, rhythm, reviewEvery }) }
  return {
    kind: 'files',
    files: isNew && !existsSync(join(home, record)) ? [...files, own] : files,
    kept: keptFor(brought),
  }
}

/** Whom staff are sent to about a new policy, until its owner says so. */
export function contactFor({ contacts }: Pick<Library['school'], 'contacts'>, policy: string): string {
  return (contacts[policy] ?? contacts['slt'])?.who ?? 'the senior leadership team'
}

/** The edition that this same file was imported as before. */
function sameFile({ imported: { edition }, file }: Brought, { policies }: Library): string | undefined {
  const editions = policies.find(({ id }) => id === edition.policy)?.editions ?? []
  return editions.find(({ source, id }) => source?.sha256 === file.sha256 && id === edition.id)?.id
}

function keptFor({ imported, file }: Brought): KeptFile[] {
  const { edition, problems } = imported
  const folder = `documents/${edition.policy}`
  const open = problems.filter(isDoubt).map(({ what }) => what)
  return [
    { path: `${folder}/${file.sha256}${extname(file.name).toLowerCase()}`, source: file.bytes },
    { path: `${folder}/${edition.id}.open.json`, source: `${JSON.stringify(open, undefined, 2)}\n` },
  ]
}

const Open = z.array(z.string())

/** What imports left open, by policy and edition: doubts that nobody has settled yet. */
export function openDoubts(home: string, { policies }: Library): { edition: string; what: string }[] {
  return policies.flatMap(({ id, editions }) =>
    editions.flatMap((edition) => {
      const path = join(home, `documents/${id}/${edition.id}.open.json`)
      if (!existsSync(path)) return []
      const read = Open.safeParse(JSON.parse(readFileSync(path, 'utf8')))
      return (read.data ?? []).map((what) => ({ edition: `${id} ${edition.id}`, what }))
    }),
  )
}

/** What `inspect` would say with these files in place. */
export function rehearse(
  folders: { root: string; home: string },
  added: readonly NewFile[],
): { readonly errors: readonly string[]; readonly warnings: readonly string[] } {
  const paths = new Set(added.map(({ path }) => path))
  const files = [
    ...findFiles(folders).filter(({ path }) => !paths.has(path)),
    ...added.map((file) => ({ ...file, shown: join(folders.home, file.path), own: true })),
  ]
  const { problems } = readLibrary(files)
  return {
    errors: problems.filter(({ warning }) => !warning).map(sayProblem),
    warnings: problems.filter(({ warning }) => warning).map(sayProblem),
  }
}

/** The file appears whole or not at all, even in a power cut. */
export function writeWhole(path: string, source: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.new`
  const handle = openSync(beside, 'w')
  try {
    writeFileSync(handle, source)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, path)
}
