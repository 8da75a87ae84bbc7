// The port for the school's own files that the import kept in the home: what an edition was read from.
import type { Edition } from '../policy/types.ts'

export interface Originals {
  /** Undefined where no file was imported for it, or it is no longer kept. */
  read(edition: Pick<Edition, 'policy' | 'source'>): Promise<Original | undefined>
}

export interface Original {
  /** The school's own name for it. */
  readonly name: string
  readonly bytes: Uint8Array
}
