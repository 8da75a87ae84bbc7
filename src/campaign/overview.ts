// How all policies stand at a glance, for SLT, where none is named: each with its door.
import { buttons, note, plain, text, type Button, type Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { mattersOf } from '../turn/matter.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import type { Edition } from '../policy/types.ts'
import type { Turn } from '../turn/turn.ts'
import { permitAny } from '../people/permit.ts'
import { countingOf, totalsFor } from '../register/page.ts'
import type { Count } from '../standing/totals.ts'
import { sayCount } from '../standing/count-words.ts'

export interface Counted {
  readonly edition: Edition
  readonly count: Count
}

/** Every policy with something to sign, counted in the world of whoever asks. */
export function countEach(turn: Turn, by: Person): Promise<readonly Counted[]> {
  return Promise.all(
    mattersOf(turn).map(async (matter) => {
      const counting = await countingOf(turn, matter, by)
      const { all } = await totalsFor(turn, { matter, counting, practice: by.practice })
      return { edition: matter.edition, count: all }
    }),
  )
}

export async function openRegisters(turn: Turn): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'see-register')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const counted = await countEach(turn, by)
  return [
    privately(
      showOverview(by, {
        title: 'Registers',
        summary: `${counted.length} policies have something to sign. Choose one to see who has signed it.`,
        lines: counted.map(sayCounted),
        editions: counted.map(({ edition }) => edition),
        opens: 'register',
      }),
    ),
  ]
}

export async function openAllCampaigns(turn: Turn): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'run-campaign')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const all = await Promise.all(
    mattersOf(turn).map(async ({ policy, edition }) => {
      const campaigns = await turn.ports.journal.campaigns(policy.id)
      const open = campaigns.filter(({ practice, closedOn }) => practice === by.practice && closedOn === undefined)
      const days = [...new Set(open.map(({ due }) => due))].toSorted().map((due) => sayDay(due))
      return { edition, said: days.length === 0 ? 'nobody is asked' : `people are asked to sign by ${sayList(days)}` }
    }),
  )
  return [
    privately(
      showOverview(by, {
        title: 'Campaigns',
        summary: `${all.length} policies have something to sign. Choose one to ask people, or to see who is asked.`,
        lines: all.map(({ edition, said }) => `${edition.title}: ${said}.`),
        editions: all.map(({ edition }) => edition),
        opens: 'campaigns',
      }),
    ),
  ]
}

/** In a line of a list. */
export function sayCounted({ edition, count }: Counted): string {
  return `${edition.title}: ${sayCount(count)}`
}

interface Overview {
  readonly title: string
  readonly summary: string
  /** One for each edition, in the same order. */
  readonly lines: readonly string[]
  readonly editions: readonly Edition[]
  readonly opens: 'register' | 'campaigns'
}

function showOverview({ practice }: Person, { title, summary, lines, editions, opens }: Overview): Card {
  return markPractice(
    {
      title,
      tone: 'plain',
      summary,
      blocks: [
        { kind: 'list', ordered: false, items: lines.map(plain) },
        text('Choose a policy:'),
        buttons(
          ...editions.map((edition): Button => ({
            label: edition.title,
            action: { do: opens, policy: edition.policy },
            spoken: `${title}: ${edition.title}`,
          })),
        ),
        note('Only you see this.'),
      ],
    },
    practice,
  )
}

/** The card that everybody sees is of one policy. */
export function showWhichSignHere(titles: readonly string[]): Card {
  const line = `Please say of which policy, such as “sign here, ${titles[0] ?? ''}”.`
  return {
    title: 'Sign here: of which policy?',
    tone: 'plain',
    summary: line,
    blocks: [text(line), { kind: 'list', ordered: false, items: titles.map(plain) }],
  }
}
