// The usual topics of schools: which of them a policy or a section is about, and which a question is about.
import { compileLexicon, hear, type Lexicon, type Words } from './heard.ts'
import { mainPartsOf } from './parts.ts'
import { stem, subjectTerms } from './terms.ts'
import { indexText, type Background, type TextIndex } from './text-index.ts'
import type { General, TopicPart } from './types.ts'

export interface TopicIndex {
  readonly parts: readonly CompiledPart[]
  readonly text: TextIndex
  readonly lexicon: Lexicon
  readonly background: Background
  /** The titles of policies on each topic, by topic as in `text.policies`. */
  readonly titles: readonly (readonly (readonly string[])[])[]
  /** What sections are called: each phrase with its part, and for each term the phrases that contain it. */
  readonly phrases: {
    readonly all: readonly { readonly part: number; readonly weight: number }[]
    readonly of: ReadonlyMap<string, readonly number[]>
  }
}

export interface CompiledPart {
  readonly topic: number
  readonly part: TopicPart
  readonly called: readonly (readonly string[])[]
  readonly body: ReadonlySet<string>
}

export function compileTopics({ lexicon, topics }: General): TopicIndex {
  const parts = topics.flatMap(({ parts }, topic) =>
    parts.map((part): CompiledPart => ({
      topic,
      part,
      called: part.called.map(subjectTerms),
      body: new Set(part.body.flatMap(subjectTerms)),
    })),
  )
  const background = backgroundOf(
    topics.flatMap(({ parts }) => parts.flatMap(({ asked, called }) => [...asked, ...called])),
  )
  const text = indexText(
    parts.map(({ topic, part, called, body }) => ({
      policy: topics[topic]?.id ?? '',
      title: [...new Set((topics[topic]?.titles ?? []).flatMap(subjectTerms))],
      heading: called.flat(),
      above: [],
      sentences: [...part.asked.map(subjectTerms), [...body]],
    })),
    background,
  )
  const titles = topics.map(({ titles }) => titles.map(titleTerms))
  return { parts, text, lexicon: compileLexicon(lexicon), background, titles, phrases: phrasesOf(parts, text.rarity) }
}

function phrasesOf(parts: readonly CompiledPart[], rarity: (term: string) => number): TopicIndex['phrases'] {
  const all: { part: number; weight: number }[] = []
  const of = new Map<string, number[]>()
  for (const [part, { called }] of parts.entries()) {
    for (const terms of called) {
      const each = new Set(terms)
      for (const term of each) of.set(term, [...(of.get(term) ?? []), all.length])
      all.push({ part, weight: [...each].reduce((sum, term) => sum + rarity(term), 0) })
    }
  }
  return { all, of }
}

function backgroundOf(texts: readonly string[]): Background {
  const spread = new Map<string, number>()
  for (const text of texts)
    for (const term of new Set(subjectTerms(text))) spread.set(term, (spread.get(term) ?? 0) + 1)
  return { count: texts.length, spread }
}

export interface TopicShares {
  /** How much the question is about each part, by topic and part. */
  readonly topics: Float64Array
  readonly parts: Float64Array
}

export function topicsOf(said: Words, { text, lexicon }: TopicIndex): TopicShares {
  const heard = hear(said, lexicon, (term) => text.pieces.numberOf.has(term))
  const { sentence, coverage, title } = mainPartsOf(heard, text)
  const parts = new Float64Array(text.size)
  const topics = new Float64Array(text.policies.length)
  for (let at = 0; at < text.size; at++) {
    const score = (sentence[at] ?? 0) + (coverage[at] ?? 0) / 2
    parts[at] = score
    const topic = text.policyOf[at] ?? 0
    topics[topic] = Math.max(topics[topic] ?? 0, score + (title[at] ?? 0) / 2)
  }
  return { topics, parts }
}

