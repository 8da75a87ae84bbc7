// Slack: answered @mentions a second over HTTP, against an empty Bolt listener that posts a fixed text, both to the
// same stand-in in one run; and whether memory stays flat over very many events.
import { createHmac } from 'node:crypto'
import { createServer, Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { connectSlack } from '../../adapters/slack/connect.ts'
import { startServer } from '../../adapters/server.ts'
import { createApp } from '../../src/app.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { memoryPorts } from '../kit/ports.ts'
import { installed, settingsFor, slackbot } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack } from '../kit/slack/types.ts'

const question = 'Can I be friends with parents on Facebook?'
const connections = 16

export interface SlackBench {
  readonly mentions?: number
  readonly rounds?: number
  readonly events?: number
}

export async function benchSlack({ mentions = 500, rounds = 5, events = 100_000 }: SlackBench = {}): Promise<string[]> {
  return [...(await compare(mentions, rounds)), ...(await watchMemory(events))]
}

/** Both in turns, so that a busy machine is busy for both. */
async function compare(mentions: number, rounds: number): Promise<string[]> {
  const speeds = { bolt: [] as number[], fixed: [] as number[], whole: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const measured = {
      bolt: await withBolt((slack) => mentionsASecond(slack, mentions)),
      fixed: await withAdapter('fixed', (slack) => mentionsASecond(slack, mentions)),
      whole: await withAdapter('whole', (slack) => mentionsASecond(slack, mentions)),
    }
    // The first round warms up.
    if (round > 0) for (const key of ['bolt', 'fixed', 'whole'] as const) speeds[key].push(measured[key])
  }
  const [bolt, fixed, whole] = [median(speeds.bolt), median(speeds.fixed), median(speeds.whole)]
  const line = (what: string, speed: number) =>
    `${what.padEnd(46)} ${speed.toFixed(0).padStart(6)} /s  ${(speed / bolt).toFixed(2)} of bare Bolt`
  return [
    `answered @mentions over HTTP, ${connections} at a time, median of ${rounds} × ${mentions}:`,
    line('  bare Bolt, a fixed text', bolt),
    line('  this adapter, a fixed text', fixed),
    line('  the whole bot: search, database, card', whole),
  ]
}

async function mentionsASecond(slack: Slack, mentions: number): Promise<number> {
  const ada = slack.user('Ada Teacher')
  const room = slack.channel('#staff-room', { members: [ada] })
  const { ts } = await ada.says('lunch?', { in: '#staff-room' })
  await slack.settled()
  const posted = slack.callsOf('chat.postMessage').length
  const started = performance.now()
  let left = mentions
  const worker = async () => {
    while (left-- > 0) {
      await slack.sends({
        type: 'app_mention',
        user: ada.id,
        channel: room.id,
        text: `<@${slack.ids.botUser}> ${question}`,
        ts,
        thread_ts: ts,
        event_ts: ts,
      })
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  await slack.until(() => (slack.callsOf('chat.postMessage').length - posted >= mentions ? true : undefined))
  return (mentions * 1000) / (performance.now() - started)
}

async function withBolt<T>(measure: (slack: Slack) => Promise<T>): Promise<T> {
  const slack = await startSlack({ settings: installed() })
  const logger = {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  }
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger })
  const app = new App({
    token: slack.tokens.bot,
    receiver,
    logger,
    clientOptions: { slackApiUrl: slack.apiUrl },
    convoStore: false,
  })
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.thread_ts ?? event.ts,
      text: 'A fixed text.',
    })
  })
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as { address(): AddressInfo } // Bolt types every receiver's start alike
  slack.deliverTo(`http://127.0.0.1:${server.address().port}/slack/events`)
  const measured = await measure(slack)
  await app.stop()
  await slack.close()
  return measured
}

