// The responder proposes their answer as the school's own note beside a section, with one press and without a name.
import { pointerAt } from '../guide/proposals.ts'
import type { ActionOf } from '../chat/actions.ts'
import type { Person, Role } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'
import { mostNoted, readUntil, slipsInNote, usualUntil } from '../guide/school-notes.ts'
import { shorten } from '../kit/text.ts'
import { roleNames } from '../people/may.ts'
import { sayCitation } from '../policy/cite.ts'
import type { Case, Route } from '../ports/cases.ts'
import { quietly } from '../turn/permit.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import type { referralActions } from './actions.ts'
import { showNoCase } from './ask-cards.ts'
import { showNoted, showNoteForm } from './note-cards.ts'
import { redactNames } from './teach-talk.ts'
import { choicesFor, editionFor, mayTeach, slipsInPlace } from './teaching.ts'

type Doing = Pick<ActionOf<typeof referralActions, 'propose-note'>, 'case'>
type Fields = Readonly<Record<string, string>>

/** What they see in the form is what would be proposed. */
export async function prepareNote(turn: Turn, { case: id }: Doing): Promise<Reply[]> {
  const found = await answeredBy(turn, id)
  if (found === undefined) return [quietly(turn, showNoCase())]
  const { kept, person } = found
  const answer = kept.messages.findLast(({ kind, by }) => kind === 'answered' && by === person.id)?.text ?? ''
  const fields = {
    note: shorten(await redactNames(turn, answer), mostNoted),
    section: kept.about.section ?? '',
    until: usualUntil(turn.desk.shelf.today),
  }
  return [formFor(turn, kept, { fields, errors: {} })]
}

export async function proposeNote(turn: Turn, { case: id }: Doing, fields: Fields): Promise<Reply[]> {
  const found = await answeredBy(turn, id)
  if (found === undefined) return [quietly(turn, showNoCase())]
  const { kept, person } = found
  const { note = '', section = '', policy } = fields
  const { shelf } = turn.desk
  const edition = editionFor(shelf, kept, policy)
  const pointer = edition && pointerAt(edition, section)
  const until = readUntil(fields['until'] ?? '', shelf.today)
  const errors = { ...slipsInPlace(edition, pointer), ...slipsInNote(note, until) }
  if (edition === undefined || pointer === undefined || until === undefined || Object.keys(errors).length > 0)
    return [formFor(turn, kept, { fields, errors })]
  const written = {
    text: shorten(await redactNames(turn, note.trim()), mostNoted),
    who: roleIn(kept.route, person),
    until,
  }
  await turn.ports.schoolNotes.propose({
    id: kept.id,
    policy: edition.policy,
    pointer,
    ...written,
    practice: kept.practice,
    by: person.id,
    at: turn.now,
  })
  return [quietly(turn, showNoted(kept, written, sayCitation(edition, pointer.ref)))]
}

function formFor(turn: Turn, kept: Case, sent: Parameters<typeof showNoteForm>[0]['sent']): Reply {
  return quietly(turn, showNoteForm({ kept, policies: choicesFor(turn.desk.shelf, kept), sent }))
}

/** The role in which they answered. */
function roleIn(route: Route, { roles }: Person): string {
  const first: readonly Role[] = route === 'policy-owner' ? ['policy-owner', 'slt'] : ['slt', 'policy-owner']
  const role = [...first, 'administrator' as const].find((each) => roles.includes(each))
  return role === undefined ? 'a colleague' : roleNames[role]
}

async function answeredBy(
  turn: Turn,
  id: string,
): Promise<{ readonly kept: Case; readonly person: Person } | undefined> {
  const person = await personOf(turn)
  const kept = await turn.ports.cases.find(id)
  return person === undefined || kept === undefined || !mayTeach(kept, person.id) ? undefined : { kept, person }
}
