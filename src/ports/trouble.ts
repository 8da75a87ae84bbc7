// The store failed: the disk is full, a lock is not released, or the server is gone.

/** Whoever catches it knows that nothing was written, or that nobody can tell, and that it may work in a minute. */
export class StoreTrouble extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'The store does not answer.', { cause })
    this.name = 'StoreTrouble'
  }
}
