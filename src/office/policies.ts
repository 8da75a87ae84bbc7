// The office's policies: documents are sent, read in the background, corrected and written; editions are put in force,
// withdrawn, marked and corrected. The command line uses the same decisions.
import { existsSync, createReadStream } from 'node:fs'
import { join } from 'node:path'
import { rulesToConfirm } from '../check/propose.ts'
import { mark } from '../declaration/mark.ts'
import { changeRecord } from '../importer/write.ts'
import { stampOf } from '../journal/stamp.ts'
import { sha256 } from '../kit/hash.ts'
import { parseDayOrMonth, type DayOrMonth } from '../kit/days.ts'
import { difference, type Difference } from '../policy/difference.ts'
import { latestEdition } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import { openDoubts } from './edition-files.ts'
import { originalIn } from './originals.ts'
import { actOnSent, openSent } from './documents.ts'
import { actOnOutside, openOutside } from './outside.ts'
import { editionPage, policiesPage } from './policy-pages.ts'
import { bytesOf, openProposedFiles, settleProposal } from './proposals.ts'
import { hashIn, saveAll, textIn } from './save.ts'
import { actOnUnderstanding, openUnderstanding } from './understanding.ts'
import { whyNotSaved } from './unsaved.ts'
import { actOnUsual, openUsual } from './usual.ts'
import { todayOf, type Insider, type World } from './world.ts'

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
}

const missing: OfficeAnswer = { kind: 'missing' }

export async function openPolicies(
  world: World,
  rest: readonly string[],
  { insider, request }: Asking,
): Promise<OfficeAnswer> {
  const [policy, edition, more] = rest
  if (policy === undefined) return policiesShown(world, request.fields)
  if (policy === 'sent') return openSent(world, edition ?? '')
  if (policy === '-outside') return openOutside(world)
  const found = find(world, policy, edition)
  if (found === undefined) return missing
  if (more === 'original') return original(world, found)
  if (more === 'usual') return openUsual(world, found, { done: request.fields['done'] })
  if (more === 'understanding') return openUnderstanding(world, found, { insider, done: request.fields['done'] })
  return showEdition(world, found, { done: request.fields['done'] })
}

function policiesShown(world: World, { sent = '', done }: OfficeRequest['fields'], problem?: string): OfficeAnswer {
  const library = world.library()
  const now = world.ports.clock()
  const waiting = sent.split('.').flatMap((id) => {
    const document = world.documents.find(id, now)
    if (document === undefined) return []
    const state =
      document.read === undefined ? 'being read' : document.read.kind === 'refused' ? 'cannot be read' : 'look at it'
    return [{ id, name: document.name, state }]
  })
  const view = {
    proposed: openProposedFiles(world.home),
    policies: library.policies,
    today: todayOf(world),
    sent: waiting,
    open: openDoubts(world.home, library),
    done,
  }
  const answer = policiesPage(problem === undefined ? view : { ...view, problem })
  const reading = waiting.some(({ state }) => state === 'being read')
  return answer.kind === 'page' && reading ? { ...answer, page: { ...answer.page, again: 2 } } : answer
}

interface Found {
  readonly policy: Policy
  readonly edition: Edition
  /** The school's own edition before it. */
  readonly before: Edition | undefined
}

function find(world: World, id: string, which: string | undefined): Found | undefined {
  const policy = world.library().policies.find((each) => each.id === id)
  const edition = policy?.editions.find((each) => each.id === which)
  if (policy === undefined || edition === undefined) return undefined
  const at = policy.editions.indexOf(edition)
  const before = policy.editions.slice(at + 1).find(({ wording }) => wording === 'adopted')
  return { policy, edition, before }
}

function pathOf({ policy, edition }: Pick<Found, 'policy' | 'edition'>): string {
  return `policies/${policy.id}/${edition.id}.md`
}

