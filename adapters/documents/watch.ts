// Ends the reading process when it uses more memory than allowed: a heap limit does not count memory outside the heap.
import { Worker } from 'node:worker_threads'

// A thread of its own, because the reader may be busy without a pause. It also ends a reader whose parent process is
// gone.
const watching = `
const { workerData: { most, parent } } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() > most || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, 50)
`

/** Starts now; it does not keep the process alive. */
export function watchMemory(megabytes: number): void {
  const workerData = { most: megabytes * 1_000_000, parent: process.ppid }
  new Worker(watching, { eval: true, workerData, execArgv: [] }).unref()
}
