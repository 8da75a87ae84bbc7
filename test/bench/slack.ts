// Slack: answered @mentions a second over HTTP, against an empty Bolt listener that posts a fixed text.
import { installed, settingsFor } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack, User } from '../kit/slack/types.ts'
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
  const contestants: Contestant[] = []
  for (const kind of ['bolt', 'fixed', 'whole'] as const) contestants.push(await enter(kind, questions))
  return compete(contestants, { what: 'answered @mentions over HTTP', count: 500, rounds: 7, warming: 8, ...more })
}

async function enter(kind: Kind, questions: () => string): Promise<Contestant> {
  const slack = await startSlack({ settings: installed() })
  const people = Array.from({ length: staff }, (_, at) => slack.user(`Ada${at} Teacher${at}`))
  const told: Told = { be: kind, settings: settingsFor(slack, 'http') }
  const { child, url } = await begin('test/bench/slack-listener.ts', told)
  slack.deliverTo(url)
  const ask = async (count: number, round: number) => {
    const channel = `#room-${round}`
    slack.channel(channel, { members: people })
    const answered = watchAnswers(slack)
    let left = count
    const askOn = async (person: User) => {
      while (left-- > 0) {
        const { ts } = await person.mentions(questions(), { in: channel })
        await slack.until(() => answered(ts))
      }
    }
    await Promise.all(people.slice(0, atOnce).map(askOn))
  }
  return { name: names[kind], child, ask, end: () => slack.close() }
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
