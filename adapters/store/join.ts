// Two ids turn out to be one person: everything that belongs to one moves to the other, and the first stays as another
// name.
import { sql, type Kysely, type Transaction } from 'kysely'
import { campaignsOf, renameInCampaigns } from './campaigns.ts'
import { entriesOf } from './entries.ts'
import type { Fold } from './head.ts'
import { readingOf, writeInvolvement, writeReading } from './involvement.ts'
import { joinAnswers } from './understanding.ts'
import { renameInCases } from './cases.ts'
import { renameNotices } from './rename.ts'
import { endSessions, findRow, idsOf, refreshRoles } from './persons.ts'
import { fromRoles, toRoles } from './rows.ts'
import type { PersonRow, Tables } from './tables.ts'
import type { Witness } from './witness.ts'

export interface Joining {
  readonly from: string
  readonly into: string
  readonly fold: Fold
  readonly witness: Witness
}

export async function joinRows(tx: Transaction<Tables>, { from, into, fold, witness }: Joining): Promise<void> {
  const [one, other] = [await findRow(tx, from), await findRow(tx, into)]
  if (one === undefined || other === undefined) throw new Error('only people who are known can be joined')
  if (one.id === other.id) return
  if (one.practice !== other.practice) throw new Error('a practice person is nobody of the school')
  await witness.look(await concerned(tx, one.id, other.id))
  await joinPeople(tx, one, other)
  await joinEvidence(tx, { from: one.id, into: other.id, fold })
  await renameInCampaigns(tx, one.id, other.id)
  await renameNotices(tx, one.id, other.id)
  await renameInCases(tx, one.id, other.id)
  await tx.updateTable('link').set({ person: other.id }).where('person', '=', one.id).execute()
  await endSessions(tx, one.id)
  await refreshRoles(tx, other.id)
}

/** The two, other names of the one, and the people who report to it. */
async function concerned(tx: Transaction<Tables>, one: string, other: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where((eb) => eb.or([eb('same_as', '=', one), eb('manager', '=', one)]))
    .execute()
  return [one, other, ...rows.map(({ id }) => id)]
}

async function joinPeople(tx: Transaction<Tables>, one: PersonRow, other: PersonRow): Promise<void> {
  await tx.updateTable('account').set({ person: other.id }).where('person', '=', one.id).execute()
  await tx.updateTable('person').set({ manager: other.id }).where('manager', '=', one.id).execute()
  await tx.updateTable('person').set({ same_as: other.id }).where('same_as', '=', one.id).execute()
  // An email address still leads to the person: as theirs where they have none, otherwise by the other name.
  const email = other.email === null ? null : one.email
  await tx.updateTable('person').set({ same_as: other.id, email }).where('id', '=', one.id).execute()
  await tx
    .updateTable('person')
    .set({
      email: other.email ?? one.email,
      group: other.group ?? one.group,
      staff_number: other.staff_number ?? one.staff_number,
      manager: other.manager ?? (one.manager === other.id ? null : one.manager),
      starts_on: other.starts_on ?? one.starts_on,
      weekdays: other.weekdays ?? one.weekdays,
      roles: fromRoles([...toRoles(other.roles), ...toRoles(one.roles)]),
      listed: Math.max(one.listed, other.listed),
      vouched: Math.max(one.vouched, other.vouched),
    })
    .where('id', '=', other.id)
    .execute()
}

/** What was read and signed under either id, folded again as one history. */
async function joinEvidence(tx: Transaction<Tables>, { from, into, fold }: Omit<Joining, 'witness'>): Promise<void> {
  const { all } = await idsOf(tx, into)
  const policies = new Set<string>()
  for (const table of ['involvement', 'reading'] as const) {
    const rows = await tx.selectFrom(table).select('policy').where('person', '=', from).execute()
    for (const { policy } of rows) policies.add(policy)
  }
  for (const policy of policies) {
    const theirs = await readingOf(tx, { person: from, policy })
    const own = await readingOf(tx, { person: into, policy })
    const reading = own === undefined || (theirs !== undefined && theirs.at > own.at) ? theirs : own
    if (reading !== undefined && reading !== own) await writeReading(tx, { person: into, policy }, reading)
    const history = await entriesOf(tx, { people: all, policy })
    await writeInvolvement(tx, { person: into, policy }, fold(history, reading))
  }
  await tx.deleteFrom('involvement').where('person', '=', from).execute()
  await tx.deleteFrom('reading').where('person', '=', from).execute()
  await joinAnswers(tx, { from, into })
}

/** Whether anything exists under this id that must be found again. */
export async function hasHistory(tx: Kysely<Tables>, person: string): Promise<boolean> {
  for (const table of ['entry', 'reading', 'involvement'] as const) {
    let query = tx.selectFrom(table).select('policy').where('person', '=', person)
    // Merely having been kept is not a history.
    if (table === 'entry') query = query.where(sql<boolean>`kind <> 'directory'`)
    if ((await query.limit(1).executeTakeFirst()) !== undefined) return true
  }
  const named = (await campaignsOf(tx)).some(({ audience }) => audience.people.includes(person))
  if (named) return true
  const alias = await tx.selectFrom('person').select('id').where('same_as', '=', person).limit(1).executeTakeFirst()
  return alias !== undefined
}
