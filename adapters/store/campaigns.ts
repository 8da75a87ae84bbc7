// Campaigns as rows, and back.
import type { Kysely, Transaction } from 'kysely'
import type { Campaign } from '../../src/standing/campaigns.ts'
import { Audience, Handed, Recurring, Rhythm, RoundPart } from '../../src/journal/types.ts'
import { inParts } from './parts.ts'
import { parsedOnce, toDay, toDayOrNone } from './rows.ts'
import type { Tables } from './tables.ts'

/** Newest first; those of all policies where none is named. */
export async function campaignsOf(db: Kysely<Tables>, policy?: string): Promise<Campaign[]> {
  let query = db.selectFrom('campaign').selectAll()
  if (policy !== undefined) query = query.where('policy', '=', policy)
  return (await query.orderBy('seq', 'desc').orderBy('id').execute()).map(toCampaign)
}

/** `seq` is the journal's at this moment; an existing campaign keeps its place among the others. */
export async function writeCampaign(tx: Transaction<Tables>, campaign: Campaign, seq: number): Promise<void> {
  const row = fromCampaign(await asTheyAreNow(tx, campaign))
  const { id: _, ...rest } = row
  await tx
    .insertInto('campaign')
    .values({ ...row, seq })
    .onConflict((c) => c.column('id').doUpdateSet(rest))
    .execute()
}

/** A named person may have become somebody else's other name since they were looked up. */
async function asTheyAreNow(tx: Transaction<Tables>, campaign: Campaign): Promise<Campaign> {
  const { audience } = campaign
  const now = new Map<string, string>()
  for (const some of inParts(audience.people)) {
    const rows = await tx.selectFrom('person').select(['id', 'same_as']).where('id', 'in', some).execute()
    for (const { id, same_as } of rows) if (same_as !== null) now.set(id, same_as)
  }
  return { ...campaign, audience: renamed(audience, now) }
}

function renamed(audience: Audience, now: ReadonlyMap<string, string>): Audience {
  return { ...audience, people: [...new Set(audience.people.map((id) => now.get(id) ?? id))].toSorted() }
}

/** Two people are one: somebody who was asked under one name is asked under the other. */
export async function renameInCampaigns(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  for (const campaign of await campaignsOf(tx)) {
    const { audience } = campaign
    if (!audience.people.includes(from)) continue
    await tx
      .updateTable('campaign')
      .set({ audience: JSON.stringify(renamed(audience, new Map([[from, into]]))) })
      .where('id', '=', campaign.id)
      .execute()
  }
}

function toCampaign(row: Tables['campaign']): Campaign {
  return {
    id: row.id,
    policy: row.policy,
    edition: row.edition,
    audience: toAudience(row.audience),
    due: toDay(row.due),
    openedOn: toDay(row.opened_on),
    closedOn: toDayOrNone(row.closed_on),
    practice: row.practice === 1,
    rhythm: row.rhythm === null ? undefined : toRhythm(row.rhythm),
    pausedOn: toDayOrNone(row.paused_on),
    changedOn: toDayOrNone(row.changed_on),
    leastDays: row.least_days ?? undefined,
    round: row.round === null ? undefined : toRoundPart(row.round),
    since: row.since === null ? undefined : new Date(row.since),
    recurs: row.recurs === null ? undefined : Recurring.parse(JSON.parse(row.recurs)),
    follows: row.follows ?? undefined,
    handed: row.handed === null ? undefined : Handed.parse(JSON.parse(row.handed)),
  }
}

/** The same few campaigns are read at every beat. */
const toAudience = parsedOnce((cell) => Audience.parse(JSON.parse(cell)))
const toRhythm = parsedOnce((cell) => Rhythm.parse(JSON.parse(cell)))
const toRoundPart = parsedOnce((cell) => RoundPart.parse(JSON.parse(cell)))

function fromCampaign(campaign: Campaign): Omit<Tables['campaign'], 'seq'> {
  return {
    id: campaign.id,
    policy: campaign.policy,
    edition: campaign.edition,
    audience: JSON.stringify(campaign.audience),
    due: campaign.due,
    opened_on: campaign.openedOn,
    closed_on: campaign.closedOn ?? null,
    practice: campaign.practice ? 1 : 0,
    rhythm: orNull(campaign.rhythm),
    paused_on: campaign.pausedOn ?? null,
    changed_on: campaign.changedOn ?? null,
    least_days: campaign.leastDays ?? null,
    round: orNull(campaign.round),
    since: campaign.since?.toISOString() ?? null,
    recurs: orNull(campaign.recurs),
    follows: campaign.follows ?? null,
    handed: orNull(campaign.handed),
  }
}

function orNull(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
