// What somebody asked of an import, and a document with everything that was said about it since.
import type { Corrections } from '../importer/correct.ts'
import type { Imported } from '../importer/types.ts'
import type { DocumentFile } from './document-file.ts'

export interface ImportAsked {
  readonly policy: string | undefined
  readonly corrections: Corrections
  readonly isNew: boolean
  readonly replace: boolean
  readonly yes: boolean
  readonly json: boolean
}

export interface Brought {
  readonly file: DocumentFile
  readonly imported: Imported
  readonly declaration: string | undefined
  readonly isNew: boolean
}
