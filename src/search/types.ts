// The nouns of asking: a query is what a person types, a match is a section that answers it.
import type { Citation, Edition, SectionPart, Section } from '../policy/types.ts'

/** What people say, and the policy's words for it. */
export interface WordEntry {
  /** The policy within which it applies; where missing, it applies in all of them. */
  readonly policy?: string
  readonly says: readonly string[]
  readonly means: readonly string[]
  /** `ours` where it is missing. */
  readonly shows?: Shows
}

/**
 * What a word shows about the subject of a question: that it belongs to one of our policies, that it belongs to none,
 * or nothing, because it occurs in questions about everything.
 */
export type Shows = 'ours' | 'elsewhere' | 'nothing'

/** A section's plain-English heading and the questions that it answers. */
export interface AskedSection {
  readonly heading: string
  readonly asked: readonly string[]
}

/** A section of an edition in force, as it stands on the shelf. */
export interface ShelvedSection {
  readonly edition: Edition
  readonly section: Section
  readonly asked: AskedSection | undefined
  /** False where the school has switched its usual questions off. */
  readonly usual?: false
}

/** Everyday school English and the words that policies use instead; it belongs to no policy. */
export interface LexiconLine {
  readonly subject: string
  readonly says: readonly string[]
  readonly means: readonly string[]
}

/** A subject on which most schools have a policy, with what its sections are called and what people ask about each. */
export interface Topic {
  readonly id: string
  readonly name: string
  /** What policies on it are called. */
  readonly titles: readonly string[]
  readonly parts: readonly TopicPart[]
}

export interface TopicPart {
  readonly called: readonly string[]
  /** Words of which a section's text contains some where it is about this. */
  readonly body: readonly string[]
  readonly asked: readonly string[]
}

/** What is known about school English, whatever policies are on the shelf. */
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
  /** What led to it, for whoever asks why. */
  readonly because: Because
}

/** The part of a section that shows why it matched. */
export interface Passage {
  readonly text: string
  /** The deciding sentence, to be set off from the rest: [start, end) in `text`; undefined where there is only one. */
  readonly decides: readonly [number, number] | undefined
  /** Where the query's words are in `text`: [start, end) in UTF-16 units, in order, not overlapping. */
  readonly marks: readonly (readonly [number, number])[]
  /** Set when the section stops where this passage would go on. */
  readonly gap: Extract<SectionPart, { kind: 'gap' }> | undefined
}

export interface Answer {
  readonly outcome: 'answered' | 'unsure' | 'not-covered'
  /**
   * Why it is unsure: the policies cover the subject, but it cannot tell whether this section does (`nearest`), or
   * which of two equally good sections is meant (`which`).
   */
  readonly why?: 'nearest' | 'which'
  /** From 0 to 1: how certain it is that the policies cover the query. */
  readonly certainty: number
  /** From 0 to 1: how certain it is that the first match is the section that answers. */
  readonly certaintyOfFirst: number
  /** Best first; never empty unless nothing at all was found. */
  readonly matches: readonly Match[]
}

/** A matter that takes precedence over everything else, such as a threat: what to do, in the policy's words. */
export interface UrgentKind {
  readonly id: string
  readonly title: string
  readonly patterns: readonly UrgentPattern[]
  /** How much each word, and each pair of words, says that a message is of this kind, and not of none. */
  readonly worth?: ReadonlyMap<string, number>
  /** Its patterns give way where the weights say plainly that a message is harmless. A school's own never do. */
  readonly yields?: boolean
  readonly steps: readonly UrgentStep[]
  /** For somebody who has to deal with it, where that differs. */
  readonly handling?: readonly UrgentStep[]
  /** Shown in its place where it is in doubt whether a child or a grown-up is the one who is harmed: it serves both. */
  readonly inDoubt?: { readonly title: string; readonly steps: readonly UrgentStep[] }
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
 * Matches where each of `words` occurs, in that order and within that many words from the first to the last, every
 * `near` group occurs somewhere around them, and no `unless` group occurs in the same sentence. A sentence that `asks`
 * about rules in general does not match either, unless it `tells` of something at first hand.
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
 * Any of these words or phrases, compared by their stems. A word that begins with `=` matches in exactly this form; one
 * that begins with `~` also matches with one typing slip. A group that several patterns use is one array.
 */
export type WordGroup = readonly string[]

/** Why somebody got an answer. */
export interface Because {
  /** The person's own words that the section or its heading contains, as they typed them. */
  readonly words: readonly string[]
  /** What they said in other words, and which of the policy's words it stands for. */
  readonly lines: readonly { readonly says: string; readonly means: readonly string[] }[]
  /** The subject of the section, where it is one of the usual topics and the question is about it too. */
  readonly about: string | undefined
}
