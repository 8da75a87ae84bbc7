// Slack as a stage for stories: the real app and library behind the adapter, people at the stand-in's screens.
import { createApp, type App } from '../../src/app.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { memoryPorts } from './ports.ts'
import { slackbot } from './slackbot.ts'
import type { Seen } from './slack/seen.ts'
import type { Slack, User } from './slack/types.ts'
import type { Hand, Name, Screen, ShownCard, Stage } from './story.ts'

const names: Readonly<Record<Name, string>> = {
  starter: 'Bea Starter',
  teacher: 'Ada Teacher',
  governor: 'Gus Governor',
  slt: 'Hana Head',
}

export const slackStage: Stage = {
  platform: 'slack',
  async open({ now } = {}) {
    const memory = await memoryPorts(now)
    const { ports, logged } = memory
    // Socket Mode, because a story's clock stands still somewhere else than the machine's, and signatures would mind.
    const bot = await slackbot({
      mode: 'socket',
      clock: ports.clock,
      directory: ports.directory,
      log: ports.log,
      sltGroups: ['slt'],
      hear: (event) => app.hear(event),
      before: (slack) => {
        for (const name of Object.values(names)) slack.user(name)
        slack.usergroup('slt', [slack.user(names.slt).id])
      },
    })
    const app: App = createApp(
      { ...ports, chat: bot.connection.chat },
      loadLibrary({ root: '.', home: 'test/no-home' }),
    )
    await bot.slack.settled()
    return {
      logged,
      clock: { set: (iso) => memory.setClock(iso) },
      push: async (who, card) => {
        await bot.connection.chat.post({ platform: 'slack', id: bot.slack.user(names[who]).id, kind: 'private' }, card)
        await bot.slack.settled()
      },
      as: (name) => Promise.resolve(handOf(bot.slack, bot.slack.user(names[name]))),
      async close() {
        await bot.stop()
        await memory.close()
      },
    }
  },
}

function handOf(slack: Slack, user: User): Hand {
  let before = new Map<string, string>()
  const look = (): Screen => {
    const seen = user.sees().filter(({ from, kind }) => from !== user.id && kind !== 'home')
    const changed = seen.findLast((each, at) => before.get(keyOf(each, at)) !== each.text) ?? seen.at(-1)
    if (changed === undefined) throw new Error('The bot has not said anything yet.')
    before = new Map(seen.map((each, at) => [keyOf(each, at), each.text]))
    return { cards: seen.map(toCard), last: toCard(changed) }
  }
  const act = async (doing: () => Promise<unknown>) => {
    await doing()
    await slack.settled()
    return look()
  }
  return {
    says: (text) => act(() => user.says(text, { in: 'dm' })),
    presses: (label) => act(() => user.presses(label)),
    fills: (fields, submit) => act(() => user.fills(fields, submit)),
    screen: () => act(() => Promise.resolve()),
  }
}

function keyOf({ kind, ts }: Seen, at: number): string {
  return ts === '' ? `${kind} ${at}` : ts
}

function toCard({ text, buttons }: Seen): ShownCard {
  const [title = '', ...lines] = text.split('\n')
  // The sign beside a title says no more than its words.
  const words = title.replace(/^(?:❗|✅|⚠️|⛔) /u, '')
  return { title: words, text: [words, ...lines].join('\n'), buttons: buttons.map(({ label }) => label) }
}
