// The reminder that somebody in SLT sends to one person.
import { declarationActions } from '../declaration/actions.ts'
import { buttons, text, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay, type Day } from '../kit/days.ts'
import type { Edition } from '../policy/types.ts'

/** To one person, privately. */
export function showNudge(
  edition: Edition,
  { name, due, practice }: { name: string; due: Day | undefined; practice: boolean },
): Card {
  const by = due === undefined ? '' : ` by ${sayDay(due)}`
  const ask = `Please read the ${edition.title} and sign its declaration${by}.`
  return markPractice(
    {
      title: `A reminder, ${name.split(' ')[0] ?? ''}`,
      tone: 'plain',
      summary: ask,
      blocks: [
        text(ask),
        text('I take you through it section by section, and keep your place if you stop.'),
        buttons({
          label: 'Start reading',
          action: declarationActions('start-reading', { policy: edition.policy }),
          main: true,
        }),
      ],
    },
    practice,
  )
}
