// A school's own text → an edition, with everything that was found and everything that is in doubt; or why not.
import { isMonth, type DayOrMonth } from '../kit/days.ts'
import { joinLines } from './blocks.ts'
import { takeContents } from './contents.ts'
import { takeFooters } from './footers.ts'
import { findHeadings } from './headings.ts'
import { readInline } from './inline.ts'
import { splitLines } from './lines.ts'
import { openDocument } from './numbers.ts'
import { outline } from './outline.ts'
import { notAPolicy } from './policy.ts'
import { bareTitle, readNames } from './names.ts'
import { addSaid } from './prose.ts'
import { readDates } from './record.ts'
import type { Dates } from './record.ts'
import { findTwin } from './twins.ts'
import type { Imported, ImportProblem, Refusal } from './types.ts'

export interface ImportOptions {
  /** The id of the policy that it is an edition of. */
  readonly policy: string
  /** What the policy is called already, for a document that does not say. */
  readonly title: string | undefined
  /** Takes the place of the id that the dates give. */
  readonly edition: string | undefined
  readonly isMarkdown: boolean
}

export function importText(text: string, options: ImportOptions): Imported | Refusal {
  const whole = splitLines(text)
  const footers = takeFooters(whole)
  const contents = takeContents(footers.lines)
  const plain = options.isMarkdown ? readInline : (line: string) => line
  const blocks = joinLines(contents.lines, options)
  const document = openDocument(blocks)
  const found = findHeadings(document)
  if (found.kind === 'refused') return found
  const refusal = notAPolicy(blocks, found.headings) ?? findTwin(document, found.headings)
  if (refusal !== undefined) return refusal
  const first = found.headings[0]?.at ?? 0
  const names = readNames(blocks.slice(0, first).map((block) => ({ ...block, text: plain(block.text) })))
  const title = names.title ?? options.title ?? 'Policy'
  const outlined = outline(blocks, found.headings, { plain, title })
  if (outlined.kind === 'refused') return outlined

  const record = readDates(blocks, { isPreface: (at) => at < first, sectionOf: outlined.sectionOf })
  const dates = addSaid(record.dates, blocks)
  const id = options.edition ?? editionId(dates)
  if (id === undefined) return noEditionId
  const aside = [...footers.aside, ...contents.aside, ...outlined.aside].toSorted((a, b) => a.no - b.no)
  const doubts = found.doubts.map(({ at, what }) => unsure(what, blocks[at]?.no ?? 0, outlined.sectionOf(at)))
  const all = [
    ...footers.problems,
    ...contents.problems,
    ...record.problems,
    ...doubts,
    ...outlined.problems,
    ...titleDoubts(names.title, options.title),
    ...prefaceDoubts(outlined.lineOf),
    ...invented(found.headings.every(({ number }) => number === undefined)),
    ...damaged(text),
  ]
  return {
    kind: 'imported',
    edition: {
      policy: options.policy,
      id,
      title,
      school: names.school,
      wording: 'adopted',
      ...dates,
      sections: outlined.sections,
    },
    number: names.number,
    aside: aside.map((each) => each.text),
    problems: all.toSorted((a, b) => a.line - b.line),
    lineOf: outlined.lineOf,
  }
}

/** The month of the review, else of the ratification, else of the publication. */
function editionId({ reviewed, ratified, published }: Dates): string | undefined {
  return [reviewed, ratified, published].map(monthOf).find((month) => month !== undefined)
}

function monthOf(when: DayOrMonth | undefined): string | undefined {
  return when === undefined || isMonth(when) ? when : when.slice(0, 7)
}

const noEditionId: Refusal = {
  kind: 'refused',
  why: 'no-edition-id',
  line: undefined,
  what: 'does not say when it was reviewed, ratified or published, so the edition has no name',
  fix: 'Name it yourself with --edition YYYY-MM, such as --edition 2026-09.',
}

function unsure(what: string, line: number, section: string | undefined): ImportProblem {
  return { kind: 'unsure', section, line, what }
}

function titleDoubts(found: string | undefined, known: string | undefined): ImportProblem[] {
  if (found === undefined)
    return known === undefined ? [unsure('No title was found above the first section.', 1, undefined)] : []
  if (known === undefined || bareTitle(found).includes(bareTitle(known)) || bareTitle(known).includes(bareTitle(found)))
    return []
  return [
    unsure(
      `The document calls itself "${found}", but this policy is known as "${known}". Is it the right one?`,
      1,
      undefined,
    ),
  ]
}

function prefaceDoubts(lineOf: ReadonlyMap<string, number>): ImportProblem[] {
  const line = lineOf.get('0')
  return line === undefined
    ? []
    : [unsure('There is text before the first numbered section; it is section 0.', line, '0')]
}

function invented(isAll: boolean): ImportProblem[] {
  return isAll ? [unsure('The headings have no numbers; they are numbered here in their order.', 1, undefined)] : []
}

/** Signs of a text that was saved in one encoding and opened in another, before it came here. */
function damaged(text: string): ImportProblem[] {
  const at = text.search(/\uFFFD|â€[™œ\u009d“”]|Â[£ ]/)
  if (at === -1) return []
  const line = text.slice(0, at).split(/\r\n|\n|\r/).length
  return [
    unsure(
      'Some signs look damaged, as if the file was saved in another encoding. Compare this line with the original.',
      line,
      undefined,
    ),
  ]
}
