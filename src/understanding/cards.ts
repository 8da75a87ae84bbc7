// The cards of the questions before signing: one question, the section where something else was chosen, and the end.
import { compact, defined } from '../kit/defined.ts'
import { buttons, note, plain, strong, text, type Block, type Card, type Field } from '../chat/cards.ts'
import { opening } from '../chat/opening.ts'
import { markPractice } from '../chat/practice.ts'
import { sayCitation, sayEdition, saySection } from '../policy/cite.ts'
import { findSection } from '../policy/force.ts'
import type { Edition } from '../policy/types.ts'
import { readingActions } from '../reading/actions.ts'
import { pagesOf } from '../reading/cards.ts'
import { outsideBlocks, wordingNote } from '../reading/lines.ts'
import { understandingActions } from './actions.ts'
import { hasSeveral, type PlacedQuestion } from './asked.ts'

export interface QuestionFrame {
  readonly edition: Edition
  readonly question: PlacedQuestion
  /** Counted from 1, among all that are asked. */
  readonly number: number
  readonly of: number
  /** They chose something else before: only the card knows, and its buttons say so. */
  readonly again: boolean
  readonly practice: boolean
}

/** What happened just before: the first question, a right answer, another choice, or nothing chosen. */
export type JustBefore = 'begins' | 'goes-on' | 'right' | 'missed' | 'nothing-chosen' | 'reworded'

export function showUnderstandingQuestion(frame: QuestionFrame, before: JustBefore): Card {
  const { edition, question, number, of, practice } = frame
  const [title, line] = openingOf(`Question ${number} of ${of}`, before)
  const missed = before === 'missed'
  return markPractice(
    {
      title,
      tone: 'plain',
      summary: `${title}. ${line === '' ? '' : `${line} `}${question.text}`,
      blocks: compact([
        line !== '' && text(line),
        ...(missed ? sectionBlocks(frame) : []),
        { kind: 'heading', text: question.text },
        ...choiceBlocks(frame),
        !missed && buttons(readSection(frame)),
        note(`About the ${edition.title}, edition ${sayEdition(edition)}. How often you try is not counted or kept.`),
      ]),
    },
    practice,
  )
}

function openingOf(progress: string, before: JustBefore): readonly [title: string, line: string] {
  switch (before) {
    case 'begins':
      return [progress, 'If an answer is not right, you see the section and try again.']
    case 'goes-on':
      return [progress, 'You go on where you left off. What you have answered right is kept.']
    case 'right':
      return [progress, 'That is right.']
    case 'missed':
      return [
        `Not quite: ${lower(progress)}`,
        'The policy says it otherwise. Here is the section: read it, and try again.',
      ]
    case 'nothing-chosen':
      return [`Nothing chosen yet: ${lower(progress)}`, 'Tick each answer that is right, then press Answer.']
    case 'reworded':
      return [
        progress,
        'That question has changed since the card was shown, so your answer was not taken. This is the next one.',
      ]
  }
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** The beginning of the section, quoted as the reading quotes it. */
function sectionBlocks({ edition, question: { place } }: QuestionFrame): Block[] {
  const section = findSection(edition, place)
  if (section === undefined) return []
  const [first = [], ...more] = pagesOf(section)
  const cites = { policy: edition.policy, edition: edition.id, section: place }
  return compact([
    text(strong(saySection(section))),
    ...first,
    ...outsideBlocks(edition),
    note(sayCitation(edition, place)),
    ...wordingNote(edition),
    more.length > 0 && buttons({ label: 'Read the rest of it', action: readingActions('read', { ...cites, page: 1 }) }),
  ])
}

function readSection({ edition, question }: QuestionFrame) {
  const action = readingActions('read', { policy: edition.policy, edition: edition.id, section: question.place })
  return { label: 'Look it up in the policy', action, spoken: 'Look it up in the policy: the section opens below' }
}

/** One right choice is one press; where several are right, each is ticked. */
function choiceBlocks({ edition, question, again }: QuestionFrame): Block[] {
  const about = { policy: edition.policy, edition: edition.id, question: question.key }
  const missed = defined({ again: again ? (true as const) : undefined })
  if (!hasSeveral(question))
    return [
      buttons(
        ...question.choices.map((choice, chosen) => ({
          label: choice.text,
          action: understandingActions('understand', { ...about, chosen, ...missed }),
        })),
      ),
    ]
  const submit = { label: 'Answer', action: understandingActions('understand', { ...about, ...missed }), main: true }
  return [
    text('More than one answer is right.'),
    { kind: 'form', form: { fields: question.choices.map(tickField), submit } },
  ]
}

function tickField(choice: { readonly text: string }, at: number): Field {
  return { kind: 'check', id: `c${at}`, label: choice.text, tick: 'This is right', required: false }
}

export interface EndFrame {
  readonly edition: Edition
  readonly practice: boolean
}

export function showAllRight({ edition, practice }: EndFrame, questions: number): Card {
  const line = `You have answered ${questions === 1 ? 'the question' : `all ${questions} questions`} about the ${edition.title} right.`
  return markPractice(
    {
      title: 'All answered',
      tone: 'done',
      summary: `${line} Now you can sign its declaration.`,
      blocks: [text(line), text('Nothing is signed yet. The declaration comes next.'), buttons(toDeclaration(edition))],
    },
    practice,
  )
}

/** The school has switched them off, or their sections wait for the policy's owner. */
export function showNotAsked({ edition, practice }: EndFrame): Card {
  const line = `No questions are asked about the ${edition.title} any more. You can sign its declaration.`
  return markPractice(
    { title: 'No more questions', tone: 'plain', summary: line, blocks: [text(line), buttons(toDeclaration(edition))] },
    practice,
  )
}

export function showOtherEdition({ edition, practice }: EndFrame): Card {
  const line = `The ${edition.title} was replaced while that card stood here. The edition in force is ${sayEdition(edition)}, with its own questions.`
  return markPractice(
    {
      title: 'There is a new edition',
      tone: 'caution',
      summary: line,
      blocks: [
        text(line),
        buttons({
          label: 'Read and sign the new edition',
          action: opening('read-and-sign', { policy: edition.policy }),
          main: true,
        }),
        note('Nothing is signed yet.'),
      ],
    },
    practice,
  )
}

function toDeclaration({ policy }: Edition) {
  return { label: 'Go to the declaration', action: opening('sign', { policy }), main: true }
}

/** For those who lead: lines about sections, the most misunderstood first. */
export function showMisunderstood(
  { practice, asks }: { readonly practice: boolean; readonly asks: boolean },
  lines: readonly string[],
): Card {
  const none = asks
    ? 'There is nothing to show yet. A section is shown once five people have answered its questions.'
    : 'No policy has questions asked before signing. They are turned on in the office, on the page of a policy’s edition.'
  const first = lines.length === 0 ? none : 'The sections where most people chose something else first:'
  return markPractice(
    {
      title: 'What is misunderstood',
      tone: 'plain',
      summary: `${first} ${lines[0] ?? ''}`.trim(),
      blocks: compact([
        text(first),
        lines.length > 0 && { kind: 'list', ordered: false, items: lines.map(plain) },
        note('No names are kept with this. Figures grow by five people at a time, so that they tell of nobody.'),
      ]),
    },
    practice,
  )
}
