// All doors together: every list that the bot works with is derived here from what each door brings.
import { z } from 'zod'
import { unpack, type Action } from '../chat/actions.ts'
import type { Block } from '../chat/cards.ts'
import type { ChatEvent } from '../chat/events.ts'
import { openingActions } from '../chat/opening.ts'
import type { Person } from '../chat/people.ts'
import { staleCard } from '../chat/wording.ts'
import { privately } from '../chat/replies.ts'
import { memo } from '../kit/memo.ts'
import type { Job } from './beat.ts'
import {
  isLet,
  type Replying,
  type Door,
  type Fields,
  type Foremost,
  type Hearing,
  type HearingOfPeople,
} from './door.ts'
import type { Library } from './library.ts'
import { nameAfter, recogniser, type Phrases, type Recognise } from './phrases.ts'
import type { HelpLine, HomePlace, Turn } from './turn.ts'
import { withoutStore } from './without-store.ts'
import type { DoorWords } from './words.ts'

export interface House {
  readonly recognise: Recognise
  /** What can be opened under a name. */
  hearing(name: string): Hearing | undefined
  /** What is asked for with somebody's name after it, whoever that may be. */
  ofPeople(text: string): { readonly hearing: HearingOfPeople; readonly name: string } | undefined
  /** The first door that claims the message. */
  first(turn: Turn, text: string): Foremost | undefined
  /** The help for an urgent need by its id. */
  urgently(turn: Turn, need: string): Replying
  /** Whether the fields of such an action hold something that is never kept. */
  keepsNothingOf(action: Action): boolean
  otherwise(turn: Turn, text: string): Replying
  happened(turn: Turn): Replying
  /** What a button carries; undefined where it is out of date, from another bot, or forged. */
  read(packed: string): Action | undefined
  /** Handles any action of any door, after it has been read. */
  follow(turn: Turn, action: Action, fields: Fields): Replying
  /** Whether somebody may do this who came in by a link that is only for signing. */
  isLet(action: Action, limit: NonNullable<ChatEvent['limitedTo']>): boolean
  /** Whether somebody may do this who does not belong to the school. */
  isForOutsiders(action: Action): boolean
  readonly help: readonly HelpLine[]
  home(turn: Turn, place: HomePlace, person: Person | undefined): Promise<Block[]>
  jobs(): readonly Job[]
  readonly words: DoorWords
}

export function houseOf(doors: readonly Door[]): House {
  const parts = doors.map((door) => door.parts)
  const hearings = new Map(parts.flatMap(({ hears = {} }) => Object.entries(hears)))
  const actions = new Map(
    doors.flatMap((door) =>
      Object.entries(door.shapes).map(([name, shape]) => [
        name,
        {
          schema: z.object({ do: z.literal(name), ...shape }),
          run: handlerOf(door, name),
          let: door.parts.byLink?.[name],
        },
      ]),
    ),
  )
  const unkept = new Set(parts.flatMap(({ keepsNothingOf = [] }): readonly string[] => keepsNothingOf))
  const open = z.object({ do: z.literal('open'), ...openingActions.shapes.open })
  const read = (packed: string): Action | undefined => {
    const action = unpack(packed)
    const schema = action?.do === 'open' ? open : actions.get(action?.do ?? '')?.schema
    return schema?.safeParse(action).data
  }
  return {
    recognise: recogniser([...hearings].map(phrasesOf)),
    hearing: (name) => hearings.get(name),
    ofPeople: hearerOfPeople(parts),
    first: rememberFirst((turn, text) => firstOf(parts, (each) => each.first?.(turn, text))),
    urgently: (turn, need) => firstOf(parts, (each) => each.urgently)?.(turn, need) ?? [],
    keepsNothingOf: ({ do: name }) => unkept.has(name),
    otherwise: (turn, text) => firstOf(parts, (each) => each.otherwise)?.(turn, text) ?? [],
    happened: (turn) => happenedOf(parts, turn),
    read,
    follow(turn, action, fields) {
      const opened = open.safeParse(action).data
      if (opened !== undefined) return hearings.get(opened.what)?.open(turn, opened) ?? [privately(staleCard())]
      return actions.get(action.do)?.run(turn, action, fields) ?? [privately(staleCard())]
    },
    isLet(action, limit) {
      const opened = open.safeParse(action).data
      if (opened === undefined) return isLet(actions.get(action.do)?.let, action, limit)
      const hearing = hearings.get(opened.what)
      return hearing?.byLink === true && (hearing.ofPolicy !== true || opened.policy === limit.policy)
    },
    isForOutsiders(action) {
      const opened = open.safeParse(action).data
      if (opened !== undefined) return hearings.get(opened.what)?.forOutsiders === true
      return parts.some(({ forOutsiders = [] }) => forOutsiders.some((each: string) => each === action.do))
    },
    help: parts.flatMap(({ help = [] }) => help),
    async home(turn, place, person) {
      const blocks = await Promise.all(
        parts.map(({ home = {} }) => withoutStore(Promise.resolve(home[place]?.(turn, person) ?? []), [])),
      )
      return blocks.flat()
    },
    jobs: () => parts.flatMap(({ jobs }) => jobs?.() ?? []),
    words: wordsIn(parts),
  }
}

