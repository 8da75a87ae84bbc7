// Ends the reading process when it takes more memory than it may: a heap's limit does not count what lies outside of it.
import { Worker } from 'node:worker_threads'

// A thread of its own, because the reader may be busy without a pause. It also ends a reader whose program has gone.
const watching = `
const { workerData: { most, parent } } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() > most || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, 50)
`

/** From now on; it keeps no process alive. */
export function watchMemory(megabytes: number): void {
  const workerData = { most: megabytes * 1_000_000, parent: process.ppid }
  new Worker(watching, { eval: true, workerData, execArgv: [] }).unref()
}
