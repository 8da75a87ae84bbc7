// Undoes that two ids are one person: from what was sealed of both before, each gets back what was theirs. What was
// signed stays under the id that signed it, and is folded again into two histories.
import type { Transaction } from 'kysely'
import { campaignsOf } from './campaigns.ts'
import { entriesOf, toEntry } from './entries.ts'
import type { Fold } from './head.ts'
import { readingOf, writeInvolvement } from './involvement.ts'
import { endSessions, refreshRoles } from './persons.ts'
import { sealsOf, type Cells } from './seals.ts'
import type { Tables } from './tables.ts'
import { laterColumns, sealedColumns, type Witness } from './witness.ts'

export interface Unjoining {
  /** The id, or the email address, that became somebody's other name. */
  readonly who: string
  readonly fold: Fold
  readonly witness: Witness
}

/** The id of the person who is separate again; undefined where nobody was joined under that name. */
export async function unjoinRows(
  tx: Transaction<Tables>,
  { who, fold, witness }: Unjoining,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('person')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', who), eb('email', '=', who)]))
    .where('same_as', 'is not', null)
    .where('erased', '=', 0)
    .executeTakeFirst()
  const into = row?.same_as ?? undefined
  if (row === undefined || into === undefined) return undefined
  const told = await sealsOf(tx, [row.id, into])
  const merged = told.findLast(({ person, merged: isSo }) => person === row.id && isSo)
  const was = told.findLast(({ person, seq }) => person === row.id && seq < (merged?.seq ?? 0))
  if (merged === undefined || was?.cells === undefined) return undefined
  await witness.look([row.id, into])
  await giveBack(tx, into, {
    before: told.findLast(({ person, seq }) => person === into && seq < merged.seq)?.cells,
    // Recorded immediately after, at the same instant.
    after: told.find(({ person, seq, at }) => person === into && seq === merged.seq + 1 && at === merged.at)?.cells,
  })
  const { accounts, ...cells } = was.cells
  await tx
    .updateTable('person')
    .set({ ...cells, same_as: null })
    .where('id', '=', row.id)
    .execute()
  for (const [platform, id] of accounts)
    await tx
      .updateTable('account')
      .set({ person: row.id })
      .where('platform', '=', platform)
      .where('id', '=', id)
      .where('person', '=', into)
      .execute()
  await twoHistories(tx, { one: row.id, other: into, fold })
  await askAgain(tx, row.id, into)
  for (const id of [row.id, into]) {
    await endSessions(tx, id)
    await refreshRoles(tx, id)
  }
  return row.id
}

/** What joining gave them is removed, unless somebody has changed it since. */
async function giveBack(
  tx: Transaction<Tables>,
  id: string,
  { before, after }: { readonly before: Cells | undefined; readonly after: Cells | undefined },
): Promise<void> {
  if (before === undefined || after === undefined) return
  const now = await tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const changed = [...sealedColumns, ...laterColumns].filter(
    (name) => now[name] === after[name] && after[name] !== before[name],
  )
  if (changed.length === 0) return
  const back = Object.fromEntries(changed.map((name) => [name, before[name]]))
  await tx.updateTable('person').set(back).where('id', '=', id).execute()
}

async function twoHistories(
  tx: Transaction<Tables>,
  { one, other, fold }: { readonly one: string; readonly other: string; readonly fold: Fold },
): Promise<void> {
  const aliases = async (id: string) =>
    (await tx.selectFrom('person').select('id').where('same_as', '=', id).execute()).map((row) => row.id)
  for (const person of [one, other]) {
    const people = [person, ...(await aliases(person))]
    await tx.deleteFrom('involvement').where('person', '=', person).execute()
    const history = await entriesOf(tx, { people })
    const policies = new Set(history.flatMap(({ fact }) => ('policy' in fact ? [fact.policy] : [])))
    for (const row of await tx.selectFrom('reading').select('policy').where('person', '=', person).execute())
      policies.add(row.policy)
    for (const policy of policies) {
      const theirs = history.filter(({ fact }) => 'policy' in fact && fact.policy === policy)
      const reading = await readingOf(tx, { person, policy })
      await writeInvolvement(tx, { person, policy }, fold(theirs, reading))
    }
  }
}

/** Somebody who was asked by name before the joining is asked by name again. */
async function askAgain(tx: Transaction<Tables>, one: string, other: string): Promise<void> {
  const opened = await tx.selectFrom('entry').selectAll().where('kind', '=', 'campaign-opened').execute()
  const named = new Set(
    opened.map(toEntry).flatMap(({ fact }) => {
      const isSo = fact.kind === 'campaign-opened' && fact.audience.people.includes(one)
      return isSo ? [fact.campaign] : []
    }),
  )
  for (const { id, audience } of await campaignsOf(tx)) {
    if (!named.has(id) || !audience.people.includes(other)) continue
    const people = [...new Set([...audience.people, one])].toSorted()
    await tx
      .updateTable('campaign')
      .set({ audience: JSON.stringify({ ...audience, people }) })
      .where('id', '=', id)
      .execute()
  }
}
