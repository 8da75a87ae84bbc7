// Removes what identifies somebody. The journal keeps its entries, which name nobody.
import type { Transaction } from 'kysely'
import { eraseDrafts } from './approvals.ts'
import { eraseInCases } from './cases.ts'
import { eraseMemberships } from './memberships.ts'
import type { Tables } from './tables.ts'

/** `people` are all the ids that the person ever had. */
export async function eraseRows(tx: Transaction<Tables>, people: readonly string[]): Promise<void> {
  const accounts = await tx.selectFrom('account').select(['platform', 'id']).where('person', 'in', people).execute()
  for (const { platform, id } of accounts) {
    await tx.deleteFrom('address').where('platform', '=', platform).where('id', '=', id).execute()
    await tx.deleteFrom('ruling').where('platform', '=', platform).where('account', '=', id).execute()
  }
  await eraseMemberships(tx, accounts)
  for (const table of ['account', 'hidden', 'reading', 'right_answer', 'session', 'link'] as const) {
    await tx.deleteFrom(table).where('person', 'in', people).execute()
  }
  await eraseInCases(tx, people)
  await eraseDrafts(tx, people)
  await tx
    .updateTable('involvement')
    .set({ reading_edition: null, reading_sections: null })
    .where('person', 'in', people)
    .execute()
  await tx
    .updateTable('person')
    .set({
      name: '',
      sort: '',
      email: null,
      group: null,
      staff_number: null,
      roles: '[]',
      all_roles: '[]',
      manager: null,
      starts_on: null,
      leaves_on: null,
      away: '[]',
      listed: 0,
      vouched: 0,
      erased: 1,
    })
    .where('id', 'in', people)
    .execute()
}
