// The digest on demand, and its parts: for SLT, always in private, wherever it was asked for.
import type { ActionOf } from '../chat/actions.ts'
import type { digestActions } from './actions.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { quietly } from '../turn/permit.ts'
import { isoWeek, parseDay, addDays, type Day } from '../kit/days.ts'
import { may } from '../people/may.ts'
import type { Person } from '../chat/people.ts'
import type { Turn } from '../turn/turn.ts'
import { buildDigest } from './build.ts'
import { showDigest, showDigestRefused, showDigestPart } from './cards.ts'
import { gatherFor } from './read.ts'
import type { Digest } from './types.ts'
import { sinceWhen } from './week.ts'

export async function openDigest(turn: Turn, { since }: { since?: string | undefined }): Promise<Reply[]> {
  const person = await permitted(turn)
  if (person === undefined) return [privately(showDigestRefused())]
  const card = showDigest(await digestFor(turn, person, since))
  // When asked for, it comes as a new message; on the way back from a part, it replaces that part.
  return [since === undefined ? privately(card) : quietly(turn, card)]
}

export async function openPart(
  turn: Turn,
  { part, since }: ActionOf<typeof digestActions, 'digest-details'>,
): Promise<Reply[]> {
  const person = await permitted(turn)
  if (person === undefined) return [privately(showDigestRefused())]
  return [quietly(turn, showDigestPart(await digestFor(turn, person, since), part))]
}

async function permitted({ ports, event, desk }: Turn): Promise<Person | undefined> {
  const person = await ports.directory.find(event.account)
  return may(person, 'see-register', desk.shelf.today) ? person : undefined
}

async function digestFor(turn: Turn, { id, practice }: Person, given: string | undefined): Promise<Digest> {
  const { today } = turn.desk.shelf
  const asked = given === undefined ? undefined : parseDay(given)
  return buildDigest(await gatherFor(turn, practice)(asked ?? (await sinceLast(turn, id, today))))
}

/** The last one may be this week’s. */
async function sinceLast({ ports }: Turn, id: string, today: Day): Promise<Day> {
  return sinceWhen(await ports.notices.of([id]), { before: isoWeek(addDays(today, 7)), today })
}
