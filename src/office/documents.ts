// One document that was sent: as it was read, with later corrections, until it is written as an edition.
import { noGeneral } from '../search/build.ts'
import { usualIn } from '../search/usual.ts'
import { choosePolicy } from '../importer/choose.ts'
import { correct, correctionNames, idForm, type CorrectionName, type Corrections } from '../importer/correct.ts'
import { importDocument } from '../importer/import.ts'
import { isDoubt } from '../importer/report.ts'
import type { Imported, FactProposal } from '../importer/types.ts'
import { difference } from '../policy/difference.ts'
import { editionInForce } from '../policy/force.ts'
import type { ReadDocument } from '../ports/document.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import type { Brought } from './brought.ts'
import { filesFor } from './edition-files.ts'
import { links, page, officePage, textPart, wrong } from './parts.ts'
import { documentPage, doubtId } from './document-page.ts'
import { policyUpload } from './policy-pages.ts'
import { settleProposal } from './proposals.ts'
import { hashIn, saveAll } from './save.ts'
import { whyNotSaved } from './unsaved.ts'
import { todayOf, type Insider, type SentDocument, type World } from './world.ts'

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
}

const all = links({ to: '/office/policies', label: 'All policies' })

export function openSent(world: World, id: string, problem?: readonly string[]): OfficeAnswer {
  const document = world.documents.find(id, world.ports.clock())
  if (document === undefined)
    return page('Policies', [
      wrong('That document was sent too long ago, or has been written. Please send it again.'),
      policyUpload,
      all,
    ])
  if (document.read === undefined)
    return {
      kind: 'page',
      page: {
        ...officePage('Reading…', [textPart(`${document.name} is being read. This page looks again by itself.`), all]),
        again: 2,
      },
    }
  const looked = lookAt(world, document, document.read)
  if (looked.kind === 'refused')
    return page(document.name, [
      wrong(`${document.name} ${looked.what}. ${looked.fix}`, 'Nothing was changed.'),
      policyUpload,
      all,
    ])
  const { brought } = looked
  const shown = looked.problem === undefined ? problem : [looked.problem, ...(problem ?? [])]
  return documentPage({
    id,
    name: document.name,
    imported: brought.imported,
    declaration: brought.declaration,
    isNew: brought.isNew,
    policies: world.library().policies,
    changes: changesTo(world, brought.imported),
    usual: usualIn(brought.imported.edition, world.library().general ?? noGeneral),
    problem: shown,
    ticked: new Set(Object.keys(document.given).filter((each) => each.startsWith('doubt-'))),
  })
}

type Looked =
  | { readonly kind: 'refused'; readonly what: string; readonly fix: string }
  /** `problem`: a correction is not possible. */
  | { readonly kind: 'brought'; readonly brought: Brought; readonly problem: string | undefined }

function lookAt(world: World, document: SentDocument, read: ReadDocument): Looked {
  if (read.kind === 'refused') return read
  const { policies, school } = world.library()
  const found = importDocument(read.document, {
    policy: 'policy',
    title: undefined,
    edition: undefined,
    reviewEvery: policies.find(({ id }) => id === document.given['policy'])?.reviewEvery ?? school.reviewEvery,
    today: todayOf(world),
  })
  if (found.kind === 'refused') return found
  const { given } = document
  const chosen = chosenFor(given['policy'], { title: given['title'] ?? found.edition.title, policies })
  const source = { file: document.name, sha256: document.sha256, unseen: found.unseen }
  const imported = { ...found, edition: { ...found.edition, policy: chosen.policy, source } }
  const corrected = correct(imported, correctionsIn(imported, given))
  const file = { path: document.name, ...document }
  const first = corrected.kind === 'wrong' ? correct(imported, {}) : corrected
  if (first.kind === 'wrong') return { kind: 'refused', what: 'cannot be put right', fix: first.what }
  const brought = { file, imported: first.imported, declaration: first.declaration, isNew: chosen.isNew }
  return { kind: 'brought', brought, problem: corrected.kind === 'wrong' ? corrected.what : undefined }
}

