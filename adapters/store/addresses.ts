// The Addresses port: what a platform must remember in order to write to somebody later.
import type { Kysely } from 'kysely'
import type { Addresses } from '../../src/ports/ports.ts'
import type { Tables } from './tables.ts'

export function addressesOver(db: Kysely<Tables>): Addresses {
  return {
    async keep({ platform, id }, address) {
      await db
        .insertInto('address')
        .values({ platform, id, address })
        .onConflict((c) => c.columns(['platform', 'id']).doUpdateSet({ address }))
        .execute()
    },
    async find({ platform, id }) {
      const row = await db
        .selectFrom('address')
        .select('address')
        .where('platform', '=', platform)
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.address
    },
    async forget({ platform, id }) {
      await db.deleteFrom('address').where('platform', '=', platform).where('id', '=', id).execute()
    },
  }
}
