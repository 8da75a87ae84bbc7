// For what can be done without the store: where it fails, another value is used and everything else goes on.
import { StoreTrouble } from '../ports/trouble.ts'

export async function withoutStore<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof StoreTrouble) return otherwise
    throw error
  }
}
