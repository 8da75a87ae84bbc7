// The Notices port: what is sent once, claimed by one of several programs and settled by the one that claimed it.
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import {
  noticeStates,
  type Attempt,
  type Became,
  type LostAttempt,
  type Notice,
  type NoticeClaim,
  type Notices,
} from '../../src/ports/notices.ts'
import { inParts } from './parts.ts'
import type { Tables } from './tables.ts'
import { transact } from './transact.ts'

type Row = Tables['notice']

export function noticesOver(db: Kysely<Tables>): Notices {
  return {
    async plan({ key, kind, person, at }) {
      const inserted = await db
        .insertInto('notice')
        .values({ ...empty, key, kind, person, state: 'planned', at: at.toISOString(), planned: 1 })
        .onConflict((c) => c.doNothing())
        .executeTakeFirst()
      return inserted.numInsertedOrUpdatedRows === 1n
    },
    async claim(claim) {
      try {
        return await transact(db, (tx) => claimAll(tx, claim))
      } catch (error) {
        if (error === taken) return undefined
        throw error
      }
    },
    async settle({ keys, by, now }, became) {
      const settled = { ...columnsOf(became), state: became.kind, settled_at: now.toISOString() }
      await transact(db, async (tx) => {
        const mine = tx.updateTable('notice').where('key', 'in', keys).where('by', '=', by)
        // Somebody may have counted it as sent meanwhile; whoever sent it knows better.
        await mine
          .set(({ eb, ref }) => ({ ...settled, tries: became.kind === 'sent' ? ref('tries') : eb('tries', '+', 1) }))
          .where('state', 'in', ['claimed', 'unknown'])
          .execute()
      })
    },
    release: (attempt) => transact(db, (tx) => releaseAll(tx, attempt)),
    ...readingOver(db),
    lost: (before) => lostBefore(db, before),
    async trying({ keys, by }, way) {
      const mine = db.updateTable('notice').set({ way }).where('key', 'in', keys)
      const held = await mine.where('by', '=', by).where('state', '=', 'claimed').executeTakeFirst()
      return Number(held.numUpdatedRows) === keys.length
    },
    reopen: (which) => reopenReached(db, which),
    async forgetBefore(instant) {
      await db.deleteFrom('notice').where('kind', '=', 'daily').where('at', '<', instant.toISOString()).execute()
    },
  }
}

const empty = {
  by: null,
  claimed_at: null,
  settled_at: null,
  next_at: null,
  tries: 0,
  way: null,
  message: null,
  what: null,
} as const

const taken = new Error('another has claimed it, or its time has not come')

/** All or nothing, in one fixed order, so that two who want the same wait for each other without a deadlock. */
async function claimAll(
  tx: Transaction<Tables>,
  { notices, person, by, now }: NoticeClaim,
): Promise<{ tries: number }> {
  const at = now.toISOString()
  let tries = 0
  for (const { key, kind } of notices.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const row = await tx
      .insertInto('notice')
      .values({ ...empty, key, kind, person, state: 'claimed', at, planned: 0, by, claimed_at: at })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ state: 'claimed', by, claimed_at: at, way: null })
          .where((eb) =>
            eb.or([
              eb.and([eb('notice.state', '=', 'planned'), eb('notice.at', '<=', at)]),
              eb.and([eb('notice.state', '=', 'failed'), eb('notice.next_at', '<=', at)]),
            ]),
          ),
      )
      .returning('tries')
      .executeTakeFirst()
    if (row === undefined) throw taken
    tries = Math.max(tries, row.tries)
  }
  return { tries }
}

async function releaseAll(tx: Transaction<Tables>, { keys, by }: Attempt): Promise<void> {
  const rows = await tx
    .selectFrom('notice')
    .select(['key', 'tries', 'planned'])
    .where('key', 'in', keys)
    .where('by', '=', by)
    .where('state', '=', 'claimed')
    .execute()
  for (const { key, tries, planned } of rows) {
    const mine = { by: null, claimed_at: null }
    if (tries === 0 && planned === 0) await tx.deleteFrom('notice').where('key', '=', key).execute()
    else
      await tx
        .updateTable('notice')
        .set({ ...mine, state: tries > 0 ? 'failed' : 'planned' })
        .where('key', '=', key)
        .execute()
  }
}

