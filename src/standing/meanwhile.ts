// A newer edition that comes into force during a campaign. Until somebody decides whether it changes the policy's
// meaning, earlier signatures count, and whoever has not signed is asked for the new edition by the same day.
import type { Campaign } from './campaigns.ts'
import { isCampaignOpen } from './due.ts'
import type { FoldedEntry } from './fold.ts'
import { carriesOver, marksOf, type AsOf, type Marks } from './standing.ts'

/** How each edition is marked in one world, and what counts as its mark until somebody decides. */
export function marksFor(
  {
    marks,
    campaigns,
  }: { readonly marks: readonly Pick<FoldedEntry, 'fact'>[]; readonly campaigns: readonly Campaign[] },
  practice: boolean,
  asOf: AsOf,
): Marks {
  return meanwhile(marksOf(marks, practice), campaignsIn(campaigns, practice), asOf)
}

function campaignsIn(campaigns: readonly Campaign[], practice: boolean): readonly Campaign[] {
  return campaigns.filter((each) => each.practice === practice)
}

/** Opening a campaign for the newer edition means that everybody signs again. */
function meanwhile(marks: Marks, campaigns: readonly Campaign[], { edition, editions, today }: AsOf): Marks {
  const now = editions.indexOf(edition)
  const places = campaigns.map((each) => ({ each, at: editions.indexOf(each.edition) }))
  const open = places.filter(({ each, at }) => at > now && isCampaignOpen(each, today))
  if (open.length === 0) return marks
  const oldest = Math.max(...open.map(({ at }) => at))
  const newest = Math.min(...places.filter(({ at }) => at >= now).map(({ at }) => at))
  const unsaid = editions.slice(now, Math.min(oldest, newest)).filter((each) => !marks.has(each))
  return unsaid.length === 0 ? marks : new Map([...marks, ...unsaid.map((each) => [each, 'editorial'] as const)])
}

/** What SLT must decide about an edition that came into force while people were asked to sign another. */
export interface Undecided {
  /**
   * `unsaid`: nobody has marked it. `again`: it is to be signed again, but its campaigns ask for the edition before.
   */
  readonly kind: 'unsaid' | 'again'
  /** The open campaigns for an edition that is no longer in force, the earliest due first. */
  readonly campaigns: readonly Campaign[]
}

/** Undefined where there is nothing to decide. `said` are the marks as recorded. */
export function undecidedIn(
  { campaigns, said }: { readonly campaigns: readonly Campaign[]; readonly said: Marks },
  practice: boolean,
  asOf: AsOf,
): Undecided | undefined {
  const open = campaignsIn(campaigns, practice).filter((each) => isCampaignOpen(each, asOf.today))
  const stale = open.filter((each) => !carriesOver(each.edition, said, asOf))
  // A campaign that asks for the edition in force settles it.
  if (stale.length === 0 || open.some((each) => each.edition === asOf.edition)) return undefined
  return {
    kind: said.has(asOf.edition) ? 'again' : 'unsaid',
    campaigns: stale.toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due))),
  }
}
