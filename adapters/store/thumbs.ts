// The Thumbs port: what a platform's own thumbs under a message mean.
import type { Kysely } from 'kysely'
import type { Thumbs } from '../../src/ports/thumbs.ts'
import type { Tables } from './tables.ts'

export function thumbsOver(db: Kysely<Tables>): Thumbs {
  return {
    async keep({ platform, message }, { helped, not }, at) {
      await db
        .insertInto('thumbs')
        .values({ platform, message, helped, not_helped: not, at: at.toISOString() })
        // Two conversations may have a message of the same id: a thumb there could be for either, so it is for none.
        .onConflict((c) => c.columns(['platform', 'message']).doUpdateSet({ helped: '', not_helped: '' }))
        .execute()
    },
    async find({ platform, message }) {
      const row = await db
        .selectFrom('thumbs')
        .select(['helped', 'not_helped'])
        .where('platform', '=', platform)
        .where('message', '=', message)
        .executeTakeFirst()
      return row === undefined || row.helped === '' ? undefined : { helped: row.helped, not: row.not_helped }
    },
  }
}
