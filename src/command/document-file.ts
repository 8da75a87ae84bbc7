// Finds the documents in the files and folders that somebody names.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { mostFileBytes, tooLarge } from '../../adapters/documents/read.ts'
import type { DocumentFile } from '../office/brought.ts'
import type { UnreadDocument } from '../ports/document.ts'

/** The file, why it is not read, or a sentence where there is no such file. */
export function openFile(path: string): DocumentFile | UnreadDocument | string {
  try {
    const { size } = statSync(path)
    if (size > mostFileBytes) return tooLarge(size)
    const bytes = readFileSync(path)
    return { path, name: basename(path), bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch {
    return `${path} cannot be read. Is the name right, and may you open it? Nothing was changed.`
  }
}

/** A folder gives the documents in it in the order of their names; other files are left out. */
export function filesIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!isFolder(path)) return [path]
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => documentEnd.test(name) && !/(?:^|[\\/])[.~]/.test(name))
      .toSorted()
      .map((name) => join(path, name))
  })
}

const documentEnd = /\.(?:docx|docm|odt|rtf|pdf|html?|md|markdown|txt)$/i

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