type First = House['first']

/**
 * Remembered for each event, because the same is asked twice: before it is written down, and when it is answered. It is
 * forgotten with the event.
 */
function rememberFirst(first: First): First {
  const knownFor = memo((_: ChatEvent) => memo((_: Library) => new Map<string, Foremost | undefined>()))
  return (turn, text) => {
    const known = knownFor(turn.event)(turn.library)
    if (!known.has(text)) known.set(text, first(turn, text))
    return known.get(text)
  }
}

function wordsIn(parts: readonly Pick<Door['parts'], 'notices' | 'facts'>[]): DoorWords {
  return {
    notices: Object.fromEntries(parts.flatMap(({ notices = {} }) => Object.entries(notices))),
    // The compiler ensures that some door tells every kind of fact: see src/doors.ts.
    facts: Object.assign({}, ...parts.map(({ facts = {} }) => facts)) as DoorWords['facts'],
  }
}

function phrasesOf([name, { says, ofPolicy }]: readonly [string, Hearing]): Phrases {
  return { name, says: says === '' ? [] : says.split('|'), ofPolicy: ofPolicy === true }
}

function hearerOfPeople(parts: readonly Pick<Door['parts'], 'hearsOfPeople'>[]): House['ofPeople'] {
  const all = parts.flatMap(({ hearsOfPeople: hearing }) =>
    hearing === undefined ? [] : [{ hearing, phrases: hearing.says.split('|') }],
  )
  return (text) =>
    firstOf(all, ({ hearing, phrases }) => {
      const name = nameAfter(text, phrases)
      return name === undefined ? undefined : { hearing, name }
    })
}

/** The schema has accepted it, so the action is exactly what the handler takes. */
function handlerOf({ on }: Door, name: string): (turn: Turn, action: Action, fields: Fields) => Replying {
  return (turn, action, fields) => on[name]?.(turn, action as never, fields) ?? []
}

function firstOf<T, R>(all: readonly T[], look: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const found = look(each)
    if (found !== undefined) return found
  }
  return undefined
}

function happenedOf(parts: readonly Pick<Door['parts'], 'events'>[], turn: Turn): Replying {
  const { event } = turn
  switch (event.kind) {
    case 'began-check':
      return firstOf(parts, ({ events }) => events?.['began-check'])?.(turn, event) ?? []
    case 'joined':
      return firstOf(parts, ({ events }) => events?.joined)?.(turn, event) ?? []
    case 'searched':
      return firstOf(parts, ({ events }) => events?.searched)?.(turn, event) ?? []
    case 'wondered':
      return firstOf(parts, ({ events }) => events?.wondered)?.(turn, event) ?? []
    case 'opened':
      return firstOf(parts, ({ events }) => events?.opened)?.(turn, event) ?? []
    case 'said':
    case 'pressed':
      return []
  }
}