async function showEdition(
  world: World,
  found: Found,
  { done, problem }: { done?: string | undefined; problem?: readonly string[] },
): Promise<OfficeAnswer> {
  const { policy, edition, before } = found
  const { marks } = await world.ports.journal.factsOf({ policy: policy.id })
  const latest = marks.findLast(
    ({ fact }) => fact.kind === 'edition-marked' && fact.edition === edition.id && !fact.practice,
  )?.fact
  const changes: Difference | undefined = before === undefined ? undefined : difference(before, edition)
  const { scenarios: all, idle = [] } = world.library()
  const scenarios = [...all, ...idle]
  const view = {
    policy,
    edition,
    today: todayOf(world),
    own: existsSync(join(world.home, pathOf(found))),
    hasOriginal: originalIn(world.home, found.edition) !== undefined,
    changes,
    rulesOff: latestEdition(policy) === edition ? rulesToConfirm(scenarios, edition).length : 0,
    marked: latest?.kind === 'edition-marked' ? latest.change : undefined,
    seen: hashIn(world.home, pathOf(found)),
    done,
  }
  return editionPage(problem === undefined ? view : { ...view, problem })
}

function original(world: World, found: Found): OfficeAnswer {
  const path = originalIn(world.home, found.edition)
  if (path === undefined) return missing
  const pieces = createReadStream(path) as AsyncIterable<Uint8Array>
  return { kind: 'file', name: found.edition.source?.file ?? 'policy', type: 'application/octet-stream', pieces }
}

export async function actOnPolicies(world: World, rest: readonly string[], asking: Asking): Promise<OfficeAnswer> {
  const [policy, edition, more] = rest
  if (policy === undefined)
    return asking.request.fields['proposed'] === undefined ? sendDocuments(world, asking) : takeProposal(world, asking)
  if (policy === 'sent') return actOnSent(world, edition ?? '', asking)
  if (policy === '-outside') return actOnOutside(world, asking)
  const found = find(world, policy, edition)
  if (found === undefined) return missing
  const { fields } = asking.request
  if (more === 'usual') return actOnUsual(world, found, { insider: asking.insider, fields })
  if (more === 'understanding') return actOnUnderstanding(world, found, { insider: asking.insider, fields })
  const verb = fields['do']
  if (verb === 'material' || verb === 'editorial')
    return markEdition(world, found, { by: asking.insider.by, change: verb })
  const changes = changesOf(found, fields)
  if (typeof changes === 'string') return showEdition(world, found, { problem: [changes] })
  return writeRecord(world, found, { changes, asking })
}

async function markEdition(
  world: World,
  { policy, edition }: Found,
  { by, change }: { by: string; change: 'material' | 'editorial' },
): Promise<OfficeAnswer> {
  const stamp = stampOf(world.ports)
  const about = { policy: policy.id, edition: edition.id, change, practice: false, by, stamp }
  await world.ports.journal.record({ policy: policy.id }, (facts) => mark(facts, about))
  return { kind: 'go', to: `/office/policies/${policy.id}/${edition.id}?done=marked` }
}

type Changes = Readonly<Record<string, string | undefined>>

/** What a form changes in an edition's record; a sentence where it cannot be changed. */
function changesOf({ policy, edition }: Found, fields: OfficeRequest['fields']): Changes | string {
  if (fields['do'] === 'correct') return correctionsIn(fields)
  const from = readWhen(fields['from'] ?? '')
  if (from === undefined || from === 'none') return 'Write from which day, such as 2026-09-01. Nothing was changed.'
  if (fields['do'] === 'publish') return { inForceFrom: from, withdrawn: undefined }
  // Staff must never find a policy without a text.
  const stands = policy.editions.some((each) => each !== edition && each.withdrawn === undefined)
  return stands
    ? { withdrawn: from }
    : 'It is the only edition of this policy that stands, so it cannot be withdrawn. Import the one that takes its place first.'
}

