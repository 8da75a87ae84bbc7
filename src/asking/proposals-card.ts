// What people's questions teach, for a policy's owner: each proposal with one press to take it up, and one to withdraw it.
import { buttons, note, text, type Block, type Card } from '../chat/cards.ts'
import { compact } from '../kit/defined.ts'
import { sayList, shorten } from '../kit/text.ts'
import { saySection } from '../policy/cite.ts'
import type { Edition, Section } from '../policy/types.ts'
import { readButton } from '../reading/lines.ts'
import { askingActions } from './actions.ts'

/** Questions, and the section that answers them, in the edition in force. */
export interface Pointed {
  readonly key: string
  readonly questions: readonly string[]
  readonly edition: Edition
  readonly section: Section
}

export interface WaitingProposal extends Pointed {
  readonly asked: number
  readonly byPeople: number
}

export interface Proposals {
  readonly waiting: readonly WaitingProposal[]
  readonly taken: readonly Pointed[]
  /** Questions whose answer helped nobody and for which nobody has shown a section. */
  readonly unhelpful: readonly string[]
}

const mostShown = 5

export function showProposals({ waiting, taken, unhelpful }: Proposals, line?: string): Card {
  const lead =
    waiting.length === 0
      ? 'Nothing waits. When people choose another section than the one they were shown, it is proposed here.'
      : `${waiting.length} ${waiting.length === 1 ? 'proposal waits' : 'proposals wait'}. Nothing is taken up by itself.`
  const more = waiting.length - mostShown
  return {
    title: 'What people’s questions teach',
    tone: 'plain',
    summary: compact([line, lead]).join(' '),
    blocks: [
      ...compact([line === undefined ? undefined : text(line), text(lead)]),
      ...waiting.slice(0, mostShown).flatMap(showWaiting),
      ...compact([more > 0 && note(`There are ${more} more. They are shown once these are taken up.`)]),
      ...showTaken(taken),
      ...showUnhelpful(unhelpful),
      note('Questions are kept without names, and for a limited time.'),
    ],
  }
}

function showWaiting({ key, questions, edition, section, asked, byPeople }: WaitingProposal): Block[] {
  const people = byPeople === 0 ? '' : ` ${byPeople === asked ? 'A person' : 'People'} answered ${byPeople} of them.`
  const times = asked === 1 ? 'Asked once.' : `Asked ${asked} times.`
  return [
    heading(`${edition.title}: ${saySection(section)}`),
    text(`${sayQuestions(questions)} ${times}${people}`),
    buttons(
      { label: 'Take it up', action: askingActions('take-up', { key }), spoken: `Take it up: ${saySection(section)}` },
      readButton({ policy: edition.policy, edition: edition.id, section: section.ref }, 'Read this section'),
    ),
  ]
}

function showTaken(taken: readonly Pointed[]): Block[] {
  if (taken.length === 0) return []
  return [
    heading('Taken up'),
    ...taken.slice(-mostShown).flatMap(({ key, questions, edition, section }) => [
      text(`${sayQuestions(questions)} is answered by ${saySection(section)} of the ${edition.title}.`),
      buttons({
        label: 'Withdraw it',
        action: askingActions('withdraw-taught', { key }),
        spoken: `Withdraw it: ${saySection(section)}`,
      }),
    ]),
  ]
}

function showUnhelpful(questions: readonly string[]): Block[] {
  if (questions.length === 0) return []
  return [
    heading('Of no help, and no section shown'),
    { kind: 'list', ordered: false, items: questions.map((question) => [{ text: shorten(question, 140) }]) },
  ]
}

function sayQuestions(questions: readonly string[]): string {
  const few = questions.slice(0, 3).map((question) => `“${shorten(question, 140)}”`)
  const more = questions.length - few.length
  return more > 0 ? `${few.join(', ')} and ${more} more` : sayList(few)
}

function heading(line: string): Block {
  return { kind: 'heading', text: line }
}
