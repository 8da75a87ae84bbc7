// The Directory port: what the platforms say about people.
import type { Kysely, Transaction } from 'kysely'
import type { Account } from '../../src/chat/people.ts'
import type { Directory, SeenPerson } from '../../src/ports/people.ts'
import type { Fold } from './head.ts'
import { hasHistory, joinRows } from './join.ts'
import { personOf, refreshRoles } from './persons.ts'
import { fromRoles, sortKey, storable, storableEmail, toPerson } from './rows.ts'
import type { PersonRow, Tables } from './tables.ts'
import { witnessed, type Witness, type Witnessing } from './witness.ts'

export function directoryOver(db: Kysely<Tables>, parts: Parts): Directory {
  return {
    async find({ platform, id }) {
      const row = await db
        .selectFrom('account')
        .innerJoin('person', 'person.id', 'account.person')
        .selectAll('person')
        .where('account.platform', '=', platform)
        .where('account.id', '=', id)
        .where('account.open', '=', 1)
        .executeTakeFirst()
      return row && toPerson(row)
    },
    async names() {
      const rows = await db.selectFrom('person').select('name').distinct().where('name', '<>', '').execute()
      return rows.map(({ name }) => name)
    },
    keep: (account, seen) =>
      witnessed(db, { ...parts, by: account.platform }, (tx, witness) =>
        keepPerson(tx, account, { ...seen, ...parts, witness }),
      ),
    async close(account) {
      // Most accounts that a platform closes were never kept here.
      if ((await personOf(db, account)) === undefined) return
      await witnessed(db, { ...parts, by: account.platform }, (tx, witness) => closeAccount(tx, account, witness))
    },
  }
}

interface Parts extends Witnessing {
  readonly fold: Fold
}

type Seen = SeenPerson & Parts & { readonly witness: Witness }

async function closeAccount(tx: Transaction<Tables>, account: Account, witness: Witness): Promise<void> {
  const { platform, id } = account
  const person = await personOf(tx, account)
  if (person === undefined) return
  await witness.look([person])
  await tx.updateTable('account').set({ open: 0 }).where('platform', '=', platform).where('id', '=', id).execute()
  await refreshRoles(tx, person)
}

async function keepPerson(tx: Transaction<Tables>, { platform, id }: Account, seen: Seen): Promise<void> {
  const practice = seen.practice === true ? 1 : 0
  const known = await personOf(tx, { platform, id })
  const { owner, email, practising } = await ownerOf(tx, { email: storableEmail(seen.email), practice })
  const person = owner ?? known ?? seen.newId()
  // Somebody who turns out to be somebody else is recorded before the person they turn out to be.
  await seen.witness.look([known, practising, person].filter((each) => each !== undefined))
  if (practising !== undefined)
    await tx.updateTable('person').set({ email: null }).where('id', '=', practising).execute()
  await writeSeen(tx, person, { name: storable(seen.name), email, practice })
  const account = { person, roles: fromRoles(seen.roles), open: 1 }
  await tx
    .insertInto('account')
    .values({ platform, id, ...account, spoke_at: null })
    .onConflict((c) => c.columns(['platform', 'id']).doUpdateSet(account))
    .execute()
  if (known !== undefined && known !== person) await settleFormer(tx, { former: known, person, seen })
  await refreshRoles(tx, person)
}

/**
 * Who has this email address, and the address as it may be stored: the school's people and practice people never mix.
 * `practising` has to give the address up.
 */
async function ownerOf(
  tx: Transaction<Tables>,
  { email, practice }: { email: string | null; practice: number },
): Promise<{ owner?: string; email: string | null; practising?: string }> {
  if (email === null) return { email }
  const row = await tx.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst()
  if (row === undefined) return { email }
  if (row.practice === practice) return { owner: row.same_as ?? row.id, email: row.same_as === null ? email : null }
  return practice === 1 ? { email: null } : { email, practising: row.id }
}

/** What the school says about its people's names and addresses takes precedence over what a platform says. */
async function writeSeen(
  tx: Transaction<Tables>,
  id: string,
  { name, email, practice }: { name: string; email: string | null; practice: number },
): Promise<void> {
  const before = await tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (before === undefined) {
    const row: PersonRow = { ...blank, id, name, email, practice, sort: sortKey(name) }
    await tx.insertInto('person').values(row).execute()
    return
  }
  const seen =
    before.listed === 1 ? { email: before.email ?? email } : { name, email: email ?? before.email, sort: sortKey(name) }
  await tx.updateTable('person').set(seen).where('id', '=', id).execute()
}

const blank = {
  group: null,
  staff_number: null,
  roles: '[]',
  all_roles: '[]',
  manager: null,
  starts_on: null,
  leaves_on: null,
  away: '[]',
  weekdays: null,
  listed: 0,
  vouched: 0,
  same_as: null,
  erased: 0,
} as const

/**
 * An account turned out to belong to somebody else than was thought. Somebody who was known by it alone, and by no
 * email address, was that person all along. Somebody with an address of their own was not: an account can pass from one
 * person to another.
 */
async function settleFormer(
  tx: Transaction<Tables>,
  { former, person, seen }: { readonly former: string; readonly person: string; readonly seen: Seen },
): Promise<void> {
  await refreshRoles(tx, former)
  const row = await tx.selectFrom('person').selectAll().where('id', '=', former).executeTakeFirst()
  const others = await tx.selectFrom('account').select('id').where('person', '=', former).executeTakeFirst()
  if (row === undefined || others !== undefined || row.listed === 1) return
  if (await hasHistory(tx, former)) {
    if (row.email === null) await joinRows(tx, { from: former, into: person, fold: seen.fold, witness: seen.witness })
  } else await tx.deleteFrom('person').where('id', '=', former).execute()
}
