// Signatures a second, the register of 100,000 people, and how long the check of a long journal takes.
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql, type CompiledQuery, type Kysely } from 'kysely'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { groups } from '../../src/chat/people.ts'
import { hashHidden, seal, sealedText } from '../../src/journal/seal.ts'
import type { Entry, Head } from '../../src/journal/types.ts'
import { verify } from '../../src/proof/verify.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { aPerson, aSignature, day, parts, policy, press, text, wording } from '../kit/evidence.ts'

const people = 100_000

/** `home` is an empty folder. Takes some minutes, and two gigabytes there. */
export async function benchEvidence(home: string): Promise<string[]> {
  return [...(await benchSigning(home)), ...(await benchRegister(home))]
}

async function benchSigning(home: string): Promise<string[]> {
  const { journal, people: directory, close } = await openAt(join(home, 'signing.db'))
  const each = async (count: number, atOnce: number) => {
    const ids = Array.from({ length: count }, (_, n) => `${atOnce}-${n}`)
    await directory.put(ids.map((id) => aPerson(id)))
    const took = await timed(async () => {
      for (let from = 0; from < count; from += atOnce)
        await Promise.all(ids.slice(from, from + atOnce).map((person) => press(journal, { person, id: `e-${person}` })))
    })
    return `  ${Math.round((1000 * count) / took)} signatures a second, ${atOnce === 1 ? 'one after the other' : `${atOnce} at once`}`
  }
  const lines = [await each(500, 1), await each(4000, 200)]
  await close()
  return lines
}

async function benchRegister(home: string): Promise<string[]> {
  const file = join(home, 'register.db')
  const db = await openSqlite(file)
  const kept = openStore(db, parts)
  await enrol(kept)
  let head = await sign(db, { count: people, from: await kept.journal.head() })
  const lines = await readRegister(kept)
  const few = head.seq
  const short = await check(kept, few)
  head = await sign(db, { count: 9 * people, from: head })
  const long = await check(kept, head.seq)
  await kept.close()
  return [
    ...lines,
    short.line,
    `${long.line}: ${(long.took / short.took).toFixed(1)} times as long for ${(head.seq / few).toFixed(1)} times as many`,
  ]
}

async function enrol({ people: directory }: OpenStore): Promise<void> {
  const all = Array.from({ length: people }, (_, n) => {
    const leavesOn = n % 20 === 0 ? day('2026-07-31') : undefined
    return aPerson(`p${n}`, { name: `${n % 997} Person ${n}`, group: groups[n % groups.length], leavesOn })
  })
  await directory.put(all)
}

/** Entries as the journal seals them, written many at once, and where people stand after them. */
async function sign(db: Kysely<Tables>, { count, from }: { count: number; from: Head }): Promise<Head> {
  let head = from
  const many = insertsOf(db)
  for (let done = 0; done < count; done += atOnce) {
    const rows = Array.from({ length: atOnce }, () => {
      // Each came with an entry of their own before anybody signed.
      const round = Math.floor(head.seq / people) - 1
      const entry = entryOf(`p${head.seq % people}`, { head, edition: `20${15 + round}-10` })
      head = { seq: entry.sealed.seq, hash: entry.sealed.hash }
      return entry
    })
    await db.transaction().execute(async (tx) => {
      await tx.executeQuery(many.entries(rows.map(({ sealed, person }) => rowOf(sealed, person))))
      await tx.executeQuery(many.hidden(rows.map(({ hidden }) => hidden)))
      await tx.updateTable('journal_head').set(head).execute()
    })
  }
  for (const each of [wording, text]) {
    const row = { hash: sha256(each), text: each }
    await db
      .insertInto('wording')
      .values(row)
      .onConflict((c) => c.doNothing())
      .execute()
  }
  await sql`
    insert or replace into involvement (person, policy, signed_entry, signed_edition, signed_wording, signed_at)
    select person, policy, id, json_extract(fact, '$.edition'), json_extract(fact, '$.wording'), at
    from entry where seq > ${head.seq - people}`.execute(db)
  return head
}

/** Rows of one statement. */
const atOnce = 1000

/** Composed once: it takes longer than to run them. */
function insertsOf(db: Kysely<Tables>) {
  const blanks = <T>(blank: T) => Array.from({ length: atOnce }, () => blank)
  const [entry, hidden] = [rowOf(entryOf('', { head: { seq: 0, hash: '' }, edition: '' }).sealed, ''), blankHidden]
  const compiled = {
    entries: db.insertInto('entry').values(blanks(entry)).compile(),
    hidden: db.insertInto('hidden').values(blanks(hidden)).compile(),
  }
  const filled = (query: CompiledQuery, rows: readonly object[]): CompiledQuery => ({
    ...query,
    parameters: rows.flatMap((row) => Object.values(row) as unknown[]), // in the order of the blank's
  })
  return {
    entries: (rows: readonly Tables['entry'][]) => filled(compiled.entries, rows),
    hidden: (rows: readonly Tables['hidden'][]) => filled(compiled.hidden, rows),
  }
}

