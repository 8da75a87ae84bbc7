// A reading process that takes memory outside of the heap, without a pause and without an end.
import { watchMemory } from '../../../adapters/documents/watch.ts'

watchMemory(Number(process.argv[2]))
process.on('message', () => {
  const taken: Uint8Array[] = []
  // Filled, so that the system really hands it out.
  for (;;) taken.push(new Uint8Array(5_000_000).fill(taken.length))
})
