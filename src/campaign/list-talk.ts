// Shows SLT the campaigns of one policy; what was just done is shown first.
import type { Person } from '../chat/people.ts'
import type { Sent } from '../chat/forms.ts'
import type { Reply } from '../chat/replies.ts'
import { may } from '../people/may.ts'
import { undecidedIn } from '../standing/meanwhile.ts'
import { marksOf } from '../standing/standing.ts'
import type { Matter } from '../turn/matter.ts'
import { quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import { showCampaigns } from './cards.ts'
import { holdersOf } from './read-holder.ts'

export interface Permitted {
  readonly matter: Matter
  readonly by: Person
}

export async function campaignsReply(
  turn: Turn,
  { matter, by }: Permitted,
  { sent, done }: { sent: Sent; done?: string | undefined },
): Promise<Reply> {
  const { policy, edition, asOf } = matter
  const { campaigns, marks } = await turn.ports.journal.factsOf({ policy: policy.id, person: by.id })
  const said = marksOf(marks, by.practice)
  const view = {
    edition,
    campaigns: campaigns.filter(({ practice }) => practice === by.practice),
    editions: policy.editions.filter(({ id }) => asOf.editions.includes(id)),
    marks: said,
    undecided: undecidedIn({ campaigns, said }, by.practice, asOf),
    owns: may(by, 'own-policy', asOf.today),
    practice: by.practice,
    rhythm: turn.library.school.reminders,
    holders: await holdersOf(turn.ports, campaigns),
    done,
  }
  return quietly(turn, showCampaigns(view, sent))
}
