// The office's people: searched, imported from a list, joined, separated, erased. The journal records who did it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Person } from '../chat/people.ts'
import { erase } from '../declaration/erase.ts'
import { stampOf } from '../journal/stamp.ts'
import { sha256 } from '../kit/hash.ts'
import type { Mapping } from '../people/columns.ts'
import { readDetails } from '../people/details.ts'
import { asOne, suspectSame } from '../people/same.ts'
import { columns } from '../people/types.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import { isFoundBy } from '../register/filter.ts'
import { writeWhole } from './edition-files.ts'
import { planRecords, tooManyLeave } from './list-plan.ts'
import { listPage, peoplePage, uploadPage } from './people-pages.ts'
import { personPage, rolesTicked, sealOfDetails, type PersonPageView } from './person-page.ts'
import { showTaken, takeListBack } from './lists.ts'
import { everybodyReal, todayOf, type Insider, type SentList, type World } from './world.ts'

const missing: OfficeAnswer = { kind: 'missing' }
const go = (to: string): OfficeAnswer => ({ kind: 'go', to })

export async function openPeople(
  world: World,
  rest: readonly string[],
  fields: OfficeRequest['fields'],
): Promise<OfficeAnswer> {
  const [id, list] = rest
  if (id === undefined) return showPeople(world, fields)
  if (id === 'import' && list === undefined) return uploadPage()
  if (id === 'import') return showList(world, list ?? '')
  if (id === 'lists') return showTaken(world, list)
  return showPerson(world, id, { done: fields['done'] })
}

async function showPeople(world: World, { q = '', from = '0', done }: OfficeRequest['fields']): Promise<OfficeAnswer> {
  const wanted = q.trim()
  const everybody = await everybodyReal(world)
  const found = wanted === '' ? everybody : everybody.filter((person) => isFoundBy(person, wanted))
  const at = /^\d{1,6}$/.test(from) ? Number(from) : 0
  return peoplePage({ query: q.slice(0, 200), from: at, found, done })
}

async function realPerson({ ports }: World, id: string): Promise<Person | undefined> {
  const person = await ports.people.byId(id)
  return person === undefined || person.practice ? undefined : person
}

async function showPerson(world: World, id: string, view: Omit<PersonPageView, 'signed'>): Promise<OfficeAnswer> {
  const person = await realPerson(world, id)
  if (person === undefined) return missing
  const signed = (await world.ports.journal.historyOf(person.id)).filter(({ fact }) => fact.kind === 'signed').length
  return personPage(person, { ...view, signed })
}

interface Acting {
  readonly insider: Insider
  readonly request: OfficeRequest
}

export async function actOnPeople(world: World, rest: readonly string[], acting: Acting): Promise<OfficeAnswer> {
  const [id, list] = rest
  if (id === 'import') return list === undefined ? sendList(world, acting) : settleList(world, list, acting)
  if (id === 'lists') return takeListBack(world, list ?? '', acting)
  const person = id === undefined ? undefined : await realPerson(world, id)
  if (person === undefined) return missing
  switch (acting.request.fields['do']) {
    case 'details':
      return changeDetails(world, person, acting)
    case 'join':
      return joinPerson(world, person, acting)
    case 'unjoin':
      return unjoinPerson(world, person, acting)
    case 'erase':
      return erasePerson(world, person, acting)
    default:
      return missing
  }
}

async function changeDetails(world: World, person: Person, { insider, request }: Acting): Promise<OfficeAnswer> {
  const { fields } = request
  const read = readDetails({ ...fields, roles: rolesTicked(fields) })
  if (read.kind === 'wrong')
    return showPerson(world, person.id, { problem: 'Nothing was saved yet.', typed: fields, errors: read.errors })
  if (fields['seen'] !== sealOfDetails(person))
    return showPerson(world, person.id, {
      problem: `Somebody has changed ${person.name} since this page was shown, and nothing of yours was saved. What you typed stands below: save again to put it in place of what stands there now.`,
      typed: fields,
    })
  await world.ports.people.put([{ ...person, ...read.details }], doer(insider))
  // Their rights may have changed, so they come in again; whoever did it to themselves is in the middle of something.
  if (person.id !== insider.by) await world.ports.doors.endSession({ person: person.id })
  return go(`/office/people/${encodeURIComponent(person.id)}?done=changed`)
}

async function joinPerson(world: World, person: Person, { insider, request }: Acting): Promise<OfficeAnswer> {
  const { people } = world.ports
  const into = await people.byEmail((request.fields['into'] ?? '').trim().toLowerCase())
  if (into === undefined || into.practice)
    return showPerson(world, person.id, { problem: 'Nobody here has that email address. Nothing was changed.' })
  if (into.id === person.id) return showPerson(world, person.id, { problem: 'They are one person already.' })
  await people.join(person.id, into.id, doer(insider))
  return go('/office/people?done=joined')
}

async function unjoinPerson(world: World, person: Person, { insider, request }: Acting): Promise<OfficeAnswer> {
  const was = (request.fields['was'] ?? '').trim()
  const found = was === '' ? undefined : await world.ports.people.unjoin(was, doer(insider))
  if (found === undefined)
    return showPerson(world, person.id, { problem: 'Nobody was joined by that address. Nothing was changed.' })
  return go('/office/people?done=unjoined')
}

