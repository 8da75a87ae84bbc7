// The Approvals port: drafts for which somebody wants a yes. A decided draft is overwritten in the same transaction.
import { PostgresAdapter, sql, type Kysely, type Transaction } from 'kysely'
import { z } from 'zod'
import { approvalOutcomes, type Approval, type Approvals, type Decided } from '../../src/ports/approvals.ts'
import { storable } from './rows.ts'
import type { Tables } from './tables.ts'
import { transact } from './transact.ts'

type Row = Tables['draft_request']

export function approvalsOver(db: Kysely<Tables>): Approvals {
  return {
    async change(id, decide) {
      const became = { over: false }
      const outcome = await transact(db, async (tx) => {
        // Writing a row back unchanged locks it in every database.
        await sql`update draft_request set at = at where id = ${id}`.execute(tx)
        const row = await tx.selectFrom('draft_request').selectAll().where('id', '=', id).executeTakeFirst()
        const found = row && toApproval(row)
        const { now, outcome } = decide(found)
        if (now !== undefined) await write(tx, now, found)
        became.over = now?.decided !== undefined && found?.decided === undefined
        return outcome
      })
      if (became.over) await scrub(db)
      return outcome
    },
    async find(id) {
      const row = await db.selectFrom('draft_request').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toApproval(row)
    },
    async all() {
      const rows = await db.selectFrom('draft_request').selectAll().orderBy('at').orderBy('id').execute()
      return rows.map(toApproval)
    },
    async remove(id) {
      await db.deleteFrom('draft_request').where('id', '=', id).execute()
    },
    async counts(month, practice) {
      const rows = await db
        .selectFrom('draft_count')
        .selectAll()
        .where('month', '=', month)
        .where('practice', '=', practice ? 1 : 0)
        .execute()
      return Object.fromEntries(rows.map(({ outcome, count }) => [Outcome.parse(outcome), count]))
    },
  }
}

/** Nothing of it stays in SQLite's second file; PostgreSQL does this itself when it vacuums. */
async function scrub(db: Kysely<Tables>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) await sql`pragma wal_checkpoint(truncate)`.execute(db)
}

/** No backup contains anybody's draft. */
export async function leaveOutDrafts(copy: Kysely<Tables>): Promise<void> {
  await copy.deleteFrom('draft_request').execute()
}

/** What they wanted a yes to is deleted; the cards of those who were asked are overwritten. */
export async function eraseDrafts(tx: Transaction<Tables>, people: readonly string[]): Promise<void> {
  const gone = { draft: '', reason: '', outcome: 'withdrawn', decided_by: null }
  const own = tx.updateTable('draft_request').where('asker', 'in', people)
  await own.set((row) => ({ ...gone, decided_at: row.ref('at'), lapses_at: row.ref('at') })).execute()
}

async function write(tx: Transaction<Tables>, changed: Approval, before: Approval | undefined): Promise<void> {
  const row = fromApproval(changed)
  if (before === undefined) await tx.insertInto('draft_request').values(row).execute()
  else await tx.updateTable('draft_request').set(row).where('id', '=', changed.id).execute()
  if (changed.decided === undefined || before?.decided !== undefined) return
  const { at, outcome } = changed.decided
  const count = { month: at.toISOString().slice(0, 7), practice: row.practice, outcome, count: 1 }
  await tx
    .insertInto('draft_count')
    .values(count)
    .onConflict((c) =>
      c.columns(['month', 'practice', 'outcome']).doUpdateSet((eb) => ({ count: eb('draft_count.count', '+', 1) })),
    )
    .execute()
}

function fromApproval(approval: Approval): Row {
  const { decided } = approval
  return {
    id: approval.id,
    at: approval.at.toISOString(),
    asker: approval.asker,
    practice: approval.practice ? 1 : 0,
    platform: approval.platform,
    about: JSON.stringify({ ...approval.about, on: decided?.section }),
    offered: JSON.stringify(approval.offered),
    lapses_at: approval.lapsesAt.toISOString(),
    draft: decided === undefined ? storable(approval.draft) : '',
    outcome: decided?.outcome ?? null,
    decided_by: decided?.by ?? null,
    decided_at: decided?.at.toISOString() ?? null,
    reason: storable(decided?.reason ?? ''),
  }
}

const Outcome = z.enum(approvalOutcomes)
const Texts = z.array(z.string())
const About = z.object({ policy: z.string(), edition: z.string(), sections: Texts, on: z.string().optional() })
const Platforms = z.enum(['web', 'slack', 'teams'])

function toApproval(row: Row): Approval {
  const { on, ...about } = About.parse(JSON.parse(row.about))
  return {
    id: row.id,
    at: new Date(row.at),
    asker: row.asker,
    practice: row.practice === 1,
    platform: Platforms.parse(row.platform),
    about,
    offered: Texts.parse(JSON.parse(row.offered)),
    lapsesAt: new Date(row.lapses_at),
    draft: row.draft,
    decided: decidedOf(row, on),
  }
}

function decidedOf({ outcome, decided_by, decided_at, reason }: Row, section: string | undefined): Decided | undefined {
  if (outcome === null || decided_at === null) return undefined
  return { outcome: Outcome.parse(outcome), by: decided_by ?? undefined, at: new Date(decided_at), reason, section }
}
