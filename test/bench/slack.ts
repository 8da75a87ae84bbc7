// Measures answered @mentions per second over HTTP, against an empty Bolt listener that posts a fixed text.
import { installed, settingsFor } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { User } from '../kit/slack/types.ts'
import { atOnce, begin, compete, contestSizes, openQuestions, type Contest } from './contest.ts'
import { rushAt, type Rush, type Rushed } from './rush.ts'
import { sizeOf } from './size.ts'
import type { Kind, Told } from './slack-listener.ts'

const names: Readonly<Record<Kind, string>> = {
  bolt: 'bare Bolt, a fixed text',
  fixed: 'this adapter, a fixed text',
  whole: 'the whole bot: search, database, card',
}

/** People in the school, some of whom ask. */
const staff = 200

export async function* benchSlack({ contest = {}, rush = {} }: SlackBench = {}): AsyncGenerator<string> {
  const questions = openQuestions()
  const all = (kinds: readonly Kind[]) => () => Promise.all(kinds.map((kind) => enter(kind, questions)))
  const asked = { what: 'answered @mentions over HTTP', ...contestSizes(500), ...contest }
  yield* await compete(all(['bolt', 'fixed', 'whole']), asked)
  yield* await rushAt(all(['bolt', 'whole']), {
    heats: 1,
    count: staff,
    rounds: sizeOf(10, 2),
    warming: sizeOf(15, 1),
    ...rush,
  })
}

export interface SlackBench {
  readonly contest?: Partial<Contest>
  readonly rush?: Partial<Rush>
}

async function enter(kind: Kind, questions: () => string): Promise<Rushed> {
  const answers = collectAnswers()
  const slack = await startSlack({
    settings: installed(),
    // If the stand-in's memory grew with every answer, the listener with the largest answers would seem slowest.
    keeps: 200,
    // Bolt closes a connection after five idle seconds, and a question on its way is lost then, as it is on the internet.
    redelivers: true,
    // Urgent messages are answered to the person alone, through another method of Slack.
    watch({ method, args, answer }) {
      if (method.startsWith('chat.post') && answer['ok'] === true) answers.arrived(args['thread_ts'])
    },
  })
  const people = Array.from({ length: staff }, (_, at) => slack.user(`Ada${at} Teacher${at}`))
  const told: Told = { be: kind, settings: settingsFor(slack, 'http') }
  const { child, url } = await begin('test/bench/slack-listener.ts', told)
  slack.deliverTo(url)
  const roomOf = (round: number) => {
    const channel = `#room-${round}` as const
    slack.channel(channel, { members: people })
    return channel
  }
  const ask = async (count: number, round: number) => {
    const channel = roomOf(round)
    let left = count
    const askOn = async (person: User) => {
      while (left-- > 0) {
        const { ts } = await person.mentions(questions(), { in: channel })
        await answers.to(ts)
      }
    }
    await Promise.all(people.slice(0, atOnce).map(askOn))
  }
  const rush = (count: number, round: number) => {
    const channel = roomOf(round)
    const mention = async (person: User) => {
      const begun = performance.now()
      // The call above resolves when the mention has been acknowledged.
      const { ts } = await person.mentions(questions(), { in: channel })
      const waited = performance.now() - begun
      await answers.to(ts)
      return waited
    }
    return Promise.all(people.slice(0, count).map(mention))
  }
  return { name: names[kind], child, ask, rush, end: () => slack.close() }
}

/** Pairs each answer with whoever waits for it, whichever comes first. */
function collectAnswers() {
  const there = new Set<unknown>()
  const waiting = new Map<unknown, () => void>()
  return {
    arrived(thread: unknown) {
      there.add(thread)
      waiting.get(thread)?.()
    },
    to: (thread: unknown) =>
      new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('a question was not answered within a minute')), 60_000)
        const end = () => {
          clearTimeout(late)
          waiting.delete(thread)
          resolve()
        }
        if (there.has(thread)) end()
        else waiting.set(thread, end)
      }),
  }
}
