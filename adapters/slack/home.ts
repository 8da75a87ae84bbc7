// The Home tab: published when somebody opens it, and again when something they did elsewhere changes it.
import type { Card } from '../../src/chat/cards.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import type { Reply } from '../../src/chat/replies.ts'
import { accountOf, placeOf, type Heard } from './from.ts'
import type { Voice } from './speak.ts'
import { printOf, publishHome } from './surface.ts'

export interface Homes {
  /** Records what a Home that was just published shows. */
  shown(user: string, cards: readonly Card[]): void
  /** Publishes the Home of whoever caused this again, if they have one and it would look different. */
  follow(heard: Heard): Promise<void>
}

/** For this many people the last look of their Home is remembered; the others' is made again when they open it. */
const remembered = 1_000

export function createHomes(voice: Voice, hear: (event: ChatEvent) => Promise<readonly Reply[]>): Homes {
  const prints = new Map<string, string>()

  const shown = (user: string, cards: readonly Card[]) => {
    prints.delete(user)
    prints.set(user, printOf(cards))
    const [oldest] = prints.keys()
    if (prints.size > remembered && oldest !== undefined) prints.delete(oldest)
  }

  return {
    shown,
    follow: async ({ event, from }) => {
      if (event.kind !== 'pressed' || from.kind === 'home' || !prints.has(from.user)) return
      const replies = await hear({
        kind: 'opened',
        id: `${event.id}:home`,
        account: accountOf(from.user),
        place: placeOf(from.user),
        surface: 'home',
      })
      const cards = replies.map(({ card }) => card)
      if (cards.length === 0 || printOf(cards) === prints.get(from.user)) return
      await publishHome(voice, from.user, cards)
      shown(from.user, cards)
    },
  }
}
