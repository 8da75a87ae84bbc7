// Two entries that may be one person: the effect of joining them is shown first, and it can be undone.
import { compact } from '../kit/defined.ts'
import { buttons, strong, text, type Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { markPractice } from '../chat/practice.ts'
import { registerActions } from './actions.ts'

export interface Two {
  readonly policy: string
  /** The person whose other name it becomes. */
  readonly person: Person
  readonly other: Person
  /** Signatures of the other entry, over all policies. */
  readonly signed: number
}

export function showAskJoin({ policy, person, other, signed }: Two): Card {
  const line = `${nameOf(other)} becomes another name of ${nameOf(person)}.`
  const both = person.listed && other.listed
  const signatures = signed === 1 ? 'One signature' : `${signed} signatures`
  return markPractice(
    {
      title: 'Are they one person?',
      tone: 'caution',
      summary: line,
      blocks: compact([
        text(strong(line)),
        both && text('Both stand on the school’s list: usually that means that they are two people. Look again.'),
        text(
          `${signatures} of ${other.name} will count for ${person.name}, and so will reading, excuses, accounts and roles.`,
        ),
        text('The journal keeps that it was done, and by whom. It can be taken back.'),
        buttons(
          {
            label: 'Yes, they are one person',
            action: registerActions('join-sure', { policy, person: person.id, other: other.id }),
            main: true,
          },
          { label: 'No, leave them as they are', action: registerActions('person', { policy, person: person.id }) },
        ),
      ]),
    },
    person.practice,
  )
}

export function showJoined({ policy, person, other }: Omit<Two, 'signed'>): Card {
  const line = `${other.name} and ${person.name} are one person now.`
  return markPractice(
    {
      title: 'They are one person now',
      tone: 'plain',
      summary: line,
      blocks: [
        text(line),
        buttons(
          {
            label: `Show ${person.name}`,
            action: registerActions('person', { policy, person: person.id }),
            main: true,
          },
          {
            label: 'Take it back',
            action: registerActions('unjoin', { policy, person: person.id, other: other.id }),
            spoken: `Take it back: ${other.name} and ${person.name} are two people again`,
          },
        ),
      ],
    },
    person.practice,
  )
}

function nameOf({ name, email }: Person): string {
  return `${name} (${email ?? 'no email address'})`
}
