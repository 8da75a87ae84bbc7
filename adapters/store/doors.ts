// The Doors port: links and sessions. Somebody who reads the database finds hashes, with which nobody can come in.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { DayText } from '../../src/journal/types.ts'
import type { Day } from '../../src/kit/days.ts'
import { sha256 } from '../../src/kit/hash.ts'
import type { WaysIn, Link, Session } from '../../src/ports/ways-in.ts'
import { idsOf } from './persons.ts'
import type { Tables } from './tables.ts'

const Open = z.object({ kind: z.literal('open') })
const Sign = z.object({ kind: z.literal('sign'), policy: z.string(), edition: z.string() })
const Receipt = z.object({ kind: z.literal('receipt'), entry: z.string() })
const Original = z.object({ kind: z.literal('original'), policy: z.string(), edition: z.string() })
const TimelinePicture = z.object({
  kind: z.literal('timeline'),
  policy: z.string(),
  campaign: z.string(),
  round: z.string().exactOptional(),
})
const Calendar = z.object({ kind: z.literal('calendar'), since: DayText })
const LinkPurpose = z.discriminatedUnion('kind', [Open, Sign, Receipt, Original, Calendar, TimelinePicture])
const SessionPurpose = z.discriminatedUnion('kind', [Open, Sign])

export function doorsOver(db: Kysely<Tables>): WaysIn {
  return {
    async makeLink({ token, person, purpose, expires }) {
      const row = { person, purpose: JSON.stringify(purpose), expires: expires.toISOString(), taken: null }
      await db
        .insertInto('link')
        .values({ hash: sha256(token), ...row })
        .execute()
    },
    async seeLink(token, now) {
      const row = await db
        .selectFrom('link')
        .selectAll()
        .where('hash', '=', sha256(token))
        .where('expires', '>', now.toISOString())
        .where('taken', 'is', null)
        .executeTakeFirst()
      return row && toLink(row)
    },
    async seeOldLink(token, now) {
      const row = await db
        .selectFrom('link')
        .selectAll()
        .where('hash', '=', sha256(token))
        .where('expires', '<=', now.toISOString())
        .executeTakeFirst()
      const link = row && toLink(row)
      return link?.purpose.kind === 'sign' ? link : undefined
    },
    async takeLink(token, now) {
      // Of those who press at the same time, only one finds it unused.
      const row = await db
        .updateTable('link')
        .set({ taken: now.toISOString() })
        .where('hash', '=', sha256(token))
        .where('expires', '>', now.toISOString())
        .where('taken', 'is', null)
        .returningAll()
        .executeTakeFirst()
      return row && toLink(row)
    },
    ...sessionsOver(db),
    async forgetBefore(instant, old) {
      const before = instant.toISOString()
      await db
        .deleteFrom('link')
        .where('expires', '<', before)
        .where(({ or, eb }) =>
          or([eb('purpose', 'not like', '{"kind":"sign"%'), eb('expires', '<', old.toISOString())]),
        )
        .execute()
      await db.deleteFrom('session').where('expires', '<', before).execute()
    },
  }
}

function sessionsOver(db: Kysely<Tables>): Pick<WaysIn, 'openSession' | 'session' | 'endSession'> {
  return {
    async openSession({ token, person, purpose, expires }) {
      const row = { person, purpose: JSON.stringify(purpose), expires: expires.toISOString() }
      await db
        .insertInto('session')
        .values({ hash: sha256(token), ...row })
        .execute()
    },
    async session(token, now) {
      const row = await db
        .selectFrom('session')
        .selectAll()
        .where('hash', '=', sha256(token))
        .where('expires', '>', now.toISOString())
        .executeTakeFirst()
      return row && toSession(row)
    },
    async endSession(which) {
      const query = db.deleteFrom('session')
      if ('token' in which) await query.where('hash', '=', sha256(which.token)).execute()
      else await query.where('person', 'in', (await idsOf(db, which.person)).all).execute()
    },
  }
}

function toLink(row: Tables['link']): Link {
  return { person: row.person, purpose: LinkPurpose.parse(JSON.parse(row.purpose)), expires: new Date(row.expires) }
}

/** The day on which a link to the calendar was made. */
export function sinceOf(row: Tables['link']): Day | undefined {
  const { purpose } = toLink(row)
  return purpose.kind === 'calendar' ? purpose.since : undefined
}

function toSession(row: Tables['session']): Session {
  return { person: row.person, purpose: SessionPurpose.parse(JSON.parse(row.purpose)), expires: new Date(row.expires) }
}
