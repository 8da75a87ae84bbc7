// The Memberships port: groups of a platform as last read, and how many people a rule left out.
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { outsides } from '../../src/people/belongs.ts'
import type { Memberships } from '../../src/ports/memberships.ts'
import type { Tables } from './tables.ts'

const Members = z.array(z.string())
const Counts = z.partialRecord(z.enum(outsides), z.int().min(0))

export function membershipsOver(db: Kysely<Tables>): Memberships {
  return {
    async find({ platform, group }) {
      const row = await db
        .selectFrom('membership')
        .select(['members', 'read_at'])
        .where('platform', '=', platform)
        .where('group_id', '=', group)
        .executeTakeFirst()
      return row && { members: Members.parse(JSON.parse(row.members)), readAt: new Date(row.read_at) }
    },
    async keep({ platform, group }, { members, readAt }) {
      const now = { members: JSON.stringify(members), read_at: readAt.toISOString() }
      await db
        .insertInto('membership')
        .values({ platform, group_id: group, ...now })
        .onConflict((c) => c.columns(['platform', 'group_id']).doUpdateSet(now))
        .execute()
    },
    async leaveOut(platform, { counts, since, at }) {
      const now = { counts: JSON.stringify(counts), since: since.toISOString(), at: at.toISOString() }
      await db
        .insertInto('left_out')
        .values({ platform, ...now })
        .onConflict((c) => c.column('platform').doUpdateSet(now))
        .execute()
    },
    async leftOut(platform) {
      const row = await db.selectFrom('left_out').selectAll().where('platform', '=', platform).executeTakeFirst()
      if (row === undefined) return undefined
      return { counts: Counts.parse(JSON.parse(row.counts)), since: new Date(row.since), at: new Date(row.at) }
    },
  }
}

/** Takes somebody's accounts out of what is remembered of groups; the next reading says what is so then. */
export async function eraseMemberships(
  tx: Transaction<Tables>,
  accounts: readonly { readonly platform: string; readonly id: string }[],
): Promise<void> {
  for (const row of await tx.selectFrom('membership').selectAll().execute()) {
    const theirs = new Set(accounts.filter(({ platform }) => platform === row.platform).map(({ id }) => id))
    const members = Members.parse(JSON.parse(row.members))
    const others = members.filter((id) => !theirs.has(id))
    if (others.length === members.length) continue
    await tx
      .updateTable('membership')
      .set({ members: JSON.stringify(others) })
      .where('platform', '=', row.platform)
      .where('group_id', '=', row.group_id)
      .execute()
  }
}
