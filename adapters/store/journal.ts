// The Journal port: what happened, and what stands beside it.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Hidden, Journal } from '../../src/ports/evidence.ts'
import { campaignsOf } from './campaigns.ts'
import { entriesOf, entriesThat, historiesOf, keptAfter, toEntry } from './entries.ts'
import { withHead, type Fold, type Seal } from './head.ts'
import { writeInvolvement, writeReading } from './involvement.ts'
import { findRow, idsOf } from './persons.ts'
import { readFacts, recordOver } from './record.ts'
import type { Tables } from './tables.ts'
import { keptPeople } from './witness.ts'

const Way = z.enum(['mailbox', 'signer', 'authority'])
const Fields = z.record(z.string(), z.string())

export function journalOver(db: Kysely<Tables>, { seal, fold }: { readonly seal: Seal; readonly fold: Fold }): Journal {
  return {
    record: recordOver(db, seal),
    factsOf: async ({ policy, person }) => readFacts(db, policy, await idsOf(db, person)),
    historyOf: async (person) => entriesOf(db, { people: (await idsOf(db, person)).all }),
    async entry(id) {
      const row = await db.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toEntry(row)
    },
    async entries(after, most) {
      const rows = await db
        .selectFrom('entry')
        .selectAll()
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(most)
        .execute()
      return rows.map(toEntry)
    },
    happened: (which) => entriesThat(db, which),
    kept: (after, most) => keptAfter(db, after, most),
    historiesOf: (policy, people) => historiesOf(db, policy, people),
    head: () => db.selectFrom('journal_head').select(['seq', 'hash']).executeTakeFirstOrThrow(),
    async noteHead({ seq, hash, at, way }) {
      await db
        .insertInto('head_known')
        .values({ seq, hash, way, at: at.toISOString() })
        .onConflict((c) => c.doNothing())
        .execute()
    },
    async knownHead() {
      const row = await db.selectFrom('head_known').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()
      return row && { seq: row.seq, hash: row.hash, at: new Date(row.at), way: Way.parse(row.way) }
    },
    async hiddenOf(entry): Promise<Hidden | undefined> {
      const row = await db.selectFrom('hidden').select(['salt', 'fields']).where('entry', '=', entry).executeTakeFirst()
      return row && { salt: row.salt, fields: Fields.parse(JSON.parse(row.fields)) }
    },
    async wording(hash) {
      const row = await db.selectFrom('wording').select('text').where('hash', '=', hash).executeTakeFirst()
      return row?.text
    },
    keepReading: ({ policy, person }, reading) =>
      withHead(db, async (tx) => {
        const { now, all } = await idsOf(tx, person)
        if ((await findRow(tx, now)) === undefined) return
        await writeReading(tx, { person: now, policy }, reading)
        const history = await entriesOf(tx, { people: all, policy })
        await writeInvolvement(tx, { person: now, policy }, fold(history, reading))
      }),
    campaigns: (policy) => campaignsOf(db, policy),
    directory: (after, most) => keptPeople(db, after, most),
  }
}
