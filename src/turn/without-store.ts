// What can be done without: where the store is in trouble there is another value, and everything else goes on.
import { StoreTrouble } from '../ports/trouble.ts'

export async function withoutStore<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof StoreTrouble) return otherwise
    throw error
  }
}
