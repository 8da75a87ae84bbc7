// The cards for reminding everybody who has not signed: how many people it would be, and that it is under way.
import type { Action } from '../chat/actions.ts'
import { buttons, note, strong, text, type Card } from '../chat/cards.ts'
import { frame as card, people, type NudgeSubject } from '../reminder/nudged-cards.ts'
import { sayDay, type Day } from '../kit/days.ts'

/** `today` is false where too little of the working day is left. */
export interface NudgeTime {
  readonly day: Day
  readonly today: boolean
}

export function showAskNudgeAll(
  about: NudgeSubject,
  { count, when, confirm }: { readonly count: number; readonly when: NudgeTime; readonly confirm: Action },
): Card {
  const line = `${people(count)} ${count === 1 ? 'is' : 'are'} asked to sign the ${about.title} and ${count === 1 ? 'has' : 'have'} not. Remind ${count === 1 ? 'them' : 'them all'}?`
  return card(
    about,
    'Remind all who have not signed',
    [
      text(line),
      text(`Each hears privately ${sayNudgeTime(when)}, and at most once a day.`),
      buttons({
        label: count === 1 ? 'Remind 1 person' : `Remind ${count} people`,
        action: confirm,
        main: true,
      }),
      note('Left alone: who is away, is excused, has raised a concern, or has had a reminder on that day already.'),
    ],
    line,
  )
}

export function showNudgeAll(
  about: NudgeSubject,
  { count, when }: { readonly count: number; readonly when: NudgeTime },
): Card {
  const line = `${people(count)} will hear from me ${sayNudgeTime(when)}.`
  return card(about, 'On its way', [text(strong(line)), text('I tell you here what came of it.')], line)
}

export function showNudgedBefore(about: NudgeSubject, { day }: NudgeTime): Card {
  const line = `Everybody is being reminded on ${sayDay(day)} already. Nothing more is sent on that day.`
  return card(about, 'Once a day', [text(line)], line)
}

export function showNobodyToNudge(about: NudgeSubject, paused: boolean): Card {
  const line = paused
    ? 'The campaign is paused, so nobody is reminded. Let it go on first.'
    : 'Nobody who is asked has still to sign, so nothing was sent.'
  return card(about, 'Nobody to remind', [text(line)], line)
}

/** For the middle of a sentence. */
export function sayNudgeTime({ day, today }: NudgeTime): string {
  return today ? 'within the hour, in working hours' : `on ${sayDay(day)}, in the first working hour`
}
