// Shows SLT who is asked to sign what, over all policies, where none was named.
import { campaignActions } from './actions.ts'
import { plain, text, type Card } from '../chat/cards.ts'
import { showOverview } from '../chat/overview.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { sayDay } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import { permitAny } from '../turn/permit.ts'
import { mattersOf } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'

export async function openAllCampaigns(turn: Turn): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'run-campaign')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const policies = await Promise.all(
    mattersOf(turn).map(async ({ policy, edition: { title } }) => {
      const campaigns = await turn.ports.journal.campaigns(policy.id)
      const open = campaigns.filter(({ practice, closedOn }) => practice === by.practice && closedOn === undefined)
      const days = [...new Set(open.map(({ due }) => due))].toSorted().map((due) => sayDay(due))
      const said = days.length === 0 ? 'nobody is asked' : `people are asked to sign by ${sayList(days)}`
      return { title, days, line: `${title}: ${said}.`, opens: campaignActions('campaigns', { policy: policy.id }) }
    }),
  )
  const overview = {
    title: 'Campaigns',
    summary: `${policies.length} policies have something to sign. Choose one to ask people, or to see who is asked.`,
    write: 'campaigns',
    // Policies with open campaigns come first.
    policies: policies.toSorted((a, b) => Number(b.days.length > 0) - Number(a.days.length > 0)),
  }
  return [privately(showOverview(overview, by.practice))]
}

/** The card that everybody sees is for one policy. */
export function showWhichSignHere(titles: readonly string[]): Card {
  const line = `Please say of which policy, such as “sign here, ${titles[0] ?? ''}”.`
  return {
    title: 'Sign here: of which policy?',
    tone: 'plain',
    summary: line,
    blocks: [text(line), { kind: 'list', ordered: false, items: titles.map(plain) }],
  }
}
