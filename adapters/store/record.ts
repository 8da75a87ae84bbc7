// One transaction of the journal: reads the state, asks for a decision, and writes everything that it wants. It holds
// the journal's head, so that nobody else decides on the same facts meanwhile.
import type { Kysely, Transaction } from 'kysely'
import type { SigningFacts } from '../../src/standing/types.ts'
import type { Head, NewEntry } from '../../src/journal/types.ts'
import { compact } from '../../src/kit/defined.ts'
import { saltedHash, sha256 } from '../../src/kit/hash.ts'
import type { RecordSubject, RecordDecision } from '../../src/ports/evidence.ts'
import { campaignsOf, writeCampaign } from './campaigns.ts'
import { entriesOf, fromEntry, toEntry } from './entries.ts'
import { eraseRows } from './erase.ts'
import { withHead, type Seal } from './head.ts'
import { readingOf, writeInvolvement, type Key } from './involvement.ts'
import { answersOf, spendAnswers } from './understanding.ts'
import { findRow, idsOf, type Ids } from './persons.ts'
import { toPerson } from './rows.ts'
import type { Tables } from './tables.ts'

export function recordOver(db: Kysely<Tables>, seal: Seal) {
  return <T>(about: RecordSubject, decide: (facts: SigningFacts) => RecordDecision<T>): Promise<T> =>
    withHead(db, async (tx, head) => {
      const { policy } = about
      const ids = about.person === undefined ? undefined : await idsOf(tx, about.person)
      const recorded = decide(policy === undefined ? await readAll(tx) : await readFacts(tx, policy, ids))
      await append(tx, recorded.entries, { head, seal })
      await keepWordings(tx, recorded.wordings ?? [])
      for (const each of compact([recorded.campaign, ...(recorded.campaigns ?? [])]))
        await writeCampaign(tx, each, head.seq)
      if (ids === undefined || policy === undefined) {
        if (recorded.involvement !== undefined || recorded.erases)
          throw new Error('an entry about a person’s standing names no person')
        return recorded.outcome
      }
      const key = { person: ids.now, policy }
      await writePerson(tx, key, { ...recorded, ids })
      return recorded.outcome
    })
}

/** What a decision changes for the person beside the journal. */
async function writePerson(
  tx: Transaction<Tables>,
  key: Key,
  { involvement, spends, erases, ids }: RecordDecision<unknown> & { readonly ids: Ids },
): Promise<void> {
  if (involvement !== undefined) await writeInvolvement(tx, key, involvement)
  if (spends !== undefined) await spendAnswers(tx, key, spends)
  if (erases) await eraseRows(tx, ids.all)
}

async function readAll(db: Kysely<Tables>): Promise<SigningFacts> {
  return { marks: [], campaigns: await campaignsOf(db), person: undefined, history: [], reading: undefined }
}

export async function readFacts(db: Kysely<Tables>, policy: string, ids: Ids | undefined): Promise<SigningFacts> {
  const marks = await db
    .selectFrom('entry')
    .selectAll()
    .where('policy', '=', policy)
    .where('kind', '=', 'edition-marked')
    .orderBy('seq')
    .execute()
  const shared = { marks: marks.map(toEntry), campaigns: await campaignsOf(db, policy) }
  if (ids === undefined) return { ...shared, person: undefined, history: [], reading: undefined }
  const row = await findRow(db, ids.now)
  return {
    ...shared,
    person: row && toPerson(row),
    history: await entriesOf(db, { people: ids.all, policy }),
    reading: await readingOf(db, { person: ids.now, policy }),
    answers: await answersOf(db, { person: ids.now, policy }),
  }
}

/** Whoever calls it holds the journal's head. */
export async function append(
  tx: Transaction<Tables>,
  entries: readonly NewEntry[],
  { head, seal }: { readonly head: Head; readonly seal: Seal },
): Promise<void> {
  let { seq, hash } = head
  for (const { id, at, fact, hidden, salt } of entries) {
    const fields = Object.entries(hidden)
    const hashes = Object.fromEntries(fields.map(([field, text]) => [field, saltedHash(salt, text)]))
    const sealed = seal({ seq: seq + 1, id, at, fact, hidden: hashes }, hash)
    await tx.insertInto('entry').values(fromEntry(sealed)).execute()
    if (fields.length > 0) {
      const person = 'person' in fact ? fact.person : null
      const row = { entry: id, person, salt, fields: JSON.stringify(hidden) }
      await tx.insertInto('hidden').values(row).execute()
    }
    seq = sealed.seq
    hash = sealed.hash
  }
  if (entries.length > 0) await tx.updateTable('journal_head').set({ seq, hash }).execute()
}

async function keepWordings(tx: Transaction<Tables>, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const row = { hash: sha256(text), text }
    await tx
      .insertInto('wording')
      .values(row)
      .onConflict((c) => c.doNothing())
      .execute()
  }
}
