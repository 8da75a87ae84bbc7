// Slack: answered @mentions a second over HTTP, against an empty Bolt listener that posts a fixed text. Each listener has
// a process of its own; Slack's stand-in and the people who ask are this one, so that what Slack does counts for nobody.
import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { installed, settingsFor } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack, User } from '../kit/slack/types.ts'
import type { Kind, Said, Told } from './contestant.ts'

export interface SlackBench {
  /** In each round. */
  readonly mentions?: number
  readonly rounds?: number
  /** Rounds before those, until the machine code is made. */
  readonly warming?: number
}

const names: Readonly<Record<Kind, string>> = {
  bolt: 'bare Bolt, a fixed text',
  fixed: 'this adapter, a fixed text',
  whole: 'the whole bot: search, database, card',
}

/** People in the school, and how many of them ask at once; each asks again when the answer is there. */
const staff = 100
const atOnce = 16

export async function benchSlack({ mentions = 500, rounds = 7, warming = 6 }: SlackBench = {}): Promise<string[]> {
  bundle()
  const questions = endless(
    readFileSync('test/bench/questions.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { q: string }).q),
  )
  const [bolt, fixed, whole] = await Promise.all([begin('bolt'), begin('fixed'), begin('whole')])
  const all = [bolt, fixed, whole]
  // In turns, so that a busy machine is busy for all.
  for (let round = 0; round < warming + rounds; round++) {
    for (const each of all) {
      const measured = await measure(each, { channel: `#room-${round}`, mentions, questions })
      if (round >= warming) each.measured.push(measured)
    }
  }
  for (const each of all) await each.end()
  return [
    `answered @mentions over HTTP, ${atOnce} people at a time, median of ${rounds} × ${mentions} after ${warming} × ${mentions}:`,
    ...all.map((each) => describe(each, bolt)),
  ]
}

interface Measured {
  /** Answers a second. */
  readonly speed: number
  /** Milliseconds of a processor that one answer takes the listener. */
  readonly work: number
}

interface Contestant {
  readonly kind: Kind
  readonly slack: Slack
  readonly people: readonly User[]
  readonly child: ChildProcess
  readonly measured: Measured[]
  end(): Promise<void>
}

/** As `npm start` runs it: bundled. */
function bundle(): void {
  const options = [
    '--bundle',
    '--packages=external',
    '--platform=node',
    '--target=node20',
    '--format=esm',
    '--log-level=warning',
  ]
  execFileSync('node_modules/.bin/esbuild', ['test/bench/contestant.ts', ...options, `--outfile=${bundled}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

const bundled = 'dist/bench/contestant.js'

async function begin(kind: Kind): Promise<Contestant> {
  const slack = await startSlack({ settings: installed() })
  const people = Array.from({ length: staff }, (_, at) => slack.user(`Ada${at} Teacher${at}`))
  const child = fork(bundled, { execArgv: [] })
  const said = await tell(child, { be: kind, settings: settingsFor(slack, 'http') })
  if ('url' in said) slack.deliverTo(said.url)
  const end = async () => {
    child.disconnect()
    await slack.close()
  }
  return { kind, slack, people, child, measured: [], end }
}

function tell(child: ChildProcess, told: Told): Promise<Said> {
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

async function usageOf(child: ChildProcess): Promise<number> {
  const said = await tell(child, 'usage')
  return 'milliseconds' in said ? said.milliseconds : 0
}

async function measure(
  { slack, people, child }: Contestant,
  { channel, mentions, questions }: { channel: string; mentions: number; questions: () => string },
): Promise<Measured> {
  slack.channel(channel, { members: people })
  const answered = watchAnswers(slack)
  const used = await usageOf(child)
  const started = performance.now()
  let left = mentions
  const askOn = async (person: User) => {
    while (left-- > 0) {
      const { ts } = await person.mentions(questions(), { in: channel })
      await slack.until(() => answered(ts))
    }
  }
  await Promise.all(people.slice(0, atOnce).map(askOn))
  const speed = (mentions * 1000) / (performance.now() - started)
  return { speed, work: ((await usageOf(child)) - used) / mentions }
}

/** Whether a message has its answer by now; urgent ones are answered to the person alone. */
function watchAnswers(slack: Slack): (ts: string) => true | undefined {
  const threads = new Set<unknown>()
  let seen = slack.calls.length
  return (ts) => {
    for (const { method, args, answer } of slack.calls.slice(seen)) {
      if (method.startsWith('chat.post') && answer['ok'] === true) threads.add(args['thread_ts'])
    }
    seen = slack.calls.length
    return threads.has(ts) ? true : undefined
  }
}

function endless(questions: readonly string[]): () => string {
  let at = 0
  return () => questions[at++ % questions.length] ?? ''
}

function describe({ kind, measured }: Contestant, bolt: Contestant): string {
  const speed = (of: readonly Measured[]) => median(of.map((each) => each.speed))
  const work = (of: readonly Measured[]) => median(of.map((each) => each.work))
  const share = (one: number, other: number) => `${(one / other).toFixed(2)} of bare Bolt`
  return [
    `  ${names[kind].padEnd(40)} ${speed(measured).toFixed(0).padStart(6)} /s`,
    share(speed(measured), speed(bolt.measured)),
    `at ${work(measured).toFixed(2)} ms of a processor each (by that ${share(work(bolt.measured), work(measured))})`,
  ].join('  ')
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