/** The part of a title that does not merely say that it is one. */
export function titleTerms(title: string): string[] {
  return subjectTerms(title).filter((term) => !ofEveryTitle.has(term))
}
const ofEveryTitle = new Set(['policy', 'procedure', 'procedures', 'school', 'guidance', 'statement', 'code'].map(stem))

/** From this likeness two headings count as alike; less is enough where the policy is known to be about the topic. */
const alikeAlone = 0.6
const alikeEnough = 0.35
const fewestBodyTerms = 2

/** A part of a topic that a section may be about, and how alike their headings are. */
export interface LikelyPart {
  readonly part: number
  readonly alike: number
}

/**
 * The parts that a section may be about. A heading alone is not enough, because many policies have a "Procedure": the
 * text must contain some of the words that go with the part.
 */
export function likelyParts(
  { heading, text }: { heading: readonly string[]; text: ReadonlySet<string> },
  { parts, phrases, text: { rarity } }: TopicIndex,
): LikelyPart[] {
  const own = new Set(heading)
  const both = new Map<number, number>()
  let length = 0
  for (const term of own) {
    const rare = rarity(term)
    length += rare
    for (const phrase of phrases.of.get(term) ?? []) both.set(phrase, (both.get(phrase) ?? 0) + rare)
  }
  const best = new Map<number, number>()
  for (const [phrase, shared] of both) {
    const { part, weight } = phrases.all[phrase] ?? { part: 0, weight: 1 }
    best.set(part, Math.max(best.get(part) ?? 0, shared / Math.sqrt(length * weight)))
  }
  return [...best].flatMap(([part, alike]) =>
    alike >= alikeEnough && holdsSome(parts[part]?.body, text) ? [{ part, alike }] : [],
  )
}

function holdsSome(body: ReadonlySet<string> | undefined, text: ReadonlySet<string>): boolean {
  let held = 0
  for (const term of body ?? []) if (text.has(term)) held += 1
  return held >= fewestBodyTerms
}

/** The parts that it is about. In a policy that `treats` their topic, less likeness is enough. */
export function partsTreated(likely: readonly LikelyPart[], { parts }: TopicIndex, treats?: Float64Array): number[] {
  return likely.flatMap(({ part, alike }) =>
    alike >= ((treats?.[parts[part]?.topic ?? 0] ?? 0) >= 0.5 ? alikeEnough : alikeAlone) ? [part] : [],
  )
}

/** How much a policy is about each topic, from 0 to 1: by its title and by the parts that its sections are about. */
export function topicsTreated(
  { title, parts, sections }: { title: readonly string[]; parts: readonly (readonly number[])[]; sections: number },
  topics: TopicIndex,
): Float64Array {
  const treated = new Float64Array(topics.titles.length)
  for (const [topic, titles] of topics.titles.entries())
    treated[topic] = Math.max(0, ...titles.map((terms) => likeness(title, terms, topics.text.rarity)))
  const counts = new Float64Array(topics.titles.length)
  for (const own of parts)
    for (const topic of new Set(own.map((part) => topics.parts[part]?.topic ?? 0)))
      counts[topic] = (counts[topic] ?? 0) + 1
  return treated.map((byTitle, topic) => {
    const byParts = Math.min(1, (2.5 * (counts[topic] ?? 0)) / Math.max(4, sections))
    const sum = 0.6 * byTitle + 0.6 * byParts
    return sum < 0.25 ? 0 : Math.min(1, sum)
  })
}

/** From 0 to 1: what both say, relative to what each says. */
function likeness(a: readonly string[], b: readonly string[], rarity: (term: string) => number): number {
  const weigh = (terms: Iterable<string>) => {
    let sum = 0
    for (const term of terms) sum += rarity(term)
    return sum
  }
  const [first, second] = [new Set(a), new Set(b)]
  const both = weigh([...first].filter((term) => second.has(term)))
  return both === 0 ? 0 : both / Math.sqrt(weigh(first) * weigh(second))
}
