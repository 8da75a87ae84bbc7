// What a document says about itself: its dates and its approval, each with the words that it was read from.
import { defined } from '../kit/defined.ts'
import { firstDayOf, type Day, type DayOrMonth } from '../kit/days.ts'
import { shorten } from '../kit/text.ts'
import { findDate, readDate, type FoundDate } from './dates.ts'
import { labelled, sayField, subject, type DateField, type Labelled } from './labels.ts'
import { pairsOf, type RecordLine } from './pairs.ts'
import { isRecordLine, readApproval } from './record.ts'
import { readTerm } from './terms.ts'
import type { SourceBlock, FactSource, ImportProblem } from './types.ts'

export type Dates = { readonly [field in Exclude<DateField, 'review'>]?: DayOrMonth | undefined }

export interface DocumentFacts {
  readonly dates: Dates
  readonly approvedBy: string | undefined
  readonly sources: readonly FactSource[]
  readonly problems: readonly ImportProblem[]
  /** A year where a date was expected; it is not a date, but better than no name for the edition. */
  readonly year: string | undefined
}

export interface FactPlaces {
  readonly isPreface: (at: number) => boolean
  readonly sectionOf: (at: number) => string | undefined
  /** No review that is already past lies ahead of it. */
  readonly today: Day
}

interface Said {
  readonly field: DateField
  readonly when: DayOrMonth
  readonly words: string
  readonly at: number
}

/** From lines about the document, wherever they are, and from tables that contain such lines. */
export function readFacts(blocks: readonly SourceBlock[], { isPreface, sectionOf, today }: FactPlaces): DocumentFacts {
  const said: Said[] = []
  const problems: ImportProblem[] = []
  let approvedBy: string | undefined
  let year: string | undefined
  const report = (at: number, what: string) => {
    const { no: line = 0, page } = blocks[at] ?? {}
    problems.push({ kind: 'date', section: sectionOf(at), line, ...defined({ page }), what })
  }
  const about = [...blocks.entries()].filter(([, block]) => isAboutDocument(block))
  if (about.length > mostLines)
    report(
      about[mostLines]?.[0] ?? 0,
      `There are more than ${mostLines} lines about dates and approval; those from here on were not read.`,
    )
  for (const [at] of about.slice(0, mostLines)) {
    for (const line of pairsOf(blocks, at)) {
      if (line.text.length > longest) continue
      const signed = signedOn(blocks, at, line)
      if (signed !== undefined) said.push({ ...signed, at })
      const isOwn = isRecordLine(line.text) || isPreface(at)
      if (isOwn) approvedBy ??= readApproval(line.text)
      for (const each of datedIn(line, isOwn)) {
        const read = readWhen(each.given, each.field)
        if (read !== undefined) said.push({ field: each.field, when: read.when, words: each.words, at })
        else year ??= /^(20\d\d)(?:\s*[-–/]\s*(?:20)?\d\d)?$/.exec(each.given)?.[1]
        const doubt = doubtAbout(each, read)
        if (doubt !== undefined) report(at, doubt)
      }
    }
  }
  reportOthers(said, report)
  if (!said.some(({ field }) => field !== 'nextReview' && field !== 'review')) {
    const bare = lastVersion(blocks, isPreface) ?? bareDate(blocks, isPreface)
    if (bare !== undefined) {
      said.push(bare)
      report(
        bare.at,
        `"${bare.words}" does not say what its date is for; it is taken for the day on which the policy was ${sayField[bare.field]}.`,
      )
    }
  }
  return { ...settle(placeReview(said, today), blocks), approvedBy, problems, year }
}

const longest = 160
/** A policy has a few such lines, and a handbook hundreds. Each takes as long as a hundred lines of text. */
const mostLines = 5_000

/** Told apart quickly: a document may have hundreds of thousands of lines. */
function isAboutDocument({ text, cells }: SourceBlock): boolean {
  return cells === undefined ? subject.test(text) : cells.some((cell) => subject.test(cell))
}

interface Dated {
  readonly field: DateField
  /** What should be a date. */
  readonly given: string
  readonly words: string
}

