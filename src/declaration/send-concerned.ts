// Whoever something was recorded about hears of it: on the account that they used last, or else by email.
import { note, text, type Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { markPractice } from '../chat/practice.ts'
import { reach } from '../outbox/slt.ts'
import type { Turn } from '../turn/turn.ts'

export interface Told {
  readonly person: Person
  readonly by: Person
  /** The policy's title. */
  readonly title: string
  readonly what: Happened
  readonly why?: string | undefined
}

export type Happened = 'excused' | 'excuse-ended' | 'withdrawn' | 'paper'

/** True where it went out by some way. Nobody is told of what they did themselves. */
export async function tellConcerned({ ports, library }: Turn, told: Told): Promise<boolean> {
  const { person, by } = told
  if (person.id === by.id) return true
  const card = showConcerned(told)
  if (await reach(ports, person, card)) return true
  if (person.email === undefined || person.practice || !ports.mail.on) return false
  const posted = await ports.mail.send({
    to: person.email,
    subject: card.title,
    text: [...linesOf(told), '', `Policy Guide, ${library.school.name}`].join('\n'),
  })
  if (posted.kind !== 'sent') ports.log.warn({ kind: posted.kind, what: posted.what }, 'somebody could not be told')
  return posted.kind === 'sent'
}

export function showConcerned(told: Told): Card {
  const [first = '', ...rest] = linesOf(told)
  return markPractice(
    {
      title: 'Something was recorded about you',
      tone: 'plain',
      summary: first,
      blocks: [text(first), ...rest.map((line) => note(line))],
    },
    told.person.practice,
  )
}

function linesOf({ by, title, what, why = '' }: Told): string[] {
  const said: Readonly<Record<Happened, string>> = {
    excused: `${by.name} excused you from signing the ${title}.`,
    'excuse-ended': `${by.name} ended your excuse: you are asked again to sign the ${title}.`,
    withdrawn: `${by.name} withdrew your signature of the ${title}: it no longer counts.`,
    paper: `${by.name} recorded that you signed the ${title} on paper.`,
  }
  return [
    said[what],
    ...(why.trim() === '' ? [] : [`They wrote: “${why.trim()}”`]),
    'If that is not right, please speak to them, or to anybody in the senior leadership team.',
  ]
}
