// What is asked of the register on the command line.
import type { Group } from '../chat/people.ts'
import type { Library } from '../turn/library.ts'
import type { Matter } from '../turn/matter.ts'

export interface RegisterAsked {
  readonly library: Library
  readonly matter: Matter
  readonly at: Date
  readonly practice: boolean
  readonly group: Group | 'none' | undefined
  readonly standing: string | undefined
  readonly out: string | undefined
  readonly json: boolean
}