function correctionsIn(fields: OfficeRequest['fields']): Changes | string {
  const title = (fields['title'] ?? '').replace(/\s+/g, ' ').trim()
  if (title === '') return 'It needs a title. Nothing was changed.'
  const changes: Record<string, string | undefined> = { title }
  for (const field of ['adopted', 'reviewed', 'inForceFrom', 'nextReview']) {
    const when = readWhen(fields[field] ?? '')
    if (when === undefined)
      return `“${fields[field] ?? ''}” is not a date. Write a day such as 2026-09-01 or a month such as 2026-09. Nothing was changed.`
    changes[field] = when === 'none' ? undefined : when
  }
  return changes
}

function readWhen(written: string): DayOrMonth | 'none' | undefined {
  const text = written.trim()
  return text === '' ? 'none' : parseDayOrMonth(text)
}

async function writeRecord(
  world: World,
  found: Found,
  { changes, asking }: { changes: Changes; asking: Asking },
): Promise<OfficeAnswer> {
  const { insider, request } = asking
  const path = pathOf(found)
  const before = textIn(world.home, path)
  if (before === undefined)
    return showEdition(world, found, {
      problem: ['It comes with the program and is not one of the school’s own. Import the school’s own text first.'],
    })
  const source = changeRecord(before, changes)
  const saved = await saveAll(world, insider, [{ path, source, seen: request.fields['seen'] }])
  if (saved.kind !== 'saved') return showEdition(world, found, { problem: whyNotSaved(saved, 'this edition') })
  const done = { correct: 'saved', publish: 'published', withdraw: 'withdrawn' }[request.fields['do'] ?? ''] ?? 'saved'
  return { kind: 'go', to: `/office/policies/${found.policy.id}/${found.edition.id}?done=${done}` }
}

/** Each is read in the background; the following page reloads until all have been read. */
function sendDocuments(world: World, { request }: Pick<Asking, 'request'>): OfficeAnswer {
  if (request.files.length === 0) return policiesShown(world, {}, 'Choose one or more files first.')
  if (request.files.length > 30) return policiesShown(world, {}, 'Send thirty files at a time at most.')
  const ids = request.files.map(({ name, bytes }) => {
    const id = world.ports.newId().replaceAll('.', '-')
    const document = { id, name, bytes, sha256: sha256(bytes), read: undefined, given: {} }
    world.documents.keep(id, document, world.ports.clock())
    return document
  })
  void readAll(world, ids)
  const [only, ...others] = ids
  return only !== undefined && others.length === 0
    ? { kind: 'go', to: `/office/policies/sent/${only.id}` }
    : { kind: 'go', to: `/office/policies?sent=${ids.map(({ id }) => id).join('.')}` }
}

/** A proposal is treated as if it had been sent, or is dismissed. */
function takeProposal(world: World, { request }: Pick<Asking, 'request'>): OfficeAnswer {
  const proposal = openProposedFiles(world.home).find(({ sha256: hash }) => hash === request.fields['proposed'])
  if (proposal === undefined) return policiesShown(world, {}, 'Somebody has looked at that already.')
  if (request.fields['do'] === 'leave') {
    settleProposal(world.home, proposal.sha256, 'left')
    return { kind: 'go', to: '/office/policies?done=told' }
  }
  const bytes = bytesOf(world.home, proposal)
  if (bytes === undefined)
    return policiesShown(world, {}, 'The file is gone from the home. It is proposed again when it changes.')
  return sendDocuments(world, { request: { ...request, files: [{ name: proposal.name, bytes }] } })
}

async function readAll(world: World, documents: readonly Parameters<World['documents']['keep']>[1][]): Promise<void> {
  for (const document of documents) {
    try {
      document.read = await world.readDocument(document.bytes, document.name)
    } catch (error) {
      world.ports.log.error({ error }, 'a document could not be read')
      document.read = {
        kind: 'refused',
        why: 'damaged',
        what: 'could not be read',
        fix: 'Save it again from Word, and send that copy.',
      }
    }
  }
}
