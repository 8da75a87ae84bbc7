// One event, with everything that a conversation needs to answer it.
import type { Action } from '../chat/actions.ts'
import type { Block, Rich } from '../chat/cards.ts'
import type { ChatEvent } from '../chat/events.ts'
import type { Person } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'
import type { Ports } from '../ports/ports.ts'
import type { Desk } from './desk.ts'
import type { Library } from './library.ts'
import type { Memory } from './memory.ts'
import type { DoorWords } from './words.ts'

export interface Turn {
  readonly event: ChatEvent
  readonly now: Date
  readonly ports: Ports
  readonly library: Library
  readonly desk: Desk
  readonly memory: Memory
  readonly words: DoorWords
  readonly doors: OtherDoors
}

/** What a feature may ask of all the others without knowing any of them. */
export interface OtherDoors {
  /** Goes on with another feature's conversation, as if its button had been pressed. */
  follow(action: Action): Promise<Reply[]>
  /** Answers privately what they wrote into a field, as if they had said it. */
  say(text: string): Promise<Reply[]>
  /** What all features show at that place of the home page. */
  home(place: HomePlace, person: Person | undefined): Promise<Block[]>
  readonly help: readonly HelpLine[]
}

/** The parts of the home page, from the top. */
export type HomePlace = 'mine' | 'begin' | 'policies' | 'past' | 'leading' | 'owning'

export interface HelpLine {
  readonly line: Rich
  /** Only for people who may see the register. */
  readonly leads?: true
  /** Only in these schools; without it, in all. */
  readonly where?: (library: Library) => boolean
}

/** The speaker, as the directory knows them. */
export function personOf({ ports, event }: Turn): Promise<Person | undefined> {
  return ports.directory.find(event.account)
}
