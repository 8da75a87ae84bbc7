// Slack: answered @mentions a second over HTTP, against an empty Bolt listener that posts a fixed text.
import { installed, settingsFor } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { User } from '../kit/slack/types.ts'
import { atOnce, begin, compete, openQuestions, type Contest, type Contestant } from './contest.ts'
import type { Kind, Told } from './slack-listener.ts'

const names: Readonly<Record<Kind, string>> = {
  bolt: 'bare Bolt, a fixed text',
  fixed: 'this adapter, a fixed text',
  whole: 'the whole bot: search, database, card',
}

/** People in the school, of whom some ask. */
const staff = 100

export async function benchSlack(more: Partial<Contest> = {}): Promise<string[]> {
  const questions = openQuestions()
  const all = () => Promise.all((['bolt', 'fixed', 'whole'] as const).map((kind) => enter(kind, questions)))
  return compete(all, { what: 'answered @mentions over HTTP', heats: 3, count: 500, rounds: 5, warming: 8, ...more })
}

async function enter(kind: Kind, questions: () => string): Promise<Contestant> {
  const answers = collectAnswers()
  const slack = await startSlack({
    settings: installed(),
    // Where memory grows with every answer, the largest answers would be the slowest to be given.
    keeps: 200,
    // Urgent messages are answered to the person alone, by another method.
    watch({ method, args, answer }) {
      if (method.startsWith('chat.post') && answer['ok'] === true) answers.arrived(args['thread_ts'])
    },
  })
  const people = Array.from({ length: staff }, (_, at) => slack.user(`Ada${at} Teacher${at}`))
  const told: Told = { be: kind, settings: settingsFor(slack, 'http') }
  const { child, url } = await begin('test/bench/slack-listener.ts', told)
  slack.deliverTo(url)
  const ask = async (count: number, round: number) => {
    const channel = `#room-${round}`
    slack.channel(channel, { members: people })
    let left = count
    const askOn = async (person: User) => {
      while (left-- > 0) {
        const { ts } = await person.mentions(questions(), { in: channel })
        await answers.to(ts)
      }
    }
    await Promise.all(people.slice(0, atOnce).map(askOn))
  }
  return { name: names[kind], child, ask, end: () => slack.close() }
}

/** Whichever comes first: the answer to a message, or somebody who waits for it. */
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
        const late = setTimeout(() => reject(new Error('a question was not answered within ten seconds')), 10_000)
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
