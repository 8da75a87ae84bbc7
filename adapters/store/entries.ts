// Entries of the journal as rows, and back. A row that differs from what was sealed is refused, not corrected.
import type { Kysely } from 'kysely'
import { joinedText, textsOf } from '../../src/journal/seal.ts'
import { Fact, type Entry } from '../../src/journal/types.ts'
import type { HistoryAsked, KeptEntry } from '../../src/ports/evidence.ts'
import { inParts } from './parts.ts'
import type { Tables } from './tables.ts'

type EntryRow = Tables['entry']

/** The fact and what is hidden stand in the form that is hashed, so that a check need not write them again. */
export function fromEntry({ seq, id, at, fact, hidden, before, hash }: Entry): EntryRow {
  const texts = textsOf({ fact, hidden })
  return { seq, id, at: at.toISOString(), kind: fact.kind, ...about(fact), ...texts, before, hash }
}

/** Throws where the row was not written by `fromEntry`, because then it is not what it seems. */
export function toEntry(row: EntryRow): Entry {
  try {
    const { seq, id, before, hash } = row
    const said: unknown = JSON.parse(row.fact)
    Fact.parse(said)
    // As it is written, so that the row can be compared with what it should be.
    const fact = said as Fact
    const hidden = hashesIn(row.hidden)
    const entry = { seq, id, at: new Date(row.at), fact, hidden, before, hash }
    if (!isAsWritten(row, entry)) throw new Error('the row says more than its entry')
    return entry
  } catch (cause) {
    throw new Error(`Entry ${row.seq} of the journal cannot be read. Run npm run verify.`, { cause })
  }
}

/** Rows of before have the names of a fact in another order, so it is compared in its own. */
function isAsWritten(row: EntryRow, { at, fact, hidden }: Entry): boolean {
  const { person, policy } = about(fact)
  return (
    row.kind === fact.kind &&
    row.person === person &&
    row.policy === policy &&
    row.at === at.toISOString() &&
    row.fact === JSON.stringify(fact) &&
    row.hidden === JSON.stringify(hidden)
  )
}

/** Throws where it is anything else than texts by name. */
function hashesIn(cell: string): Readonly<Record<string, string>> {
  const said: unknown = JSON.parse(cell)
  if (!isTexts(said)) throw new Error('not texts by name')
  return said
}

function isTexts(said: unknown): said is Readonly<Record<string, string>> {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return false
  for (const each of Object.values(said)) if (typeof each !== 'string') return false
  return true
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
    text: joinedText(row),
    hidden: salt === null || fields === null ? undefined : { salt, fields: fieldsIn(fields) },
  }))
}

/** Empty where they cannot be read: then they are not what was sealed. */
function fieldsIn(cell: string): Readonly<Record<string, string>> {
  try {
    return hashesIn(cell)
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
