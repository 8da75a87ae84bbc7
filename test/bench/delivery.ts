// Delivers ten thousand notices through the real Slack adapter while the platform allows a limited number of posts a
// second and answers 429 beyond that, and measures how long somebody who asks a question meanwhile waits. Messages are
// counted where they arrive.
import { join } from 'node:path'
import { installed, settingsFor } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Call } from '../kit/slack/types.ts'
import { begin, tell } from './contest.ts'
import type { Told } from './delivery-listener.ts'
import { sizeOf } from './size.ts'

const { NOTICES = sizeOf(10_000, 300), RATE = '100' } = process.env
const titles = { notice: 'A reminder', answer: 'An answer to what was asked' } as const

export async function* benchDelivery(home: string): AsyncGenerator<string> {
  const [count, rate] = [Number(NOTICES), Number(RATE)]
  yield* deliver(home, { count, rate })
  // The bot's own speed without a limit: the rest of the time above was spent waiting for the platform.
  yield* deliver(home, { count: Math.ceil(count / 5), rate: Infinity })
}

async function* deliver(home: string, { count, rate }: { count: number; rate: number }): AsyncGenerator<string> {
  const heard = { notices: 0, limited: 0 }
  let answered: () => void = () => undefined
  const watch = ({ method, args, status, answer }: Call) => {
    if (method !== 'chat.postMessage') return
    if (status === 429) heard.limited += 1
    else if (answer['ok'] === true && args['text'] === titles.notice) heard.notices += 1
    else if (answer['ok'] === true && args['text'] === titles.answer) answered()
  }
  const slack = await startSlack({ settings: installed(), keeps: 200, watch })
  const ids = Array.from({ length: count }, (_, n) => slack.user(`Ada${n} Teacher${n}`).id)
  const database = join(home, `delivery-${rate}.db`)
  const told: Told = { settings: settingsFor(slack, 'http'), database, ids, titles }
  const { child, url } = await begin('test/bench/delivery-listener.ts', told)
  slack.deliverTo(url)
  const curious = slack.user('Priya Nair')
  const waits: number[] = []
  const asking = { over: false }
  const askOn = async () => {
    while (!asking.over) {
      const before = performance.now()
      const answer = new Promise<void>((resolve) => (answered = resolve))
      await curious.says('May I post this?', { in: 'dm' })
      await answer
      waits.push(performance.now() - before)
      // Not a whole number of seconds, so that each question falls at another moment of the limit's second.
      await new Promise((resolve) => setTimeout(resolve, 1_730))
    }
  }
  slack.faults.allows('chat.postMessage', rate)
  const asked = askOn()
  const said = await tell(child, 'work')
  asking.over = true
  await asked
  const seconds = 'milliseconds' in said ? said.milliseconds / 1_000 : NaN
  const speed = heard.notices / seconds
  const allowed = rate === Infinity ? 'nothing is limited' : `${rate} are allowed (ratio ${(speed / rate).toFixed(2)})`
  yield `  ${heard.notices.toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')} notices delivered in ${seconds.toFixed(0)} s: ${speed.toFixed(1)} a second where ${allowed}; told to wait ${heard.limited} times`
  const sorted = waits.toSorted((a, b) => a - b)
  yield `  meanwhile ${waits.length} questions were asked and answered, the middle one in ${(sorted[waits.length >> 1] ?? 0).toFixed(0)} ms, the slowest in ${(sorted.at(-1) ?? 0).toFixed(0)} ms`
  child.disconnect()
  await slack.close()
}
