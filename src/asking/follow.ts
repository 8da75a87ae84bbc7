// Decides how a message relates to the one before: read together with it, read on its own, or about something that the
// section does not cover.
import { fold, wordsOf } from '../kit/text.ts'
import { textOf } from '../policy/text.ts'
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
  const meant = putRight(text)
  const said = meant ?? text
  const alone = (): ReadOn => ({ question: said, answer: ask(index, said) })
  if (before === undefined || text.length > longest) return alone()
  const began = meant !== undefined || goesOn(text) || leansOn(text)
  if (!began && !pointsBack(text)) return alone()
  const question = `${before} ${said}`
  const together: ReadOn = { question, answer: ask(index, question) }
  const asked = newWords(said, before)
  if (isSpokenOf(together.answer, asked)) return together
  const apart = alone()
  if (standsAlone(text, apart.answer, meant !== undefined)) return apart
  return began && meant === undefined ? { ...together, silentOn: asked.join(' ') } : together
}

function isSpokenOf({ matches: [best] }: Answer, words: readonly string[]): boolean {
  return words.length === 0 || (best !== undefined && speaksOf(best, words))
}

/** What the section before does not speak of may be a question of its own. */
function standsAlone(text: string, { outcome }: Answer, putRight: boolean): boolean {
  if (outcome === 'answered') return !speaksOfIt(text)
  return outcome !== 'not-covered' && (putRight || isWhole(text))
}

const longest = 120

/** "Sorry, I meant pupils": what was meant instead, or besides. */
function putRight(text: string): string | undefined {
  return /^(?:(?:sorry|oh|no|ah|well|ok|oops)[, ]+)*i (?:mean|meant|was thinking of|was asking about) (?:to say |to ask )?(.+)$/i.exec(
    fold(text),
  )?.[1]
}

/** "Is that paid", "does it count": what it asks of is the section before, whatever another policy says of those words. */
function speaksOfIt(text: string): boolean {
  return /^(?:(?:ok|okay|and|but|so|then)[, ]+)*(?:is|does|was|will|would|can|do|are) (?:it|that|this|they|those)\b/.test(
    fold(text),
  )
}

/** "And where do I keep my phone": it begins with "and", and yet it could be asked on its own. */
function isWhole(text: string): boolean {
  return (
    /^(?:(?:ok|okay|and|but|so|then)[, ]+)+(?:where|who|when|how|which|what (?!about|if)|can|may|do|does|am|are|is there|should|must)\b/.test(
      fold(text),
    ) && newWords(text, '').length >= mostLeaning
  )
}
const mostLeaning = 2

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

/** Whether the section contains one of these words, in whatever form, or what the lexicon gives for it. */
function speaksOf({ because, section }: Match, words: readonly string[]): boolean {
  const wanted = new Set(words.map(stem))
  const held = [...because.words, ...because.lines.flatMap(({ says }) => wordsOf(says))]
  if (held.some((word) => wanted.has(stem(word)))) return true
  const bases = new Set(words.flatMap((word) => baseOf.get(word) ?? []))
  return bases.size > 0 && wordsOf(textOf(section)).some((word) => bases.has(word))
}

/** Forms that a stem does not bring together: "is that paid" and "a day without pay". */
const baseOf = new Map<string, readonly string[]>(
  'paid:pay unpaid:pay pay:paid sent:send kept:keep told:tell given:give gave:give taken:take took:take written:write wrote:write driven:drive drove:drive bought:buy lent:lend lost:loss sick:sickness ill:illness'
    .split(' ')
    .map((pair) => pair.split(':'))
    .map(([form = '', base = '']): [string, readonly string[]] => [form, [base, form]]),
)
