// A case as a conversation between its asker and its responder. Every press checks again who may.
import type { ActionOf } from '../chat/actions.ts'
import type { Person } from '../chat/people.ts'
import { instead, privately, type Reply } from '../chat/replies.ts'
import type { Case } from '../ports/cases.ts'
import { quietly } from '../turn/permit.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import type { referralActions } from './actions.ts'
import { showNoCase, showUnknown } from './ask-cards.ts'
import { showCase, showOffered, showCasePassedOn, showTakenBy } from './case-cards.ts'
import { mayWrite, sayInCase, takeCase } from './change.ts'
import { showCases } from './list-cards.ts'
import { readStaff } from './read-staff.ts'
import { readPeople, caseShownTo, tellOf } from './send-told.ts'
import { answeringDay } from './when.ts'
import { couldAnswer, ranksFor } from './whom.ts'
import { showWriteForm, type WriteForm } from './write-cards.ts'

type Doing<K extends string> = ActionOf<typeof referralActions, K>

export async function takeIt(turn: Turn, { case: id }: Doing<'take-case'>): Promise<Reply[]> {
  const { ports, now } = turn
  const person = await personOf(turn)
  const found = await ports.cases.find(id)
  if (person === undefined || found === undefined || !(await isResponsible(turn, found, person))) return refused(turn)
  const outcome = await ports.cases.change(id, (current) => takeCase(current, { by: person.id, at: now }))
  switch (outcome.kind) {
    case 'taken':
    case 'already-yours':
      await tellOf(turn, [outcome.now])
      return [quietly(turn, await cardOf(turn, outcome.now, person))]
    case 'taken-by': {
      const taker = await ports.people.byId(outcome.taker)
      return [quietly(turn, showTakenBy(taker?.name ?? 'Somebody', person.practice))]
    }
    case 'closed':
    case 'not-yours':
      return refused(turn)
  }
}

/** The asker and the responder see all of it; people who may take it see that there is something. */
export async function showThisCase(turn: Turn, { case: id }: Pick<Doing<'show-case'>, 'case'>): Promise<Reply[]> {
  const person = await personOf(turn)
  const found = await turn.ports.cases.find(id)
  if (person === undefined || found === undefined) return refused(turn)
  if (found.asker === person.id || found.taker === person.id) return [quietly(turn, await cardOf(turn, found, person))]
  if (found.state !== 'waiting' || !found.offered.includes(person.id) || !(await isResponsible(turn, found, person)))
    return refused(turn)
  return [quietly(turn, showOffered(found, await seeing(turn, found), 'offer'))]
}

export async function writeInIt(turn: Turn, { case: id, what }: Doing<'write-in-case'>): Promise<Reply[]> {
  const person = await personOf(turn)
  const found = await turn.ports.cases.find(id)
  if (person === undefined || found === undefined || !mayWrite(found, { by: person.id, what })) return refused(turn)
  if (found.state === 'closed') return [quietly(turn, await cardOf(turn, found, person))]
  return [quietly(turn, await formOf(turn, found, { what, words: '', person }))]
}

export async function sayIt(
  turn: Turn,
  { case: id, what, seen }: Doing<'say-in-case'>,
  { words = '', to = '' }: Readonly<Record<string, string>>,
): Promise<Reply[]> {
  const { ports, now } = turn
  const person = await personOf(turn)
  const found = await ports.cases.find(id)
  if (person === undefined || found === undefined) return refused(turn)
  const other = what === 'pass-on' ? (await othersFor(turn, found, person)).find((each) => each.id === to) : undefined
  const outcome = await ports.cases.change(id, (current) =>
    sayInCase(current, { by: person.id, at: now, what, words, seen, to: other?.id }),
  )
  switch (outcome.kind) {
    case 'said':
      await tellOf(turn, [outcome.now])
      if (other !== undefined) return [quietly(turn, showCasePassedOn(other.name, person.practice))]
      return [quietly(turn, await cardOf(turn, outcome.now, person))]
    case 'closed':
      return [quietly(turn, await cardOf(turn, outcome.now, person))]
    case 'moved-on':
      if (what === 'close') return [quietly(turn, await cardOf(turn, outcome.now, person))]
      return [quietly(turn, await formOf(turn, outcome.now, { what, words, person, slip: outcome.kind }))]
    case 'words-empty':
    case 'nobody-chosen':
      return [quietly(turn, await formOf(turn, outcome.now, { what, words, person, slip: outcome.kind }))]
    case 'not-yours':
      return refused(turn)
  }
}

export async function listMine(turn: Turn): Promise<Reply[]> {
  const person = await personOf(turn)
  if (person === undefined) return [privately(showUnknown())]
  const cases = await turn.ports.cases.of(person.id)
  const { shelf } = turn.desk
  const titleOf = ({ about: { policy } }: Case) => (policy === undefined ? undefined : shelf.edition(policy)?.title)
  const own = { zone: turn.library.school.zone, titleOf }
  return [privately(showCases(cases, { ...own, reader: person.id, practice: person.practice }))]
}

/** Somebody who lost the role, has left, or is in the other world takes nothing. */
async function isResponsible(turn: Turn, found: Case, person: Person): Promise<boolean> {
  if (person.practice !== found.practice) return false
  if (found.taker === person.id) return true
  return (await responsibleFor(turn, found)).some(({ id }) => id === person.id)
}

async function responsibleFor({ ports, library, now }: Turn, found: Case): Promise<readonly Person[]> {
  const staff = await readStaff(ports, library.school, found.practice)
  const ranks = ranksFor({ route: found.route, policy: found.about.policy }, staff)
  return couldAnswer(ranks, { day: answeringDay(now, library.school.calendar), asker: found.asker })
}

const mostOthers = 20

async function othersFor(turn: Turn, found: Case, person: Person): Promise<readonly Person[]> {
  const { ports, library, now } = turn
  const staff = await readStaff(ports, library.school, found.practice)
  const day = answeringDay(now, library.school.calendar)
  const everybody = (['policy-owner', 'slt', 'safeguarding'] as const).flatMap((route) =>
    couldAnswer(ranksFor({ route, policy: found.about.policy }, staff), { day, asker: found.asker }),
  )
  const others = new Map(everybody.filter(({ id }) => id !== person.id).map((each) => [each.id, each]))
  return [...others.values()].slice(0, mostOthers)
}

async function formOf(
  turn: Turn,
  found: Case,
  { person, ...form }: Omit<WriteForm, 'others'> & { readonly person: Person },
) {
  const others = form.what === 'pass-on' ? await othersFor(turn, found, person) : []
  return showWriteForm(found, await seeing(turn, found), { ...form, others })
}

async function cardOf(turn: Turn, found: Case, { id }: Person) {
  return showCase(found, id, await seeing(turn, found))
}

async function seeing(turn: Turn, found: Case) {
  return caseShownTo(turn, found, await readPeople(turn, [found]))
}

/** The same answer whether there is no such case or none for them. */
function refused({ event }: Turn): Reply[] {
  return [event.place.kind === 'private' ? instead(showNoCase()) : privately(showNoCase())]
}
