// The port for the school's own files in the database, for several servers with a home each: every version of every
// file, for good.

export interface HomeFiles {
  /** The current version of every path. */
  latest(): Promise<readonly HomeFileVersion[]>
  /** Undefined where the file was deleted in that version, or there is no such version. */
  content(which: { readonly path: string; readonly version: number }): Promise<string | undefined>
  /** Adds the version after `after`. False where somebody else has already written it: then nothing is written. */
  put(file: NewHomeFile): Promise<boolean>
}

export interface HomeFileVersion {
  /** The path inside the home, with forward slashes. */
  readonly path: string
  /** Counted from 1. */
  readonly version: number
  /** SHA-256; undefined where the file was deleted. */
  readonly hash: string | undefined
  /** A person id, or `operator`. */
  readonly by: string
  readonly at: Date
}

export interface NewHomeFile {
  readonly path: string
  /** 0 where there is none yet. */
  readonly after: number
  /** Undefined deletes the file. */
  readonly content: string | undefined
  readonly hash: string | undefined
  readonly by: string
  readonly at: Date
}
