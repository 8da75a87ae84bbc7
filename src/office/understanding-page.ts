// How the page about the questions before signing looks.
import type { Waiting } from '../guide/waiting.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { OfficeAnswer, Part } from '../ports/office.ts'
import type { PlacedQuestion } from '../understanding/asked.ts'
import { doneNote, form, heading, links, list, look, notePart, page, textPart, wrong } from './parts.ts'

export interface UnderstandingView {
  readonly policy: Policy
  readonly edition: Edition
  /** Those that can be asked about this edition. */
  readonly asked: readonly PlacedQuestion[]
  readonly waiting: readonly Waiting[]
  /** What is misunderstood, a line for each section. */
  readonly figures: readonly string[]
  readonly mayChange: boolean
  readonly seen: string | undefined
  readonly done: string | undefined
  readonly problem: readonly string[]
}

export function understandingPage(view: UnderstandingView): OfficeAnswer {
  const { policy, edition, asked, waiting, problem, done } = view
  const to = `/office/policies/${policy.id}/${edition.id}`
  return page(`Questions before signing: ${edition.title}`, [
    doneNote(done),
    problem.length === 0 ? undefined : wrong(...problem),
    textPart(sayState(view)),
    waiting.length === 0 ? undefined : look(...waiting.map(({ what, fix }) => `${what}. ${fix}`)),
    ...(asked.length === 0 ? [] : [...questionParts(asked), ...turnParts(view, `${to}/understanding`)]),
    heading('What is misunderstood'),
    ...figureParts(view),
    links({ to, label: `Back to ${edition.title}, edition ${edition.id}` }),
  ])
}

function sayState({ policy, asked }: UnderstandingView): string {
  const written = policy.understanding?.length ?? 0
  if (written === 0)
    return `Nobody has written questions about this policy yet. They stand in policies/${policy.id}/understanding.yaml in the school’s home.`
  const count = `${asked.length} of ${written} ${written === 1 ? 'question fits' : 'questions fit'} this edition.`
  return policy.asksUnderstanding === true
    ? `They are on: whoever signs answers them right before. ${count}`
    : `They are off: nobody is asked. ${count}`
}

function questionParts(asked: readonly PlacedQuestion[]): Part[] {
  const parts = asked.flatMap(({ text, place, choices }): Part[] => [
    textPart(`${text} (section ${place})`),
    list(choices.map((choice) => `${choice.right ? 'Right' : 'Not right'}: ${choice.text}`)),
  ])
  return [{ kind: 'more', summary: `The questions: ${asked.length}`, parts }]
}

function turnParts({ policy, mayChange, seen }: UnderstandingView, to: string): Part[] {
  if (!mayChange) return [notePart('The senior leadership team turns them on and off.')]
  const kept = { kind: 'kept', id: 'seen', value: seen ?? '' } as const
  return policy.asksUnderstanding === true
    ? [form(to, [kept], { label: 'Ask them no more', value: 'stop' })]
    : [
        textPart(
          'Once they are on, nobody signs this policy without answering all of them right. A wrong answer opens the section and asks again. Whoever has signed keeps their signature, and whoever is in the middle is asked before they sign.',
        ),
        form(to, [kept], { label: 'Ask them before signing', value: 'ask', main: true }),
      ]
}

function figureParts({ figures }: UnderstandingView): Part[] {
  return [
    figures.length === 0
      ? textPart('There is nothing to show yet. A section is shown once five people have answered its questions.')
      : list(figures),
    notePart('No names are kept with this. Figures grow by five people at a time, so that they tell of nobody.'),
  ]
}
