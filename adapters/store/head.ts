// Holding the journal's head: whoever holds it is alone with the history until their transaction ends.
import type { Kysely, Transaction } from 'kysely'
import type { Involvement, ReadingProgress } from '../../src/standing/types.ts'
import type { Entry, Head } from '../../src/journal/types.ts'
import type { Tables } from './tables.ts'
import { transact } from './transact.ts'

/** Seals an entry with the hash of the one before it. */
export type Seal = (entry: Omit<Entry, 'before' | 'hash'>, before: string) => Entry
/** What a history gives. */
export type Fold = (history: readonly Entry[], reading: ReadingProgress | undefined) => Involvement

/** Writing the row back unchanged locks it in every database: others wait, and then see what was written meanwhile. */
export function holdHead(tx: Transaction<Tables>): Promise<Head> {
  return tx
    .updateTable('journal_head')
    .set((row) => ({ seq: row.ref('seq') }))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
}

export function withHead<T>(db: Kysely<Tables>, work: (tx: Transaction<Tables>, head: Head) => Promise<T>): Promise<T> {
  return transact(db, async (tx) => work(tx, await holdHead(tx)))
}