const blankHidden: Tables['hidden'] = { entry: '', person: '', salt: '', fields: '' }

function entryOf(person: string, { head, edition }: { head: Head; edition: string }) {
  const { id, at, fact, hidden, salt } = aSignature({ person, id: `e-${edition}-${person}`, edition })
  const sealed = seal({ seq: head.seq + 1, id, at, fact, hidden: hashHidden(salt, hidden) }, head.hash)
  return { sealed, person, hidden: { entry: id, person, salt, fields: JSON.stringify(hidden) } }
}

function rowOf({ seq, id, at, fact, hidden, before, hash }: Entry, person: string): Tables['entry'] {
  const about = { kind: fact.kind, person, policy, fact: JSON.stringify(fact), hidden: JSON.stringify(hidden) }
  return { seq, id, at: at.toISOString(), ...about, before, hash }
}

async function readRegister({ register }: OpenStore): Promise<string[]> {
  const which = { policy, practice: false } as const
  const first = await median(() => register.page({ ...which, most: 50 }))
  const grouped = await median(() => register.page({ ...which, most: 50, group: 'governor' }))
  let lines = 0
  const whole = await median(async () => {
    await register.page({ ...which, most: 50 })
    lines = (await register.tally({ ...which, today: day('2026-11-23') })).length
  })
  global.gc?.()
  const before = process.memoryUsage().heapUsed
  let most = 0
  let rows = 0
  const took = await timed(async () => {
    for (let after: string | undefined; ;) {
      const page = await register.page({ ...which, most: 500, ...(after === undefined ? {} : { after }) })
      if (page.length === 0) return
      rows += page.length
      after = page.at(-1)?.person.id
      most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
  })
  return [
    `  register of ${say(people)}: first page with its totals (${lines} lines) ${whole.toFixed(0)} ms, without them ${first.toFixed(1)} ms, of one group ${grouped.toFixed(1)} ms`,
    `  export of ${say(rows)}: ${(took / 1000).toFixed(1)} s, at most ${Math.round(most / 2 ** 20)} MB more on the heap`,
  ]
}

async function check({ journal, register }: OpenStore, entries: number): Promise<{ line: string; took: number }> {
  const took = await timed(async () => {
    const verified = await verify({ journal, register }, parts)
    if (verified.kind === 'broken' || verified.entries !== entries)
      throw new Error(`the journal should hold: ${JSON.stringify(verified)}`)
  })
  const { reading, hashing } = await plainly({ journal })
  const times = ((took - reading) / hashing).toFixed(1)
  const beside = `reading them ${(reading / 1000).toFixed(1)} s, hashing them plainly ${(hashing / 1000).toFixed(1)} s: ${times} times a plain hash, reading aside`
  return { line: `  check of ${say(entries)} entries: ${(took / 1000).toFixed(1)} s; ${beside}`, took }
}

/** What reading the same entries takes by itself, and then one hash of each. */
async function plainly({ journal }: Pick<OpenStore, 'journal'>): Promise<{ reading: number; hashing: number }> {
  let [reading, hashing] = [0, 0]
  for (let after = 0; ;) {
    let page: Awaited<ReturnType<typeof journal.kept>> = []
    reading += await timed(async () => (page = await journal.kept(after, 500)))
    if (page.length === 0) return { reading, hashing }
    const texts = page.map(({ entry }) => sealedText(entry))
    hashing += await timed(() => Promise.resolve(texts.map(sha256)))
    after = page.at(-1)?.entry.seq ?? after
  }
}

/** The check alone, of as many entries as there are people twice over. */
export async function benchCheck(home: string): Promise<string[]> {
  const db = await openSqlite(join(home, 'check.db'))
  const kept = openStore(db, parts)
  await enrol(kept)
  const head = await sign(db, { count: people, from: await kept.journal.head() })
  const { line } = await check(kept, head.seq)
  await kept.close()
  return [line]
}

async function openAt(file: string): Promise<OpenStore> {
  return openStore(await openSqlite(file), parts)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 7; n++) times.push(await timed(work))
  return times.toSorted((a, b) => a - b)[3] ?? 0
}

function say(count: number): string {
  return count.toLocaleString('en-GB')
}
