// The door: all that a feature brings to the bot, in one value. Whatever lists something is derived from all doors.
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
  /** By name: what can be asked for in words, and opened by another feature's button. */
  readonly hears?: Readonly<Record<string, Hearing>>
  readonly byLink?: ByLink<keyof S & string>
  /** What may be pressed by somebody who does not belong to the school, about policies that are open to everybody. */
  readonly forOutsiders?: readonly (keyof S & string)[]
  /** What comes before everything else that is said; undefined where it is nothing of that kind. */
  readonly first?: (turn: Turn, text: string) => Foremost | undefined
  /** The help for an urgent need by its id, without a word of what was said. One door has it. */
  readonly urgently?: (turn: Turn, need: string) => Replying
  /** Actions whose fields hold what is never kept, such as a draft. */
  readonly keepsNothingOf?: readonly (keyof S & string)[]
  /** What is said and is nothing else. One door has it. */
  readonly otherwise?: (turn: Turn, text: string) => Replying
  /** What happens without a word said; one door for each. */
  readonly events?: { readonly [K in Wordless]?: (turn: Turn, event: Extract<ChatEvent, { kind: K }>) => Replying }
  readonly help?: readonly HelpLine[]
  readonly home?: { readonly [P in HomePlace]?: (turn: Turn, person: Person | undefined) => Block[] | Promise<Block[]> }
  /** Made once for each app: a job may remember that it has done its work today. */
  readonly jobs?: () => readonly Job[]
  /** The kinds of notices that it sends, each in words for one and for many. */
  readonly notices?: Readonly<Record<string, NoticeWords>>
  /** The kinds of facts that it records, each with what the digest says of it. */
  readonly facts?: F
}

export type Wordless = Exclude<ChatEvent['kind'], 'said' | 'pressed'>

export interface Hearing {
  /** Whole messages; none where only buttons lead there. */
  readonly says: string
  /** A policy may be named: `open` is told which. */
  readonly ofPolicy?: true
  /** Heard from those alone who may do this; from all others it is a question. */
  readonly only?: Deed
  /** Open to somebody who came by a link for signing. */
  readonly byLink?: true
  /** Open to somebody who does not belong to the school, about policies that are open to everybody. */
  readonly forOutsiders?: true
  /** Without a policy in `about`, none was named. */
  readonly open: (turn: Turn, about: Opening) => Replying
}

/** What a link for signing lets through: always, or for the policy or the very edition that it is for. */
export type ByLink<K extends string = string> = { readonly [Name in K]?: 'always' | 'same-policy' | 'same-edition' }

export interface Foremost {
  readonly byLink: boolean
  /** Urgent help, by the id of the need: for everybody, and also where it is found in what somebody passes on. */
  readonly urgent?: string
  /** A draft is in it: nothing of it is ever kept. */
  readonly draft?: true
  run(turn: Turn): Replying
}

/** A door whose actions have been forgotten by the compiler: doors of all features in one list. */
export interface Door {
  readonly name: string
  readonly shapes: Shapes
  readonly on: Readonly<Record<string, (turn: Turn, action: never, fields: Fields) => Replying>>
  readonly parts: Omit<DoorParts<Shapes>, 'on' | 'actions'>
}

/** `F` keeps which facts it tells of, so that the compiler can name what no door tells. */
export function door<S extends Shapes, const F extends FactNews>(
  name: string,
  { actions, on, ...parts }: DoorParts<S, F>,
): Door & { readonly tells: F } {
  return { name, shapes: actions?.shapes ?? {}, on, parts, tells: parts.facts ?? ({} as F) }
}

type FactNews = { readonly [K in FactKind]?: News<K> }

/** Whether an action may be followed by somebody who came by a link for signing. */
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
