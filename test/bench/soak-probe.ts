// Loaded into the program under soak: when asked, collects garbage and reports what the program still holds.
import { readdirSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Sizes are in bytes. */
export interface Held {
  readonly heap: number
  readonly process: number
  /** Open files and sockets, where the system reports them. */
  readonly descriptors: number
  /** What keeps Node awake: timers, sockets and servers. */
  readonly handles: number
}

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void // the only way to it without restarting Node

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