/**
 * The labels of a line that may be about the document's own dates; `isOwn` where the whole line is about the document.
 */
function datedIn({ text, next }: RecordLine, isOwn: boolean): Dated[] {
  // A date has digits, in the line or in the next.
  if (!subject.test(text) || !(/\d/.test(text) || /\d/.test(next))) return []
  return labelled(text).flatMap((each): Dated[] => {
    if (!each.isMarked || !(isOwn || isInline(each))) return []
    const given = valueOf(each, next)
    const isAsWritten = text.includes(`${each.label} ${given}`) || !text.includes(given)
    const words = (isAsWritten ? `${each.label} ${given}` : text).replace(/\s+/g, ' ').trim()
    return [{ field: each.field, given, words: shorten(words, 100) }]
  })
}

/** The record says that it was a term, or something that looks like a date and is not one. */
function doubtAbout({ field, given }: Dated, read: ReadWhen | undefined): string | undefined {
  if (read !== undefined)
    return read.isTerm ? `"${read.text}" is a term; it is counted as ${read.when} (${sayField[field]}).` : undefined
  return isDateLike(given) ? `"${given}" is not understood as a date (${sayField[field]}).` : undefined
}

/**
 * "Signed: ……  Chair of Governors" over or beside "Date: 12 May 2025" is the day on which it was approved; the form under
 * a declaration bears no date yet.
 */
function signedOn(
  blocks: readonly SourceBlock[],
  at: number,
  { text, next }: RecordLine,
): Omit<Said, 'at'> | undefined {
  const [, given = ''] = /^(?:date|dated)\s*[:|–—-]*\s*(.*)$/i.exec(text) ?? []
  const read = given === '' ? undefined : readWhen(given, 'ratified')
  if (read === undefined) return undefined
  const around = [...blocks.slice(Math.max(0, at - 3), at).map((block) => block.text), next]
  if (!around.some((line) => line.length <= longest && signature.test(line))) return undefined
  return { field: 'ratified', when: read.when, words: shorten(text, 100) }
}

const signature = /\b(?:signed|signature)\b.*\b(?:chair|governors?|head ?teacher|principal|trustees?)\b/i

/** Where there is no other: the latest date in a table of versions. */
function lastVersion(blocks: readonly SourceBlock[], isPreface: (at: number) => boolean): Said | undefined {
  const tables = new Set(
    blocks.flatMap(({ table, cells = [] }, at) =>
      table !== undefined && isPreface(at) && cells.some((cell) => versionHead.test(cell.trim())) ? [table] : [],
    ),
  )
  const dates = blocks.flatMap(({ table, cells = [] }, at): Said[] =>
    table === undefined || !tables.has(table)
      ? []
      : cells.flatMap((cell): Said[] => {
          const read = readWhen(cell.trim(), 'amended')
          return read?.text === cell.trim() ? [{ field: 'amended', when: read.when, words: cells.join(' '), at }] : []
        }),
  )
  return dates.toSorted((a, b) => (a.when < b.when ? 1 : -1))[0]
}

const versionHead = /^(?:version|issue|revision|rev|ver|edition)\.?(?: (?:no\.?|number))?$/i

/** Where there is no other: a date alone on the title page, or beside the signature of whoever approved it. */
function bareDate(blocks: readonly SourceBlock[], isPreface: (at: number) => boolean): Said | undefined {
  for (const [at, { text }] of blocks.entries()) {
    if (text.length > longest || !/\d/.test(text)) continue
    const [, before = '', value = ''] =
      /^(.*?)\b(?:date|dated|version(?: (?:no\.?|number))? ?[\d.]*)\s*[:|,–—-]*\s*(.*)$/i.exec(text) ?? []
    const isSigned = /\b(?:signed|signature|chair|head ?teacher)\b/i.test(before)
    if (!isSigned && !isPreface(at)) continue
    const own = isPreface(at) && findDate(text)?.text === text.trim() ? text : before === '' || isSigned ? value : ''
    const read = own === '' ? undefined : readWhen(own, 'published')
    if (read !== undefined)
      return { field: isSigned ? 'ratified' : 'published', when: read.when, words: shorten(text, 100), at }
  }
  return undefined
}

