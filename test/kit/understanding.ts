// Policies with questions before signing: the project's own eight, and the example school's.
import type { UnderstandingQuestion } from '../../src/policy/types.ts'
import type { Library } from '../../src/turn/library.ts'
import { theLibrary } from './library.ts'
import { meadowLane, threePolicies } from './three-policies.ts'
import type { Hand, Screen } from './story.ts'

/** The library in which all policies ask their questions, or none does. */
export function asking(library: Library = theLibrary(), asksUnderstanding = true): Library {
  return { ...library, policies: library.policies.map((policy) => ({ ...policy, asksUnderstanding })) }
}

/** Files with questions about two of Meadow Lane's three policies, of which one has its questions turned on. */
export const questionsAtMeadowLane: Readonly<Record<string, string>> = {
  'policies/visitors/policy.yaml': `${threePolicies['policies/visitors/policy.yaml'] ?? ''}understanding: true\n`,
  'policies/visitors/understanding.yaml': `
questions:
  - id: lanyard
    section: '1'
    asks: What does a visitor get at the office?
    choices:
      - wrong: A red badge
      - right: A yellow lanyard
  - id: alone
    section: '2'
    asks: What do you do with a visitor whom you invited?
    choices:
      - right: I stay with them
      - right: I see that they are not alone with pupils
      - wrong: I let them look around
`,
  'policies/attendance/understanding.yaml': `
questions:
  - id: when
    section: '1'
    asks: When is the register taken?
    choices:
      - right: In the first five minutes
      - wrong: At the end of the lesson
`,
}

export const visitorsAsks = (): Library => meadowLane(questionsAtMeadowLane)

export function rightLabels({ choices }: UnderstandingQuestion): string[] {
  return choices.filter(({ right }) => right).map(({ text }) => text)
}

export function wrongLabel({ choices }: UnderstandingQuestion): string {
  return choices.find(({ right }) => !right)?.text ?? ''
}

/** Chooses all right answers, by a press or by ticks. */
export function answersRight(hand: Hand, question: UnderstandingQuestion): Promise<Screen> {
  const [only = '', ...more] = rightLabels(question)
  if (more.length === 0) return hand.presses(only)
  return hand.fills(Object.fromEntries([only, ...more].map((label) => [label, 'yes'])), 'Answer')
}
