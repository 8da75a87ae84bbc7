// What a story needs of a platform, so that the same stories run on all of them: people who act, and what they see.
import type { Card } from '../../src/chat/cards.ts'
import type { Platform } from '../../src/chat/people.ts'
import type { Library } from '../../src/turn/library.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { TestPorts } from './ports.ts'

/** A platform on which stories can be played. */
export interface Stage {
  readonly platform: Platform
  /** The name in test titles. */
  readonly name: string
  open(options?: StageOptions): Promise<World>
}

export interface StageOptions {
  /** When the story begins; by default, a Monday in November 2026. */
  readonly now?: string
  /** By default the project's own, in which the restated text may be signed. */
  readonly library?: Library
  /** Wraps the bot's ports, for example in a store that breaks. */
  readonly around?: (ports: TestPorts['ports']) => TestPorts['ports']
}

/** Leaves the ports as they are. */
export const asItIs = (ports: TestPorts['ports']): TestPorts['ports'] => ports

/** The whole app on one platform, with a clock that only moves when told. */
export interface World {
  as(name: Name): Promise<Hand>
  /** Sends a card to somebody who has not just asked for it. */
  push(who: Name, card: Card): Promise<void>
  readonly clock: { set(iso: string): void }
  /** The kept data, to inspect or to change without the bot. */
  readonly ports: Pick<Ports, 'people' | 'directory' | 'journal' | 'store' | 'cases' | 'approvals'>
  /** Every line of the operator's log. */
  readonly logged: readonly string[]
  close(): Promise<void>
}

export type Name = 'starter' | 'teacher' | 'governor' | 'slt'

/** What a person can do. Each verb resolves, when the bot has answered, to what they then see. */
export interface Hand {
  says(text: string): Promise<Screen>
  /** Presses the button with that label on the last card that has one. */
  presses(label: string): Promise<Screen>
  /** Fills in fields by their labels, and sends them with the button `submit`. */
  fills(fields: Readonly<Record<string, string>>, submit: string): Promise<Screen>
  screen(): Promise<Screen>
}

export interface Screen {
  /** The bot's cards, oldest first. */
  readonly cards: readonly ShownCard[]
  /** The card that arrived or changed last. */
  readonly last: ShownCard
}

export interface ShownCard {
  readonly title: string
  /** All readable text, the title first, with one line for each paragraph. */
  readonly text: string
  /** The labels of its buttons, in order. */
  readonly buttons: readonly string[]
}

/** The people of the stories, by their names on chat platforms. */
export const staff: Readonly<Record<Name, string>> = {
  starter: 'Priya Nair',
  teacher: 'Daniel Hughes',
  governor: 'Margaret Ellis',
  slt: 'Joanne Clarke',
}

/** Reads a card's words, without its icons, bullets and list numbers. */
export function readShown(read: string, buttons: readonly { readonly label: string }[]): ShownCard {
  const lines = read.replace(/^(?:❗|✅|⚠️|⛔) /u, '').split('\n')
  return {
    title: lines[0] ?? '',
    text: lines.map((line) => line.replace(/^(?:• |\d+\. )/, '')).join('\n'),
    buttons: buttons.map(({ label }) => label),
  }
}
