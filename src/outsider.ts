// What somebody may do whom a platform shows and who does not belong: urgent help always, questions about policies that
// are open to everybody, and nothing else. Nothing of them is kept.
import { unpack, type Action } from './chat/actions.ts'
import { buttons, text, type Card } from './chat/cards.ts'
import type { ChatEvent } from './chat/events.ts'
import { privately, type Reply } from './chat/replies.ts'
import { recognise } from './chat/route.ts'
import { openDesk, type Desk } from './desk.ts'
import type { Library } from './library/types.ts'
import { listSections, readSection, sayWhom } from './policy/talk.ts'
import { hearQuestion, hearUrgent, type Memory } from './search/talk.ts'
import type { UrgentKind } from './search/types.ts'
import type { Turn } from './turn.ts'

export interface Outsiders {
  hear(turn: Turn, mind: Mind): Promise<readonly Reply[]>
}

interface Mind {
  readonly memory: Memory
  readonly findUrgent: (text: string) => UrgentKind | undefined
}

/** They see a library of their own, in which the other policies do not stand. */
export function hearsOutsiders(library: Library): Outsiders {
  const policies = library.policies.filter(({ openTo }) => openTo === 'everybody')
  const open = { ...library, policies, scenarios: [] }
  const desk = openDesk(open)
  return {
    async hear(turn, mind) {
      const urgent = turn.event.kind === 'said' ? mind.findUrgent(turn.event.text) : undefined
      if (urgent !== undefined && turn.event.kind === 'said')
        return hearUrgent(turn, { kind: urgent, text: turn.event.text })
      const replies =
        policies.length === 0 ? [] : await answer({ ...turn, library: open, desk: desk(turn.now) }, mind.memory)
      if (replies.length > 0) return replies.map(({ card }) => privately(card))
      return mayExpectWords(turn.event) ? [privately(showOutsider(library.school.name, policies.length > 0))] : []
    },
  }
}

/** Nobody who does not belong is welcomed, nor shown anything in a list that fills itself. */
function mayExpectWords({ kind }: ChatEvent): boolean {
  return kind !== 'joined' && kind !== 'searched'
}

async function answer(turn: Turn & { readonly desk: Desk }, memory: Memory): Promise<readonly Reply[]> {
  const { event } = turn
  if (event.kind === 'pressed') {
    const action = unpack(event.packed)
    return action === undefined ? [] : press(turn, action, { memory, question: event.fields.question ?? '' })
  }
  if (event.kind !== 'said') return []
  const wish = recognise(event.text, turn.library.policies)
  if (wish.kind === 'sections') return listSections(turn, wish)
  return wish.kind === 'ask' ? hearQuestion(turn, { text: wish.question, memory }) : []
}

async function press(
  turn: Turn,
  action: Action,
  { memory, question }: { readonly memory: Memory; readonly question: string },
): Promise<readonly Reply[]> {
  switch (action.do) {
    case 'ask':
      return question === '' ? [] : hearQuestion(turn, { text: question, memory })
    case 'sections':
      return listSections(turn, action)
    case 'read':
      return readSection(turn, action)
    case 'whom':
      return sayWhom(turn, action)
    default:
      return []
  }
}

function showOutsider(school: string, mayAsk: boolean): Card {
  const line = `I am here for the staff of ${school}, and you are not on the school’s list. Nothing of you is kept.`
  const help =
    'If you work here, please ask the school office to add you. If somebody is in danger, write what happened.'
  return {
    title: 'For the school’s staff',
    tone: 'plain',
    summary: line,
    blocks: [
      text(line),
      text(help),
      ...(mayAsk ? [buttons({ label: 'See what everybody may read', action: { do: 'sections' } })] : []),
    ],
  }
}
