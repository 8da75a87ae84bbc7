// Entries of the journal as rows, and back. A row that differs from what was sealed is refused, not corrected.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Fact, type Entry } from '../../src/journal/types.ts'
import type { HistoryAsked, KeptEntry } from '../../src/ports/evidence.ts'
import { inParts } from './parts.ts'
import type { Tables } from './tables.ts'

type EntryRow = Tables['entry']

export function fromEntry({ seq, id, at, fact, hidden, before, hash }: Entry): EntryRow {
  return {
    seq,
    id,
    at: at.toISOString(),
    kind: fact.kind,
    ...about(fact),
    fact: JSON.stringify(fact),
    hidden: JSON.stringify(hidden),
    before,
    hash,
  }
}

const columns = ['seq', 'id', 'at', 'kind', 'person', 'policy', 'fact', 'hidden', 'before', 'hash'] as const

const Hashes = z.record(z.string(), z.string())

/** Throws where the row was not written by `fromEntry`, because then it is not what it seems. */
export function toEntry(row: EntryRow): Entry {
  try {
    const entry = parse(row)
    const written = fromEntry(entry)
    if (columns.some((column) => written[column] !== row[column])) throw new Error('the row says more than its entry')
    return entry
  } catch (cause) {
    throw new Error(`Entry ${row.seq} of the journal cannot be read. Run npm run verify.`, { cause })
  }
}

function parse({ seq, id, at, fact, hidden, before, hash }: EntryRow): Entry {
  const said: unknown = JSON.parse(fact)
  Fact.parse(said)
  // As it is written, so that the row can be compared with what it should be.
  const written = said as Fact
  return { seq, id, at: new Date(at), fact: written, hidden: Hashes.parse(JSON.parse(hidden)), before, hash }
}

function about(fact: Fact): { person: string | null; policy: string | null } {
  return { person: 'person' in fact ? fact.person : null, policy: 'policy' in fact ? fact.policy : null }
}

/** In order, those after `after`, with what they hide. */
export async function keptAfter(db: Kysely<Tables>, after: number, most: number): Promise<KeptEntry[]> {
  const rows = await db
    .selectFrom('entry')
    .leftJoin('hidden as h', 'h.entry', 'entry.id')
    .selectAll('entry')
    .select(['h.salt', 'h.fields'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(most)
    .execute()
  return rows.map(({ salt, fields, ...row }) => ({
    entry: toEntry(row),
    hidden: salt === null || fields === null ? undefined : { salt, fields: fieldsIn(fields) },
  }))
}

/** Empty where they cannot be read: then they are not what was sealed. */
function fieldsIn(cell: string): Readonly<Record<string, string>> {
  try {
    return Hashes.parse(JSON.parse(cell))
  } catch {
    return {}
  }
}

/** For each of these people, everything about them and one policy, under any of their ids; oldest first. */
export async function historiesOf(
  db: Kysely<Tables>,
  policy: string,
  people: readonly string[],
): Promise<Map<string, Entry[]>> {
  const histories = new Map(people.map((id) => [id, new Array<Entry>()]))
  for (const some of inParts(people)) {
    const others = await db.selectFrom('person').select(['id', 'same_as']).where('same_as', 'in', some).execute()
    const now = new Map(others.map(({ id, same_as }) => [id, same_as ?? id]))
    const all = [...some, ...now.keys()]
    for (const entry of await entriesOf(db, { people: all, policy })) {
      const id = 'person' in entry.fact ? entry.fact.person : ''
      histories.get(now.get(id) ?? id)?.push(entry)
    }
  }
  return histories
}

/** Somebody's entries, for one policy or for all, oldest first. */
export async function entriesOf(
  db: Kysely<Tables>,
  { people, policy }: { readonly people: readonly string[]; readonly policy?: string },
): Promise<Entry[]> {
  let query = db.selectFrom('entry').selectAll().where('person', 'in', people)
  if (policy !== undefined) query = query.where('policy', '=', policy)
  return (await query.orderBy('seq').execute()).map(toEntry)
}

/** Facts of these kinds, newest first. */
export async function entriesThat(db: Kysely<Tables>, { kinds, policy, since, most }: HistoryAsked): Promise<Entry[]> {
  if (kinds.length === 0) return []
  let query = db.selectFrom('entry').selectAll().where('kind', 'in', kinds)
  if (policy !== undefined) query = query.where('policy', '=', policy)
  if (since !== undefined) query = query.where('at', '>=', since.toISOString())
  return (await query.orderBy('seq', 'desc').limit(most).execute()).map(toEntry)
}
