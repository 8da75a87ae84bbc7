// What takes long to work out of the school's files, kept from one start to the next. It can always be worked out again.

export interface KeptIndexes {
  /** Undefined where nothing whole is kept under that key. Never throws. */
  find(key: string): Uint8Array | undefined
  /** Never throws: what could not be kept is worked out again the next time. */
  keep(key: string, bytes: Uint8Array): void
}
