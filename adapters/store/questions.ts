// Looks back on what was asked, without names, for the digest and for a review.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { KeptQuestion, Store } from '../../src/ports/ports.ts'
import type { Tables } from './tables.ts'

const Outcome = z.enum(['answered', 'unsure', 'not-covered', 'urgent'])

export function questionsOver(
  db: Kysely<Tables>,
): Pick<Store, 'question' | 'questions' | 'questionCounts' | 'mostAsked'> {
  return {
    async question(id) {
      const row = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toQuestion(row)
    },
    async questions({ which, since, most }) {
      const asked = db.selectFrom('question').selectAll().where('at', '>=', since.toISOString())
      const wanted =
        which === 'unanswered'
          ? asked.where('outcome', 'in', ['unsure', 'not-covered'])
          : asked.where('helpful', '=', 0)
      return (await wanted.orderBy('at', 'desc').orderBy('id').limit(most).execute()).map(toQuestion)
    },
    async questionCounts(since) {
      const rows = await db
        .selectFrom('question')
        .select(({ fn }) => ['outcome', fn.countAll<number | string>().as('count')])
        .where('at', '>=', since.toISOString())
        .groupBy('outcome')
        .execute()
      const counts = { answered: 0, unsure: 0, 'not-covered': 0, urgent: 0 }
      for (const { outcome, count } of rows) counts[Outcome.parse(outcome)] = Number(count)
      return counts
    },
    async mostAsked({ since, most }) {
      const rows = await db
        .selectFrom('question')
        .select(({ fn }) => ['policy', 'section', fn.countAll<number | string>().as('count')])
        .where('at', '>=', since.toISOString())
        .where('outcome', '=', 'answered')
        .where('section', 'is not', null)
        .groupBy(['policy', 'section'])
        .orderBy('count', 'desc')
        .orderBy('policy')
        .orderBy('section')
        .limit(most)
        .execute()
      return rows.map(({ policy, section, count }) => ({
        policy: policy ?? '',
        section: section ?? '',
        count: Number(count),
      }))
    },
  }
}

function toQuestion({ id, at, text, outcome, policy, section, certainty }: Tables['question']): KeptQuestion {
  return {
    id,
    at: new Date(at),
    text,
    outcome: Outcome.parse(outcome),
    policy: policy ?? undefined,
    section: section ?? undefined,
    certainty,
  }
}
