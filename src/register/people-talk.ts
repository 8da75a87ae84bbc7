// People, kept by hand: somebody is added, details are changed, two entries become one person.
import { defined } from '../kit/defined.ts'
import type { Person } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'
import { everybody } from '../outbox/slt.ts'
import { fold } from '../kit/text.ts'
import { cleanLine, readDayField, readDetails, readGroupField } from '../people/details.ts'
import { matterOf, mattersOf } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'
import { nothingSent } from '../chat/forms.ts'
import { showAskJoin, showJoined } from './join-cards.ts'
import { showAdded, showDetails, showNewPerson, type Back } from './form-cards.ts'
import { onlyPolicy, permitAbout, permitAny, quietly } from '../turn/permit.ts'
import { personReply } from './talk.ts'

type Fields = Readonly<Record<string, string>>
interface About {
  readonly policy: string
  readonly person: string
}

/**
 * People belong to the school and not to a policy: the register they were opened from only decides where "back" leads.
 */
export async function openNewPerson(
  turn: Turn,
  { policy = onlyPolicy(turn) }: { policy?: string | undefined },
): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'keep-people')
  if (permitted.kind === 'refused') return permitted.replies
  return [quietly(turn, showNewPerson(backFor(turn, policy), { ...nothingSent, practice: permitted.by.practice }))]
}

/** The register of that policy, or of all; undefined where nothing can be signed yet, and so there is none. */
function backFor(turn: Turn, policy: string | undefined): Back {
  if (policy !== undefined && matterOf(turn, policy) !== undefined) return { policy }
  return mattersOf(turn).length > 0 ? {} : undefined
}

export async function addPerson(
  turn: Turn,
  { policy }: { policy?: string | undefined },
  fields: Fields,
): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'keep-people')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const back = backFor(turn, policy)
  const { people, newId } = turn.ports
  const [name, email] = [cleanLine(fields.name), cleanLine(fields.email).toLowerCase()]
  const starts = readDayField(fields.starts)
  const known = email === '' ? undefined : await people.byEmail(email)
  const errors = {
    ...defined({
      name: name === '' ? 'Write their name.' : undefined,
      email:
        email !== '' && !/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(email)
          ? 'Write a whole email address, or leave it empty.'
          : undefined,
    }),
    ...defined({
      email: known === undefined ? undefined : 'Somebody with that email address is here already.',
      starts: starts.kind === 'wrong' ? starts.fix : undefined,
    }),
  }
  if (Object.keys(errors).length > 0 || starts.kind === 'wrong')
    return [quietly(turn, showNewPerson(back, { fields, errors, practice: by.practice }))]
  const person: Person = {
    id: newId(),
    name,
    email: email === '' ? undefined : email,
    roles: ['staff'],
    group: readGroupField(fields.group),
    manager: undefined,
    startsOn: starts.day,
    leavesOn: undefined,
    away: [],
    weekdays: undefined,
    listed: false,
    practice: by.practice,
  }
  await people.put([person], { by: by.id })
  return [await addedReply(turn, person, back)]
}

async function addedReply(turn: Turn, person: Person, back: Back): Promise<Reply> {
  const matter = back?.policy === undefined ? undefined : matterOf(turn, back.policy)
  return matter === undefined
    ? quietly(turn, showAdded(person, back))
    : personReply(turn, { matter, person }, `${person.name} is added.`)
}

export async function changePerson(turn: Turn, about: About, fields: Fields): Promise<Reply[]> {
  const permitted = await permitAbout(turn, 'keep-people', about)
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, person, by } = permitted
  const read = readDetails(fields)
  if (read.kind === 'wrong')
    return [quietly(turn, showDetails({ edition: matter.edition, person }, { fields, errors: read.errors }))]
  const changed: Person = { ...person, ...read.details }
  await turn.ports.people.put([changed], { by: by.id })
  // Their rights have changed, so they must come in again.
  await turn.ports.doors.endSession({ person: person.id })
  return [await personReply(turn, { matter, person: changed }, 'Saved.')]
}

/** By email address, or by a name that exactly one other person has. */
export async function joinPerson(turn: Turn, about: About, fields: Fields): Promise<Reply[]> {
  const permitted = await permitAbout(turn, 'keep-people', about)
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, person } = permitted
  const other = cleanLine(fields.other)
  const found = (await find(turn, other, person)).filter(({ id }) => id !== person.id)
  const [twin] = found
  if (twin === undefined || found.length > 1) {
    const what =
      twin === undefined
        ? 'Nobody else has that email address or exact name.'
        : 'More than one person has that name. Give the email address.'
    return [
      quietly(turn, showDetails({ edition: matter.edition, person }, { fields: { other }, errors: { other: what } })),
    ]
  }
  const signed = (await turn.ports.journal.historyOf(twin.id)).filter(({ fact }) => fact.kind === 'signed').length
  return [quietly(turn, showAskJoin({ policy: matter.policy.id, person, other: twin, signed }))]
}

export async function joinSure(turn: Turn, { other, ...about }: About & { readonly other: string }): Promise<Reply[]> {
  const permitted = await permitAbout(turn, 'keep-people', about)
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, person, by } = permitted
  const twin = await turn.ports.people.byId(other)
  if (twin === undefined || twin.practice !== person.practice)
    return [await personReply(turn, { matter, person }, 'There is nobody of that name any more.')]
  if (twin.id === person.id) return [await personReply(turn, { matter, person }, 'They are one person already.')]
  await turn.ports.people.join(twin.id, person.id, { by: by.id })
  return [quietly(turn, showJoined({ policy: matter.policy.id, person, other: twin }))]
}

export async function unjoin(turn: Turn, { other, ...about }: About & { readonly other: string }): Promise<Reply[]> {
  const permitted = await permitAbout(turn, 'keep-people', about)
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, person, by } = permitted
  const now = await turn.ports.people.byId(other)
  const found = now?.id === person.id ? await turn.ports.people.unjoin(other, { by: by.id }) : undefined
  const done = found === undefined ? 'They are two people already.' : 'They are two people again.'
  return [await personReply(turn, { matter, person }, done)]
}

async function find({ ports }: Turn, wanted: string, { practice }: Person): Promise<readonly Person[]> {
  if (wanted === '') return []
  if (wanted.includes('@')) {
    const found = await ports.people.byEmail(wanted.toLowerCase())
    return found?.practice === practice ? [found] : []
  }
  const same: Person[] = []
  for await (const each of everybody(ports, practice)) if (fold(each.name) === fold(wanted)) same.push(each)
  return same
}
