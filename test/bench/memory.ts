// Measures whether memory stays flat over very many events from Slack.
import { createHmac } from 'node:crypto'
import { createServer, Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { connectSlack } from '../../adapters/slack/connect.ts'
import { startServer } from '../../adapters/server.ts'
import { createApp } from '../../src/app.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { memoryMemberships } from '../kit/memberships.ts'
import { memoryPorts } from '../kit/ports.ts'
import { meetingOver, settingsFor } from '../kit/slackbot.ts'
import type { Slack } from '../kit/slack/types.ts'
import { quiet, unread } from './listener.ts'
import { sizeOf } from './size.ts'

const question = 'Can I be friends with parents on Facebook?'
const connections = 16

/**
 * Slack is a stub that only says ok, so that any growth is the bot's own. Every event is new; one in twenty is a
 * question, and the others are small talk, which takes the same path in a tenth of the time.
 */
export async function benchMemory(events = sizeOf(100_000, 2_000)): Promise<string[]> {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void // the only way to it without restarting Node
  const sink = createServer((asked, answer) => {
    asked.resume()
    asked.on('end', () => answer.writeHead(200, { 'content-type': 'application/json' }).end(identity))
  })
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
  const apiUrl = `http://127.0.0.1:${(sink.address() as AddressInfo).port}/api/`
  const memory = await memoryPorts()
  const app = createApp(
    { ...memory.ports, clock: () => new Date(), log: unread },
    loadLibrary({ root: '.', home: 'test/no-home' }),
  )
  const settings = {
    ...settingsFor({ tokens: { bot: 'xoxb-bench', app: '' }, signingSecret: secret, apiUrl } as Slack, 'http'),
  }
  const bot = await connectSlack({
    settings,
    hear: (event) => app.hear(event),
    take: app.take,
    meeting: meetingOver(memory.ports.directory),
    memberships: memoryMemberships().memberships,
    clock: () => new Date(),
    log: quiet,
  })
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    log: quiet,
    mount: (_, programs) => bot.mount(programs),
  })
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
