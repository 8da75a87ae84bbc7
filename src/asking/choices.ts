// Decides what to ask back where two sections fit equally well: who or what is meant, where that decides, otherwise
// which section.
import { wordsOf } from '../kit/text.ts'
import { textOf } from '../policy/text.ts'
import type { Match } from '../search/types.ts'

export interface Choices {
  /** In a sentence. */
  readonly asks: string
  /** Two to four, the best first. */
  readonly of: readonly { readonly label: string | undefined; readonly match: Match }[]
}

/** Undefined where no two sections come close to each other. */
export function choicesAmong(question: string, matches: readonly Match[]): Choices | undefined {
  const [best] = matches
  if (best === undefined) return undefined
  const close = matches.filter(({ score }) => score >= best.score * near).slice(0, most)
  if (close.length < 2) return undefined
  const decides = dimensions.find((each) => isMissing(question, each) && setsApart(close, each))
  if (decides !== undefined) return { asks: decides.asks, of: onePerValue(close, decides) }
  const policies = new Set(close.map(({ cites }) => cites.policy))
  const asks = policies.size > 1 ? 'Several policies cover that. Which one do you mean?' : 'Which of these do you mean?'
  return { asks, of: close.map((match) => ({ label: undefined, match })) }
}

const near = 0.8
const most = 4

interface Dimension {
  readonly asks: string
  /** How a question or a section refers to this value, and to the other one. */
  readonly values: readonly Value[]
  /** More words that tell: somebody who uses one has already said which is meant. */
  readonly told: ReadonlySet<string>
}

interface Value {
  readonly label: string
  readonly words: ReadonlySet<string>
}

const dimensions: readonly Dimension[] = [
  {
    asks: 'Is it about staff or about pupils?',
    told: new Set(['i', 'my', 'me', 'we', 'myself', "i'm", "i've"]),
    values: [
      value(
        'Staff',
        'staff teacher teachers employee employees colleague colleagues governor governors headteacher ta tas',
      ),
      value('Pupils', 'pupil pupils student students child children learner learners'),
    ],
  },
  {
    asks: 'Is it your own device, or the school’s?',
    told: new Set(['my', 'mine', 'our']),
    values: [
      value('My own', 'personal own private byod'),
      value('The school’s', 'school-owned issued provided loan loaned work company'),
    ],
  },
]

function value(label: string, words: string): Value {
  return { label, words: new Set(words.split(' ')) }
}

/** The person is only asked for what the message does not already tell. */
function isMissing(question: string, { values, told }: Dimension): boolean {
  return !wordsOf(question).some((word) => told.has(word) || values.some((each) => each.words.has(word)))
}

function setsApart(close: readonly Match[], dimension: Dimension): boolean {
  const found = close.map((match) => valueOf(match, dimension))
  return found.every((each) => each !== undefined) && new Set(found).size > 1
}

/**
 * The one value that a section is about, by its heading and policy title first; undefined where it is about both or
 * neither.
 */
function valueOf({ section, edition, passage }: Match, { values }: Dimension): Value | undefined {
  for (const text of [section.title, edition.title, passage.text || textOf(section)]) {
    const words = new Set(wordsOf(text))
    const held = values.filter((each) => [...each.words].some((word) => words.has(word)))
    if (held.length === 1) return held[0]
  }
  return undefined
}

function onePerValue(close: readonly Match[], dimension: Dimension): Choices['of'] {
  const seen = new Set<Value>()
  return close.flatMap((match) => {
    const found = valueOf(match, dimension)
    if (found === undefined || seen.has(found)) return []
    seen.add(found)
    return [{ label: found.label, match }]
  })
}
