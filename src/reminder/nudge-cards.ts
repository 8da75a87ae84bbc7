// Reminding everybody who has not signed, for SLT: how many it would be, that it is on its way, and what came of it.
import { buttons, note, plain, strong, text, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay, type Day } from '../kit/days.ts'
import type { Nudged } from './nudged.ts'

export interface About {
  readonly policy: string
  readonly edition: string
  readonly title: string
  readonly practice: boolean
}

/** `today` is false where there is too little left of the working day. */
export interface When {
  readonly day: Day
  readonly today: boolean
}

export function showAskNudgeAll(about: About, { count, when }: { readonly count: number; readonly when: When }): Card {
  const line = `${people(count)} ${count === 1 ? 'is' : 'are'} asked to sign the ${about.title} and ${count === 1 ? 'has' : 'have'} not. Remind ${count === 1 ? 'them' : 'them all'}?`
  return card(
    about,
    'Remind everybody who has not signed',
    [
      text(line),
      text(`Each hears privately ${sayWhen(when)}, and at most once a day.`),
      buttons({
        label: count === 1 ? 'Remind 1 person' : `Remind ${count} people`,
        action: { do: 'confirm-nudge-all', policy: about.policy, edition: about.edition },
        main: true,
      }),
      note('Left alone: who is away, is excused, has raised a concern, or has had a reminder on that day already.'),
    ],
    line,
  )
}

export function showNudgeAll(about: About, { count, when }: { readonly count: number; readonly when: When }): Card {
  const line = `${people(count)} will hear from me ${sayWhen(when)}.`
  return card(about, 'On its way', [text(strong(line)), text('I tell you here what came of it.')], line)
}

export function showNudgedBefore(about: About, { day }: When): Card {
  const line = `Everybody is being reminded on ${sayDay(day)} already. Nothing more is sent on that day.`
  return card(about, 'Once a day', [text(line)], line)
}

export function showNobodyToNudge(about: About, paused: boolean): Card {
  const line = paused
    ? 'The campaign is paused, so nobody is reminded. Let it go on first.'
    : 'Nobody who is asked has still to sign, so nothing was sent.'
  return card(about, 'Nobody to remind', [text(line)], line)
}

/** Once all is done; `meant` is the day for which it was meant, where it took until another. */
export function showNudged(about: About, nudged: Nudged, meant?: Day): Card {
  const unreached = nudged.unreached + nudged.trying + nudged.waiting
  const lines = [
    `${people(nudged.sent)} ${nudged.sent === 1 ? 'was' : 'were'} reminded to sign the ${about.title}.`,
    ...(nudged.before > 0 ? [`${people(nudged.before)} had a reminder on that day already.`] : []),
    ...(nudged.resting > 0
      ? [
          `${people(nudged.resting)} ${nudged.resting === 1 ? 'is' : 'are'} away, off that day, or asked to be left alone.`,
        ]
      : []),
    ...(unreached > 0 ? [`${people(unreached)} could not be reached, in a chat or by email.`] : []),
    ...(meant === undefined ? [] : [`It was meant for ${sayDay(meant)}, and took until today.`]),
  ]
  return card(
    about,
    'Everybody was reminded',
    [
      { kind: 'list', ordered: false, items: lines.map(plain) },
      ...(unreached > 0
        ? [
            text(
              'Open them in the register: “Remind them” gives you a link to hand over, or record a signature on paper.',
            ),
          ]
        : []),
    ],
    lines.join(' '),
  )
}

function card(about: About, title: string, blocks: Card['blocks'], summary: string): Card {
  return markPractice(
    {
      title,
      tone: 'plain',
      summary,
      blocks: [
        ...blocks,
        buttons({ label: 'Back to the register', action: { do: 'turn-register', policy: about.policy } }),
      ],
    },
    about.practice,
  )
}

function sayWhen({ day, today }: When): string {
  return today ? 'within the hour, in working hours' : `on ${sayDay(day)}, in the first working hour`
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}
