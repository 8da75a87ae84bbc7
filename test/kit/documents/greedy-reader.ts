// A reading process that allocates memory outside the heap without pause or end.
import { watchMemory } from '../../../adapters/documents/watch.ts'

watchMemory(Number(process.argv[2]))
process.on('message', () => {
  const taken: Uint8Array[] = []
  // Filled, so that the system really allocates the pages.
  for (;;) taken.push(new Uint8Array(5_000_000).fill(taken.length))
})
