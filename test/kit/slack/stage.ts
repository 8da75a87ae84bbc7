// Slack as a stage for stories: the real app and library behind the real adapter, in front of the stand-in.
import { createApp, type App } from '../../../src/app.ts'
import type { Card } from '../../../src/chat/cards.ts'
import { theLibrary } from '../library.ts'
import { memoryPorts } from '../ports.ts'
import { slackbot, type Mode } from '../slackbot.ts'
import { asItIs, readShown, staff, type Hand, type Name, type Screen, type ShownCard, type Stage } from '../story.ts'
import type { Seen } from './seen.ts'
import type { Slack, User } from './types.ts'

export function slackStage(mode: Mode): Stage {
  return {
    platform: 'slack',
    name: `slack, ${mode}`,
    async open({ now, library = theLibrary(), around = asItIs } = {}) {
      const memory = await memoryPorts(now)
      const { logged } = memory
      const ports = around(memory.ports)
      const { clock, log, directory } = ports
      const bot = await slackbot({
        mode,
        clock,
        log,
        directory,
        hear: (event) => app.hear(event),
        take: (event) => app.take(event),
        slack: { clock, signingClock: clock },
        sltGroups: ['slt'],
        before: settleIn,
      })
      const { slack, connection } = bot
      const app: App = createApp({ ...ports, chat: connection.chat }, library)
      // The app reads its user groups in the background at the start.
      await slack.settled()
      return {
        logged,
        ports,
        clock: { set: (iso) => memory.setClock(iso) },
        async as(name) {
          const user = slack.user(staff[name])
          await user.opensMessages()
          await slack.settled()
          return handOf(slack, user)
        },
        async push(who: Name, card: Card) {
          await connection.chat.post({ platform: 'slack', id: slack.user(staff[who]).id, kind: 'private' }, card)
          await slack.settled()
        },
        async close() {
          await bot.stop()
          await memory.close()
        },
      }
    },
  }
}

function settleIn(slack: Slack): void {
  for (const name of Object.values(staff)) slack.user(name)
  slack.usergroup('slt', [staff.slt])
}

export function handOf(slack: Slack, user: User): Hand {
  const after = async (doing: Promise<unknown>) => {
    await doing
    await slack.settled()
    return readScreen(slack, user)
  }
  return {
    says: (text) => after(user.says(text, { in: 'dm' })),
    presses: (label) => after(user.presses(label)),
    fills: (fields, submit) => after(user.fills(fields, submit)),
    screen: () => Promise.resolve(readScreen(slack, user)),
  }
}

export function readScreen(slack: Slack, user: User): Screen {
  const pages = user.sees().filter((seen) => seen.from === slack.ids.botUser)
  const cards = pages.reduce<readonly (readonly Seen[])[]>(
    (sofar, seen) => (goesOn(seen) ? [...sofar.slice(0, -1), [...(sofar.at(-1) ?? []), seen]] : [...sofar, [seen]]),
    [],
  )
  const newest = cards.toSorted((a, b) => (changed(a) < changed(b) ? -1 : 1)).at(-1)
  if (newest === undefined) throw new Error(`${user.name} sees no card of the bot’s.`)
  return { cards: cards.map(readCard), last: readCard(newest) }
}

function readCard(pages: readonly Seen[]): ShownCard {
  // What other platforms show as a list is a table here.
  const inList = (line: string) => line.replace(' | ', ': ').replaceAll(' | ', ', ')
  const read = pages.flatMap((page) => page.text.split('\n').map(inList)).join('\n')
  return readShown(
    read,
    pages.flatMap((page) => page.buttons),
  )
}

/** A message without a header continues a card that was too long for one message. */
function goesOn(seen: Seen): boolean {
  return seen.kind === 'message' && seen.blocks[0]?.['type'] !== 'header'
}

function changed(pages: readonly Seen[]): string {
  return (
    pages
      .map((page) => page.changed)
      .sort()
      .at(-1) ?? ''
  )
}
