// Measures the time from starting the process, as `npm start` does, until the page is served, and the memory it then
// holds.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { sizeOf } from './size.ts'

const tries = sizeOf(5, 1)

export async function benchStart(home: string): Promise<string[]> {
  execFileSync('npm', ['run', '-s', 'build'])
  const runs: { ready: number; resident: number }[] = []
  for (let run = 0; run < tries; run++) runs.push(await startOnce(home))
  const ready = runs.map((each) => each.ready).toSorted((a, b) => a - b)
  const resident = Math.max(...runs.map((each) => each.resident))
  return [`  ready after ${middle(ready)} ms (median of ${tries}), at most ${resident.toFixed(0)} MB resident`]
}

async function startOnce(home: string): Promise<{ ready: number; resident: number }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const begun = performance.now()
  const child = spawn('node', ['--max-semi-space-size=4', 'dist/main.js', 'start', '--home', home], {
    env: { PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`start ended with ${child.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const ready = performance.now() - begun
    // The indexes are built after the page is first served, and their memory counts.
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return { ready, resident: Number(kilobytes) / 1024 }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok
  } catch {
    return false
  }
}

function middle(sorted: readonly number[]): string {
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0)
}
