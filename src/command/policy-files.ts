// An imported edition as files in the school's home: what would be written, whether the bot would start, and the writing.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { writeEdition } from '../importer/write.ts'
import type { Imported } from '../importer/types.ts'
import { readEdition } from '../library/editions.ts'
import { findFiles } from '../library/files.ts'
import { readLibrary, sayProblem } from '../library/read.ts'
import { textOf } from '../policy/text.ts'

export interface NewFile {
  /** Inside the home folder. */
  readonly path: string
  readonly source: string
}

export type Planned =
  | { readonly kind: 'files'; readonly files: readonly NewFile[] }
  /** The very same text is there already. */
  | { readonly kind: 'same'; readonly path: string }
  /** Another text is there, and may not be replaced. */
  | { readonly kind: 'differs'; readonly path: string }

/** Throws when the file would not read back as the edition: then nothing may be written. */
export function filesFor(
  home: string,
  imported: Imported,
  { replace, isNew }: { replace: boolean; isNew: boolean },
): Planned {
  const { edition, number, aside } = imported
  const path = `policies/${edition.policy}/${edition.id}.md`
  const source = writeEdition(edition, { number, aside })
  if (!isDeepStrictEqual(readEdition(path, source).edition, edition)) {
    throw new Error('The edition could not be written without changing its text, so nothing was written.')
  }
  const full = join(home, path)
  if (existsSync(full)) {
    if (readFileSync(full, 'utf8') === source) return { kind: 'same', path: full }
    if (!replace) return { kind: 'differs', path: full }
  }
  const record = `policies/${edition.policy}/policy.yaml`
  const files = [{ path, source }]
  return {
    kind: 'files',
    files: isNew && !existsSync(join(home, record)) ? [...files, { path: record, source: newRecord(imported) }] : files,
  }
}

/** What the bot would say of the knowledge with these files in it. */
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

/** The file appears whole or not at all, also when the power goes. */
export function writeWhole(path: string, source: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.new`
  const handle = openSync(beside, 'w')
  try {
    writeSync(handle, source)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, path)
}

function newRecord({ edition, number }: Imported): string {
  const first = edition.sections[0]?.ref ?? '1'
  const declaration = edition.sections.find((section) => /\bI have read\b/i.test(textOf(section)))
  return [
    '# Written by the import for you to put right: who keeps this policy, whom staff can ask, which section says so.',
    `id: ${edition.policy}`,
    ...(number === undefined ? [] : [`number: ${number}`]),
    `title: ${JSON.stringify(edition.title)}`,
    'owner: the senior leadership team',
    'ask:',
    '  who: The senior leadership team',
    '  why: The senior leadership team can tell you more about this policy.',
    `  cites: ${JSON.stringify(first)}`,
    ...(declaration === undefined
      ? []
      : ['# The section that people read and sign.', `declaration: ${JSON.stringify(declaration.ref)}`]),
    '',
  ].join('\n')
}
