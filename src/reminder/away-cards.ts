// Somebody answers a reminder by saying that they are away: what they read, and what SLT reads and enters. The reason
// is kept nowhere.
import { opening } from '../chat/opening.ts'
import { buttons, note, text, type Card } from '../chat/cards.ts'
import { fillFields, line, type Sent } from '../chat/forms.ts'
import type { Person } from '../chat/people.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay, type Day } from '../kit/days.ts'
import type { Letter } from '../outbox/types.ts'
import { reminderActions } from './actions.ts'
import { quietDaysOnWord } from './left-alone.ts'

type Who = Pick<Person, 'id' | 'name' | 'practice'>

export function showAwayHeard(told: boolean, practice: boolean): Card {
  const line = told
    ? `I have told the senior leadership team that you are away, and not why. I do not remind you for ${quietDaysOnWord} days, or until they have written down when you are back.`
    : `I do not remind you for ${quietDaysOnWord} days. Nobody in the senior leadership team could be reached here just now, so please tell one of them.`
  return markPractice(
    {
      title: 'All the best',
      tone: 'plain',
      summary: line,
      blocks: [
        text(line),
        note('The reason is kept nowhere.'),
        buttons({ label: 'Where do I stand?', action: opening('status') }),
      ],
    },
    practice,
  )
}

export function showAwayToSlt({ id, name, practice }: Who, from: Day): Card {
  const said = `${name} says that they are away at the moment.`
  return markPractice(
    {
      title: 'Somebody is away',
      tone: 'plain',
      summary: said,
      blocks: [
        text(said),
        text(`I do not remind them for ${quietDaysOnWord} days. If it is right, please write down until when.`),
        buttons({
          label: 'Write down until when',
          action: reminderActions('prepare-away', { person: id, from }),
          main: true,
        }),
        note('Only the senior leadership team sees this. Why is not kept.'),
      ],
    },
    practice,
  )
}

export function writeAwayToSlt(name: string, school: string): Letter {
  return {
    subject: `A message for the senior leadership team of ${school}`,
    text: `${name} says that they are away at the moment, so they are not reminded for ${quietDaysOnWord} days.

If it is right, please have their days away written down in the list of people.
`,
  }
}

export function showAwayForm({ id, name, practice }: Who, from: Day, sent: Sent): Card {
  const ask = `Until and with which day is ${name} away?`
  return markPractice(
    {
      title: `Away: ${name}`,
      tone: 'plain',
      summary: ask,
      blocks: [
        text(ask),
        {
          kind: 'form',
          form: {
            fields: fillFields(
              [line('until', 'Until and with', `Such as 18/12/2026. It begins on ${sayDay(from)}.`, true)],
              sent,
            ),
            submit: {
              label: 'Write it down',
              action: reminderActions('confirm-away', { person: id, from }),
              main: true,
            },
          },
        },
        note('Nobody is reminded while they are away. The next list of people that is brought in may change it.'),
      ],
    },
    practice,
  )
}

export function showAwayDone({ name, practice }: Who, to: Day): Card {
  const line = `${name} is away until ${sayDay(to)}, and is not reminded until then.`
  return markPractice({ title: 'Written down', tone: 'done', summary: line, blocks: [text(line)] }, practice)
}
