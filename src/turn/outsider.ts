// What people may do whom a platform shows but who do not belong: get urgent help, ask about policies that are open to
// everybody, and nothing else. Nothing about them is kept.
import { compact } from '../kit/defined.ts'
import { buttons, text, type Card } from '../chat/cards.ts'
import type { ChatEvent } from '../chat/events.ts'
import { opening } from '../chat/opening.ts'
import { privately, type Reply } from '../chat/replies.ts'
import type { Ports } from '../ports/ports.ts'
import type { House } from './house.ts'
import { openDesk, type Desk } from './desk.ts'
import type { Library } from './library.ts'
import { openTurn } from './meet.ts'
import type { Memory } from './memory.ts'
import { urgentAmong } from './meet.ts'
import type { Turn } from './turn.ts'

interface Outside {
  readonly ports: Ports
  readonly library: Library
  readonly desk: (now: Date) => Desk
  readonly memory: Memory
  readonly house: House
}

/** They get a library of their own, without the other policies. */
export function hearsOutsiders({ ports: given, library, desk, memory, house }: Outside) {
  const open = { ...library, policies: library.policies.filter(({ openTo }) => openTo === 'everybody'), scenarios: [] }
  const theirs = openDesk(open)
  // Nothing is recorded about what they ask.
  const ports: Ports = { ...given, store: { ...given.store, keepQuestion: () => Promise.resolve() } }
  return (event: ChatEvent, now: Date): Promise<readonly Reply[]> => {
    const turnIn = (library: Library, desk: Desk) => openTurn({ event, now, ports, library, desk, memory }, house)
    return meetOutsider(turnIn(open, theirs(now)), { urgently: turnIn(library, desk(now)), house })
  }
}

/** `turn` uses their own library; `urgently` uses the school's, because its steps may cite any policy. */
async function meetOutsider(
  turn: Turn,
  { urgently, house }: { readonly urgently: Turn; readonly house: House },
): Promise<Reply[]> {
  const { event, library } = turn
  const typed = event.kind === 'pressed' ? urgentAmong(Object.values(event.fields), urgently, house) : undefined
  if (typed !== undefined) return typed
  const first = event.kind === 'said' ? house.first(urgently, event.text) : undefined
  if (first?.urgent !== undefined) return first.run(urgently)
  const mayAsk = library.policies.length > 0
  const replies = mayAsk && first === undefined ? await answer(turn, house) : []
  if (replies.length > 0) return replies.map(({ card }) => privately(card))
  return mayExpectWords(event) ? [privately(showOutsider(library.school.name, mayAsk))] : []
}

async function answer(turn: Turn, house: House): Promise<readonly Reply[]> {
  const { event, library } = turn
  if (event.kind === 'pressed') {
    const action = house.read(event.packed)
    return action !== undefined && house.isForOutsiders(action) ? house.follow(turn, action, event.fields) : []
  }
  if (event.kind !== 'said') return []
  const wish = house.recognise(event.text, library.policies)
  if (wish === undefined) return house.otherwise(turn, event.text)
  const hearing = house.hearing(wish.name)
  if (hearing?.forOutsiders !== true) return []
  return hearing.open(turn, wish.which.kind === 'one' ? { policy: wish.which.policy } : {})
}

/** People who do not belong are not welcomed, and are shown nothing in surfaces that fill themselves. */
function mayExpectWords({ kind }: ChatEvent): boolean {
  return kind !== 'joined' && kind !== 'searched' && kind !== 'wondered'
}

function showOutsider(school: string, mayAsk: boolean): Card {
  const line = `I am here for the staff of ${school}, and you are not on the school’s list. Nothing of you is kept.`
  const help =
    'If you work here, please ask the school office to add you. If somebody is in danger, write what happened.'
  return {
    title: 'For the school’s staff',
    tone: 'plain',
    summary: line,
    blocks: compact([
      text(line),
      text(help),
      mayAsk && buttons({ label: 'See what everybody may read', action: opening('sections') }),
    ]),
  }
}
