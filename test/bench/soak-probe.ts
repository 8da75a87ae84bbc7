// Loaded into the program that soaks: says, when asked, what it holds after its garbage is collected.
import { readdirSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Sizes in bytes. */
export interface Held {
  readonly heap: number
  readonly process: number
  /** Of the system, where it says: sockets, files. */
  readonly descriptors: number
  /** What keeps Node awake: timers, sockets, servers. */
  readonly handles: number
}

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void // there is no other way to it without starting Node anew

process.on('message', (asked) => {
  if (asked !== 'held') return
  gc()
  const { heapUsed: heap, rss } = process.memoryUsage()
  const held: Held = {
    heap,
    process: rss,
    descriptors: descriptors(),
    handles: process.getActiveResourcesInfo().length,
  }
  process.send?.(held)
})
process.channel?.unref()

function descriptors(): number {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return 0
  }
}
