// The nouns of asking: a query is what a person types, a match is a section that answers it.
import type { Citation, Edition, SectionPart, Section } from '../policy/types.ts'

/** What people say, and the policy's words for it. */
export interface WordEntry {
  /** The policy within which it counts; in all of them where it is left out. */
  readonly policy?: string
  readonly says: readonly string[]
  readonly means: readonly string[]
  /** `ours` where it is left out. */
  readonly shows?: Shows
}

/**
 * What hearing a word shows about the subject of a question: that it is one of our policies', that it is one that they
 * do not treat, or nothing, because the word stands in questions about everything.
 */
export type Shows = 'ours' | 'elsewhere' | 'nothing'

/** A section's plain-English heading and questions that it answers. */
export interface AskedSection {
  readonly heading: string
  readonly asked: readonly string[]
}

/** A section of an edition in force, as it stands on the shelf. */
export interface ShelvedSection {
  readonly edition: Edition
  readonly section: Section
  readonly asked: AskedSection | undefined
}

/** Everyday school English and what policies say instead: it belongs to no policy. */
export interface LexiconLine {
  readonly subject: string
  readonly says: readonly string[]
  readonly means: readonly string[]
}

/** What most schools have a policy on, with what its sections are called and what people ask about each. */
export interface Topic {
  readonly id: string
  readonly name: string
  /** What policies on it are called. */
  readonly titles: readonly string[]
  readonly parts: readonly TopicPart[]
}

export interface TopicPart {
  readonly called: readonly string[]
  /** Words of which a section's text holds some where it is about this. */
  readonly body: readonly string[]
  readonly asked: readonly string[]
}

/** What is known of school English, whatever policies are on the shelf. */
export interface General {
  readonly lexicon: readonly LexiconLine[]
  readonly topics: readonly Topic[]
}

export interface Match {
  readonly cites: Citation
  readonly edition: Edition
  readonly section: Section
  /** Larger is better; comparable within one query only. */
  readonly score: number
  readonly passage: Passage
  /** What led there, for whoever asks. */
  readonly because: Because
}

/** The part of a section that shows why it matched. */
export interface Passage {
  readonly text: string
  /** The sentence that decides, to be set off from the rest: [start, end) in `text`; undefined where there is only one. */
  readonly decides: readonly [number, number] | undefined
  /** Where the query's words stand in `text`: [start, end) in UTF-16 units, in order, not overlapping. */
  readonly marks: readonly (readonly [number, number])[]
  /** Set when the section stops where this passage would go on. */
  readonly gap: Extract<SectionPart, { kind: 'gap' }> | undefined
}

export interface Answer {
  readonly outcome: 'answered' | 'unsure' | 'not-covered'
  /**
   * Why it is unsure: the policies speak of it, but of this section it cannot tell (`nearest`), or of two that are as good
   * as each other it cannot tell which is meant (`which`).
   */
  readonly why?: 'nearest' | 'which'
  /** 0 … 1: how sure the bot is that the policies cover the query. */
  readonly certainty: number
  /** 0 … 1: how sure it is that the first match is the section that answers. */
  readonly certaintyOfFirst: number
  /** Best first; never empty unless nothing at all was found. */
  readonly matches: readonly Match[]
}

/** A matter that comes before everything else, such as a threat: what to do, in the policy's words. */
export interface UrgentKind {
  readonly id: string
  readonly title: string
  readonly patterns: readonly UrgentPattern[]
  readonly steps: readonly UrgentStep[]
  /** For whoever is asked to deal with it, where that differs. */
  readonly handling?: readonly UrgentStep[]
  /** `own`: shown wherever a child may be harmed. `other`: gives way to that one where a child is meant. */
  readonly children?: 'own' | 'other'
  /** Messages that must trigger it, and near misses that must not. */
  readonly cases: { readonly trigger: readonly string[]; readonly nearMiss: readonly string[] }
}

export interface UrgentStep {
  readonly text: string
  /** The section that the step rests on; undefined for a signpost that the school wrote itself. */
  readonly cites: { readonly policy: string; readonly section: string } | undefined
}

/**
 * Holds when each of `words` occurs, in that order and within that many words from the first to the last, every
 * `near` group occurs somewhere around them, and no `unless` group does in the same sentence. A sentence that `asks`
 * about rules in general does not count, either, unless it `tells` of something at first hand.
 */
export interface UrgentPattern {
  readonly words: readonly WordGroup[]
  readonly within: number
  readonly near: readonly WordGroup[]
  readonly unless: readonly WordGroup[]
  readonly asks: WordGroup
  readonly tells: WordGroup
}

/**
 * Any of these words or phrases, compared after stemming. A word that begins with `=` counts in exactly this form;
 * one that begins with `~` counts with one slip of the finger, too. A group that several patterns use is one array.
 */
export type WordGroup = readonly string[]

/** Why somebody got an answer. */
export interface Because {
  /** The person's own words that stand in the section or its heading, as they typed them. */
  readonly words: readonly string[]
  /** What they said in other words, and which of the policy's words that stands for. */
  readonly lines: readonly { readonly says: string; readonly means: readonly string[] }[]
  /** What the section is about, where it is one of the usual topics and the question is, too. */
  readonly about: string | undefined
}
