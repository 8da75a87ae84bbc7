// What somebody's history with a policy gives, and what they are reading, as rows.
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { Involvement, ReadingProgress } from '../../src/standing/types.ts'
import { DayCell } from './rows.ts'
import type { InvolvementRow, Tables } from './tables.ts'

/** The person and the policy. */
export interface Key {
  readonly person: string
  readonly policy: string
}

const OpenKind = z.enum(['concern', 'declined'])
const Refs = z.array(z.string())

export function toInvolvement(row: Omit<InvolvementRow, 'person' | 'policy'>): Involvement {
  const { signed_entry, signed_edition, signed_wording, signed_at, open_kind, open_edition, open_at } = row
  return {
    signed:
      signed_entry === null || signed_edition === null || signed_wording === null || signed_at === null
        ? undefined
        : { entry: signed_entry, edition: signed_edition, wording: signed_wording, at: new Date(signed_at) },
    open:
      open_kind === null || open_edition === null || open_at === null
        ? undefined
        : { kind: OpenKind.parse(open_kind), edition: open_edition, at: new Date(open_at) },
    excused:
      row.excused_by === null
        ? undefined
        : { by: row.excused_by, until: DayCell.nullable().parse(row.excused_until) ?? undefined },
    reading:
      row.reading_edition === null ? undefined : { edition: row.reading_edition, sections: row.reading_sections ?? 0 },
  }
}

const nothing: Omit<InvolvementRow, keyof Key> = {
  signed_entry: null,
  signed_edition: null,
  signed_wording: null,
  signed_at: null,
  open_kind: null,
  open_edition: null,
  open_at: null,
  excused_by: null,
  excused_until: null,
  reading_edition: null,
  reading_sections: null,
}

function fromInvolvement({ signed, open, excused, reading }: Involvement): Omit<InvolvementRow, keyof Key> {
  return {
    ...nothing,
    ...(signed && {
      signed_entry: signed.entry,
      signed_edition: signed.edition,
      signed_wording: signed.wording,
      signed_at: signed.at.toISOString(),
    }),
    ...(open && { open_kind: open.kind, open_edition: open.edition, open_at: open.at.toISOString() }),
    ...(excused && { excused_by: excused.by, excused_until: excused.until ?? null }),
    ...(reading && { reading_edition: reading.edition, reading_sections: reading.sections }),
  }
}

export async function writeInvolvement(
  tx: Transaction<Tables>,
  { person, policy }: Key,
  involvement: Involvement,
): Promise<void> {
  const row = fromInvolvement(involvement)
  await tx
    .insertInto('involvement')
    .values({ person, policy, ...row })
    .onConflict((c) => c.columns(['policy', 'person']).doUpdateSet(row))
    .execute()
}

export async function readingOf(db: Kysely<Tables>, { person, policy }: Key): Promise<ReadingProgress | undefined> {
  const row = await db
    .selectFrom('reading')
    .select(['edition', 'read', 'at', 'began'])
    .where('person', '=', person)
    .where('policy', '=', policy)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const began = row.began === null ? {} : { began: new Date(row.began) }
  return { edition: row.edition, read: Refs.parse(JSON.parse(row.read)), at: new Date(row.at), ...began }
}

export async function writeReading(
  tx: Transaction<Tables>,
  { person, policy }: Key,
  { edition, read, at, began }: ReadingProgress,
): Promise<void> {
  const row = { edition, read: JSON.stringify(read), at: at.toISOString(), began: began?.toISOString() ?? null }
  await tx
    .insertInto('reading')
    .values({ person, policy, ...row })
    .onConflict((c) => c.columns(['person', 'policy']).doUpdateSet(row))
    .execute()
}
