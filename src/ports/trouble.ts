// The store did not take or give something: a full disk, a lock that nobody lets go, a server that is gone.

/** Whoever meets it knows that nothing was written, or can't tell, and that it may well work in a minute. */
export class StoreTrouble extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'The store does not answer.', { cause })
    this.name = 'StoreTrouble'
  }
}
