/**
 * Ends every switch over a union. The compiler proves that it is never reached; if a value from outside reaches it all
 * the same, it throws.
 */
export function never(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
