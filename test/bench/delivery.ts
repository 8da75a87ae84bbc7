// Ten thousand notices through the real Slack adapter, where the platform allows so many posts a second and answers 429
// beyond; and how long somebody who asks a question meanwhile waits for the answer.
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { connectSlack } from '../../adapters/slack/connect.ts'
import { startServer } from '../../adapters/server.ts'
import { text, type Card } from '../../src/chat/cards.ts'
import { here } from '../../src/chat/replies.ts'
import { deliverAll } from '../../src/schedule/deliver.ts'
import type { Planned } from '../../src/schedule/types.ts'
import { memoryPorts } from '../kit/ports.ts'
import { installed, settingsFor } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack } from '../kit/slack/types.ts'
import { quiet } from './listener.ts'

const { NOTICES = '10000', RATE = '100' } = process.env
const now = () => new Date()
const card: Card = { title: 'A reminder', tone: 'plain', summary: 'Please sign.', blocks: [text('Please sign.')] }

const answered = 'An answer to what was asked'

export async function* benchDelivery(home: string): AsyncGenerator<string> {
  const [count, rate] = [Number(NOTICES), Number(RATE)]
  yield* deliver(home, { count, rate })
  // How fast it would be by itself: the rest of the time it waits for the platform alone.
  yield* deliver(home, { count: Math.ceil(count / 5), rate: Infinity })
}

async function* deliver(home: string, { count, rate }: { count: number; rate: number }): AsyncGenerator<string> {
  const slack = await startSlack({ settings: installed() })
  const gate = await openGate(slack.apiUrl, rate)
  const { ports, close } = await memoryPorts(undefined, join(home, `delivery-${rate}.db`))
  const connection = await connectSlack({
    settings: { ...settingsFor(slack, 'http'), apiUrl: gate.url },
    hear: () => Promise.resolve([here({ ...card, title: answered })]),
    directory: ports.directory,
    clock: now,
    log: quiet,
  })
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    log: quiet,
    mount: (_, programs) => connection.mount(programs),
  })
  slack.deliverTo(`${server.url}/slack/events`)
  const planned: Planned[] = []
  for (let n = 0; n < count; n++) {
    const account = { platform: 'slack', id: slack.user(`Ada${n} Teacher${n}`).id } as const
    await ports.directory.keep(account, { name: `Ada ${n}`, email: undefined, roles: ['staff'] })
    const person = (await ports.directory.find(account))?.id ?? ''
    const still = () => Promise.resolve(true)
    planned.push({ key: `reminder:${n}:${person}`, kind: 'reminder', person, at: new Date(0), reason: '', still, show: () => card, write: () => undefined }) // prettier-ignore
  }
  const curious = slack.user('Priya Nair')
  const waits: number[] = []
  const asking = { over: false }
  const asked = (async () => {
    while (!asking.over) {
      const before = performance.now()
      const seen = slack.calls.length
      await curious.says('May I post this?', { in: 'dm' })
      await slack.until(() => (isAnswered(slack.calls.slice(seen)) ? true : undefined))
      waits.push(performance.now() - before)
      await new Promise((resolve) => setTimeout(resolve, 2_000))
    }
  })()
  gate.begin()
  const begun = performance.now()
  await deliverAll({ ...ports, chat: connection.chat, log: quiet }, planned, now)
  const seconds = (performance.now() - begun) / 1_000
  asking.over = true
  await asked
  const { sent } = await ports.notices.counts()
  const speed = sent / seconds
  const allowed = rate === Infinity ? 'nothing is limited' : `${rate} are allowed (ratio ${(speed / rate).toFixed(2)})`
  yield `  ${sent.toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')} notices delivered in ${seconds.toFixed(0)} s: ${speed.toFixed(1)} a second where ${allowed}; told to wait ${gate.limited()} times`
  const sorted = waits.toSorted((a, b) => a - b)
  yield `  meanwhile ${waits.length} questions were asked and answered, the middle one in ${(sorted[waits.length >> 1] ?? 0).toFixed(0)} ms, the slowest in ${(sorted.at(-1) ?? 0).toFixed(0)} ms`
  await connection.close()
  await server.close()
  await gate.close()
  await slack.close()
  await close()
}

function isAnswered(calls: Slack['calls']): boolean {
  return calls.some(({ args, answer }) => answer['ok'] === true && JSON.stringify(args).includes(answered))
}

interface Gate {
  readonly url: string
  /** Counts from now on. */
  begin(): void
  limited(): number
  close(): Promise<void>
}

/** In front of the stand-in: so many posts in each second, and 429 for the rest of it. */
async function openGate(apiUrl: string, rate: number): Promise<Gate> {
  let [begun, limited] = [performance.now(), 0]
  let second = { number: -1, posts: 0 }
  const server: Server = createServer((incoming, answer) => {
    const number = Math.floor((performance.now() - begun) / 1_000)
    if (incoming.url?.endsWith('chat.postMessage') === true) {
      if (number !== second.number) second = { number, posts: 0 }
      if (++second.posts > rate) {
        limited += 1
        incoming.resume()
        answer.writeHead(429, { 'retry-after': '1' }).end()
        return
      }
    }
    const { hostname, port, pathname } = new URL(apiUrl)
    const path = pathname + (incoming.url ?? '/').slice(1)
    const { method, headers } = incoming
    const onward = request({ hostname, port, path, method, headers }, (said) => {
      answer.writeHead(said.statusCode ?? 502, said.headers)
      said.pipe(answer)
    })
    onward.once('error', () => answer.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // listens on TCP
  return {
    url: `http://127.0.0.1:${port}/`,
    begin: () => void ([begun, limited] = [performance.now(), 0]),
    limited: () => limited,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
}
