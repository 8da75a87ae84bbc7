// Edits school.yaml for the office: values are put in place, and every comment is kept.
import { z } from 'zod'
import { isMap, isScalar, Pair, parseDocument, Scalar, YAMLMap, type Document } from 'yaml'
import { settleComments } from '../kit/yaml-comments.ts'
import type { DaySpan } from './terms.ts'

export interface SchoolValues {
  readonly name?: string
  readonly shortNames?: readonly string[]
  readonly zone?: string
  readonly nation?: string
  /** By role, such as `slt`. */
  readonly contacts?: Readonly<Record<string, { readonly who: string; readonly how: string }>>
  readonly terms?: readonly DaySpan[]
  readonly inset?: readonly DaySpan[]
  /** What is signed where a policy has no declaration; empty: nothing. */
  readonly statement?: string
  readonly reminders?: { readonly before: readonly number[]; readonly every: number }
}

export function changeSchool(source: string, values: SchoolValues): string {
  const document = parseDocument(source)
  settleComments(document)
  const put = (path: readonly string[], value: unknown) => putIn(document, path, value)
  put(['name'], values.name)
  put(['shortNames'], values.shortNames)
  put(['zone'], values.zone)
  put(['calendar', 'bankHolidays'], values.nation)
  for (const [role, { who, how }] of Object.entries(values.contacts ?? {})) {
    put(['contacts', role, 'who'], who)
    put(['contacts', role, 'how'], how)
  }
  put(['calendar', 'terms'], values.terms?.map(saySpan))
  put(['calendar', 'inset'], values.inset?.map(saySpan))
  put(['reminders', 'before'], values.reminders?.before)
  put(['reminders', 'every'], values.reminders?.every)
  putStatement(document, values.statement)
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** The words before stay in the file: what was signed of them counts on. */
function putStatement(document: Document.Parsed, statement: string | undefined): void {
  const before: unknown = document.getIn(['signing', 'statement'])
  if (statement === undefined || statement === (before ?? '')) return
  const kept: unknown = document.toJS()
  const earlier = EarlierStatements.parse(kept).signing.earlierStatements.filter((each) => each !== statement)
  const now = typeof before === 'string' ? [before, ...earlier] : earlier
  if (now.length > 0) putIn(document, ['signing', 'earlierStatements'], now)
  if (statement === '') document.deleteIn(['signing', 'statement'])
  else putIn(document, ['signing', 'statement'], statement)
}

const EarlierStatements = z.object({
  signing: z.object({ earlierStatements: z.array(z.string()).catch([]) }).catch({ earlierStatements: [] }),
})

/** An existing value is changed in place, so that the comments beside it stay; undefined leaves everything as it is. */
function putIn(document: Document.Parsed, path: readonly string[], value: unknown): void {
  if (value === undefined) return
  const there = document.getIn(path, true)
  if (isScalar(there) && (typeof value === 'string' || typeof value === 'number')) there.value = value
  else {
    addPart(document, path.length > 1 ? path[0] : undefined)
    document.setIn(path, document.createNode(value))
  }
}

/** Before a part that is new there is an empty line, as before the others. */
function addPart(document: Document.Parsed, part: string | undefined): void {
  if (part === undefined || !isMap(document.contents) || document.has(part)) return
  const key = new Scalar(part)
  key.spaceBefore = true
  document.add(new Pair(key, new YAMLMap()))
}

function saySpan({ from, to }: DaySpan): string {
  return from === to ? from : `${from} to ${to}`
}
