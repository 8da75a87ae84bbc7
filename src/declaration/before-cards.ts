// Before signing, after it, or instead of it: a question, a concern, a refusal; what the person sees of it, and what
// SLT sees.
import { compact, defined } from '../kit/defined.ts'
import { declarationActions } from './actions.ts'
import { opening } from '../chat/opening.ts'
import { buttons, note, plain, strong, text, type Card } from '../chat/cards.ts'
import type { wordsBefore } from './actions.ts'
import type { Person } from '../chat/people.ts'
import type { Letter } from '../outbox/types.ts'
import type { Edition } from '../policy/types.ts'
import { personButton } from '../referral/actions.ts'
import { receiptButton, startButton } from './outcome-cards.ts'
import { markPractice } from '../chat/practice.ts'

export type Before = (typeof wordsBefore)[number]

interface Words {
  readonly title: string
  readonly line: string
  readonly label: string
  readonly submit: string
  readonly done: string
  /** To SLT, after a name. */
  readonly told: string
}

const wordsFor: Readonly<Record<Before, Words>> = {
  question: {
    title: 'Ask the SLT a question',
    line: 'Write what you would like to know.',
    label: 'Your question',
    submit: 'Send my question',
    done: 'Your question is recorded',
    told: 'asks a question',
  },
  concern: {
    title: 'Raise a concern',
    line: 'Write what troubles you about the policy, or about signing it.',
    label: 'Your concern',
    submit: 'Send my concern',
    done: 'Your concern is recorded',
    told: 'raises a concern',
  },
  decline: {
    title: 'Decline to sign',
    line: 'You may decline. It is recorded, and passed on to the senior leadership team. You can still sign later.',
    label: 'Why, if you like to say',
    submit: 'Decline',
    done: 'Recorded: you decline to sign',
    told: 'declines to sign',
  },
}

export interface Speaking {
  readonly what: Before
  /** For people who have already signed: their signature stands, whatever they say. */
  readonly signed: { readonly entry: string } | undefined
  readonly practice: boolean
  /** Whether the school has other policies, so that the card says which this is. */
  readonly besideOthers: boolean
}

export function showBefore(
  edition: Edition,
  { what, error, signed, practice }: Speaking & { readonly error: boolean },
): Card {
  const { title, line, label, submit } = wordsFor[what]
  const cites = { policy: edition.policy, edition: edition.id }
  return markPractice(
    {
      title: error ? 'Nothing was sent yet' : title,
      tone: 'plain',
      summary: line,
      blocks: [
        text(strong(`${edition.title}. `), line),
        {
          kind: 'form',
          form: {
            fields: [
              {
                kind: 'lines',
                id: 'words',
                label,
                required: what !== 'decline',
                max: 2_000,
                ...defined({ error: error ? 'Write a few words first.' : undefined }),
              },
            ],
            submit: { label: submit, action: declarationActions('say-before', { ...cites, what }), main: true },
          },
        },
        note(
          `It is kept with your name and shown to the senior leadership team, and to nobody else. ${signed === undefined ? 'It does not count as signing.' : 'Your signature stands.'}`,
        ),
        buttons(
          signed === undefined
            ? { label: 'Back to the declaration', action: declarationActions('declaration', { ...cites }) }
            : receiptButton(signed.entry),
        ),
      ],
    },
    practice,
  )
}

export function showSaid(
  edition: Edition,
  { what, told, signed, practice, besideOthers }: Speaking & { readonly told: boolean },
): Card {
  const { done } = wordsFor[what]
  const person = personButton({ what: 'concern', policy: edition.policy, edition: edition.id })
  const passed = told
    ? 'It has been passed to the senior leadership team, privately. They will come to you.'
    : 'Nobody in the senior leadership team could be reached here just now. It is kept for them, and they are told as soon as one of them can be reached. If it is pressing, please speak to one of them.'
  return markPractice(
    {
      title: done,
      tone: 'plain',
      summary: `${done}. ${passed}`,
      blocks: compact([
        besideOthers && text(strong(`${edition.title}.`)),
        text(passed),
        ...(signed === undefined
          ? [
              text('It does not count as signing. You can still sign whenever you are ready.'),
              buttons(startButton(edition.policy, 'Go on to the declaration'), person),
            ]
          : [text('Your signature stands as it is.'), buttons(receiptButton(signed.entry), person)]),
      ]),
    },
    practice,
  )
}

/** What SLT is told. */
export interface SaidBefore {
  readonly what: Before
  readonly person: Person
  readonly words: string
  readonly signed: boolean
}

function sayTold(edition: Edition, { what, person, signed }: SaidBefore): string {
  return `${person.name} ${wordsFor[what].told} ${signed ? 'after' : 'before'} signing the ${edition.title}.`
}

/** For members of SLT who can only be reached by email: the message itself stays where only they can see it. */
export function writeToldSlt(edition: Edition, told: SaidBefore, school: string): Letter {
  const { person } = told
  return {
    subject: `A message for the senior leadership team of ${school}`,
    text: `${sayTold(edition, told)}

What they said is not in this letter. You find it in the register, under their name. Please speak with ${person.name}.
Only the senior leadership team is told of it: please do not pass it on.
`,
  }
}

/** For SLT, in private. */
export function showToldSlt(edition: Edition, told: SaidBefore): Card {
  const { person, words, signed } = told
  const line = sayTold(edition, told)
  return markPractice(
    {
      title: line,
      tone: 'plain',
      summary: line,
      blocks: [
        text(line),
        ...(words.trim() === ''
          ? [text('They gave no reason.')]
          : [{ kind: 'quote', text: plain(words.trim()), source: person.name } as const]),
        text(
          `Please speak with ${person.name}. ${signed ? 'Their signature stands.' : 'It does not count as a signature, and they can still sign.'}`,
        ),
        buttons({
          label: 'Show them in the register',
          action: opening('person', { policy: edition.policy, person: person.id }),
        }),
        note('Only the senior leadership team sees this.'),
      ],
    },
    person.practice,
  )
}
