// Campaigns as rows, and back.
import type { Kysely, Transaction } from 'kysely'
import type { Campaign } from '../../src/campaign/types.ts'
import { Audience } from '../../src/journal/types.ts'
import { DayCell } from './rows.ts'
import type { Tables } from './tables.ts'

/** Newest first; all policies' when none is named. */
export async function campaignsOf(db: Kysely<Tables>, policy?: string): Promise<Campaign[]> {
  let query = db.selectFrom('campaign').selectAll()
  if (policy !== undefined) query = query.where('policy', '=', policy)
  return (await query.orderBy('seq', 'desc').orderBy('id').execute()).map(toCampaign)
}

/** `seq` is the journal's at this moment. */
export async function writeCampaign(tx: Transaction<Tables>, campaign: Campaign, seq: number): Promise<void> {
  const row = fromCampaign(campaign)
  const { id: _, ...rest } = row
  await tx
    .insertInto('campaign')
    .values({ ...row, seq })
    .onConflict((c) => c.column('id').doUpdateSet(rest))
    .execute()
}

/** Two people are one: who was asked by the one name is asked by the other. */
export async function renameInCampaigns(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  for (const campaign of await campaignsOf(tx)) {
    const { audience } = campaign
    if (!audience.people.includes(from)) continue
    const people = [...new Set(audience.people.map((id) => (id === from ? into : id)))]
    await tx
      .updateTable('campaign')
      .set({ audience: JSON.stringify({ ...audience, people }) })
      .where('id', '=', campaign.id)
      .execute()
  }
}

function toCampaign(row: Tables['campaign']): Campaign {
  return {
    id: row.id,
    policy: row.policy,
    edition: row.edition,
    audience: Audience.parse(JSON.parse(row.audience)),
    due: DayCell.parse(row.due),
    openedOn: DayCell.parse(row.opened_on),
    closedOn: DayCell.nullable().parse(row.closed_on) ?? undefined,
    practice: row.practice === 1,
  }
}

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
  }
}
