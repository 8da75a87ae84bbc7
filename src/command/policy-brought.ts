// The options of an import on the command line.
import type { Corrections } from '../importer/correct.ts'

export interface DocumentAsked {
  readonly policy: string | undefined
  readonly corrections: Corrections
  readonly isNew: boolean
  readonly replace: boolean
  readonly yes: boolean
  readonly json: boolean
}
