// What questions teach, and what owners adopted of it.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { KeptLesson, Lessons, Taught } from '../../src/ports/lessons.ts'
import { storable } from './rows.ts'
import type { Tables } from './tables.ts'
import { factOf, told } from './teaching.ts'
import type { Witnessing } from './witness.ts'

const From = z.enum(['chosen', 'person'])
const Texts = z.array(z.string())

export function lessonsOver(db: Kysely<Tables>, parts: Witnessing): Lessons {
  return { ...waitingIn(db), ...takenUpIn(db, parts) }
}

function waitingIn(db: Kysely<Tables>): Pick<Lessons, 'keep' | 'since' | 'forgetBefore'> {
  return {
    async keep({ id, at, question, policy, pointer, from, practice }) {
      const row = {
        at: at.toISOString(),
        question: storable(question),
        policy,
        section: pointer.ref,
        hashes: JSON.stringify(pointer.hashes),
        shown_by: from,
        practice: practice ? 1 : 0,
      }
      await db
        .insertInto('lesson')
        .values({ id, ...row })
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute()
    },
    async since(instant) {
      const rows = await db
        .selectFrom('lesson')
        .selectAll()
        .where('at', '>=', instant.toISOString())
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toLesson)
    },
    async forgetBefore(instant) {
      await db.deleteFrom('lesson').where('at', '<', instant.toISOString()).execute()
    },
  }
}

function takenUpIn(db: Kysely<Tables>, parts: Witnessing): Pick<Lessons, 'takeUp' | 'taught' | 'withdraw'> {
  return {
    async takeUp({ key, policy, pointer, questions, practice, by, at }) {
      const row = {
        policy,
        section: pointer.ref,
        hashes: JSON.stringify(pointer.hashes),
        questions: JSON.stringify(questions.map(storable)),
        practice: practice ? 1 : 0,
        taken_by: by,
        at: at.toISOString(),
        withdrawn_by: null,
        withdrawn_at: null,
      }
      await told(db, parts, async (tx) => {
        await tx
          .insertInto('taught')
          .values({ key, ...row })
          .onConflict((c) => c.column('key').doUpdateSet(row))
          .execute()
        return { outcome: undefined, fact: factOf('answer-added', { what: 'question', name: key, by, ...row }) }
      })
    },
    async taught() {
      const rows = await db
        .selectFrom('taught')
        .selectAll()
        .where('withdrawn_at', 'is', null)
        .orderBy('at')
        .orderBy('key')
        .execute()
      return rows.map(toTaught)
    },
    withdraw: (key, { by, at }) =>
      told(db, parts, async (tx) => {
        const row = await tx
          .updateTable('taught')
          .set({ withdrawn_by: by, withdrawn_at: at.toISOString() })
          .where('key', '=', key)
          .where('withdrawn_at', 'is', null)
          .returning(['policy', 'section', 'practice'])
          .executeTakeFirst()
        return {
          outcome: row !== undefined,
          fact: row && factOf('answer-withdrawn', { what: 'question', name: key, by, ...row }),
        }
      }),
  }
}

function toLesson({ id, at, question, policy, section, hashes, shown_by, practice }: Tables['lesson']): KeptLesson {
  return {
    id,
    at: new Date(at),
    question,
    policy,
    pointer: { ref: section, hashes: Texts.parse(JSON.parse(hashes)) },
    from: From.parse(shown_by),
    practice: practice === 1,
  }
}

function toTaught({ key, policy, section, hashes, questions, practice, taken_by, at }: Tables['taught']): Taught {
  return {
    key,
    policy,
    pointer: { ref: section, hashes: Texts.parse(JSON.parse(hashes)) },
    questions: Texts.parse(JSON.parse(questions)),
    practice: practice === 1,
    by: taken_by,
    at: new Date(at),
  }
}
