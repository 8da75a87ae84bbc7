// The card that shows a policy's owner what people's questions teach: one press adopts a proposal, another withdraws
// it.
import { buttons, note, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { sayDay, type Day } from '../kit/days.ts'
import { compact } from '../kit/defined.ts'
import { sayList, shorten } from '../kit/text.ts'
import { saySection } from '../policy/cite.ts'
import type { Edition, Section } from '../policy/types.ts'
import { readButton } from '../reading/lines.ts'
import type { QuestionGroup } from '../search/question-groups.ts'
import { askingActions } from './actions.ts'

/** Questions, and the section in the edition in force that answers them. */
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

/** One of the school's own notes, beside a section of the edition in force. */
export interface PlacedNote {
  readonly id: string
  readonly text: string
  readonly who: string
  readonly until: Day
  readonly edition: Edition
  readonly section: Section
}

export interface Proposals {
  readonly waiting: readonly WaitingProposal[]
  readonly taken: readonly Pointed[]
  readonly notes: { readonly waiting: readonly PlacedNote[]; readonly standing: readonly PlacedNote[] }
  /** Questions whose answer helped nobody, and for which nobody has shown a section. */
  readonly unhelpful: readonly QuestionGroup[]
}

const mostShown = 5

export function showProposals({ waiting, taken, notes, unhelpful }: Proposals, line?: string): Card {
  const count = waiting.length + notes.waiting.length
  const lead =
    count === 0
      ? 'Nothing is waiting. When people choose another section than the one they were shown, it is proposed here.'
      : `${count} ${count === 1 ? 'proposal waits' : 'proposals wait'}. Nothing is taken up by itself.`
  const more = waiting.length - mostShown
  return {
    title: 'What people’s questions teach',
    tone: 'plain',
    summary: compact([line, lead]).join(' '),
    blocks: [
      ...compact([line === undefined ? undefined : text(line), text(lead)]),
      ...waiting.slice(0, mostShown).flatMap(showWaiting),
      ...compact([more > 0 && note(`There are ${more} more. They are shown once these are taken up.`)]),
      ...notes.waiting.slice(0, mostShown).flatMap((each) => showPlaced(each, 'waiting')),
      ...showTaken(taken),
      ...showStanding(notes.standing),
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

function showStanding(notes: readonly PlacedNote[]): Block[] {
  if (notes.length === 0) return []
  return [heading('The school’s own notes'), ...notes.slice(-mostShown).flatMap((each) => showPlaced(each, 'standing'))]
}

function showPlaced({ id, text: written, who, until, edition, section }: PlacedNote, state: 'waiting' | 'standing') {
  const place = `${edition.title}: ${saySection(section)}`
  const withdraw: Button = {
    label: 'Withdraw the note',
    action: askingActions('withdraw-note', { note: id }),
    spoken: `Withdraw the note beside ${saySection(section)}`,
  }
  const takeUp: Button = {
    label: 'Take up the note',
    action: askingActions('take-up-note', { note: id }),
    spoken: `Take up the note beside ${saySection(section)}`,
  }
  const read = readButton({ policy: edition.policy, edition: edition.id, section: section.ref }, 'Read this section')
  return [
    ...compact([state === 'waiting' && heading(`A note beside ${place}`)]),
    text(state === 'waiting' ? `“${written}”` : `Beside ${place}: “${written}”`),
    note(`Written by ${who}, not part of the policy. It stands until ${sayDay(until)}.`),
    buttons(...(state === 'waiting' ? [takeUp, withdraw, read] : [withdraw])),
  ]
}

function showUnhelpful(groups: readonly QuestionGroup[]): Block[] {
  if (groups.length === 0) return []
  return [
    heading('Did not help, and no section was shown'),
    {
      kind: 'list',
      ordered: false,
      items: groups.map(({ questions, count }) => [{ text: sayGroup(questions, count) }]),
    },
  ]
}

function sayGroup(questions: readonly string[], count: number): string {
  return count === 1 ? sayQuestions(questions) : `${sayQuestions(questions)}: marked ${count} times`
}

function sayQuestions(questions: readonly string[]): string {
  const few = questions.slice(0, 3).map((question) => `“${shorten(question, 140)}”`)
  const more = questions.length - few.length
  return more > 0 ? `${few.join(', ')} and ${more} more` : sayList(few)
}

function heading(line: string): Block {
  return { kind: 'heading', text: line }
}
