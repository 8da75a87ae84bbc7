// Everything that somebody has asked, and everything that waits for them, as a private list.
import { buttons, note, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { opening } from '../chat/opening.ts'
import { markPractice } from '../chat/practice.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { capital } from '../kit/text.ts'
import type { Case } from '../ports/cases.ts'
import { referralActions } from './actions.ts'
import { sayWhat } from './words.ts'

/** All of somebody's cases; those that wait for their answer come first. */
export function showCases(
  cases: readonly Case[],
  {
    reader,
    practice,
    ...seeing
  }: {
    readonly zone: string
    readonly reader: string
    readonly practice: boolean
    titleOf(kept: Case): string | undefined
  },
): Card {
  const answering = cases.filter(({ asker, state }) => asker !== reader && state !== 'closed')
  const asked = cases.filter(({ asker }) => asker === reader)
  const part = (title: string, some: readonly Case[]): Block[] =>
    some.length === 0
      ? []
      : [
          { kind: 'heading', text: title },
          ...some.slice(0, mostShown).flatMap((each) => row(each, { ...seeing, reader })),
        ]
  const line =
    cases.length === 0
      ? 'You have not asked anybody, and nobody is waiting for you.'
      : `${answering.length === 0 ? 'Nobody is waiting for you' : `${answering.length} for you to answer`}; ${asked.length === 0 ? 'you have asked nobody' : `${asked.length} that you asked`}.`
  return markPractice(
    {
      title: 'My cases',
      tone: 'plain',
      summary: line,
      blocks: [
        text(line),
        ...part('For you to answer', answering),
        ...part('What you asked', asked),
        note('Only you see this. Closed ones are kept for 90 days.'),
      ],
    },
    practice,
  )
}

const mostShown = 10

function row(
  kept: Case,
  {
    titleOf,
    zone,
    reader,
  }: { readonly zone: string; readonly reader: string; titleOf(kept: Case): string | undefined },
): Block[] {
  const what = sayWhat(kept, titleOf(kept))
  const day = sayDay(dayIn(zone, kept.at))
  const label = `${capital(what)}, ${day}`
  const mine = kept.asker === reader || kept.taker === reader
  const action = mine
    ? referralActions('show-case', { case: kept.id })
    : referralActions('take-case', { case: kept.id })
  return [
    text(`${label}: ${stateWords[kept.state]}.`),
    buttons({ label: mine ? 'Open' : 'I’ll take it', action, spoken: `${mine ? 'Open' : 'I’ll take it'}: ${label}` }),
  ]
}

const stateWords: Readonly<Record<Case['state'], string>> = {
  waiting: 'waits for somebody to take it',
  taken: 'waits for an answer',
  'asked-back': 'waits for whoever asked',
  answered: 'answered',
  closed: 'closed',
}

/** The button that leads there from other cards. */
export function casesButton(label = 'My cases'): Button {
  return { label, action: opening('cases') }
}
