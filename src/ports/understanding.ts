// The port of what is answered before signing: who has answered which question right, until they sign, and how often
// each section is misunderstood, without names.
import type { RightAnswers } from '../standing/types.ts'

export interface Understanding {
  /**
   * Notes that a person answered a question right, and counts them without their name. An answer that is there already
   * changes nothing, so pressing twice counts once. Answers about another edition are forgotten. Returns all of their
   * answers about that edition.
   */
  keepRight(answer: RightAnswer): Promise<RightAnswers>
  /** Of one edition, by question. What too few people have answered is left out. */
  missed(about: {
    readonly policy: string
    readonly edition: string
    readonly practice: boolean
  }): Promise<readonly MissedCount[]>
}

export interface RightAnswer {
  readonly policy: string
  readonly edition: string
  readonly person: string
  readonly practice: boolean
  /** The question's key. */
  readonly question: string
  /** The ref of its section in that edition. */
  readonly section: string
  /** How they are counted: they chose otherwise first, or not; undefined for somebody who was counted before. */
  readonly counts: 'missed' | 'at-once' | undefined
}

/** How many people answered a question, and how many of them chose otherwise first. */
export interface MissedCount {
  readonly question: string
  readonly section: string
  readonly people: number
  readonly missed: number
}

/**
 * Figures are shown for this many people at least, and grow by this many at once: from two figures a day apart nobody
 * can tell what one person answered.
 */
export const fewestPeople = 5
