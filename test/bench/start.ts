// Measures the time from starting the process, as `npm start` does, until the page is served, and the memory it then
// holds: with the project's own policy, and with a hundred, when nothing of them is kept and when the last start kept it.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fillHome } from './crowded-home.ts'
import { sizeOf } from './size.ts'

const tries = sizeOf(5, 1)

export async function* benchStart(homes: string): AsyncGenerator<string> {
  execFileSync('npm', ['run', '-s', 'build'])
  const [own, crowded] = [join(homes, 'own'), join(homes, 'crowded')]
  mkdirSync(own)
  yield `  ready after ${await started(own)}`
  fillHome(crowded, 100)
  yield `  a hundred policies, the first time: ready after ${await started(crowded, () => rmSync(join(crowded, 'cache'), { recursive: true, force: true }))}`
  yield `  a hundred policies, later: ready after ${await started(crowded)}`
}

async function started(home: string, before = (): void => undefined): Promise<string> {
  const runs: { ready: number; processor: number; resident: number }[] = []
  for (let run = 0; run < tries; run++) {
    before()
    runs.push(await startOnce(home))
  }
  const of = (name: 'ready' | 'processor') => middle(runs.map((each) => each[name]).toSorted((a, b) => a - b))
  const resident = Math.max(...runs.map((each) => each.resident))
  return `${of('ready')} ms, ${of('processor')} ms of a processor (medians of ${tries}), at most ${resident.toFixed(0)} MB resident`
}

async function startOnce(home: string): Promise<{ ready: number; processor: number; resident: number }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const begun = performance.now()
  const child = spawn('node', ['dist/main.js', 'start', '--home', home], {
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
    const processor = processorOf(child.pid)
    // The indexes are built after the page is first served, and their memory counts.
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return { ready, processor, resident: Number(kilobytes) / 1024 }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** In milliseconds, as Linux counts it: in hundredths of a second. */
function processorOf(pid: number | undefined): number {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = after.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
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
