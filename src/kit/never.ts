/** Ends every switch over a union: the compiler refuses to reach it, and a value from a broken world throws. */
export function never(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
