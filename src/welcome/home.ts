// The home page and the status card: who somebody is here, how the policies stand, and where to begin.
import { compact } from '../kit/defined.ts'
import { note, text, type Block, type Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { markPractice } from '../chat/practice.ts'
import type { Reply } from '../chat/replies.ts'
import { standOf } from '../declaration/read-stand.ts'
import { may } from '../people/may.ts'
import { stateBlocks, stateLines } from '../reading/state.ts'
import { personOf, type HomePlace, type Turn } from '../turn/turn.ts'
import { withoutStore } from '../turn/without-store.ts'

export async function openHomePage(turn: Turn): Promise<Reply[]> {
  const { desk, library } = turn
  const found = await withoutStore<Person | 'unanswered' | undefined>(personOf(turn), 'unanswered')
  const person = found === 'unanswered' ? undefined : found
  const part = (place: HomePlace) => turn.doors.home(place, person)
  const card: Card = {
    title: 'Policy Guide',
    tone: 'plain',
    summary: 'Ask about the school’s policies, check a post before you send it, or read a section.',
    blocks: compact([
      text(found === 'unanswered' ? cannotLookUp : sayWho(person)),
      ...(await part('mine')),
      ...(await part('begin')),
      // Placed before the policies, which may be many, because a platform cuts a long page at its end.
      ...(await ledBlocks(turn, person)),
      ...(await part('policies')),
      ...(await part('past')),
      desk.shelf.policies.length > 0 &&
        note(
          `Questions are kept without names for ${library.school.keptDays} days. A draft is kept only if you ask for a yes.`,
        ),
    ]),
  }
  return [{ to: 'surface', card: markPractice(card, person?.practice === true) }]
}

const cannotLookUp = 'I can’t look up where you stand just now. Questions, the policies and checks work as ever.'

/** For whoever leads the school; otherwise for whoever owns policies. */
async function ledBlocks(turn: Turn, person: Person | undefined): Promise<Block[]> {
  const { today } = turn.desk.shelf
  if (may(person, 'see-register', today))
    return [{ kind: 'heading', text: 'For the senior leadership team' }, ...(await turn.doors.home('leading', person))]
  if (!may(person, 'own-policy', today)) return []
  return [{ kind: 'heading', text: 'For policy owners' }, ...(await turn.doors.home('owning', person))]
}

export async function showStatus(turn: Turn): Promise<Card> {
  const person = await personOf(turn)
  const stands = await standOf(turn, person)
  const card: Card = {
    title: 'Where things stand',
    tone: 'plain',
    summary: [sayWho(person), ...stands.lines, ...stateLines(turn.desk.shelf)].join(' '),
    blocks: [text(sayWho(person)), ...stands.blocks, ...stateBlocks(turn.desk.shelf)],
  }
  return markPractice(card, person?.practice === true)
}

const roleNames = {
  staff: 'staff',
  slt: 'senior leadership team',
  'policy-owner': 'policy owner',
  administrator: 'administrator',
}

function sayWho(person: Person | undefined): string {
  if (person === undefined) return 'I do not know your name here yet. You can ask and check all the same.'
  const roles = person.roles.map((role) => roleNames[role]).join(', ')
  return `You are here as ${person.name}${roles === '' ? '' : ` (${roles})`}.`
}
