// The school's own files, which the import kept in the home: what an edition was read from.
import type { Edition } from '../policy/types.ts'

export interface Originals {
  /** Undefined where no file was brought in for it, or it is not kept (any more). */
  read(edition: Pick<Edition, 'policy' | 'source'>): Promise<Original | undefined>
}

export interface Original {
  /** As the school called it. */
  readonly name: string
  readonly bytes: Uint8Array
}
