// A title that runs over two headings at the top of the file is one title: "Charging and" / "Remissions Policy".
import { looksLikeProse } from './looks.ts'
import { bareTitle, namesDocument, namesPart, namesSchool } from './names.ts'
import { isRecordLine } from './record.ts'
import type { TextLine } from './types.ts'

/** The length of a title page, in blocks. */
const longestFront = 12

/** `given` is what the file calls itself outside its text. */
export function joinTitle(lines: readonly TextLine[], given: string | undefined): readonly TextLine[] {
  const prose = lines.findIndex(({ text, plain }) => !plain && looksLikeProse(text) && !isRecordLine(text))
  const end = Math.min(longestFront, prose === -1 ? lines.length : prose)
  for (let at = 0; at + 1 < end; at++) {
    const [first, second] = [lines[at], lines[at + 1]]
    if (first === undefined || second === undefined || !areOne(first, second, given)) continue
    // Directly above text, the second one would be the heading of that text.
    if (at + 2 === prose) continue
    const whole = { ...first, level: undefined, isTitle: true as const, text: `${first.text} ${second.text}` }
    return [...lines.slice(0, at), whole, ...lines.slice(at + 2)]
  }
  return lines
}

function areOne(first: TextLine, second: TextLine, given: string | undefined): boolean {
  const areAlike =
    first.level === undefined ? first.isTitle === true && second.isTitle === true : first.level === second.level
  if (!areAlike) return false
  if ([first, second].some(({ text }) => namesSchool(text) || isRecordLine(text) || /\d/.test(text))) return false
  const whole = `${first.text} ${second.text}`
  if (whole.length > 100) return false
  const isGiven = given !== undefined && bareTitle(given).startsWith(bareTitle(whole))
  const goesOn = first.isTitle === true && /^(?:\p{Ll}|&)/u.test(second.text)
  return isGiven || goesOn || (namesDocument(whole) && !namesDocument(first.text) && !namesPart(second.text))
}
