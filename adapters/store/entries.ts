// Entries of the journal as rows, and back: a row that says anything else than was sealed is refused, not mended.
import { isDeepStrictEqual } from 'node:util'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Fact, type Entry } from '../../src/journal/types.ts'
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

const Hashes = z.record(z.string(), z.string())

/** Throws when the row was not written by `fromEntry`: then it is not what it seems. */
export function toEntry(row: EntryRow): Entry {
  try {
    const entry = parse(row)
    if (!isDeepStrictEqual({ ...fromEntry(entry) }, { ...row })) throw new Error('the row says more than its entry')
    return entry
  } catch (cause) {
    throw new Error(`Entry ${row.seq} of the journal cannot be read. Run npm run verify.`, { cause })
  }
}

function parse({ seq, id, at, fact, hidden, before, hash }: EntryRow): Entry {
  const said: unknown = JSON.parse(fact)
  const parsed = Fact.parse(said)
  if (!isDeepStrictEqual(parsed, said)) throw new Error('the fact says more than it may')
  // As it is written, so that the row can be compared with what it should be.
  const written = said as Fact
  return { seq, id, at: new Date(at), fact: written, hidden: Hashes.parse(JSON.parse(hidden)), before, hash }
}

function about(fact: Fact): { person: string | null; policy: string | null } {
  return { person: 'person' in fact ? fact.person : null, policy: 'policy' in fact ? fact.policy : null }
}

/** Somebody's entries, of one policy or of all, oldest first. */
export async function entriesOf(
  db: Kysely<Tables>,
  { people, policy }: { readonly people: readonly string[]; readonly policy?: string },
): Promise<Entry[]> {
  let query = db.selectFrom('entry').selectAll().where('person', 'in', people)
  if (policy !== undefined) query = query.where('policy', '=', policy)
  return (await query.orderBy('seq').execute()).map(toEntry)
}
