// The lines of a document about its own dates and approval.
import type { DayOrMonth } from '../kit/days.ts'
import { findDate, readDate } from './dates.ts'
import type { Block, ImportProblem } from './types.ts'

export interface Dates {
  readonly published: DayOrMonth | undefined
  readonly reviewed: DayOrMonth | undefined
  readonly ratified: DayOrMonth | undefined
  readonly nextReview: DayOrMonth | undefined
  readonly approvedBy: string | undefined
}

type Field = 'published' | 'reviewed' | 'ratified' | 'nextReview'

// In the order in which they are tried: "next review" is not "review".
const labels: readonly { readonly field: Field; readonly label: string }[] = [
  {
    field: 'nextReview',
    label:
      '(?:date (?:of|for) )?(?:the )?next (?:policy )?review(?:ed)?(?: date| due)?(?: date)?(?: by)?|review due(?: date)?(?: by)?|due for review|to be reviewed|review by',
  },
  {
    field: 'published',
    label:
      '(?:date )?(?:first )?published|publication date|date of (?:publication|issue|policy)|policy date|(?:date )?issued|issue date',
  },
  {
    field: 'reviewed',
    label:
      '(?:date )?(?:last )?(?:reviewed|revised|updated)|(?:date of )?(?:last|previous|latest) (?:review|update)(?: date)?',
  },
  {
    field: 'ratified',
    label:
      '(?:date )?(?:ratified|approved|adopted|agreed)|date of (?:ratification|approval|adoption)|(?:ratification|approval|adoption) date',
  },
]
const anyLabel = labels.map(({ field, label }) => `(?<${field}>${label})`).join('|')
const labelAt = new RegExp(
  `(?<![\\p{L}])(?:(?:the |this )?(?:policy|document) )?(?:was )?(?:${anyLabel})(?![\\p{L}])(?:\\s+(?:on|in))?\\s*[:|–—-]*\\s*`,
  'giu',
)
const lineStart = new RegExp(
  `^[|*\\s]*(?:(?:the |this )?(?:policy|document) )?(?:${anyLabel})\\s*(?:(?:on|by|in)\\s*)?(?:date\\s*)?(?:[:|–—-]|$)`,
  'iu',
)
// Told apart quickly: a document has thousands of lines, and few are about its own dates.
const subject = /review|ratif|approv|adopt|publi|agreed|issue|revis|updat|authoris/i
const reviewDate = /^[|*\s]*(?:policy )?(?:review date|date of (?:policy )?review)\s*[:|–—-]*\s*/i
const approval = /(?<!\p{L})(?:approved|ratified|adopted|agreed|authorised) by\b\s*/iu

/** "Policy Reviewed: October 2015", "Approved by Headteacher:". */
export function isRecordLine(text: string): boolean {
  if (text.length > longest || !subject.test(text)) return false
  if (lineStart.test(text) || reviewDate.test(text)) return true
  const [first, ...rest] = text.split(approval)
  if (rest.length > 0 && /^[|*\s]*(?:policy |document )?$/i.test(first ?? ''))
    return text.includes(':') || findDate(text) !== undefined
  return [...text.matchAll(labelAt)].some(
    ({ index, 0: label }) => index === 0 && readDate(text.slice(label.length)) !== undefined,
  )
}

const longest = 160

