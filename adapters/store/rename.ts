// What was sent to two ids that turn out to be one person: it counts for that person, so that nobody hears twice.
import type { Transaction } from 'kysely'
import type { NoticeState } from '../../src/ports/notices.ts'
import { inParts } from './parts.ts'
import type { Tables } from './tables.ts'

/** Keys name the person they are about. A line manager’s notice names somebody else, so all are searched. */
export async function renameNotices(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  const found = await tx.selectFrom('notice').selectAll().where('key', 'like', `%:${from}%`).execute()
  for (const row of found) {
    const key = renamed(row.key, from, into)
    if (key === row.key) continue
    const same = await tx.selectFrom('notice').select(['key', 'state']).where('key', '=', key).executeTakeFirst()
    if (same !== undefined && strength(same.state) >= strength(row.state)) {
      await tx.deleteFrom('notice').where('key', '=', row.key).execute()
      continue
    }
    if (same !== undefined) await tx.deleteFrom('notice').where('key', '=', key).execute()
    await tx.updateTable('notice').set({ key }).where('key', '=', row.key).execute()
  }
  await tx.updateTable('notice').set({ person: into }).where('person', '=', from).execute()
  await renameClaims(tx, from, into)
}

/** That they were greeted, as one example. */
async function renameClaims(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  const found = await tx.selectFrom('claim').selectAll().where('key', 'like', `%:${from}%`).execute()
  const theirs = found.flatMap((row) => {
    const key = renamed(row.key, from, into)
    return key === row.key ? [] : [{ ...row, key }]
  })
  for (const some of inParts(theirs))
    await tx
      .insertInto('claim')
      .values(some)
      .onConflict((c) => c.doNothing())
      .execute()
}

function renamed(key: string, from: string, into: string): string {
  return key
    .split(':')
    .map((part) => (part === from ? into : part))
    .join(':')
}

/** The record that says more about its arrival stays. */
function strength(state: string): number {
  return strongest.length - strongest.findIndex((each) => each === state)
}

const strongest: readonly NoticeState[] = ['sent', 'unknown', 'claimed', 'given-up', 'failed', 'planned']
