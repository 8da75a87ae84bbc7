// The Journal port: what happened, and the data that belongs to it.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Hidden, Journal } from '../../src/ports/evidence.ts'
import type { Entry } from '../../src/journal/types.ts'
import { campaignsOf } from './campaigns.ts'
import { entriesOf, entriesThat, historiesOf, keptAfter, toEntry } from './entries.ts'
import { headsOver } from './heads.ts'
import { withHead, type Fold, type Seal } from './head.ts'
import { writeInvolvement, writeReading } from './involvement.ts'
import { inParts } from './parts.ts'
import { findRow, idsOf } from './persons.ts'
import { readFacts, recordOver } from './record.ts'
import type { Tables } from './tables.ts'
import { keptPeople, toldOf } from './witness.ts'

const Fields = z.record(z.string(), z.string())

export function journalOver(db: Kysely<Tables>, { seal, fold }: { readonly seal: Seal; readonly fold: Fold }): Journal {
  return {
    record: recordOver(db, seal),
    factsOf: async ({ policy, person }) =>
      readFacts(db, policy, person === undefined ? undefined : await idsOf(db, person)),
    historyOf: async (person) => entriesOf(db, { people: (await idsOf(db, person)).all }),
    async entry(id) {
      const row = await db.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toEntry(row)
    },
    async entriesBy(ids) {
      const found: Entry[] = []
      for (const some of inParts(ids))
        found.push(...(await db.selectFrom('entry').selectAll().where('id', 'in', some).execute()).map(toEntry))
      return found
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
    ...headsOver(db),
    head: () => db.selectFrom('journal_head').select(['seq', 'hash']).executeTakeFirstOrThrow(),
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
    toldOf: (people) => toldOf(db, people),
  }
}
