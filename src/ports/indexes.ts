// The port that keeps what takes long to compute from the school's files, from one start to the next. It can always be
// computed again.

export interface KeptIndexes {
  /** Undefined where nothing complete is kept under that key. Never throws. */
  find(key: string): Uint8Array | undefined
  /** Never throws: what could not be kept is computed again next time. */
  keep(key: string, bytes: Uint8Array): void
}
