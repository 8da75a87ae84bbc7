// The Understanding port: what somebody has answered right and not signed yet, and the nameless figures by question.
import { sql, type Kysely, type Transaction } from 'kysely'
import { z } from 'zod'
import { fewestPeople, type RightAnswer, type Understanding } from '../../src/ports/understanding.ts'
import type { RightAnswers } from '../../src/standing/types.ts'
import { withHead } from './head.ts'
import type { Key } from './involvement.ts'
import { findRow, idsOf } from './persons.ts'
import type { Tables } from './tables.ts'

const Keys = z.array(z.string())

export function understandingOver(db: Kysely<Tables>): Understanding {
  return {
    keepRight: (answer) =>
      withHead(db, async (tx) => {
        const { now } = await idsOf(tx, answer.person)
        const key = { person: now, policy: answer.policy }
        const before = await answersOf(tx, key)
        const keys = before?.edition === answer.edition ? before.keys : []
        const answers = { edition: answer.edition, keys: [...keys, answer.question] }
        if (keys.includes(answer.question)) return { ...answers, keys }
        if ((await findRow(tx, now)) === undefined) return answers
        await writeAnswers(tx, key, answers)
        if (answer.counts !== undefined) await count(tx, { ...answer, counts: answer.counts })
        return answers
      }),
    async missed({ policy, edition, practice }) {
      const rows = await db
        .selectFrom('understood_count')
        .select(['question', 'section', 'shown_people', 'shown_missed'])
        .where('policy', '=', policy)
        .where('edition', '=', edition)
        .where('practice', '=', practice ? 1 : 0)
        .where('shown_people', '>=', fewestPeople)
        .orderBy('question')
        .execute()
      return rows.map((row) => ({
        question: row.question,
        section: row.section,
        people: row.shown_people,
        missed: row.shown_missed,
      }))
    },
  }
}

/** Where enough have been counted since the figures were last shown, all of them are shown together. */
async function count(
  tx: Transaction<Tables>,
  { policy, edition, question, section, practice, counts }: RightAnswer & { readonly counts: 'missed' | 'at-once' },
): Promise<void> {
  const missed = counts === 'missed' ? 1 : 0
  const row = { policy, edition, question, practice: practice ? 1 : 0 }
  await tx
    .insertInto('understood_count')
    .values({ ...row, section, shown_people: 0, shown_missed: 0, new_people: 1, new_missed: missed })
    .onConflict((c) =>
      c.columns(['policy', 'edition', 'question', 'practice']).doUpdateSet({
        section,
        new_people: sql`understood_count.new_people + 1`,
        new_missed: sql`understood_count.new_missed + ${missed}`,
      }),
    )
    .execute()
  await tx
    .updateTable('understood_count')
    .set((of) => ({
      shown_people: sql`${of.ref('shown_people')} + ${of.ref('new_people')}`,
      shown_missed: sql`${of.ref('shown_missed')} + ${of.ref('new_missed')}`,
      new_people: 0,
      new_missed: 0,
    }))
    .where('policy', '=', policy)
    .where('edition', '=', edition)
    .where('question', '=', question)
    .where('practice', '=', row.practice)
    .where('new_people', '>=', fewestPeople)
    .execute()
}

export async function answersOf(db: Kysely<Tables>, { person, policy }: Key): Promise<RightAnswers | undefined> {
  const row = await db
    .selectFrom('right_answer')
    .select(['edition', 'keys'])
    .where('person', '=', person)
    .where('policy', '=', policy)
    .executeTakeFirst()
  return row && { edition: row.edition, keys: Keys.parse(JSON.parse(row.keys)) }
}

async function writeAnswers(tx: Transaction<Tables>, { person, policy }: Key, answers: RightAnswers): Promise<void> {
  const row = { edition: answers.edition, keys: JSON.stringify(answers.keys) }
  await tx
    .insertInto('right_answer')
    .values({ person, policy, ...row })
    .onConflict((c) => c.columns(['person', 'policy']).doUpdateSet(row))
    .execute()
}

/** They are signed: nothing but the entry says any more that they were answered. */
export async function spendAnswers(tx: Transaction<Tables>, { person, policy }: Key, edition: string): Promise<void> {
  await tx
    .deleteFrom('right_answer')
    .where('person', '=', person)
    .where('policy', '=', policy)
    .where('edition', '=', edition)
    .execute()
}

/** What either of two ids answered right, where it is the same edition; otherwise what the one that stays answered. */
export async function joinAnswers(
  tx: Transaction<Tables>,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  const rows = await tx.selectFrom('right_answer').select('policy').where('person', '=', from).execute()
  for (const { policy } of rows) {
    const [theirs, own] = [await answersOf(tx, { person: from, policy }), await answersOf(tx, { person: into, policy })]
    if (theirs === undefined || (own !== undefined && own.edition !== theirs.edition)) continue
    const keys = [...new Set([...(own?.keys ?? []), ...theirs.keys])]
    await writeAnswers(tx, { person: into, policy }, { edition: theirs.edition, keys })
  }
  await tx.deleteFrom('right_answer').where('person', '=', from).execute()
}
