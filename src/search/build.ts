// Builds what is looked up when somebody asks: the shelf's own text, what policy owners added, and what is known about
// school English.
import { sentencesOf, wordsOf } from '../kit/text.ts'
import type { SectionPart, Section } from '../policy/types.ts'
import { indexOwn, ownTextsOf, type OwnIndex } from './own.ts'
import { withLines, type Lexicon } from './heard.ts'
import { excerptsOf, type Excerpt } from './excerpts.ts'
import { compileKnown, type KnownQuestion, type KnownQuestions } from './known-questions.ts'
import { compileSpelling } from './spelling.ts'
import { stem, subjectTerms } from './terms.ts'
import { indexText, type SectionTerms, type TextIndex } from './text-index.ts'
import { compileTopics, likelyParts, partsTreated, titleTerms, topicsTreated, type TopicIndex } from './topics.ts'
import type { General, LexiconLine, ShelvedSection, WordEntry } from './types.ts'

export interface SearchIndex {
  readonly sections: readonly IndexedSection[]
  readonly text: TextIndex
  readonly lexicon: Lexicon
  readonly topics: TopicIndex
  /** How much each policy is about each topic, as in `text.policies`. */
  readonly treats: readonly Float64Array[]
  /** For each part of a topic, the sections that are about it. */
  readonly treating: readonly (readonly number[])[]
  /** Sections without text, in policies without known questions or words of their own. */
  readonly empty: readonly number[]
  readonly own: readonly OwnPolicy[]
  /** Questions whose section is named: by policies' known questions, and by owners since then. */
  readonly known: KnownQuestions
  /** Whether the policies, their known questions, or the words and topics of the knowledge contain this word's stem. */
  readonly knows: (stemmed: string) => boolean
  /** The known word that was intended, where a single typing slip explains the typed one. */
  readonly spell: (word: string) => string | undefined
}

export interface IndexedSection extends ShelvedSection {
  /** The parts of topics that it is about. */
  readonly parts: readonly number[]
  /** A section without text of its own answers with the sections below it. */
  readonly hasText: boolean
  readonly excerpts: () => readonly Excerpt[]
}

/** A policy with known questions or words of its own, and the places of its sections among all sections. */
export interface OwnPolicy {
  readonly policy: string
  readonly places: readonly number[]
  readonly index: OwnIndex
}

export const noGeneral: General = { lexicon: [], topics: [] }

/** What follows from the texts of a shelf alone, and takes most of the time: `turn/kept-index.ts` keeps it from one start to the next. */
export interface Worked {
  readonly topics: TopicIndex
  readonly text: TextIndex
  readonly treats: readonly Float64Array[]
  /** By section: the parts of topics that it treats. */
  readonly parts: readonly (readonly number[])[]
}

/** Prepares the editions in force for questions. `worked` must come from the same shelf and the same knowledge. */
export function buildIndex(
  shelf: readonly ShelvedSection[],
  words: readonly WordEntry[],
  general: General = noGeneral,
  { topics, text, treats, parts }: Worked = workOut(shelf, general),
): SearchIndex {
  const own = ownPolicies(shelf, words)
  const sections = shelf.map((each, at): IndexedSection => {
    let excerpts: readonly Excerpt[] | undefined
    return {
      ...each,
      parts: parts[at] ?? [],
      hasText: hasText(each.section),
      // Computed on demand, because few sections are ever quoted.
      excerpts: () => (excerpts ??= excerptsBelow(each, shelf)),
    }
  })
  return {
    sections,
    text,
    lexicon: withLines(topics.lexicon, schoolLines(words)),
    topics,
    treats,
    treating: turnRound(parts, topics.parts.length),
    empty: sections.flatMap(({ hasText, asked, edition: { outside } }, at) =>
      hasText || asked !== undefined || outside !== undefined ? [] : [at],
    ),
    own,
    known: compileKnown(askedOn(shelf), text.rarity),
    knows: knownStems(text, own, words, general),
    spell: spellingOf(shelf, words, general),
  }
}

export function workOut(shelf: readonly ShelvedSection[], general: General): Worked {
  const topics = compileTopics(general)
  const terms = shelf.map(termsOfSection)
  const text = indexText(terms, topics.background)
  const likely = terms.map((each, at) => (shelf[at]?.usual === false ? [] : likelyParts(wordsOfSection(each), topics)))
  const strict = likely.map((each) => partsTreated(each, topics))
  const treats = placesByPolicy(text).map((places) => {
    const title = terms[places[0] ?? 0]?.title ?? []
    return topicsTreated({ title, parts: places.map((at) => strict[at] ?? []), sections: places.length }, topics)
  })
  const parts = likely.map((each, at) => partsTreated(each, topics, treats[text.policyOf[at] ?? 0]))
  return { topics, text, treats, parts }
}

/** A question that an owner adopted, under the ref that the edition on the shelf has for its section. */
export interface TaughtQuestion {
  readonly policy: string
  readonly section: string
  readonly question: string
}

