/** Why another machine could not be reached, in a few words and without an address. */
export function whyUnreached(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return 'no answer'
  // Its code is a number that says nothing.
  if (cause.name === 'TimeoutError') return 'no answer in time'
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
}
