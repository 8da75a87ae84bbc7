// Reminds one person because SLT asked for it: where they can be reached, at most once a day; otherwise with a link to
// hand over.
import { showNudge } from './nudge-card.ts'
import type { Person } from '../chat/people.ts'
import type { Matter } from '../turn/matter.ts'
import { deliverOne } from '../outbox/deliver.ts'
import { hasArrived } from '../outbox/slt.ts'
import type { Planned } from '../outbox/types.ts'
import type { Standing } from '../standing/types.ts'
import { isUnsigned } from '../standing/words.ts'
import { clockOf } from '../turn/beat.ts'
import type { Turn } from '../turn/turn.ts'
import { makeLink, writeLink } from './send-link.ts'
import { dailyKey, nudgeKey } from './steps.ts'

interface Reminded {
  readonly person: Person
  readonly standing: Standing
}

/**
 * The result, in a sentence for SLT. It uses the same keys as reminding everybody and as scheduled reminders, so
 * somebody who heard today is not told again, and what did not arrive is retried with those.
 */
export async function nudge(turn: Turn, matter: Matter, { person, standing }: Reminded): Promise<string> {
  const { ports } = turn
  const { name } = person
  if (!isUnsigned(standing)) return `${name} has nothing to sign, so nothing was sent.`
  const planned = planNudge(turn, matter, { person, standing })
  const became = await deliverOne(ports, planned, clockOf(turn))
  if (hasArrived(became))
    return became.way === 'email'
      ? `${name} has been sent a link to sign, by email.`
      : `${name} has been sent a reminder, privately.`
  if (became === undefined && !(await wasOutOfReach(turn, planned)))
    return `${name} has had a reminder today, or one is on its way. Nothing more was sent.`
  return handOver(turn, matter, person)
}

function planNudge(turn: Turn, matter: Matter, { person, standing }: Reminded): Planned {
  const about = { policy: matter.policy.id, edition: matter.edition.id }
  const { today } = matter.asOf
  const due = 'due' in standing ? standing.due : undefined
  return {
    key: nudgeKey(about, person.id, today),
    daily: dailyKey(person.id, today),
    kind: 'reminder',
    person: person.id,
    at: turn.now,
    reason: 'SLT reminds one person',
    // SLT has just seen how they stand.
    still: () => Promise.resolve(true),
    show: () => showNudge(matter.edition, { name: person.name, due, practice: person.practice }),
    write: async () => {
      const link = await makeLink(turn, matter, person)
      return (
        link && writeLink({ name: person.name, title: matter.edition.title, school: turn.library.school.name, ...link })
      )
    },
  }
}

/** So far neither in a chat nor by email. */
async function wasOutOfReach({ ports }: Turn, { daily = '' }: Planned): Promise<boolean> {
  const [told] = await ports.notices.find([daily])
  return told?.state === 'given-up' || told?.state === 'failed'
}

/** For people who can’t be reached: a link of their own that works once. */
async function handOver(turn: Turn, matter: Matter, person: Person): Promise<string> {
  const link = await makeLink(turn, matter, person)
  if (link === undefined)
    return `${person.name} can’t be reached in a chat, and there is no web page to send a link to. Please speak to them, or record a signature on paper.`
  return `${person.name} can’t be reached here. Hand them this link, which is for them alone and works until ${link.until}: ${link.url}`
}
