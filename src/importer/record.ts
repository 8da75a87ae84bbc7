// Decides whether a line is about the document itself: its dates, and who approved it.
import { findDate, readDate } from './dates.ts'
import { labelAt, lineStart, subject } from './labels.ts'
import { readTerm } from './terms.ts'

const approval = /(?<!\p{L})(?:approved|ratified|adopted|agreed|authorised|signed off) by\b\s*/iu
const longest = 160

/** Words that are headings when they stand alone. */
const alone =
  /^[|*\s]*(?:(?:the |this )?policy )?(?:review|approval|ratification|applies|applicable|valid|written|created|agreed|amendments?|updates?|implemented|operative|effective|in force)$/i

/** "Policy Reviewed: October 2015", "Approved by Headteacher:". */
export function isRecordLine(text: string): boolean {
  if (text.length > longest || !subject.test(text) || alone.test(text)) return false
  if (lineStart.test(text)) return true
  const [first, ...rest] = text.split(approval)
  if (rest.length > 0 && /^[|*\s]*(?:policy |document )?$/i.test(first ?? ''))
    return text.includes(':') || findDate(text) !== undefined
  return [...text.matchAll(labelAt)].some(({ index, 0: label }) => {
    const value = text.slice(label.length)
    return index === 0 && (readDate(value) !== undefined || readTerm(value) !== undefined)
  })
}

/**
 * Who approved it: "Approved by: the governors" or "Approved by the governors on 12 May 2024". Unsigned means nobody.
 */
export function readApproval(text: string): string | undefined {
  const [before, after] = text.split(approval)
  if (after === undefined || !/^[|*\s]*(?:(?:this )?(?:policy|document) )?(?:was )?$/i.test(before ?? ''))
    return undefined
  const colon = after.indexOf(':')
  const behind = colon === -1 ? after : after.slice(colon + 1).trim()
  // "Ratified by the governors: May 2024": the name comes before the date.
  const named = colon > 0 && readDate(behind) !== undefined ? after.slice(0, colon) : behind
  const date = findDate(named)?.text
  const who = (date === undefined ? named : named.slice(0, named.indexOf(date)))
    .replace(/[\s(|,*–-]*(?:\b(?:on|in|date))?[\s:(|,*–-]*$/i, '')
    .replace(/^[|*\s]+/, '')
  return /\p{L}{2}/u.test(who) ? who : undefined
}
