// Measures signatures per second, the register of 100,000 people, and the cost of checking a long journal.
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql, type CompiledQuery, type Kysely } from 'kysely'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { fromEntry } from '../../adapters/store/entries.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { groups } from '../../src/chat/people.ts'
import { hashHidden, seal } from '../../src/journal/seal.ts'
import type { Head } from '../../src/journal/types.ts'
import { verify } from '../../src/proof/verify.ts'
import { defined } from '../../src/kit/defined.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { aPerson, aSignature, day, parts, policy, press, text, wording } from '../kit/evidence.ts'
import { sizeOf } from './size.ts'

const people = sizeOf(100_000, 2_000)

/** `home` is an empty folder. Takes some minutes, and two gigabytes in that folder. */
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
  const lines = [await each(sizeOf(500, 50), 1), await each(sizeOf(4_000, 400), 200)]
  await close()
  return lines
}

async function benchRegister(home: string): Promise<string[]> {
  const db = await openSqlite(join(home, 'register.db'))
  const kept = openStore(db, parts)
  await enrol(kept)
  await sign(db, { count: people, from: await kept.journal.head() })
  const lines = await readRegister(kept)
  await kept.close()
  return lines
}

async function enrol({ people: directory }: OpenStore): Promise<void> {
  const all = Array.from({ length: people }, (_, n) => {
    const leavesOn = n % 20 === 0 ? day('2026-07-31') : undefined
    return aPerson(`p${n}`, { name: `${n % 997} Person ${n}`, group: groups[n % groups.length], leavesOn })
  })
  await directory.put(all)
}

/** Writes entries sealed as the journal seals them, many at once, and then where each person stands. */
async function sign(db: Kysely<Tables>, { count, from }: { count: number; from: Head }): Promise<Head> {
  let head = from
  const many = insertsOf(db)
  for (let done = 0; done < count; done += atOnce) {
    const rows = Array.from({ length: atOnce }, () => {
      // Each person's joining is an entry of its own, before the first signature.
      const round = Math.floor(head.seq / people) - 1
      const entry = entryOf(`p${head.seq % people}`, { head, edition: `20${15 + round}-10` })
      head = { seq: entry.sealed.seq, hash: entry.sealed.hash }
      return entry
    })
    await db.transaction().execute(async (tx) => {
      await tx.executeQuery(many.entries(rows.map(({ sealed }) => fromEntry(sealed))))
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

/** Rows per statement. */
const atOnce = 1000

/** Compiled once, because compiling takes longer than running. */
function insertsOf(db: Kysely<Tables>) {
  const blanks = <T>(blank: T) => Array.from({ length: atOnce }, () => blank)
  const [entry, hidden] = [fromEntry(entryOf('', { head: { seq: 0, hash: '' }, edition: '' }).sealed), blankHidden]
  const compiled = {
    entries: db.insertInto('entry').values(blanks(entry)).compile(),
    hidden: db.insertInto('hidden').values(blanks(hidden)).compile(),
  }
  const filled = (query: CompiledQuery, rows: readonly object[]): CompiledQuery => ({
    ...query,
    parameters: rows.flatMap((row) => Object.values(row) as unknown[]), // in the order of the blank's columns
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

async function check(kept: OpenStore, entries: number): Promise<{ lines: string[]; took: number }> {
  const { journal, register } = kept
  const took = await processorTime(async () => {
    const verified = await verify({ journal, register }, parts)
    if (verified.kind === 'broken' || verified.entries !== entries)
      throw new Error(`the journal should hold: ${JSON.stringify(verified)}`)
  })
  const reading = await readAlone(kept)
  const { sealed, all, fields } = await hashPlainly(journal)
  const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`
  const times = (hashing: number) => `${((took - reading) / hashing).toFixed(1)} times`
  const lines = [
    `  check of ${say(entries)} entries: ${seconds(took)} of the processor, ${seconds(reading)} of it for reading them`,
    `    the rest is ${times(all)} one SHA-256 of each entry and of each of the ${say(fields)} texts that they hide (${seconds(all)})`,
    `    and ${times(sealed)} one SHA-256 of each entry alone (${seconds(sealed)}), although the check hashes what they hide, too`,
  ]
  return { lines, took }
}

/** Reads all that the check reads, and does nothing with it. */
async function readAlone({ journal, register }: OpenStore): Promise<number> {
  return processorTime(async () => {
    for (let after = 0; ;) {
      const page = await journal.kept(after, 500)
      if (page.length === 0) break
      after = page.at(-1)?.entry.seq ?? after
    }
    for (let after: string | undefined; ;) {
      const page = await journal.directory(after, 500)
      after = page.at(-1)?.id
      if (page.length < 500) break
    }
    for (let after: string | undefined; ;) {
      const page = await register.page({ policy, practice: false, most: 500, ...defined({ after }) })
      after = page.at(-1)?.person.id
      if (page.length < 500) break
    }
  })
}

/** Takes one SHA-256 of each entry's text, and one of each text that it hides. */
async function hashPlainly(journal: OpenStore['journal']): Promise<{ sealed: number; all: number; fields: number }> {
  let [sealed, hidden, count] = [0, 0, 0]
  for (let after = 0; ;) {
    const page = await journal.kept(after, 20_000)
    if (page.length === 0) return { sealed, all: sealed + hidden, fields: count }
    const fields = page.flatMap((each) =>
      Object.values(each.hidden?.fields ?? {}).map((text) => `${each.hidden?.salt ?? ''}${text}`),
    )
    count += fields.length
    sealed += await processorTime(() => page.map(({ text }) => sha256(text)))
    hidden += await processorTime(() => fields.map((text) => sha256(text)))
    after = page.at(-1)?.entry.seq ?? after
  }
}

/** User and system time of this process in milliseconds: other work on the machine does not count. */
async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Measures the check of a million entries and of a fifth of them, and the register's first page. */
export async function benchVerify(home: string): Promise<string[]> {
  const db = await openSqlite(join(home, 'verify.db'))
  const kept = openStore(db, parts)
  await enrol(kept)
  let head = await sign(db, { count: people, from: await kept.journal.head() })
  const few = head.seq
  const short = await check(kept, few)
  head = await sign(db, { count: 8 * people, from: head })
  const long = await check(kept, head.seq)
  const page = await median(() => kept.register.page({ policy, practice: false, most: 50 }))
  await kept.close()
  return [
    ...short.lines,
    ...long.lines,
    `  ${(long.took / short.took).toFixed(1)} times as long for ${(head.seq / few).toFixed(1)} times as many`,
    `  register of ${say(people)}: first page ${page.toFixed(1)} ms`,
  ]
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
