// Finds where a section announces a list and then stops.
import { sentencesOf, shorten } from '../kit/text.ts'
import { linesOf } from '../policy/text.ts'
import type { SectionPart } from '../policy/types.ts'
import { countWords } from './looks.ts'
import type { PlacedPart } from './parts.ts'
import { isRecordLine } from './record.ts'

export interface FoundGap {
  readonly line: number
  readonly what: string
}

export interface FoundGaps {
  readonly parts: readonly SectionPart[]
  readonly gaps: readonly FoundGap[]
  /** Announcements where it is not certain that nothing follows. */
  readonly doubts: readonly FoundGap[]
}

export interface GapOptions {
  /** A section inside this one counts as what follows. */
  readonly hasSections: boolean
  /** Whether the next block is certainly a heading, so that no text of this section comes after it. */
  readonly isClosed: boolean
}

/**
 * The parts, with a gap after each announcement that the next heading follows directly; anything less certain becomes a
 * doubt.
 */
export function findGaps(given: readonly PlacedPart[], { hasSections, isClosed }: GapOptions): FoundGaps {
  const parts: SectionPart[] = []
  const gaps: FoundGap[] = []
  const doubts: FoundGap[] = []
  for (const [at, { part, line }] of given.entries()) {
    parts.push(part)
    if (part.kind !== 'paragraph') continue
    const announcement = announcementIn(part.text)
    if (announcement === undefined) continue
    const after = given.slice(at + 1, at + 1 + lookAhead)
    if (isKept(announcement, after, hasSections)) continue
    const isSure = isClosed && !announcement.shows && isLast(announcement, after)
    if (isSure) {
      const text = `The text announces something with “${announcement.words}”, but the list is missing from it.`
      parts.push({ kind: 'gap', text })
      gaps.push({ line, what: text })
    } else {
      const what = `“${announcement.words}” announces something, and no list was found behind it. Is it missing in the policy?`
      doubts.push({ line, what })
    }
  }
  return { parts, gaps, doubts }
}

const lookAhead = 400

/** Whether the section ends here, or with a single paragraph where several things were announced. */
function isLast({ colon, opens }: Announcement, after: readonly PlacedPart[]): boolean {
  if (after.length === 0) return true
  return !colon && opens && after.length === 1 && after[0]?.part.kind === 'paragraph' && after[0].isTable !== true
}

interface Announcement {
  readonly words: string
  /** Whether it ends in a colon, so that the list must follow immediately. */
  readonly colon: boolean
  /** The paragraph is only an announcement: "The following principles apply …" */
  readonly opens: boolean
  /** It mentions something to look at, which may be a picture. */
  readonly shows: boolean
}

function announcementIn(text: string): Announcement | undefined {
  const last = text.split('\n').at(-1) ?? ''
  if (last.endsWith(':') && !isRecordLine(last) && announces(last))
    return { words: ending(last), colon: true, opens: true, shows: shows.test(last) }
  if (!following.test(text)) return undefined
  const sentence = sentencesOf(text).find(
    (each) => following.test(each) && !/:\s*\S/.test(each) && !each.trimEnd().endsWith(':'),
  )
  if (sentence === undefined) return undefined
  const opens = text.trimStart().startsWith(sentence.trimStart().slice(0, 40))
  return { words: shorten(sentence.trim(), 120), colon: false, opens, shows: shows.test(sentence) }
}

const shows = /\b(?:diagram|chart|flow ?chart|figure|picture|image|table|grid|matrix|map|link|website|www)\b/i

// Excludes "the following year" and "the following section": what follows must be something to list.
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

/** The last sentence, which makes the announcement. */
function ending(text: string): string {
  const sentence = sentencesOf(text).at(-1)?.trim() ?? text
  return sentence.length <= 120 ? sentence : `… ${shorten(sentence.split(' ').slice(-14).join(' '), 120)}`
}

/**
 * Whether the announced thing is there: a list, a table, the sections inside, or short lines that form a list without
 * markers.
 */
function isKept({ colon }: Announcement, after: readonly PlacedPart[], hasSections: boolean): boolean {
  if (after.some(({ part, isTable }) => part.kind === 'list' || isTable === true)) return !colon || isListNext(after)
  const [next] = after
  if (next === undefined) return hasSections
  return looksListed(linesOf(next.part))
}

/** A list that another announcement introduces belongs to that one. */
function isListNext(after: readonly PlacedPart[]): boolean {
  for (const { part, isTable } of after) {
    if (part.kind === 'list' || isTable === true) return true
    if (part.kind === 'paragraph' && part.text.endsWith(':') && !looksListed(linesOf(part))) return false
  }
  return false
}

function looksListed(lines: readonly string[]): boolean {
  const [first = ''] = lines
  if (/^[\p{Ll}“"‘(]/u.test(first) || /(?:[;,]|\b(?:and|or))$/.test(first)) return true
  return first.length <= 100 && !/[.:!?]$/.test(first)
}
