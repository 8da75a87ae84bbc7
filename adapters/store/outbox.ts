// The Outbox port: what was heard and is still to be answered. What was typed is kept here no longer than that takes.
import { PostgresAdapter, sql, type CompiledQuery, type Kysely } from 'kysely'
import { z } from 'zod'
import {
  arrivalKinds,
  type Arrival,
  type Holding,
  type Outbox,
  type Settled,
  type Unsettled,
} from '../../src/ports/outbox.ts'
import { inParts } from './parts.ts'
import { storable } from './rows.ts'
import type { Tables } from './tables.ts'
import { transact } from './transact.ts'

type Row = Tables['arrival']

export function outboxOver(db: Kysely<Tables>): Outbox {
  const unsettled = db.selectFrom('arrival').where('settled_at', 'is', null)
  const write = writesOf(db)
  return {
    async note(arrival, { by, until }) {
      const row = { ...toRow(arrival), by, held_until: until.toISOString() }
      const { numAffectedRows } = await db.executeQuery(write.note(row))
      return numAffectedRows === 1n
    },
    async settle(id, became, at) {
      await db.executeQuery(write.settle({ id, became, at: at.toISOString() }))
    },
    take: (which, holding) => take(db, which, holding),
    async renew({ by, until }) {
      await db
        .updateTable('arrival')
        .set({ held_until: until.toISOString() })
        .where('by', '=', by)
        .where('settled_at', 'is', null)
        .execute()
    },
    async keep(id, { by, until }) {
      const kept = await db
        .updateTable('arrival')
        .set({ held_until: until.toISOString() })
        .where('id', '=', id)
        .where('by', '=', by)
        .where('settled_at', 'is', null)
        .executeTakeFirst()
      if (kept.numUpdatedRows === 1n) return true
      // It may have been written down between the two, by us: what arrived in the store's trouble is owed and answered at
      // the same time.
      const row = await db.selectFrom('arrival').select(['by', 'settled_at']).where('id', '=', id).executeTakeFirst()
      return row === undefined || (row.by === by && row.settled_at === null)
    },
    async open() {
      const { count, since } = await unsettled
        .select(({ fn }) => [fn.countAll().as('count'), fn.min<string | null>('at').as('since')])
        .executeTakeFirstOrThrow()
      return { count: Number(count), since: since === null ? undefined : new Date(since) }
    },
    async scrub() {
      // PostgreSQL does this itself when it vacuums, and forcing it during a busy hour would do harm.
      if (db.getExecutor().adapter instanceof PostgresAdapter) return
      await sql`pragma wal_checkpoint(truncate)`.execute(db)
    },
    async forgetBefore(instant) {
      await db.deleteFrom('arrival').where('settled_at', '<', instant.toISOString()).execute()
    },
  }
}

/** The statements of every message are composed once, because composing one takes longer than running it. */
function writesOf(db: Kysely<Tables>) {
  const note = db
    .insertInto('arrival')
    .values(blank)
    .onConflict((c) => c.doNothing())
    .compile()
  // Who asked is removed together with what was asked: the question of the same minute is kept without either.
  const nothing = { content: null, by: null, held_until: null, account: '', place: '' }
  const settle = db
    .updateTable('arrival')
    .set({ ...nothing, became: '', settled_at: '' })
    .where('id', '=', '')
    .where('settled_at', 'is', null)
    .compile()
  return {
    note: (row: Row): CompiledQuery => ({ ...note, parameters: columns.map((column) => row[column]) }),
    settle: ({
      id,
      became,
      at,
    }: {
      readonly id: string
      readonly became: Settled
      readonly at: string
    }): CompiledQuery => ({
      ...settle,
      parameters: [...Object.values(nothing), became, at, id],
    }),
  }
}

const blank: Row = {
  ...{ id: '', at: '', platform: '', account: '', place: '', kind: '', content: null },
  ...{ by: null, held_until: null, settled_at: null, became: null, tries: 1 },
}
const columns = Object.keys(blank) as readonly (keyof Row)[] // its own keys, in the order in which they are written

/** Two servers may ask at once: the one whose update finds the row still free gets it. */
async function take(
  db: Kysely<Tables>,
  { now, most, alone }: Parameters<Outbox['take']>[0],
  { by, until }: Holding,
): Promise<readonly Unsettled[]> {
  return transact(db, async (tx) => {
    let free = tx.selectFrom('arrival').select('id').where('settled_at', 'is', null)
    if (alone) free = free.where((eb) => eb.or([eb('by', 'is', null), eb('by', '!=', by)]))
    else free = free.where('held_until', '<=', now.toISOString())
    const ids = (await free.orderBy('at').orderBy('id').limit(most).execute()).map(({ id }) => id)
    const rows: Row[] = []
    for (const some of inParts(ids)) {
      let mine = tx.updateTable('arrival').where('id', 'in', some).where('settled_at', 'is', null)
      if (!alone) mine = mine.where('held_until', '<=', now.toISOString())
      rows.push(
        ...(await mine
          .set(({ eb, ref }) => ({ by, held_until: until.toISOString(), tries: eb(ref('tries'), '+', 1) }))
          .returningAll()
          .execute()),
      )
    }
    return rows.map(toUnsettled).toSorted(inOrder)
  })
}

function inOrder(a: Unsettled, b: Unsettled): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)
}

function toRow(arrival: Arrival): Omit<Row, 'by' | 'held_until'> {
  const { id, at, account, place, kind } = arrival
  return {
    id,
    at: at.toISOString(),
    platform: account.platform,
    account: account.id,
    place: JSON.stringify(place),
    kind,
    content: contentOf(arrival),
    settled_at: null,
    became: null,
    tries: 1,
  }
}

/** What a draft or an urgent message said is not part of it. */
function contentOf(arrival: Arrival): string | null {
  switch (arrival.kind) {
    case 'answer':
      return storable(arrival.event)
    case 'urgent':
      return arrival.need
    case 'draft':
      return null
  }
}

const PlatformCell = z.enum(['web', 'slack', 'teams'])
const PlaceCell = z.object({
  platform: PlatformCell,
  id: z.string(),
  kind: z.enum(['private', 'shared']),
  thread: z.string().exactOptional(),
})
const KindCell = z.enum(arrivalKinds)

function toUnsettled(row: Row): Unsettled {
  const common = {
    id: row.id,
    at: new Date(row.at),
    account: { platform: PlatformCell.parse(row.platform), id: row.account },
    place: PlaceCell.parse(JSON.parse(row.place)),
    tries: row.tries,
  }
  const kind = KindCell.parse(row.kind)
  switch (kind) {
    case 'answer':
      return { ...common, kind, event: row.content ?? '' }
    case 'urgent':
      return { ...common, kind, need: row.content ?? '' }
    case 'draft':
      return { ...common, kind }
  }
}
