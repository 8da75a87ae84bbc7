// The CalendarLinks port: a row beside the other links, changed together with its entry in the journal.
import type { Kysely, Transaction } from 'kysely'
import { sha256 } from '../../src/kit/hash.ts'
import type { CalendarLinks } from '../../src/ports/calendar-links.ts'
import { sinceOf } from './doors.ts'
import { withHead, type Seal } from './head.ts'
import { idsOf } from './persons.ts'
import { append } from './record.ts'
import type { Tables } from './tables.ts'

/** It works until it is withdrawn. */
const expires = '9999-12-31T00:00:00.000Z'
const ofCalendars = '{"kind":"calendar"%'

export function calendarLinksOver(db: Kysely<Tables>, { seal }: { readonly seal: Seal }): CalendarLinks {
  return {
    async since(person) {
      const row = await db
        .selectFrom('link')
        .selectAll()
        .where('person', 'in', (await idsOf(db, person)).all)
        .where('purpose', 'like', ofCalendars)
        .executeTakeFirst()
      return row && sinceOf(row)
    },
    make: ({ person, token, since, entry }) =>
      withHead(db, async (tx, head) => {
        await drop(tx, person)
        const purpose = JSON.stringify({ kind: 'calendar', since })
        await tx
          .insertInto('link')
          .values({ hash: sha256(token), person, purpose, expires, taken: null })
          .execute()
        await append(tx, [entry], { head, seal })
      }),
    withdraw: ({ person, entry }) =>
      withHead(db, async (tx, head) => {
        const dropped = await drop(tx, person)
        if (dropped) await append(tx, [entry], { head, seal })
        return dropped
      }),
  }
}

async function drop(tx: Transaction<Tables>, person: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('link')
    .where('person', 'in', (await idsOf(tx, person)).all)
    .where('purpose', 'like', ofCalendars)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
