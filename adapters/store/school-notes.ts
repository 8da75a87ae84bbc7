// The school's own notes beside sections: proposed, adopted, withdrawn, and lapsed.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { parseDay } from '../../src/kit/days.ts'
import type { SchoolNote, SchoolNotes } from '../../src/ports/school-notes.ts'
import { storable } from './rows.ts'
import type { Tables } from './tables.ts'
import { factOf, told } from './teaching.ts'
import type { Witnessing } from './witness.ts'

const Texts = z.array(z.string())

export function schoolNotesOver(db: Kysely<Tables>, parts: Witnessing): SchoolNotes {
  return { ...keptIn(db), ...decidedIn(db, parts) }
}

function keptIn(db: Kysely<Tables>): Pick<SchoolNotes, 'propose' | 'standing' | 'forgetBefore'> {
  return {
    async propose({ id, policy, pointer, text, who, until, practice, by, at }) {
      const row = {
        policy,
        section: pointer.ref,
        hashes: JSON.stringify(pointer.hashes),
        text: storable(text),
        who,
        until,
        practice: practice ? 1 : 0,
        proposed_by: by,
        at: at.toISOString(),
        taken_by: null,
        taken_at: null,
        withdrawn_by: null,
        withdrawn_at: null,
      }
      await db
        .insertInto('school_note')
        .values({ id, ...row })
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute()
    },
    async standing() {
      const rows = await db
        .selectFrom('school_note')
        .selectAll()
        .where('withdrawn_at', 'is', null)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toNote)
    },
    async forgetBefore(instant) {
      const [at, day] = [instant.toISOString(), instant.toISOString().slice(0, 10)]
      await db
        .deleteFrom('school_note')
        .where((e) =>
          e.or([
            e.and([e('taken_at', 'is', null), e('at', '<', at)]),
            e('until', '<', day),
            e('withdrawn_at', '<', at),
          ]),
        )
        .execute()
    },
  }
}

function decidedIn(db: Kysely<Tables>, parts: Witnessing): Pick<SchoolNotes, 'takeUp' | 'withdraw'> {
  return {
    takeUp: (id, { by, at }) =>
      told(db, parts, async (tx) => {
        const row = await tx
          .updateTable('school_note')
          .set({ taken_by: by, taken_at: at.toISOString() })
          .where('id', '=', id)
          .where('taken_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .returning(['policy', 'section', 'practice'])
          .executeTakeFirst()
        return {
          outcome: row !== undefined,
          fact: row && factOf('answer-added', { what: 'note', name: id, by, ...row }),
        }
      }),
    withdraw: (id, { by, at }) =>
      told(db, parts, async (tx) => {
        const row = await tx
          .updateTable('school_note')
          .set({ withdrawn_by: by, withdrawn_at: at.toISOString() })
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .returning(['policy', 'section', 'practice', 'taken_at'])
          .executeTakeFirst()
        // What was only proposed was never an answer.
        const fact =
          row?.taken_at == null ? undefined : factOf('answer-withdrawn', { what: 'note', name: id, by, ...row })
        return { outcome: row !== undefined, fact }
      }),
  }
}

function toNote({ id, policy, section, hashes, text, who, practice, ...row }: Tables['school_note']): SchoolNote {
  const until = parseDay(row.until)
  if (until === undefined) throw new Error(`The school’s note “${id}” has no day until which it stands.`)
  return {
    id,
    policy,
    pointer: { ref: section, hashes: Texts.parse(JSON.parse(hashes)) },
    text,
    who,
    until,
    practice: practice === 1,
    by: row.proposed_by,
    at: new Date(row.at),
    takenUp: row.taken_at !== null,
  }
}
