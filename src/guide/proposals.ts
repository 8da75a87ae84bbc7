// What questions teach: that a section answers one. Grouped as proposals for the policy's owner, who alone takes one up.
import type { Edition } from '../policy/types.ts'
import { sha256 } from '../kit/hash.ts'
import { carry, refIn } from './carry.ts'
import type { Pointer } from './types.ts'

/** Somebody showed which section answers a question. Who it was is not known here. */
export interface Lesson {
  /** As it is kept: without names and numbers. */
  readonly question: string
  readonly policy: string
  /** Of the section that answers it, with its text's hash: nothing is carried by number alone. */
  readonly pointer: Pointer
  /** By whoever asked and chose another section, or by a person to whom the question was passed on. */
  readonly from: 'chosen' | 'person'
}

export interface QuestionProposal {
  /** The same for the same questions under the same section, and short enough for a button. */
  readonly key: string
  readonly policy: string
  readonly pointer: Pointer
  /** Each once, in the order in which they were asked. */
  readonly questions: readonly string[]
  /** How often it was asked. */
  readonly asked: number
  /** How many of these were answered by a person. */
  readonly byPeople: number
}

/** Makes the keys of one world's proposals, wherever they are taken up. */
export function proposalKey(practice: boolean): (text: string) => string {
  return (of) => sha256(`${practice}\n${of}`).slice(0, keyDigits)
}
const keyDigits = 24

/** Most asked first. `subject` gives the words that say what a question is about; `keyOf` makes a short key of a text. */
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
    // What holds no word of its own ("what about him?") would teach that nothing means this section.
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

/** The ref by which the edition has the section that was meant; undefined where its text is not there. */
export function pointedRef(pointer: Pointer, edition: Edition): string | undefined {
  const [carried] = carry([pointer], edition)
  return carried && refIn(carried)
}
