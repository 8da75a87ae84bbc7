// Finds where a section announces a list and then stops.
import { linesOf } from '../policy/text.ts'
import type { Part } from '../policy/types.ts'
import { countWords } from './looks.ts'
import type { PlacedPart } from './parts.ts'
import { isRecordLine } from './record.ts'
import { sentencesOf, shorten } from '../kit/text.ts'

export interface FoundGap {
  readonly line: number
  readonly what: string
}

/** The parts with a gap behind each announcement that nothing follows. A section inside this one counts as following. */
export function findGaps(parts: readonly PlacedPart[], hasSections: boolean): { parts: Part[]; gaps: FoundGap[] } {
  const found: Part[] = []
  const gaps: FoundGap[] = []
  for (const [at, { part, line }] of parts.entries()) {
    found.push(part)
    if (part.kind !== 'paragraph') continue
    const announcement = announcementIn(part.text)
    if (
      announcement === undefined ||
      isKept(
        announcement,
        parts.slice(at + 1, at + 1 + lookAhead).map((each) => each.part),
        hasSections,
      )
    )
      continue
    const text = `The text announces something with “${announcement.words}”, but the list is missing from it.`
    found.push({ kind: 'gap', text })
    gaps.push({ line, what: text })
  }
  return { parts: found, gaps }
}

const lookAhead = 400

interface Announcement {
  readonly words: string
  /** Whether it ends in a colon, so that it must be followed at once. */
  readonly colon: boolean
}

function announcementIn(text: string): Announcement | undefined {
  const last = text.split('\n').at(-1) ?? ''
  if (last.endsWith(':') && !isRecordLine(last) && announces(last)) return { words: ending(last), colon: true }
  if (!following.test(text)) return undefined
  const sentence = sentencesOf(text).find(
    (each) => following.test(each) && !/:\s*\S/.test(each) && !each.trimEnd().endsWith(':'),
  )
  return sentence === undefined ? undefined : { words: shorten(sentence.trim(), 120), colon: false }
}

// Not "the following year" nor "the following section": what follows must be something to list.
const following =
  /\b(?:the |these )?following (?!(?:year|month|week|day|morning|term|page|section|paragraph|chapter|appendi|sentence|an? |this|the )\w*)(?:\w+ ){0,2}?(?:\w+s|measures|guidance) (?:apply|applies|are|is|must|should|will|set|have)\b|\b(?:include|includes|including|as|comply with|of|observe|follow) the following\b(?! (?:year|month|week|day|term|page|section|paragraph|chapter))[^:]{0,40}\.|\bas follows\.?$/i

/** A label to fill in ("Signed:") announces nothing; a sentence does, and so does "Staff must:". */
function announces(text: string): boolean {
  const words = text.slice(0, -1).trim()
  if (!/\p{L}/u.test(words) || /[.…_]{3,}/.test(words)) return false
  if (countWords(words) >= 8) return true
  return /\b(?:must|must not|should|should not|shall|will|will not|may|may not|can|cannot|to|not|are|is|be|include|includes|including|following|follows|particular|example|examples|that|when|where|if|by|with)(?: (?:also|always|never|all|not))?$/i.test(
    words,
  )
}

/** The last sentence, which is the one that announces. */
function ending(text: string): string {
  const sentence = sentencesOf(text).at(-1)?.trim() ?? text
  return sentence.length <= 120 ? sentence : `… ${shorten(sentence.split(' ').slice(-14).join(' '), 120)}`
}

/** Whether what was announced is there: a list, the sections inside, or short lines that are one without its marks. */
function isKept({ colon }: Announcement, after: readonly Part[], hasSections: boolean): boolean {
  if (after.some(({ kind }) => kind === 'list')) return !colon || isListNext(after)
  const [next] = after
  if (next === undefined) return hasSections
  return looksListed(linesOf(next))
}

/** A list that another announcement introduces belongs to that one. */
function isListNext(after: readonly Part[]): boolean {
  for (const part of after) {
    if (part.kind === 'list') return true
    if (part.kind === 'paragraph' && part.text.endsWith(':') && !looksListed(linesOf(part))) return false
  }
  return false
}

function looksListed(lines: readonly string[]): boolean {
  const [first = ''] = lines
  if (/^[\p{Ll}“"‘(]/u.test(first) || /(?:[;,]|\b(?:and|or))$/.test(first)) return true
  return first.length <= 100 && !/[.:!?]$/.test(first)
}
