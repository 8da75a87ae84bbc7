// Decides how a message relates to the one before: read together with it, read on its own, or about something that the
// section does not cover.
import { fold, wordsOf } from '../kit/text.ts'
import { ask } from '../search/ask.ts'
import type { SearchIndex } from '../search/build.ts'
import { goesOn } from '../search/purposes.ts'
import { isStopWord, stem } from '../search/terms.ts'
import type { Answer, Match } from '../search/types.ts'

export interface ReadOn {
  /** The question as it was read: a follow-up is read together with the question before. */
  readonly question: string
  readonly answer: Answer
  /** What was asked about, where the section of the previous answer does not cover it. */
  readonly silentOn?: string
}

export function readOn(text: string, before: string | undefined, index: SearchIndex): ReadOn {
  const alone = (): ReadOn => ({ question: text, answer: ask(index, text) })
  if (before === undefined || text.length > longest) return alone()
  const began = goesOn(text) || leansOn(text)
  if (!began && !pointsBack(text)) return alone()
  const question = `${before} ${text}`
  const together: ReadOn = { question, answer: ask(index, question) }
  const asked = newWords(text, before)
  const [best] = together.answer.matches
  if (asked.length === 0 || (best !== undefined && speaksOf(best, asked))) return together
  const own = alone()
  if (own.answer.outcome === 'answered') return own
  return began ? { ...together, silentOn: asked.join(' ') } : together
}

const longest = 120

/** "And governors?", "but on a trip". */
function leansOn(text: string): boolean {
  return /^(?:and|but|what about|how about|what if|or|even|also)\b/.test(fold(text))
}

/** "Do I need permission for that": short, and meaningless on its own. */
function pointsBack(text: string): boolean {
  const words = wordsOf(text)
  return words.length <= mostPointing && pointers.has(words.at(-1) ?? '')
}
const mostPointing = 9
const pointers = new Set('that this those them either too then him her'.split(' '))

/** The words that it adds to the previous question, as typed. */
function newWords(text: string, before: string): string[] {
  const known = new Set(wordsOf(before))
  return [...new Set(wordsOf(text))].filter((word) => !isStopWord(word) && !says.has(word) && !known.has(word))
}

/** Words that only continue; they add no subject. */
const says = new Set(
  'apply applies count counts counted mean means allowed okay true case different instead always ever either happen happens same though rule rules one ones case thing else'.split(
    ' ',
  ),
)

/** Whether the section contains one of these words, or what the lexicon gives for it. */
function speaksOf({ because }: Match, words: readonly string[]): boolean {
  const wanted = new Set(words.map(stem))
  const held = [...because.words, ...because.lines.flatMap(({ says }) => wordsOf(says))]
  return held.some((word) => wanted.has(stem(word)))
}
