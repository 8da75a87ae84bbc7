// What people's questions teach: that a certain section answers a question. Lessons are grouped into proposals for the
// policy's owner, and only the owner adopts one.
import type { Edition } from '../policy/types.ts'
import { sha256 } from '../kit/hash.ts'
import { carry, refIn } from './carry.ts'
import { hashesOf } from './hash.ts'
import { findSection } from '../policy/force.ts'
import type { Pointer } from './types.ts'

/** Somebody showed which section answers a question. Who it was is not known here. */
export interface Lesson {
  /** The question as it is kept: without names and numbers. */
  readonly question: string
  readonly policy: string
  /** The section that answers it, with its text's hash: a number alone never carries a lesson over. */
  readonly pointer: Pointer
  /** By the person who asked and then chose another section, or by a person to whom the question was passed on. */
  readonly from: 'chosen' | 'person'
}

export interface QuestionProposal {
  /** The same for the same questions under the same section, and short enough for a button. */
  readonly key: string
  readonly policy: string
  readonly pointer: Pointer
  /** Each question once, in the order in which they were first asked. */
  readonly questions: readonly string[]
  /** How often it was asked. */
  readonly asked: number
  /** How often a person answered it. */
  readonly byPeople: number
}

/** Makes the keys of one world's proposals, wherever they are adopted. */
export function proposalKey(practice: boolean): (text: string) => string {
  return (of) => sha256(`${practice}\n${of}`).slice(0, keyDigits)
}
const keyDigits = 24

/**
 * The most asked first. `subject` returns the words that say what a question is about; `keyOf` makes a short key of a
 * text.
 */
export function proposalsFrom(
  lessons: readonly Lesson[],
  {
    subject,
    keyOf,
  }: { readonly subject: (question: string) => readonly string[]; readonly keyOf: (text: string) => string },
): QuestionProposal[] {
  const groups = new Map<string, { first: Lesson; lessons: Lesson[] }>()
  for (const lesson of lessons) {
    const about = [...new Set(subject(lesson.question))].toSorted().join(' ')
    // A question without a word of its own ("what about him?") would teach that nothing in particular means this
    // section.
    if (about === '') continue
    const key = keyOf([lesson.policy, ...lesson.pointer.hashes, about].join('\n'))
    const group = groups.get(key) ?? { first: lesson, lessons: [] }
    group.lessons.push(lesson)
    groups.set(key, group)
  }
  return [...groups]
    .map(([key, { first, lessons: same }]): QuestionProposal => ({
      key,
      policy: first.policy,
      pointer: first.pointer,
      questions: [...new Set(same.map(({ question }) => question))],
      asked: same.length,
      byPeople: same.filter(({ from }) => from === 'person').length,
    }))
    .toSorted((a, b) => b.asked - a.asked)
}

/** The ref under which the edition has the section that was meant; undefined where its text is not there. */
export function pointedRef(pointer: Pointer, edition: Edition): string | undefined {
  const [carried] = carry([pointer], edition)
  return carried && refIn(carried)
}

/** A pointer at the section that somebody names; undefined where the edition has none of that name. */
export function pointerAt(edition: Edition, ref: string): Pointer | undefined {
  const section = findSection(edition, ref.trim())
  const hash = section && hashesOf(edition).get(section.ref)
  return section === undefined || hash === undefined ? undefined : { ref: section.ref, hashes: [hash] }
}