/** Dates and approval, from the lines that are about them; `sectionOf` names the section of a block. */
export function readDates(
  blocks: readonly Block[],
  { isPreface, sectionOf }: { isPreface: (at: number) => boolean; sectionOf: (at: number) => string | undefined },
): { dates: Dates; problems: ImportProblem[] } {
  const found: Partial<Record<Field, DayOrMonth>> = {}
  const problems: ImportProblem[] = []
  let approvedBy: string | undefined
  let reviewOn: DayOrMonth | undefined
  const report = (at: number, what: string) =>
    problems.push({ kind: 'date', section: sectionOf(at), line: blocks[at]?.no ?? 0, what })

  for (const [at, { text }] of blocks.entries()) {
    if (text.length > longest || !(isPreface(at) || isRecordLine(text))) continue
    approvedBy ??= readApproval(text)
    const single = reviewDate.exec(text)
    if (single !== null) reviewOn ??= readDate(text.slice(single[0].length))?.when
    for (const { field, value } of labelled(text)) {
      const given = value === '' ? (blocks[at + 1]?.text ?? '') : value
      const date = readDate(given)
      if (date === undefined) {
        if (value !== '' && isDateLike(value, field))
          report(at, `"${value}" is not understood as a date (${sayField[field]}).`)
      } else if (found[field] === undefined) found[field] = date.when
      else if (found[field] !== date.when)
        report(at, `"${text}" gives another date (${sayField[field]}) than the line before; the first one counts.`)
    }
  }
  const { published, reviewed, ratified, nextReview } = placeReview({ ...found }, reviewOn)
  return { dates: { published, reviewed, ratified, nextReview, approvedBy }, problems }
}

const sayField: Readonly<Record<Field, string>> = {
  published: 'published',
  reviewed: 'reviewed',
  ratified: 'ratified',
  nextReview: 'next review',
}

/** A bare "Review date" is the next one where the policy was reviewed, approved or published before it. */
function placeReview(found: Partial<Record<Field, DayOrMonth>>, on: DayOrMonth | undefined) {
  if (on === undefined) return found
  const earlier = [found.reviewed, found.ratified, found.published].some((when) => when !== undefined && when < on)
  return earlier ? { ...found, nextReview: found.nextReview ?? on } : { ...found, reviewed: found.reviewed ?? on }
}

/** Each label in a line with what stands behind it: "Reviewed: May 2024  Next review: May 2025" has two. */
function labelled(text: string): { field: Field; value: string }[] {
  const matches = [...text.matchAll(labelAt)]
  return matches.flatMap(({ index, 0: label, groups = {} }, each) => {
    const field = labels.find((one) => groups[one.field] !== undefined)?.field
    const value = text
      .slice(index + label.length, matches[each + 1]?.index ?? text.length)
      .replace(/^[\s|*]+|[\s|*.;,(]+$/g, '')
    // "Approved by the governors on 12 May 2024": the date stands at the end.
    const by = field === 'ratified' && /^by\b/i.test(value) ? (findDate(value)?.text ?? '') : value
    if (field === undefined || (by === '' && value !== '') || isFormOnly(by)) return []
    return [{ field, value: by }]
  })
}

function isFormOnly(value: string): boolean {
  return value !== '' && !/[\p{L}\p{N}]/u.test(value)
}

function isDateLike(value: string, field: Field): boolean {
  return field === 'nextReview' || /\d|\b(?:spring|summer|autumn|winter|term|tbc|annual)/i.test(value)
}

/** Who approved it: "Approved by: the governors" or "Approved by the governors on 12 May 2024"; unsigned is nobody. */
function readApproval(text: string): string | undefined {
  const [before, after] = text.split(approval)
  if (after === undefined || !/^[|*\s]*(?:(?:this )?(?:policy|document) )?(?:was )?$/i.test(before ?? ''))
    return undefined
  const colon = after.indexOf(':')
  const behind = colon === -1 ? after : after.slice(colon + 1).trim()
  // "Ratified by the governors: May 2024": the name stands before the date.
  const named = colon > 0 && readDate(behind) !== undefined ? after.slice(0, colon) : behind
  const date = findDate(named)?.text
  const who = (date === undefined ? named : named.slice(0, named.indexOf(date)))
    .replace(/[\s(|,*–-]*(?:\b(?:on|in|date))?[\s:(|,*–-]*$/i, '')
    .replace(/^[|*\s]+/, '')
  return /\p{L}{2}/u.test(who) ? who : undefined
}
