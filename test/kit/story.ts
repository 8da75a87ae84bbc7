// What a story needs of a platform, so that the same stories run on all of them: people with hands and a screen.
import type { Card } from '../../src/chat/cards.ts'
import type { Platform } from '../../src/chat/people.ts'
import type { Library } from '../../src/turn/library.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { TestPorts } from './ports.ts'

/** A platform on which stories can be played. */
export interface Stage {
  readonly platform: Platform
  /** As test titles say it. */
  readonly name: string
  open(options?: StageOptions): Promise<World>
}

export interface StageOptions {
  /** When the story begins; a Monday in November 2026 unless said. */
  readonly now?: string
  /** The project's own, in which the restated text may be signed, unless said. */
  readonly library?: Library
  /** What stands between the bot and its ports, such as a store that breaks. */
  readonly around?: (ports: TestPorts['ports']) => TestPorts['ports']
}

/** Nothing stands between. */
export const asItIs = (ports: TestPorts['ports']): TestPorts['ports'] => ports

/** The whole app on one platform, with a clock that stands still until it is moved. */
export interface World {
  as(name: Name): Promise<Hand>
  /** What the bot sends without having been asked just now. */
  push(who: Name, card: Card): Promise<void>
  readonly clock: { set(iso: string): void }
  /** What is kept, to look at or to change behind the bot's back. */
  readonly ports: Pick<Ports, 'people' | 'directory' | 'journal' | 'store' | 'cases' | 'approvals'>
  /** Every line that went to the operator's log. */
  readonly logged: readonly string[]
  close(): Promise<void>
}

export type Name = 'starter' | 'teacher' | 'governor' | 'slt'

/** What a person can do. Each resolves when the bot has answered, and gives what they then see. */
export interface Hand {
  says(text: string): Promise<Screen>
  /** Presses the button with that label on the last card that has it. */
  presses(label: string): Promise<Screen>
  /** Fills in fields, by their label, and sends them with that button. */
  fills(fields: Readonly<Record<string, string>>, submit: string): Promise<Screen>
  screen(): Promise<Screen>
}

export interface Screen {
  /** The bot's cards, oldest first. */
  readonly cards: readonly ShownCard[]
  /** The card that came or changed last. */
  readonly last: ShownCard
}

export interface ShownCard {
  readonly title: string
  /** All that can be read on it, the title first, a line for each paragraph. */
  readonly text: string
  /** The labels of its buttons, in order. */
  readonly buttons: readonly string[]
}

/** The people of the stories, by the names that they go by on chat platforms. */
export const staff: Readonly<Record<Name, string>> = {
  starter: 'Priya Nair',
  teacher: 'Daniel Hughes',
  governor: 'Margaret Ellis',
  slt: 'Joanne Clarke',
}

/** A card as its words are read, without the signs that stand for what they say. */
export function readShown(read: string, buttons: readonly { readonly label: string }[]): ShownCard {
  const lines = read.replace(/^(?:❗|✅|⚠️|⛔) /u, '').split('\n')
  return {
    title: lines[0] ?? '',
    text: lines.map((line) => line.replace(/^(?:• |\d+\. )/, '')).join('\n'),
    buttons: buttons.map(({ label }) => label),
  }
}
