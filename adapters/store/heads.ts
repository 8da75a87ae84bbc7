// Heads of the journal that somebody outside was told of.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Journal, KnownHead } from '../../src/ports/evidence.ts'
import type { Tables } from './tables.ts'

const Way = z.enum(['mailbox', 'signer', 'authority', 'cosigner'])

export function headsOver(
  db: Kysely<Tables>,
): Pick<Journal, 'noteHead' | 'knownHead' | 'cosignedHead' | 'stampedHeads'> {
  const latest = db.selectFrom('head_known').selectAll().orderBy('seq', 'desc').limit(1)
  return {
    async noteHead({ seq, hash, at, way, token = null }) {
      await db
        .insertInto('head_known')
        .values({ seq, hash, way, at: at.toISOString(), token })
        .onConflict((c) => c.doNothing())
        .execute()
    },
    async knownHead() {
      const row = await latest.executeTakeFirst()
      return row && toKnown(row)
    },
    async cosignedHead() {
      const row = await latest.where('way', '=', 'cosigner').executeTakeFirst()
      return row && toKnown(row)
    },
    async stampedHeads() {
      const rows = await db.selectFrom('head_known').selectAll().where('token', 'is not', null).orderBy('seq').execute()
      return rows.map(toKnown)
    },
  }
}

function toKnown({ seq, hash, at, way, token }: Tables['head_known']): KnownHead {
  return { seq, hash, at: new Date(at), way: Way.parse(way), token: token ?? undefined }
}