function readingOver(db: Kysely<Tables>): Pick<Notices, 'find' | 'of' | 'list' | 'counts'> {
  return {
    async find(keys) {
      const found: Notice[] = []
      for (const some of inParts(keys))
        found.push(...(await db.selectFrom('notice').selectAll().where('key', 'in', some).execute()).map(toNotice))
      return found
    },
    async of(people, only) {
      const found: Notice[] = []
      for (const some of inParts(people)) {
        let query = db.selectFrom('notice').select(shown).where('person', 'in', some)
        // By the key alone, which the index has: rows that are left out are never fetched.
        if (only !== undefined) {
          const likes = only.parts.map((part) => `%${part}%`)
          query = query.where((eb) =>
            eb.or([eb('key', 'not like', `${only.begin}%`), ...likes.map((like) => eb('key', 'like', like))]),
          )
        }
        for (const row of await query.execute()) found.push(toNotice(row))
      }
      return found
    },
    async list({ states, kind, since, most }) {
      const rows = await db
        .selectFrom('notice')
        .selectAll()
        .where('state', 'in', states)
        .where((eb) => (kind === undefined ? eb('kind', '!=', 'daily') : eb('kind', '=', kind)))
        .where('at', '>=', since.toISOString())
        .orderBy('at')
        .orderBy('key')
        .limit(most)
        .execute()
      return rows.map(toNotice)
    },
    async counts() {
      const rows = await db
        .selectFrom('notice')
        .select(({ fn }) => ['state', fn.countAll().as('count')])
        .where('kind', '!=', 'daily')
        .groupBy('state')
        .execute()
      const count = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0)
      return {
        planned: count('planned'),
        claimed: count('claimed'),
        sent: count('sent'),
        failed: count('failed'),
        'given-up': count('given-up'),
        unknown: count('unknown'),
      }
    },
  }
}

/** Nearly always nothing was given up recently, and nothing is written. */
async function reopenReached(
  db: Kysely<Tables>,
  { what, since, now, letters, mostTries }: Parameters<Notices['reopen']>[0],
): Promise<number> {
  const given = await db
    .selectFrom('notice')
    .select(['key', 'person', 'kind'])
    .where('state', '=', 'given-up')
    .where('at', '>=', since.toISOString())
    .where('what', '=', what)
    .where('tries', '<', mostTries)
    .execute()
  const reached = new Set<string>()
  for (const some of inParts([...new Set(given.map(({ person }) => person))])) {
    const accounts = db.selectFrom('account').select('person').where('person', 'in', some).where('open', '=', 1)
    for (const { person } of await accounts.execute()) reached.add(person)
    if (letters.length === 0) continue
    const addresses = db.selectFrom('person').select('id').where('id', 'in', some).where('email', 'is not', null)
    for (const { id } of await addresses.execute()) reached.add(`letter ${id}`)
  }
  const keys = given
    .filter(({ person, kind }) => reached.has(person) || (letters.includes(kind) && reached.has(`letter ${person}`)))
    .map(({ key }) => key)
  for (const some of inParts(keys)) {
    const theirs = db.updateTable('notice').where('key', 'in', some).where('state', '=', 'given-up')
    await theirs.set({ state: 'failed', next_at: now.toISOString() }).execute()
  }
  return keys.length
}

async function lostBefore(db: Kysely<Tables>, before: Date): Promise<readonly LostAttempt[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['key', 'person', 'by', 'way', 'claimed_at'])
    .where('state', '=', 'claimed')
    .where('claimed_at', '<', before.toISOString())
    .orderBy('key')
    .execute()
  const lost = new Map<string, LostAttempt>()
  for (const { key, person, by, way, claimed_at: at } of rows) {
    if (by === null || at === null) continue
    const keys = [...(lost.get(by)?.keys ?? []), key]
    lost.set(by, { keys, person, by, way: way ?? undefined, claimedAt: new Date(at) })
  }
  return [...lost.values()]
}

function columnsOf(became: Became): Pick<Row, 'way' | 'message' | 'what' | 'next_at'> {
  return {
    way: 'way' in became ? became.way : null,
    message: became.kind === 'sent' ? became.message : null,
    what: 'what' in became ? became.what : null,
    next_at: became.kind === 'failed' ? became.nextAt.toISOString() : null,
  }
}

const State = z.enum(noticeStates)

/** Those of a whole county are read every minute, so no more is read of each than is needed. */
const shown = ['key', 'kind', 'person', 'state', 'at', 'tries', 'next_at', 'way', 'message', 'what'] as const

function toNotice(row: Pick<Row, (typeof shown)[number]>): Notice {
  return {
    key: row.key,
    kind: row.kind,
    person: row.person,
    state: State.parse(row.state),
    at: new Date(row.at),
    tries: row.tries,
    nextAt: row.next_at === null ? undefined : new Date(row.next_at),
    way: row.way ?? undefined,
    message: row.message ?? undefined,
    what: row.what ?? undefined,
  }
}
