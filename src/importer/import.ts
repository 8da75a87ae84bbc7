// Turns a school's own document into an edition, with everything that was found and everything that is doubtful; or
// says why not.
import { compact } from '../kit/defined.ts'
import { unseenKinds, type Edition } from '../policy/types.ts'
import type { Document } from '../ports/document.ts'
import { joinLines } from './blocks.ts'
import { takeContents } from './contents.ts'
import { findDeclarations } from './declarations.ts'
import { doubtsOf } from './doubts.ts'
import { readFacts } from './facts.ts'
import { takeFooters } from './footers.ts'
import { placeInForce } from './force.ts'
import { findHeadings } from './headings.ts'
import { joinLoneNumbers } from './lone.ts'
import { looksLikeProse } from './looks.ts'
import { joinTitle } from './join-title.ts'
import { readTitleNames } from './names.ts'
import { openDocument } from './numbers.ts'
import { openBlocks } from './open-blocks.ts'
import { outline } from './outline.ts'
import { notAPolicy, tooLong } from './policy.ts'
import { readSpoken } from './prose.ts'
import { isRecordLine } from './record.ts'
import { frontMatter } from './matter.ts'
import { findRhythm } from './rhythm.ts'
import type { SourceBlock, Imported, Refusal, ImportOptions } from './types.ts'

export function importDocument(document: Document, options: ImportOptions): Imported | Refusal {
  const long = tooLong(document.blocks.length)
  if (long !== undefined) return long
  const { blocks, footers, contents, hasLines } = textIn(document)
  const pages = openDocument(blocks)
  const found = findHeadings(pages)
  const refusal = notAPolicy(blocks, found.headings)
  if (refusal !== undefined) return refusal
  const first = found.headings[0]?.at ?? frontEnd(blocks)
  const names = readTitleNames(blocks.slice(0, Math.min(first, mostFront)))
  const title = names.title ?? titleBeside(document) ?? options.title ?? 'Policy'
  const outlined = outline(blocks, found.headings, title)

  const { sectionOf, sections } = outlined
  const facts = readFacts(blocks, { isPreface: (at) => at < first, sectionOf, today: options.today })
  const spoken = readSpoken(blocks, facts.dates)
  const force = placeInForce({ ...spoken.dates, ...facts.dates }, { year: facts.year, today: options.today })
  const aside = [...footers.aside, ...contents.aside, ...outlined.aside].toSorted((a, b) => a.no - b.no)
  const declarations = findDeclarations(sections)
  const rhythm = findRhythm(blocks)
  const edition: Edition = {
    policy: options.policy,
    id: options.edition ?? force.edition,
    title,
    school: names.school,
    wording: 'adopted',
    published: undefined,
    reviewed: undefined,
    ratified: undefined,
    nextReview: undefined,
    ...force.dates,
    approvedBy: facts.approvedBy ?? spoken.approvedBy,
    sections,
  }
  const problems = [
    ...footers.problems,
    ...contents.problems,
    ...facts.problems,
    ...spoken.problems,
    ...force.doubts.map((doubt) => ({ kind: 'date' as const, section: undefined, line: blocks[0]?.no ?? 1, ...doubt })),
    ...outlined.problems,
    ...doubtsOf(
      { document, blocks, found, outlined, declarations },
      { dates: edition, named: names.title, rhythm, options },
    ),
  ]
  return {
    kind: 'imported',
    edition,
    number: names.number,
    aside: aside.map(wordsOf),
    furniture: [...document.furniture.map(({ text }) => text), ...[...footers.aside, ...contents.aside].map(wordsOf)],
    rhythm: rhythm?.months,
    unseen: unseenKinds.filter((kind) => document.lost.some((each) => each.kind === kind && each.count > 0)),
    problems: problems.toSorted((a, b) => a.line - b.line),
    facts: [...facts.sources, ...spoken.sources],
    declarations,
    lineOf: outlined.lineOf,
    hasLines,
  }
}

// No title page is longer: where the first heading comes late, what stands far down names nothing.
const mostFront = 500

/** The document's own text, and what only serves the paper. */
function textIn(document: Document) {
  const hasLines = document.format === 'txt' || document.format === 'md'
  const whole = [...frontMatter(document.about), ...openBlocks(document)]
  const footers = hasLines ? takeFooters(whole) : { lines: whole, aside: [], problems: [] }
  const isApart = document.furniture.some(({ kind }) => kind === 'contents')
  const contents = takeContents(joinTitle(footers.lines, document.about.title), { isApart })
  const blocks = joinLoneNumbers(hasLines ? joinLines(contents.lines) : contents.lines)
  return { blocks, footers, contents, hasLines }
}

/** Where the text begins in a document without headings. */
function frontEnd(blocks: readonly SourceBlock[]): number {
  const prose = blocks.findIndex(({ text, plain }) => !plain && looksLikeProse(text) && !isRecordLine(text))
  return prose === -1 ? Math.min(blocks.length, 4) : prose
}

/** A row as one line. */
function wordsOf({ text, cells }: SourceBlock): string {
  return cells === undefined ? text : cells.filter((cell) => cell !== '').join(' ')
}

/** What a running header or the file itself says, where the text has no title. */
function titleBeside({ furniture, about }: Document): string | undefined {
  const heads = furniture.flatMap(({ kind, text }) => (kind === 'head' ? [text] : []))
  const asBlock = (text: string) => ({ no: 0, text, gap: true, indent: 0, plain: false, level: undefined })
  const beside = compact([...heads, about.title])
  return readTitleNames(beside.slice(0, 3).map(asBlock)).title
}
