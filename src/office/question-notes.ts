// The school's own note beside a section, written in the office: the sentence that people read where the policy itself
// does not say it.
import type { Role } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import { redact } from '../kit/redact.ts'
import { pointerAt } from '../guide/proposals.ts'
import { readUntil, slipsInNote, usualUntil } from '../guide/school-notes.ts'
import type { Pointer } from '../guide/types.ts'
import { roleNames } from '../people/may.ts'
import type { Edition } from '../policy/types.ts'
import type { OfficeRequest } from '../ports/office.ts'
import { knowsWord } from '../search/query.ts'
import type { Desk } from '../turn/desk.ts'
import { theOnlyPolicy, type Insider, type World } from './world.ts'

/** As typed, without names. */
export interface WishedNote {
  readonly policy: string
  readonly section: string
  readonly text: string
  readonly until: string
}

export function noNote(desk: Desk): WishedNote {
  return { policy: theOnlyPolicy(desk), section: '', text: '', until: usualUntil(desk.shelf.today) }
}

export async function wishNote(
  { ports }: Pick<World, 'ports'>,
  desk: Desk,
  fields: OfficeRequest['fields'],
): Promise<WishedNote> {
  const names = await ports.directory.names()
  return {
    policy: fields['note-policy'] ?? theOnlyPolicy(desk),
    section: fields['note-section'] ?? '',
    text: redact((fields['note-text'] ?? '').trim(), { names, isCommon: (word) => knowsWord(word, desk.index) }),
    until: fields['note-until'] ?? '',
  }
}

export interface NoteInPlace {
  readonly policy: string
  readonly pointer: Pointer
  readonly text: string
  readonly until: Day
}

/** A sentence where it cannot stand there. */
export function placeNote({ policy, section, text, until: typed }: WishedNote, { shelf }: Desk): NoteInPlace | string {
  const edition = shelf.edition(policy)
  if (edition === undefined) return 'Choose the policy.'
  const pointer = pointerAt(edition, section)
  if (pointer === undefined) return sayNoSection(edition)
  const until = readUntil(typed, shelf.today)
  const [slip] = Object.values(slipsInNote(text, until))
  if (until === undefined || slip !== undefined) return slip ?? 'Give a day.'
  return { policy, pointer, text, until }
}

export function sayNoSection({ title }: Pick<Edition, 'title'>): string {
  return `Name a section of the ${title}, such as 2.a.`
}

/** Whoever writes it here decides about it too, so it stands at once. */
export async function keepNote({ ports }: World, { by }: Insider, note: NoteInPlace): Promise<void> {
  const { schoolNotes, clock, newId } = ports
  const id = newId()
  await schoolNotes.propose({ id, ...note, who: await roleOf({ ports }, by), practice: false, by, at: clock() })
  await schoolNotes.takeUp(id, { by, at: clock() })
}

async function roleOf({ ports }: Pick<World, 'ports'>, by: string): Promise<string> {
  const roles = (await ports.people.byId(by))?.roles ?? []
  const role = (['policy-owner', 'slt', 'administrator'] as const satisfies readonly Role[]).find((each) =>
    roles.includes(each),
  )
  return role === undefined ? 'the school’s office' : roleNames[role]
}