async function withAdapter<T>(behind: 'fixed' | 'whole', measure: (slack: Slack) => Promise<T>): Promise<T> {
  const memory = await memoryPorts()
  const app = createApp(memory.ports, loadLibrary({ root: '.', home: 'test/no-home' }))
  // As the start does once the server listens: the index is built before anybody asks.
  await app.tick(new Date())
  const bot = await slackbot({
    ...(behind === 'whole' ? { hear: (event) => app.hear(event) } : {}),
    directory: memory.ports.directory,
    log: quiet,
  })
  const measured = await measure(bot.slack)
  await bot.stop()
  await memory.close()
  return measured
}

/**
 * A Slack that only says ok, so that what grows is the bot's own. Every event is new; one in twenty is a question and
 * the others small talk, which takes the same way and a tenth of the time.
 */
async function watchMemory(events: number): Promise<string[]> {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void // there is no other way to it without starting Node anew
  const sink = createServer((asked, answer) => {
    asked.resume()
    asked.on('end', () => answer.writeHead(200, { 'content-type': 'application/json' }).end(identity))
  })
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
  const apiUrl = `http://127.0.0.1:${(sink.address() as AddressInfo).port}/api/`
  const memory = await memoryPorts()
  const app = createApp({ ...memory.ports, clock: () => new Date() }, loadLibrary({ root: '.', home: 'test/no-home' }))
  const settings = {
    ...settingsFor({ tokens: { bot: 'xoxb-bench', app: '' }, signingSecret: secret, apiUrl } as Slack, 'http'),
  }
  const bot = await connectSlack({
    settings,
    hear: (event) => app.hear(event),
    directory: memory.ports.directory,
    clock: () => new Date(),
    log: quiet,
  })
  const server = await startServer({ host: '127.0.0.1', port: 0, log: quiet, mount: (express) => bot.mount(express) })
  const heaps: { after: number; heap: number; rss: number }[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let sent = 0
  const started = performance.now()
  for (const share of [0.1, 0.25, 0.5, 0.75, 1]) {
    const until = Math.round(events * share)
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (sent < until) await post(`${server.url}/slack/events`, agent, eventNumber(++sent))
      }),
    )
    await bot.idle()
    gc()
    const { heapUsed, rss } = process.memoryUsage()
    heaps.push({ after: sent, heap: heapUsed / 2 ** 20, rss: rss / 2 ** 20 })
  }
  const took = (performance.now() - started) / 1000
  agent.destroy()
  await bot.close()
  await server.close()
  sink.close()
  await memory.close()
  const [first, last] = [heaps[0], heaps.at(-1)]
  return [
    `memory over ${events} events in ${took.toFixed(0)} s (the database is in memory, so the process as a whole grows by it):`,
    ...heaps.map(
      ({ after, heap, rss }) =>
        `  after ${String(after).padStart(7)}  heap ${heap.toFixed(1)} MB  process ${rss.toFixed(0)} MB`,
    ),
    `  heap at the end against the first tenth: ${((last?.heap ?? 0) / (first?.heap ?? 1)).toFixed(2)}`,
  ]
}

const secret = '0123456789abcdef0123456789abcdef'
const identity = JSON.stringify({
  ok: true,
  user_id: 'U0BOT',
  bot_id: 'B0BOT',
  team_id: 'T0',
  team: 'A School',
  user: 'policyguide',
  channel: 'C1',
  ts: '1.1',
  members: [],
})

function eventNumber(n: number): string {
  const ts = `${1_800_000_000 + n}.000100`
  const channel = `C${n % 50}`
  const user = `U${n % 200}`
  return JSON.stringify({
    type: 'event_callback',
    event_id: `Ev${n}`,
    team_id: 'T0',
    event: {
      type: 'app_mention',
      user,
      channel,
      ts,
      text: `<@U0BOT> ${n % 20 === 0 ? `${question} (${n})` : 'thanks'}`,
    },
  })
}

function post(url: string, agent: Agent, body: string): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  }
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${answer.statusCode ?? 0}`)),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

const nothing = () => undefined
const quiet = { info: nothing, warn: nothing, error: nothing }
