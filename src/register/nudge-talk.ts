// SLT reminds one person at once.
import type { Reply } from '../chat/replies.ts'
import { permitAbout } from '../turn/permit.ts'
import { nudge } from '../reminder/send-nudge.ts'
import { standingIn } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'
import { personReply } from './talk.ts'

export async function hearNudge(turn: Turn, about: { policy: string; person: string }): Promise<Reply[]> {
  const permitted = await permitAbout(turn, 'run-campaign', about)
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, person } = permitted
  const facts = await turn.ports.journal.factsOf({ policy: about.policy, person: person.id })
  const done = await nudge(turn, matter, { person, standing: standingIn(matter, person, facts) })
  return [await personReply(turn, permitted, done)]
}
