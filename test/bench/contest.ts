// Compares listeners, each in its own process. The stand-in for the platform and the people who ask run in this
// process, so that their cost counts for no listener. The listeners take turns, so that other load on the machine slows
// all of them alike.
import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Said, Told } from './listener.ts'
import { profiled } from './profile.ts'
import { sizeOf } from './size.ts'

export interface Contest {
  /** What is counted, in the plural, such as answers. */
  readonly what: string
  /**
   * How often all listeners are started afresh: the speed of a process differs by a tenth from one start to the next.
   */
  readonly heats: number
  /** Questions in each round. */
  readonly count: number
  readonly rounds: number
  /** Rounds before those that count, until the code is compiled. */
  readonly warming: number
}

export interface Contestant {
  readonly name: string
  readonly child: ChildProcess
  /** Asks `count` questions and waits for the answers. */
  readonly ask: (count: number, round: number) => Promise<void>
  readonly end: () => Promise<void>
}

/** The usual sizes, with `count` questions in each round. */
export function contestSizes(count: number): Omit<Contest, 'what'> {
  return { heats: sizeOf(3, 1), count: sizeOf(count, 60), rounds: sizeOf(5, 1), warming: sizeOf(8, 1) }
}

/** How many people ask at once; each asks again once answered. */
export const atOnce = 16

/** Returns lines that compare each listener with the first. `enter` starts all of them. */
export async function compete(enter: () => Promise<readonly Contestant[]>, contest: Contest): Promise<string[]> {
  const { what, heats, count, rounds, warming } = contest
  const measured = new Map<string, Measured[]>()
  const profiles: string[] = []
  for (let heat = 0; heat < heats; heat++) {
    const contestants = await enter()
    for (let round = 0; round < warming + rounds; round++) {
      if (round === warming && profiled > 0) for (const { child } of contestants) await tell(child, 'profile')
      for (const each of contestants) {
        const result = await measure(each, count, round)
        if (round >= warming) measured.set(each.name, [...(measured.get(each.name) ?? []), result])
      }
    }
    for (const { name, child, end } of contestants) {
      if (profiled > 0) profiles.push(`  ${name}, heat ${heat + 1}`, ...(await profileOf(child)))
      child.disconnect()
      await end()
    }
  }
  const [first = []] = measured.values()
  return [
    `${what}, ${atOnce} people at a time, median of ${heats} × ${rounds} × ${count}, each after ${warming} × ${count}:`,
    ...[...measured].map(([name, own]) => describe(name, own, first)),
    ...profiles,
  ]
}

/** Bundles the listener in `file` as `npm start` does, and starts it as a process that listens at `url`. */
export async function begin(
  file: string,
  told: object,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(bundle(file), { execArgv: [] })
  const said = await tell(child, told)
  return { child, url: 'url' in said ? said.url : '' }
}

/** Without it a pattern with `\p{L}` is compiled each time that its line runs. */
const literalPatterns = '--supported:regexp-unicode-property-escapes=true'

const bundles = new Set<string>()

/**
 * Bundles our own code into one file and returns its path; libraries stay outside. The file is written once per run,
 * because running listeners read it.
 */
export function bundle(file: string): string {
  const bundled = `dist/bench/${basename(file, '.ts')}.js`
  if (bundles.has(bundled)) return bundled
  bundles.add(bundled)
  const options = [
    '--bundle',
    '--packages=external',
    '--platform=node',
    '--target=node20',
    '--format=esm',
    literalPatterns,
  ]
  execFileSync(
    'node_modules/.bin/esbuild',
    [file, ...options, '--log-level=warning', '--sourcemap', `--outfile=${bundled}`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  return bundled
}

/** Questions that people ask, repeated without end. */
export function openQuestions(): () => string {
  const questions = readFileSync('test/bench/questions.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { q: string }).q)
  let at = 0
  return () => questions[at++ % questions.length] ?? ''
}

interface Measured {
  /** Answers per second. */
  readonly speed: number
  /** Processor time of the listener for one answer, in milliseconds. */
  readonly work: number
}

async function measure({ child, ask }: Contestant, count: number, round: number): Promise<Measured> {
  const used = await usageOf(child)
  const started = performance.now()
  await ask(count, round)
  const speed = (count * 1000) / (performance.now() - started)
  return { speed, work: ((await usageOf(child)) - used) / count }
}

async function usageOf(child: ChildProcess): Promise<number> {
  const said = await tell(child, 'usage')
  return 'milliseconds' in said ? said.milliseconds : 0
}

async function profileOf(child: ChildProcess): Promise<readonly string[]> {
  const said = await tell(child, 'profiled')
  return 'lines' in said ? said.lines : []
}

export function tell(child: ChildProcess, told: Told<object>): Promise<Said> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('a listener ended before its time'))
    child.once('exit', ended)
    child.once('message', (said: Said) => {
      child.off('exit', ended)
      resolve(said)
    })
    child.send(told)
  })
}

function describe(name: string, own: readonly Measured[], first: readonly Measured[]): string {
  const speed = (of: readonly Measured[]) => median(of.map((each) => each.speed))
  const work = (of: readonly Measured[]) => median(of.map((each) => each.work))
  const share = (one: number, other: number) => `${(one / other).toFixed(2)} of the first`
  return [
    `  ${name.padEnd(40)} ${speed(own).toFixed(0).padStart(6)} /s`,
    share(speed(own), speed(first)),
    `at ${work(own).toFixed(2)} ms of a processor each (by that ${share(work(first), work(own))})`,
  ].join('  ')
}

/** A `share` of 0.5 gives the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