function chosenFor(
  said: string | undefined,
  { title, policies }: { title: string; policies: Parameters<typeof choosePolicy>[1] },
) {
  if (policies.some(({ id }) => id === said)) return { policy: said ?? '', isNew: false }
  const chosen = choosePolicy(title, policies)
  if (said === undefined || chosen.isNew) return chosen
  // A new policy, although one with that name exists.
  const taken = new Set(policies.map(({ id }) => id))
  let id = `${chosen.policy}-2`
  for (let n = 3; taken.has(id); n++) id = `${chosen.policy}-${n}`
  return { policy: id, isNew: true }
}

const proposed: Readonly<Record<FactProposal['field'], CorrectionName>> = {
  nextReview: 'next-review',
  declaration: 'declaration',
  inForceFrom: 'effective',
}

/** What differs from what was read, and the proposals that somebody accepted. */
function correctionsIn(imported: Imported, given: SentDocument['given']): Corrections {
  const read = asRead(imported)
  const corrections: { [name in CorrectionName]?: string } = {}
  for (const { proposal, ...problem } of imported.problems) {
    if (proposal !== undefined && given[doubtId(problem)] === 'yes')
      corrections[proposed[proposal.field]] = proposal.value
  }
  for (const name of correctionNames) {
    const value = given[name]?.trim()
    if (value !== undefined && value !== '' && value !== read[name]) corrections[name] = value
  }
  return corrections
}

function asRead(imported: Imported): Readonly<Record<CorrectionName, string>> {
  const { title, adopted, reviewed, inForceFrom, nextReview, id } = imported.edition
  const first = correct(imported, {})
  return {
    title,
    adopted: adopted ?? '',
    reviewed: reviewed ?? '',
    effective: inForceFrom ?? '',
    'next-review': nextReview ?? '',
    declaration: first.kind === 'corrected' ? (first.declaration ?? 'none') : 'none',
    edition: id,
  }
}

function changesTo(world: World, { edition }: Imported) {
  const policy = world.library().policies.find(({ id }) => id === edition.policy)
  const was = policy && editionInForce(policy, todayOf(world))
  return was === undefined || was.wording !== 'adopted' || was.id === edition.id ? undefined : difference(was, edition)
}

export async function actOnSent(world: World, id: string, { insider, request }: Asking): Promise<OfficeAnswer> {
  const document = world.documents.find(id, world.ports.clock())
  if (document?.read === undefined) return openSent(world, id)
  document.given = request.fields
  if (request.fields['do'] !== 'write') return { kind: 'go', to: `/office/policies/sent/${encodeURIComponent(id)}` }
  const looked = lookAt(world, document, document.read)
  if (looked.kind === 'refused' || looked.problem !== undefined) return openSent(world, id, ['Nothing was written.'])
  return write(world, { id, brought: withoutTicked(looked.brought, document.given), insider })
}

/** Something that somebody has looked at is no longer a doubt. */
function withoutTicked(brought: Brought, given: SentDocument['given']): Brought {
  const problems = brought.imported.problems.filter((each) => !isDoubt(each) || given[doubtId(each)] !== 'yes')
  return { ...brought, imported: { ...brought.imported, problems } }
}

async function write(
  world: World,
  { id, brought, insider }: { id: string; brought: Brought; insider: Insider },
): Promise<OfficeAnswer> {
  const { policy, id: edition } = brought.imported.edition
  if (!idForm.test(policy)) return openSent(world, id, ['Its title gives no name for the policy. Write another title.'])
  const planned = filesFor(world.home, { brought, library: world.library(), replace: false })
  if (planned.kind === 'same') return openSent(world, id, ['This very text is here already. Nothing was written.'])
  if (planned.kind === 'differs')
    return openSent(world, id, [
      `There is an edition ${edition} with another text. An edition does not change once people rely on it: give this one another name.`,
    ])
  const changes = planned.files.map((file) => ({ ...file, seen: hashIn(world.home, file.path) }))
  const saved = await saveAll(world, insider, changes, planned.kept)
  if (saved.kind !== 'saved') return openSent(world, id, whyNotSaved(saved, 'this edition'))
  world.documents.drop(id)
  settleProposal(world.home, brought.file.sha256, 'taken')
  return { kind: 'go', to: `/office/policies/${policy}/${edition}?done=brought` }
}