/** What follows a label: on the same line, or on the next where the line ends with it or in the middle of a date. */
function valueOf({ field, value: given }: Labelled, next: string): string {
  const value = given.replace(/^[\s.…_]{3,}/, '')
  const own = /^by\b/i.test(value) && field !== 'nextReview' ? (findDate(value)?.text ?? '') : value
  if (own === '' && value === '') return next
  const isWhole = readDate(own) !== undefined || readTerm(own) !== undefined
  return !isWhole && /^(?:\d{1,2}(?:st|nd|rd|th)?\s+)?\p{L}{3,9}\.?$/u.test(own) && /^20\d\d\b/.test(next)
    ? `${own} ${next}`
    : own
}

/** "… every year. Ratified: November 2024": a label with its punctuation and a date after it, anywhere in a line. */
function isInline({ label, value }: Labelled): boolean {
  return label.endsWith(':') && (readDate(value) !== undefined || readTerm(value) !== undefined)
}

interface ReadWhen extends FoundDate {
  readonly isTerm: boolean
}

/** A term counts from its first month, but a review that is due in it is due by its last. */
function readWhen(text: string, field: DateField): ReadWhen | undefined {
  const date = readDate(text)
  if (date !== undefined) return { ...lastOf(date, text), isTerm: false }
  const term = readTerm(text)
  if (term === undefined) return undefined
  return { when: field === 'nextReview' || field === 'review' ? term.to : term.from, text: term.text, isTerm: true }
}

/** In "May 2021, May 2023 and May 2025" all are reviews; the last one counts. */
function lastOf(date: FoundDate, text: string): FoundDate {
  const rest = text.slice(text.indexOf(date.text) + date.text.length)
  const next = /^\s*(?:,|;|&|\/|\band\b|\|)\s*/.exec(rest)
  const later = next === null ? undefined : readDate(rest.slice(next[0].length))
  if (later === undefined || next === null) return date
  const last = lastOf(later, rest.slice(next[0].length))
  return last.when > date.when ? last : date
}

function isDateLike(value: string): boolean {
  return (
    value.length <= 60 &&
    /\d{2}|\b(?:spring|summer|autumn|winter|tbc)\b/i.test(value) &&
    !/\bevery\b|\byears?\b|\bmonths?\b/i.test(value)
  )
}

/** One value for each field: the latest of several, because a record of reviews lists them all. */
function settle(said: readonly Said[], blocks: readonly SourceBlock[]): { dates: Dates; sources: FactSource[] } {
  const best = new Map<DateField, Said>()
  for (const each of said) {
    const known = best.get(each.field)
    if (known === undefined || each.when > known.when) best.set(each.field, each)
  }
  const dates: Record<string, DayOrMonth> = {}
  const sources: FactSource[] = []
  for (const { field, when, words, at } of best.values()) {
    dates[field] = when
    const { no: line = 0, page } = blocks[at] ?? {}
    sources.push({ field, words, line, ...defined({ page }) })
  }
  return { dates, sources }
}

/**
 * A bare "Review date" is the next review where it is in the future, or where the policy was reviewed, approved or
 * published before it.
 */
function placeReview(said: readonly Said[], today: Day): Said[] {
  const earlier = said.filter(({ field }) => field !== 'nextReview' && field !== 'review')
  return said.map((each): Said => {
    if (each.field !== 'review') return each
    const isNext = firstDayOf(each.when) > today || earlier.some(({ when }) => when < each.when)
    return { ...each, field: isNext ? 'nextReview' : 'reviewed' }
  })
}

/** Two different dates under one label are reported, because the wrong one may count. */
function reportOthers(said: readonly Said[], report: (at: number, what: string) => void): void {
  const seen = new Map<DateField, Said>()
  for (const each of said) {
    const known = seen.get(each.field)
    if (known === undefined) seen.set(each.field, each)
    // The rows of one table are a record of versions, of which the latest counts.
    else if (known.when !== each.when && each.field === 'nextReview' && known.at !== each.at)
      report(
        each.at,
        `"${each.words}" gives another date (${sayField[each.field]}) than "${known.words}"; the later one counts.`,
      )
  }
}
