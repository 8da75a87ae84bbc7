// A school's file with everything that was read from it and said about it since.
import type { Imported } from '../importer/types.ts'

export interface DocumentFile {
  readonly path: string
  /** Without its folders. */
  readonly name: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

export interface Brought {
  readonly file: DocumentFile
  readonly imported: Imported
  readonly declaration: string | undefined
  readonly isNew: boolean
}