/** The same index with these questions added. */
export function withTaught(index: SearchIndex, taught: readonly TaughtQuestion[]): SearchIndex {
  if (taught.length === 0) return index
  const more = taught.flatMap(({ policy, section, question }) => {
    const place = index.sections.findIndex((each) => each.edition.policy === policy && each.section.ref === section)
    return place < 0 ? [] : [{ question, place }]
  })
  return { ...index, known: compileKnown([...askedOn(index.sections), ...more], index.text.rarity) }
}

function askedOn(shelf: readonly ShelvedSection[]): KnownQuestion[] {
  return shelf.flatMap(({ asked }, place) => (asked?.asked ?? []).map((question) => ({ question, place })))
}

function turnRound(parts: readonly (readonly number[])[], count: number): number[][] {
  const treating = Array.from({ length: count }, (): number[] => [])
  for (const [at, own] of parts.entries()) for (const part of own) treating[part]?.push(at)
  return treating
}

/** What belongs to no policy applies in all of them. */
function schoolLines(words: readonly WordEntry[]): LexiconLine[] {
  return words.flatMap(({ policy, says, means }) =>
    policy === undefined && means.length > 0 ? [{ subject: 'your school', says, means }] : [],
  )
}

function ownPolicies(shelf: readonly ShelvedSection[], words: readonly WordEntry[]): OwnPolicy[] {
  const curated = [...new Set(shelf.flatMap(({ edition, asked }) => (asked === undefined ? [] : [edition.policy])))]
  return curated.map((policy) => {
    const places = shelf.flatMap(({ edition }, at) => (edition.policy === policy ? [at] : []))
    const mine = words.filter((entry) => entry.policy === undefined || entry.policy === policy)
    const sections = shelf.filter(({ edition }) => edition.policy === policy)
    return { policy, places, index: indexOwn(sections, mine) }
  })
}

function termsOfSection({ edition, section }: ShelvedSection): SectionTerms {
  return {
    policy: edition.policy,
    title: titleTerms(edition.title),
    heading: subjectTerms(section.title),
    above: titlesAbove(section, edition.sections).flatMap(subjectTerms),
    sentences: sentencesIn(section.parts).map(subjectTerms),
  }
}

function wordsOfSection({ heading, sentences }: SectionTerms) {
  return { heading, text: new Set([...heading, ...sentences.flat()]) }
}

function titlesAbove({ parent }: Section, sections: readonly Section[]): string[] {
  const above = parent === undefined ? undefined : sections.find(({ ref }) => ref === parent)
  return above === undefined ? [] : [above.title, ...titlesAbove(above, sections)]
}

/** An introduced list belongs to the sentence that introduces it, so each item is read together with it. */
function sentencesIn(parts: readonly SectionPart[]): string[] {
  return parts.flatMap((part, at) => {
    if (part.kind === 'gap') return []
    if (part.kind === 'paragraph') return sentencesOf(part.text)
    const before = parts[at - 1]
    const intro = before?.kind === 'paragraph' ? (sentencesOf(before.text).at(-1) ?? '') : ''
    return part.items.map((item) => `${intro} ${item}`)
  })
}

function hasText({ parts }: Section): boolean {
  return parts.some(({ kind }) => kind !== 'gap')
}

function excerptsBelow({ edition, section }: ShelvedSection, shelf: readonly ShelvedSection[]): Excerpt[] {
  if (hasText(section)) return excerptsOf(section)
  const below = shelf.filter((each) => each.edition === edition && each.section.parent === section.ref)
  return below.flatMap((each) => excerptsBelow(each, shelf))
}

function placesByPolicy({ policies, policyOf }: TextIndex): number[][] {
  const places = policies.map((): number[] => [])
  for (const [at, policy] of policyOf.entries()) places[policy]?.push(at)
  return places
}

function knownStems(
  text: TextIndex,
  own: readonly OwnPolicy[],
  words: readonly WordEntry[],
  { lexicon, topics }: General,
): (stemmed: string) => boolean {
  const said = [...words, ...lexicon].flatMap(({ says }) => says)
  const asked = topics.flatMap(({ parts }) => parts.flatMap((part) => [...part.asked, ...part.body, ...part.called]))
  const spoken = new Set([...said, ...asked].flatMap(wordsOf).map(stem))
  return (stemmed) =>
    text.pieces.numberOf.has(stemmed) || spoken.has(stemmed) || own.some(({ index }) => index.spread.has(stemmed))
}

/** Created when the first unknown word is typed. */
function spellingOf(
  shelf: readonly ShelvedSection[],
  words: readonly WordEntry[],
  { lexicon, topics }: General,
): (word: string) => string | undefined {
  let find: ((word: string) => string | undefined) | undefined
  return (word) => {
    find ??= compileSpelling([
      ...topics.flatMap(({ parts }) => parts.flatMap(({ asked, body }) => [...asked, ...body])),
      ...lexicon.flatMap(({ says }) => says),
      ...shelf.flatMap(ownTextsOf),
      ...words.flatMap(({ says }) => says),
    ])
    return find(word)
  }
}
