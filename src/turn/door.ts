// The door: everything that a feature brings to the bot, in one value. Every list is derived from all doors.
import type { Actions, Doing, Shapes } from '../chat/actions.ts'
import type { Block } from '../chat/cards.ts'
import type { ChatEvent, SigningOnly } from '../chat/events.ts'
import type { Opening } from '../chat/opening.ts'
import type { Person } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'
import type { Deed } from '../people/may.ts'
import type { FactKind } from '../journal/types.ts'
import type { Job } from './beat.ts'
import type { HelpLine, HomePlace, Turn } from './turn.ts'
import type { News, NoticeWords } from './words.ts'

export type Fields = Readonly<Record<string, string>>
export type Replying = Reply[] | Promise<Reply[]>

export interface DoorParts<S extends Shapes, F extends FactNews = FactNews> {
  readonly actions?: Actions<S>
  /** One handler for each action. */
  readonly on: { readonly [K in keyof S & string]: (turn: Turn, action: Doing<S, K>, fields: Fields) => Replying }
  /** By name: what can be asked for in words, or opened by another feature's button. */
  readonly hears?: Readonly<Record<string, Hearing>>
  /** What can be asked for with somebody's name after it. */
  readonly hearsOfPeople?: HearingOfPeople
  readonly byLink?: ByLink<keyof S & string>
  /** What somebody may press who does not belong to the school, about policies that are open to everybody. */
  readonly forOutsiders?: readonly (keyof S & string)[]
  /**
   * Handles messages that take precedence over everything else; undefined for other messages. It is decided by the words
   * and the school's knowledge alone, because it is remembered for other turns with the same event.
   */
  readonly first?: (turn: Pick<Turn, 'library'>, text: string) => Foremost | undefined
  /** The help for an urgent need by its id, without a word of what was said. Exactly one door has it. */
  readonly urgently?: (turn: Turn, need: string) => Replying
  /** Actions whose fields hold something that is never kept, such as a draft. */
  readonly keepsNothingOf?: readonly (keyof S & string)[]
  /** Handles messages that nothing else handles. Exactly one door has it. */
  readonly otherwise?: (turn: Turn, text: string) => Replying
  /** Events without words; one door for each. */
  readonly events?: { readonly [K in Wordless]?: (turn: Turn, event: Extract<ChatEvent, { kind: K }>) => Replying }
  readonly help?: readonly HelpLine[]
  readonly home?: { readonly [P in HomePlace]?: (turn: Turn, person: Person | undefined) => Block[] | Promise<Block[]> }
  /** Created once for each app: a job may remember that it has done its work today. */
  readonly jobs?: () => readonly Job[]
  /** The kinds of notices that it sends, each with its words in singular and plural. */
  readonly notices?: Readonly<Record<string, NoticeWords>>
  /** The kinds of facts that it records, each with what the digest says about it. */
  readonly facts?: F
}

export interface HearingOfPeople {
  /** The words before the name, which ends the message. */
  readonly says: string
  /** From everybody else it is a question. */
  readonly only: Deed
  /** Undefined where nobody here is called that: then it is a question as well. */
  readonly open: (turn: Turn, name: string) => Promise<Reply[] | undefined>
}

export type Wordless = Exclude<ChatEvent['kind'], 'said' | 'pressed'>

export interface Hearing {
  /** Whole messages; empty where only buttons lead there. */
  readonly says: string
  /** The message may name a policy, which is passed to `open`. */
  readonly ofPolicy?: true
  /** Only recognised from people who may do this; from others it is a question. */
  readonly only?: Deed
  /** Only recognised while nothing has been shown yet: after an answer it is a question about that. */
  readonly atFirst?: true
  /** Open to people who came in by a link that is only for signing. */
  readonly byLink?: true
  /** Open to people who do not belong to the school, about policies that are open to everybody. */
  readonly forOutsiders?: true
  /** `about` has no policy where none was named. */
  readonly open: (turn: Turn, about: Opening) => Replying
}

/** What a link for signing allows: always, or for the policy or the exact edition that it is for. */
export type ByLink<K extends string = string> = { readonly [Name in K]?: 'always' | 'same-policy' | 'same-edition' }

export interface Foremost {
  readonly byLink: boolean
  /**
   * Urgent help by the id of the need: for everybody, and also where it is found in something that a person passes on.
   */
  readonly urgent?: string
  /** It holds a draft: nothing of it is ever kept. */
  readonly draft?: true
  run(turn: Turn): Replying
}

/** A door whose action types the compiler has forgotten, so that the doors of all features fit in one list. */
export interface Door {
  readonly name: string
  readonly shapes: Shapes
  readonly on: Readonly<Record<string, (turn: Turn, action: never, fields: Fields) => Replying>>
  readonly parts: Omit<DoorParts<Shapes>, 'on' | 'actions'>
}

/** `F` keeps the kinds of facts that it tells, so that the compiler can name a kind that no door tells. */
export function door<S extends Shapes, const F extends FactNews>(
  name: string,
  { actions, on, ...parts }: DoorParts<S, F>,
): Door & { readonly tells: F } {
  return { name, shapes: actions?.shapes ?? {}, on, parts, tells: parts.facts ?? ({} as F) }
}

type FactNews = { readonly [K in FactKind]?: News<K> }

/** Whether somebody may follow an action who came in by a link that is only for signing. */
export function isLet(rule: 'always' | 'same-policy' | 'same-edition' | undefined, action: object, limit: SigningOnly) {
  const about = action as { readonly policy?: unknown; readonly edition?: unknown }
  switch (rule) {
    case undefined:
      return false
    case 'always':
      return true
    case 'same-policy':
      return about.policy === limit.policy
    case 'same-edition':
      return about.policy === limit.policy && about.edition === limit.edition
  }
}
