// Runs the whole program for an hour, or the minutes given, against the stand-ins for Slack and Teams, in a school that
// asks, checks, signs and looks, while the platforms fail now and then. Reports what the program holds each minute, and
// whether that grows.
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseSync } from '@photostructure/sqlite'
import { serveProgram, socketMode, withTeams, type Running } from '../kit/serving.ts'
import { installed } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack, User } from '../kit/slack/types.ts'
import { startTeams } from '../kit/teams/teams.ts'
import type { User as TeamsUser } from '../kit/teams/types.ts'
import { openQuestions } from './contest.ts'
import { sizeOf } from './size.ts'
import type { Held } from './soak-probe.ts'

const minute = 60_000
/** Messages per second: a school of a thousand, all busy. `PACE=30` is a heavier load. */
const pace = Number(process.env.PACE ?? 8)
const people = { slack: 120, teams: 40 } as const
/** The share of the run that is left out at its start, while code is compiled and caches fill. */
const settling = 0.25

interface Sample extends Held {
  readonly minutes: number
  readonly log: number
  readonly open: number
  readonly rows: number
  readonly asked: number
}

export async function* benchSoak(home: string, minutes = sizeOf(60, 1)): AsyncGenerator<string> {
  const slack = await startSlack({ mode: 'socket', settings: installed(), keeps: 200 })
  const teams = await startTeams()
  // The machine's own time, so that tokens stay valid as long as they state.
  const now = new Date().toISOString()
  const env = { ...socketMode(slack), ...withTeams(teams), LOG_LEVEL: 'info' }
  const running = serveProgram({ home, now, env, node: ['--import', 'tsx', '--import', './test/bench/soak-probe.ts'] })
  try {
    teams.deliverTo(`${await running.url}/api/messages`)
    await running.said('Press Ctrl-C')
    const samples: Sample[] = []
    yield `  ${minutes} minutes, ${pace} messages a second from ${people.slack} people in Slack and ${people.teams} in Teams`
    for await (const sample of soak({ slack, teams, running, home, minutes })) {
      samples.push(sample)
      yield sayHeld(sample)
    }
    yield* sayGrowth(samples)
  } finally {
    running.child.kill('SIGTERM')
    if (running.child.exitCode === null) await once(running.child, 'exit')
    await Promise.all([slack.close(), teams.close()])
  }
}

interface Soaking {
  readonly slack: Slack
  readonly teams: Awaited<ReturnType<typeof startTeams>>
  readonly running: Running
  readonly home: string
  readonly minutes: number
}

async function* soak({ slack, teams, running, home, minutes }: Soaking): AsyncGenerator<Sample> {
  const inSlack = Array.from({ length: people.slack }, (_, n) => slack.user(`Ada${n} Teacher${n}`))
  const inTeams = Array.from({ length: people.teams }, (_, n) => teams.user(`Bea${n} Teacher${n}`))
  for (const person of inTeams) await person.installs()
  const acts = actsOf(inSlack, inTeams)
  const begun = Date.now()
  let asked = 0
  const doing = new Set<Promise<void>>()
  for (let at = 1; at <= minutes; at++) {
    // A platform is away for a while every fifth minute.
    if (at % 5 === 0) slack.faults.fails('chat.postMessage', { status: 503, times: 40 })
    if (at % 5 === 3) teams.faults.fails('send', { status: 502, times: 40 })
    while (Date.now() < begun + at * minute) {
      const act = acts(asked++)
      const done = act.catch(unheard).finally(() => doing.delete(done))
      doing.add(done)
      await pause(1_000 / pace)
    }
    slack.faults.clear()
    teams.faults.clear()
    yield { minutes: at, asked, ...(await heldBy(running)), ...keptIn(home) }
  }
  await Promise.all(doing)
}

/** A stand-in's refusals, such as of a press on a card that is gone, are expected here. */
const unheard = () => undefined

/** Returns a function that performs the n-th action. */
function actsOf(inSlack: readonly User[], inTeams: readonly TeamsUser[]): (n: number) => Promise<void> {
  const question = openQuestions()
  const said = (n: number): string => {
    const of = n % 20
    if (of === 3) return 'a parent threatened to stab me on facebook'
    if (of === 7) return `check: well done to everybody in the team (${n})`
    if (of === 11) return 'can I post this?'
    if (of === 13) return 'sign'
    if (of === 15) return 'help'
    return of === 17 ? 'my policies' : question()
  }
  return async (n) => {
    const teacher = inSlack[n % inSlack.length]
    const other = inTeams[n % inTeams.length]
    if (teacher === undefined || other === undefined) return
    if (n % 4 === 1) await other.says(said(n))
    else if (n % 23 === 0) await teacher.opensHome()
    else if (n % 9 === 0) await pressFirst(teacher)
    else await teacher.says(said(n), { in: 'dm' })
  }
}

async function pressFirst(person: User): Promise<void> {
  const label = person.newest()?.buttons[0]?.label
  if (label !== undefined) await person.presses(label)
}

async function heldBy({ child, gone }: Running): Promise<Held> {
  child.send('held')
  const [held] = (await Promise.race([once(child, 'message'), gone])) as [Held] // as the probe sends it
  return held
}

function keptIn(home: string): Pick<Sample, 'log' | 'open' | 'rows'> {
  const file = join(home, 'policy-guide.db')
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const count = (where: string) => database.prepare(`select id from arrival ${where}`).all().length
    return { log: statSync(`${file}-wal`).size, open: count('where settled_at is null'), rows: count('') }
  } finally {
    database.close()
  }
}

const mega = (bytes: number) => (bytes / 2 ** 20).toFixed(1)

function sayHeld({ minutes, asked, heap, process, descriptors, handles, log, open, rows }: Sample): string {
  const counts = `${descriptors} descriptors, ${handles} handles, log ${mega(log)} MB, ${open} unanswered of ${rows}`
  return `  minute ${String(minutes).padStart(3)}  ${String(asked).padStart(6)} messages  heap ${mega(heap)} MB  process ${mega(process)} MB  ${counts}`
}

function* sayGrowth(samples: readonly Sample[]): Generator<string> {
  const settled = samples.slice(Math.floor(samples.length * settling))
  for (const [name, of] of [
    ['heap', (one: Sample) => one.heap],
    ['process', (one: Sample) => one.process],
    ['log', (one: Sample) => one.log],
  ] as const) {
    const most = Math.max(...samples.map(of))
    yield `  ${name.padEnd(8)} at most ${mega(most)} MB; by a line through the last three quarters ${mega(slopeOf(settled, of))} MB a minute`
  }
  const most = (of: 'descriptors' | 'handles' | 'open') => Math.max(...samples.map((one) => one[of]))
  yield `  at most ${most('descriptors')} descriptors, ${most('handles')} handles, ${most('open')} messages unanswered at a minute’s end`
}

/** The least-squares slope per minute. */
function slopeOf(samples: readonly Sample[], of: (one: Sample) => number): number {
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / (values.length || 1)
  const [at, held] = [mean(samples.map(({ minutes }) => minutes)), mean(samples.map(of))]
  const around = samples.map((one) => ({ x: one.minutes - at, y: of(one) - held }))
  return mean(around.map(({ x, y }) => x * y)) / (mean(around.map(({ x }) => x * x)) || 1)
}
