// Compares the stored campaigns with the entries that opened, changed, paused and closed them.
import type { Journal } from '../ports/evidence.ts'
import { breach, type Broken } from '../journal/chain.ts'
import type { Entry, FactOf, Handed } from '../journal/types.ts'
import { never } from '../kit/never.ts'

type Campaign = Awaited<ReturnType<Journal['campaigns']>>[number]

export interface CampaignCheck {
  take(entry: Entry): void
  /** To be asked after the last entry. */
  end(): Promise<Broken | undefined>
}

interface Told {
  /** The number of the latest entry about it. */
  seq: number
  opened: Asked
  closed: boolean
  paused: boolean
  handed: Handed | undefined
}

/** What a campaign asks, as opened and since changed. */
type Asked = Pick<
  FactOf<'campaign-opened'>,
  | 'policy'
  | 'edition'
  | 'due'
  | 'practice'
  | 'rhythm'
  | 'audience'
  | 'leastDays'
  | 'round'
  | 'since'
  | 'follows'
  | 'recurring'
>

type Turned = FactOf<
  | 'campaign-closed'
  | 'campaign-paused'
  | 'campaign-resumed'
  | 'campaign-reopened'
  | 'campaign-changed'
  | 'campaign-recurs'
  | 'campaign-handed'
  | 'campaign-taken-back'
  | 'campaign-lapsed'
>

/** A school has few campaigns, so all are held at once. */
export function checkCampaigns(journal: Pick<Journal, 'campaigns'>): CampaignCheck {
  const told = new Map<string, Told>()
  return {
    take({ seq, fact }) {
      if (fact.kind === 'campaign-opened')
        told.set(fact.campaign, { seq, opened: fact, closed: false, paused: false, handed: undefined })
      else if (isTurned(fact)) {
        const known = told.get(fact.campaign)
        if (known !== undefined) Object.assign(known, { seq }, turnedBy(fact, known))
      }
    },
    async end() {
      const kept = await readAll(journal)
      for (const campaign of kept) {
        const known = told.get(campaign.id)
        if (known === undefined) return breach(0, 'campaign')
        if (!isAsTold(campaign, known)) return breach(known.seq, 'campaign')
        told.delete(campaign.id)
      }
      for (const { seq } of told.values()) return breach(seq, 'campaign')
      return undefined
    },
  }
}

function isTurned(fact: Entry['fact']): fact is Turned {
  return fact.kind.startsWith('campaign-') && fact.kind !== 'campaign-opened'
}

function turnedBy(fact: Turned, { opened }: Told): Partial<Told> {
  switch (fact.kind) {
    case 'campaign-closed':
      return { closed: true, handed: undefined }
    case 'campaign-reopened':
      return { closed: false }
    case 'campaign-paused':
      return { paused: true }
    case 'campaign-resumed':
      return { paused: false }
    case 'campaign-changed': {
      const { edition = opened.edition, due = opened.due, audience = opened.audience, rhythm = opened.rhythm } = fact
      return { opened: { ...opened, edition, due, audience, rhythm } }
    }
    case 'campaign-recurs':
      return { opened: { ...opened, recurring: fact.recurring } }
    case 'campaign-handed':
      return { handed: fact }
    case 'campaign-taken-back':
    case 'campaign-lapsed':
      return { handed: undefined }
    default:
      return never(fact)
  }
}

/** Empty where they cannot be read; then the campaigns that were opened count as missing. */
async function readAll(journal: Pick<Journal, 'campaigns'>): Promise<readonly Campaign[]> {
  try {
    return await journal.campaigns()
  } catch {
    return []
  }
}

function isAsTold(kept: Campaign, { opened, closed, paused, handed }: Told): boolean {
  const { audience } = kept
  const say = (asked: Omit<Asked, 'since'> & { readonly since?: Date | string | undefined }) => {
    const { policy, edition, due, practice, rhythm, leastDays = 0, round, since, follows, recurring } = asked
    const agreed = recurring?.agreed
    return JSON.stringify([
      [policy, edition, due, practice, rhythm && [rhythm.before, rhythm.every], leastDays],
      round && [round.id, round.bundle, round.title, round.at],
      since && new Date(since).getTime(),
      follows,
      recurring && [
        recurring.every,
        recurring.every === 'months' ? recurring.months : undefined,
        recurring.after,
        agreed && [agreed.opens, agreed.due, agreed.by],
      ],
    ])
  }
  const whom = ({ everybody, groups, roles }: Campaign['audience']) => JSON.stringify([everybody, groups, roles])
  return (
    say({ ...kept, recurring: kept.recurs }) === say(opened) &&
    whom(audience) === whom(opened.audience) &&
    // Two people who were named may be one by now, under another id.
    audience.people.length <= opened.audience.people.length &&
    (audience.people.length === 0) === (opened.audience.people.length === 0) &&
    (kept.closedOn !== undefined) === closed &&
    (kept.pausedOn !== undefined) === paused &&
    sayHanded(kept.handed) === sayHanded(handed)
  )
}

function sayHanded(handed: Handed | undefined): string {
  return handed === undefined ? '' : JSON.stringify([handed.to, handed.by, handed.handing])
}
