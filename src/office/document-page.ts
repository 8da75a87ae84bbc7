// The page of a document that is to become an edition: what was read, what is doubtful, and what can be corrected.
import { sayField } from '../importer/labels.ts'
import { isDoubt } from '../importer/report.ts'
import type { Imported, ImportProblem } from '../importer/types.ts'
import { sha256 } from '../kit/hash.ts'
import { capital } from '../kit/text.ts'
import type { Difference } from '../policy/difference.ts'
import { textOf } from '../policy/text.ts'
import type { Policy } from '../policy/types.ts'
import type { UsualSection } from '../search/usual.ts'
import type { OfficeAnswer, OfficeField, Part } from '../ports/office.ts'
import { form, links, list, notePart, page, textPart, wrong } from './parts.ts'
import { differenceParts, outlinePart, usualPart } from './policy-parts.ts'
import { toWhen } from './when.ts'

export interface DocumentView {
  readonly id: string
  readonly name: string
  readonly imported: Imported
  readonly declaration: string | undefined
  readonly isNew: boolean
  readonly policies: readonly Policy[]
  readonly changes: Difference | undefined
  /** Sections to which usual questions will lead. */
  readonly usual: readonly UsualSection[]
  readonly problem?: readonly string[] | undefined
  /** The names of the doubts that somebody has ticked. */
  readonly ticked: ReadonlySet<string>
}

export function documentPage(view: DocumentView): OfficeAnswer {
  const { id, name, imported, changes, usual, problem } = view
  const { edition, problems } = imported
  const doubts = problems.filter(isDoubt)
  const others = problems.filter((each) => !isDoubt(each))
  return page(edition.title, [
    problem === undefined ? undefined : wrong(...problem),
    textPart(`Read from ${name}. Nothing has been written yet.`),
    factsTable(imported),
    form(
      `/office/policies/sent/${id}`,
      [...choiceFields(view), ...doubts.map((each) => doubtField(each, view))],
      { label: 'Read it again with these', value: 'look' },
      { label: 'Write this edition', value: 'write', main: true },
    ),
    ...(changes === undefined ? [] : differenceParts(changes)),
    others.length === 0
      ? undefined
      : {
          kind: 'more',
          summary: `Also found: ${others.length}`,
          parts: [list(others.map((each) => sayWhere(each, imported)))],
        },
    outlinePart(edition),
    usualPart(usual),
    {
      kind: 'more',
      summary: 'The text as it will be shown',
      parts: edition.sections
        .slice(0, 300)
        .flatMap((section) => [
          textPart(`${section.number === null ? '' : `${section.ref} `}${section.title}`),
          notePart(textOf(section).slice(0, 4_000)),
        ]),
    },
    links({ to: '/office/policies', label: 'All policies' }),
  ])
}

const dateFields = ['adopted', 'published', 'reviewed', 'amended', 'ratified', 'inForceFrom', 'nextReview'] as const

function factsTable({ edition, facts }: Imported): Part {
  const rows = dateFields.map((field) => ({
    cells: [capital(sayField[field]), toWhen(edition[field]), facts.find((each) => each.field === field)?.words ?? '–'],
  }))
  return { kind: 'table', caption: 'What it says of itself', head: ['Fact', 'Read as', 'From the words'], rows }
}

function choiceFields({ imported, declaration, isNew, policies }: DocumentView): OfficeField[] {
  const { edition, declarations } = imported
  const when = (field: string, label: string, value: string | undefined): OfficeField => ({
    kind: 'line',
    id: field,
    label,
    hint: 'A day such as 2026-09-01, or a month such as 2026-09. Empty: as it was read.',
    value: value ?? '',
  })
  const candidates = declarations.map(({ ref, title, speaker }) => ({
    id: ref,
    label: `${ref} ${title} (spoken by ${speaker})`,
  }))
  const others = edition.sections
    .filter(({ ref }) => !declarations.some((each) => each.ref === ref))
    .map(({ ref, title }) => ({ id: ref, label: `${ref} ${title}` }))
  const options = [{ id: 'none', label: 'nothing in it is signed' }, ...candidates, ...others]
  const known = policies.map(({ id, title }) => ({ id, label: `an edition of: ${title}` }))
  const fresh = isNew
    ? [{ id: edition.policy, label: `a new policy: ${edition.title}` }]
    : [{ id: 'new', label: 'a new policy' }]
  return [
    { kind: 'choice', id: 'policy', label: 'It is', value: edition.policy, options: [...fresh, ...known] },
    { kind: 'line', id: 'title', label: 'Title', value: edition.title },
    {
      kind: 'line',
      id: 'edition',
      label: 'Name of the edition',
      hint: 'A month is best, such as 2026-09.',
      value: edition.id,
    },
    when('adopted', 'Adopted', edition.adopted),
    when('reviewed', 'Reviewed', edition.reviewed),
    when('effective', 'In force from', edition.inForceFrom),
    when('next-review', 'Next review', edition.nextReview),
    { kind: 'choice', id: 'declaration', label: 'What staff sign', value: declaration ?? 'none', options },
  ]
}

/**
 * Ticking a doubt with a proposal accepts the proposal; ticking any other means that it was looked at. What is not
 * ticked stays open.
 */
function doubtField(each: ImportProblem, { imported, ticked }: DocumentView): OfficeField {
  const end = each.proposal === undefined ? 'I have looked at this.' : `Yes: ${each.proposal.value}.`
  const id = doubtId(each)
  return { kind: 'tick', id, label: `${sayWhere(each, imported)} ${end}`, ticked: ticked.has(id) }
}

/** The same for as long as the doubt is. */
export function doubtId({ what, line }: ImportProblem): string {
  return `doubt-${sha256(`${line} ${what}`).slice(0, 12)}`
}

function sayWhere({ page: at, line, what, section }: ImportProblem, { hasLines }: Imported): string {
  const place =
    at !== undefined
      ? `Page ${at}: `
      : hasLines
        ? `Line ${line}: `
        : section === undefined
          ? ''
          : `Section ${section}: `
  return `${place}${what}`
}
