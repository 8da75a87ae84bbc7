// The Cases port: what somebody asked a person. Whoever changes a case locks its row.
import { sql, type Kysely, type Transaction } from 'kysely'
import { z } from 'zod'
import {
  caseDeeds,
  caseStates,
  closings,
  routes,
  type Case,
  type CaseMessage,
  type Cases,
} from '../../src/ports/cases.ts'
import { inParts } from './parts.ts'
import { DayCell, storable } from './rows.ts'
import type { Tables } from './tables.ts'
import { transact } from './transact.ts'

type Row = Tables['cases']

export function casesOver(db: Kysely<Tables>): Cases {
  return {
    change: (id, decide) =>
      transact(db, async (tx) => {
        // Writing a row back unchanged locks it in every database.
        await sql`update cases set state = state where id = ${id}`.execute(tx)
        const [found] = await read(tx, await tx.selectFrom('cases').selectAll().where('id', '=', id).execute())
        const { now, outcome } = decide(found)
        if (now !== undefined) await write(tx, now, found?.messages.length ?? 0)
        return outcome
      }),
    async find(id) {
      const [found] = await read(db, await db.selectFrom('cases').selectAll().where('id', '=', id).execute())
      return found
    },
    async current(since) {
      const rows = await db
        .selectFrom('cases')
        .selectAll()
        .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>=', since.toISOString())]))
        .orderBy('at')
        .orderBy('id')
        .execute()
      return read(db, rows)
    },
    async of(person) {
      const rows = await db
        .selectFrom('cases')
        .selectAll()
        .where((eb) =>
          eb.or([
            eb('asker', '=', person),
            eb('taker', '=', person),
            eb.and([eb('state', '=', 'waiting'), eb('offered', 'like', `%"${person}"%`)]),
          ]),
        )
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute()
      // An id may contain characters that are wildcards in a pattern.
      return (await read(db, rows)).filter(
        ({ asker, taker, offered }) => asker === person || taker === person || offered.includes(person),
      )
    },
    async forgetBefore(instant) {
      await transact(db, async (tx) => {
        const old = tx.selectFrom('cases').select('id').where('closed_at', '<', instant.toISOString())
        await deleteCases(
          tx,
          (await old.execute()).map(({ id }) => id),
        )
      })
    },
  }
}

/** Two ids turn out to be one person. */
export async function renameInCases(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  await tx.updateTable('cases').set({ asker: into }).where('asker', '=', from).execute()
  await tx.updateTable('cases').set({ taker: into }).where('taker', '=', from).execute()
  await tx.updateTable('case_message').set({ person: into }).where('person', '=', from).execute()
  await tx.updateTable('draft_request').set({ asker: into }).where('asker', '=', from).execute()
  for (const table of ['cases', 'draft_request'] as const)
    await sql`update ${sql.table(table)} set offered = replace(offered, ${JSON.stringify(from)}, ${JSON.stringify(into)}) where offered like ${`%"${from}"%`}`.execute(
      tx,
    )
}

/** What they asked is deleted; what they wrote in others’ cases is emptied, and those cases wait for somebody else. */
export async function eraseInCases(tx: Transaction<Tables>, people: readonly string[]): Promise<void> {
  const asked = await tx.selectFrom('cases').select('id').where('asker', 'in', people).execute()
  await deleteCases(
    tx,
    asked.map(({ id }) => id),
  )
  await tx.updateTable('case_message').set({ text: '' }).where('person', 'in', people).execute()
}

async function deleteCases(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  for (const some of inParts(ids)) {
    await tx.deleteFrom('case_message').where('case_id', 'in', some).execute()
    await tx.deleteFrom('cases').where('id', 'in', some).execute()
  }
}

async function write(tx: Transaction<Tables>, changed: Case, known: number): Promise<void> {
  const { closed } = changed
  const row: Row = {
    id: changed.id,
    at: changed.at.toISOString(),
    asker: changed.asker,
    practice: changed.practice ? 1 : 0,
    platform: changed.platform,
    route: changed.route,
    about: JSON.stringify(changed.about),
    state: changed.state,
    offered: JSON.stringify(changed.offered),
    taker: changed.taker ?? null,
    due: changed.due,
    closed_at: closed?.at.toISOString() ?? null,
    closed_why: closed?.why ?? null,
  }
  if (known === 0) await tx.insertInto('cases').values(row).execute()
  else await tx.updateTable('cases').set(row).where('id', '=', changed.id).execute()
  for (const { seq, at, by, kind, text } of changed.messages.slice(known))
    await tx
      .insertInto('case_message')
      .values({ case_id: changed.id, seq, at: at.toISOString(), person: by ?? null, kind, text: storable(text) })
      .execute()
}

async function read(db: Kysely<Tables>, rows: readonly Row[]): Promise<readonly Case[]> {
  const messages = new Map<string, CaseMessage[]>()
  for (const some of inParts(rows.map(({ id }) => id))) {
    const found = await db
      .selectFrom('case_message')
      .selectAll()
      .where('case_id', 'in', some)
      .orderBy('case_id')
      .orderBy('seq')
      .execute()
    for (const { case_id, ...row } of found) {
      const known = messages.get(case_id) ?? []
      messages.set(case_id, [...known, toMessage(row)])
    }
  }
  return rows.map((row) => toCase(row, messages.get(row.id) ?? []))
}

const Texts = z.array(z.string())
const About = z.object({
  what: z.enum(['question', 'concern']),
  policy: z.string().optional(),
  edition: z.string().optional(),
  section: z.string().optional(),
})
const Platforms = z.enum(['web', 'slack', 'teams'])

function toCase(row: Row, messages: readonly CaseMessage[]): Case {
  const { what, policy, edition, section } = About.parse(JSON.parse(row.about))
  return {
    id: row.id,
    at: new Date(row.at),
    asker: row.asker,
    practice: row.practice === 1,
    platform: Platforms.parse(row.platform),
    route: z.enum(routes).parse(row.route),
    about: { what, policy, edition, section },
    state: z.enum(caseStates).parse(row.state),
    offered: Texts.parse(JSON.parse(row.offered)),
    taker: row.taker ?? undefined,
    due: DayCell.parse(row.due),
    closed:
      row.closed_at === null ? undefined : { at: new Date(row.closed_at), why: z.enum(closings).parse(row.closed_why) },
    messages,
  }
}

function toMessage({ seq, at, person, kind, text }: Omit<Tables['case_message'], 'case_id'>): CaseMessage {
  return { seq, at: new Date(at), by: person ?? undefined, kind: z.enum(caseDeeds).parse(kind), text }
}