async function erasePerson(world: World, person: Person, { insider, request }: Acting): Promise<OfficeAnswer> {
  if (request.fields['sure'] !== 'yes')
    return showPerson(world, person.id, { problem: 'Tick the box if they are to be erased. Nothing was changed.' })
  const stamp = stampOf(world.ports)
  await world.ports.journal.record({ policy: '', person: person.id }, (facts) =>
    erase(facts, { by: insider.by, stamp }),
  )
  return go('/office/people?done=erased')
}

function doer({ by }: Insider) {
  return { by }
}

async function sendList(world: World, { request }: Acting): Promise<OfficeAnswer> {
  const [file] = request.files
  if (file === undefined) return uploadPage('Choose the file with the list first.')
  const read = await world.readList(file.bytes, file.name)
  if (read.kind === 'refused') return uploadPage(`${file.name} ${read.what}`)
  const id = world.ports.newId()
  const part = request.fields['part'] === 'yes'
  world.lists.keep(id, { name: file.name, hash: read.hash, records: read.records, part }, world.ports.clock())
  return go(`/office/people/import/${encodeURIComponent(id)}`)
}

async function showList(world: World, id: string, problem?: string): Promise<OfficeAnswer> {
  const list = world.lists.find(id, world.ports.clock())
  if (list === undefined)
    return uploadPage('That list was sent too long ago, or has been taken in. Please send it again.')
  const planned = await planFor(world, list)
  return listPage({ id, ...list, ...planned, problem })
}

async function planFor(world: World, list: SentList) {
  const known = await everybodyReal(world)
  let ids = 0
  const ofFile = (at: number) => `${list.hash.slice(0, 8)}-${at}`
  // Joiners get their ids when they are taken in, so that a list that is only looked at has the same seal each time.
  const newId = () => ofFile(++ids)
  const today = todayOf(world)
  const planning = { known, today, newId, whole: !list.part, mapping: readMapping(world.home) }
  const plan = planRecords(list.records, planning)
  const suspects = plan.problems.length > 0 ? [] : suspectSame(plan, today)
  const seal = sha256(JSON.stringify([plan.changes, suspects.map(({ known, joiner }) => [known.id, joiner.id])]))
  return { known, plan, suspects, seal, tooMany: tooManyLeave(plan, known) }
}

async function settleList(world: World, id: string, { insider, request }: Acting): Promise<OfficeAnswer> {
  const list = world.lists.find(id, world.ports.clock())
  if (list === undefined) return showList(world, id)
  const planned = await planFor(world, list)
  const { fields } = request
  if (fields['do'] === 'map') {
    keepMapping(
      world.home,
      planned.plan.head.map(({ heading }, at) => [heading, fields[`column-${at}`] ?? 'none']),
    )
    return go(`/office/people/import/${encodeURIComponent(id)}`)
  }
  if (planned.plan.problems.length > 0) return showList(world, id, 'Nothing was changed.')
  if (fields['seal'] !== planned.seal)
    return showList(
      world,
      id,
      'Something has changed since this page was shown. Nothing was changed: please look at it again.',
    )
  if (planned.tooMany && fields['leavers'] !== 'yes')
    return showList(
      world,
      id,
      'More than a fifth of the people would leave. If the file is only a part of the list, send it again and say so. If they have really left, tick the box.',
    )
  const same = planned.suspects.filter((_, at) => fields[`same-${at}`] === 'yes')
  const changes = withNewIds(
    asOne(planned.plan.changes, same).map(({ person }) => person),
    planned.known,
    world.ports.newId,
  )
  await world.ports.people.put(changes, { by: insider.by, list: { hash: list.hash, rows: planned.plan.rows } })
  world.lists.drop(id)
  return go('/office/people?done=imported')
}

/** Joiners have an id of their own from here on; managers among them are updated. */
function withNewIds(people: readonly Person[], known: readonly Person[], newId: () => string): readonly Person[] {
  const here = new Set(known.map(({ id }) => id))
  const ids = new Map(people.filter(({ id }) => !here.has(id)).map(({ id }) => [id, newId()]))
  return people.map((person) => ({
    ...person,
    id: ids.get(person.id) ?? person.id,
    manager: person.manager === undefined ? undefined : (ids.get(person.manager) ?? person.manager),
  }))
}

const MappingFile = z.record(z.string(), z.enum(['none', ...columns]))

function mappingFile(home: string): string {
  return join(home, 'people-columns.json')
}

/** What was said about headings before. A file that cannot be read counts as empty. */
export function readMapping(home: string): Mapping {
  if (!existsSync(mappingFile(home))) return {}
  try {
    return MappingFile.parse(JSON.parse(readFileSync(mappingFile(home), 'utf8')))
  } catch {
    return {}
  }
}

function keepMapping(home: string, said: readonly (readonly [heading: string, column: string])[]): void {
  const read = MappingFile.safeParse({
    ...readMapping(home),
    ...Object.fromEntries(said.filter(([heading]) => heading.trim() !== '')),
  })
  if (read.success) writeWhole(mappingFile(home), `${JSON.stringify(read.data, undefined, 2)}\n`)
}
