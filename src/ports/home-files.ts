// The school's own files as the database has them, for several servers with a home each: every version of every file, for good.

export interface HomeFiles {
  /** Of every path the version that stands. */
  latest(): Promise<readonly HomeFileVersion[]>
  /** Undefined where the file was deleted in that version, or there is none. */
  content(which: { readonly path: string; readonly version: number }): Promise<string | undefined>
  /** The version after `after`. False where somebody else has written it by now: then nothing is written. */
  put(file: NewHomeFile): Promise<boolean>
}

export interface HomeFileVersion {
  /** Inside the home, with forward slashes. */
  readonly path: string
  /** From 1. */
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
  /** Undefined deletes it. */
  readonly content: string | undefined
  readonly hash: string | undefined
  readonly by: string
  readonly at: Date
}
