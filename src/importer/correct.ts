// Facts that a person gives replace those that were read, and settle the doubts about them.
import { parseDayOrMonth, type DayOrMonth } from '../kit/days.ts'
import { findSection } from '../policy/force.ts'
import { readTerm } from './terms.ts'
import { readDate } from './dates.ts'
import { sureDeclaration } from './declarations.ts'
import type { Imported } from './types.ts'

/** By the names under which people give them. */
export type Corrections = { readonly [name in CorrectionName]?: string }

export const correctionNames = [
  'title',
  'adopted',
  'reviewed',
  'effective',
  'next-review',
  'declaration',
  'edition',
] as const
export type CorrectionName = (typeof correctionNames)[number]

export type Corrected =
  | { readonly kind: 'corrected'; readonly imported: Imported; readonly declaration: string | undefined }
  | { readonly kind: 'wrong'; readonly what: string }

const dates = {
  adopted: 'adopted',
  reviewed: 'reviewed',
  effective: 'inForceFrom',
  'next-review': 'nextReview',
} as const

const dateNames = ['adopted', 'reviewed', 'effective', 'next-review'] as const

/** `none` removes a declaration. Without one, it is the only one that staff could make. */
export function correct(imported: Imported, given: Corrections): Corrected {
  let { edition } = imported
  const settled = new Set<string>()
  const { title, edition: id, declaration } = given
  if (title !== undefined) edition = { ...edition, title }
  if (id !== undefined) {
    if (!idForm.test(id)) return wrong(`"${id}" is not an edition id. A month is best, such as 2026-09.`)
    edition = { ...edition, id }
  }
  for (const name of dateNames) {
    const field = dates[name]
    const value = given[name]
    if (value === undefined) continue
    const when = parseDayOrMonth(value) ?? readDate(value)?.when ?? readTermAs(value, field)
    if (when === undefined)
      return wrong(`"${value}" (--${name}) is not a date. Write a day as 2026-09-01 or a month as 2026-09.`)
    edition = { ...edition, [field]: when }
    settled.add(field)
  }
  if (given.reviewed !== undefined && id === undefined)
    edition = { ...edition, id: edition.reviewed?.slice(0, 7) ?? edition.id }
  if (declaration !== undefined && declaration !== 'none' && findSection(edition, declaration) === undefined)
    return wrong(
      `There is no section ${declaration} to sign. The sections are ${edition.sections.map(({ ref }) => ref).join(', ')}.`,
    )
  if (declaration !== undefined) settled.add('declaration')
  const problems = imported.problems.filter(
    ({ proposal, what }) => !settled.has(proposal?.field ?? '') && !isSettled(what, settled),
  )
  const sure = declaration ?? sureDeclaration(imported.declarations)?.ref
  return {
    kind: 'corrected',
    imported: { ...imported, edition, problems },
    declaration: sure === 'none' ? undefined : sure,
  }
}

export const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/

function readTermAs(value: string, field: string): DayOrMonth | undefined {
  const term = readTerm(value)
  return field === 'nextReview' ? term?.to : term?.from
}

/** A doubt about a date that was given since. */
function isSettled(what: string, settled: ReadonlySet<string>): boolean {
  if (settled.has('nextReview') && /\(next review\)|the next review with --next-review/.test(what)) return true
  return settled.has('inForceFrom') && /in force from/.test(what)
}

function wrong(what: string): Corrected {
  return { kind: 'wrong', what }
}
