// Teams as a stage for stories: the real app and library behind the real adapter, in front of the stand-in.
import { createApp, type App } from '../../../src/app.ts'
import type { Card } from '../../../src/chat/cards.ts'
import { theLibrary } from '../library.ts'
import { memoryPorts } from '../ports.ts'
import { asItIs, readShown, staff, type Hand, type Name, type Screen, type ShownCard, type Stage } from '../story.ts'
import type { Seen } from './seen.ts'
import { teamsbot } from './teamsbot.ts'
import type { Teams } from './types.ts'
import type { User } from './user.ts'

export const teamsStage: Stage = {
  platform: 'teams',
  name: 'teams',
  async open({ now, library = theLibrary(), around = asItIs } = {}) {
    const memory = await memoryPorts(now)
    const { logged } = memory
    const ports = around(memory.ports)
    const { clock, log, directory, addresses, store } = ports
    const { thumbs } = memory
    const bot = await teamsbot({ thumbs, clock, log, directory, addresses, store, take: (event) => app.take(event) })
    const { teams, connection } = bot
    const app: App = createApp({ ...ports, chat: connection.chat }, library)
    return {
      logged,
      ports,
      clock: { set: (iso) => memory.setClock(iso) },
      async as(name) {
        const user = teams.user(staff[name])
        await user.installs()
        await teams.settled()
        return handOf(teams, user)
      },
      async push(who: Name, card: Card) {
        const { aadId } = teams.user(staff[who])
        const posted = await connection.chat.post({ platform: 'teams', id: aadId, kind: 'private' }, card)
        if (posted.kind !== 'sent') throw new Error(`It did not arrive: ${posted.what}`)
        await teams.settled()
      },
      async close() {
        await bot.stop()
        await memory.close()
      },
    }
  },
}

export function handOf(teams: Teams, user: User): Hand {
  const after = async (doing: Promise<unknown>) => {
    await doing
    await teams.settled()
    return readScreen(teams, user)
  }
  return {
    says: (text) => after(user.says(text)),
    presses: (label) => after(pressOrThumb(user, label)),
    fills: (fields, submit) => after(user.fills(fields, submit)),
    screen: () => Promise.resolve(readScreen(teams, user)),
  }
}

/** The labels of other platforms' buttons under an answer, for which Teams has thumbs without words. */
const thumbs: ReadonlyMap<string, 'like' | 'dislike'> = new Map([
  ['This helped', 'like'],
  ['It did not help', 'dislike'],
])

function pressOrThumb(user: User, label: string): Promise<unknown> {
  const reaction = thumbs.get(label)
  const on = user.sees().findLast((seen) => seen.thumbs)
  return reaction === undefined || on === undefined ? user.presses(label) : user.thumbs(reaction, '', on)
}

export function readScreen(teams: Teams, user: User): Screen {
  const cards = user.sees().filter((seen) => seen.from === teams.bot.id && seen.card !== undefined)
  const newest = cards.toSorted((a, b) => a.changed - b.changed).at(-1)
  if (newest === undefined) throw new Error(`${user.name} sees no card of the bot’s.`)
  return { cards: cards.map(readCard), last: readCard(newest) }
}

function readCard({ text, buttons, thumbs: below }: Seen): ShownCard {
  const words = below ? [...thumbs.keys()].map((label) => ({ label })) : []
  return readShown(text, [...buttons, ...words])
}
