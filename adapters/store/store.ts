// The one set of queries behind the ports of what is kept, whichever database holds them.
import { type CompiledQuery, type Kysely } from 'kysely'
import type { Approvals } from '../../src/ports/approvals.ts'
import type { CalendarLinks } from '../../src/ports/calendar-links.ts'
import type { Cases } from '../../src/ports/cases.ts'
import type { Journal, Register } from '../../src/ports/evidence.ts'
import type { Notices } from '../../src/ports/notices.ts'
import type { WaysIn } from '../../src/ports/ways-in.ts'
import type { Lessons } from '../../src/ports/lessons.ts'
import type { Memberships } from '../../src/ports/memberships.ts'
import type { HomeFiles } from '../../src/ports/home-files.ts'
import type { SchoolNotes } from '../../src/ports/school-notes.ts'
import type { Thumbs } from '../../src/ports/thumbs.ts'
import type { Understanding } from '../../src/ports/understanding.ts'
import type { Outbox } from '../../src/ports/outbox.ts'
import type { Directory, People } from '../../src/ports/people.ts'
import type { Addresses, KeptRuling, Store } from '../../src/ports/ports.ts'
import { addressesOver } from './addresses.ts'
import { approvalsOver } from './approvals.ts'
import { calendarLinksOver } from './calendar-links.ts'
import { casesOver } from './cases.ts'
import { directoryOver } from './directory.ts'
import { doorsOver } from './doors.ts'
import type { Fold, Seal } from './head.ts'
import { journalOver } from './journal.ts'
import { lessonsOver } from './lessons.ts'
import { membershipsOver } from './memberships.ts'
import { homeFilesOver } from './home-files.ts'
import { schoolNotesOver } from './school-notes.ts'
import { understandingOver } from './understanding.ts'
import { noticesOver } from './notices.ts'
import { rememberNames } from './names.ts'
import { outboxOver } from './outbox.ts'
import { peopleOver } from './people.ts'
import { createProbe } from './probe.ts'
import { questionsOver } from './questions.ts'
import { registerOver } from './register.ts'
import { storable, toPlatform } from './rows.ts'
import type { Tables } from './tables.ts'
import { thumbsOver } from './thumbs.ts'
import { tellingTrouble } from './trouble.ts'

export interface OpenStore {
  readonly store: Store
  readonly lessons: Lessons
  readonly schoolNotes: SchoolNotes
  readonly understanding: Understanding
  readonly homeFiles: HomeFiles
  readonly directory: Directory
  readonly people: People
  readonly journal: Journal
  readonly register: Register
  readonly doors: WaysIn
  readonly calendarLinks: CalendarLinks
  readonly notices: Notices
  readonly addresses: Addresses
  readonly memberships: Memberships
  readonly thumbs: Thumbs
  readonly outbox: Outbox
  readonly cases: Cases
  readonly approvals: Approvals
  /** Writes something that nobody reads, and throws where the database or its disk does not accept it. */
  probe(at: Date): Promise<void>
  close(): Promise<void>
}

export interface StoreParts {
  readonly newId: () => string
  /** Returns the instant at which something is written in the journal. */
  readonly clock: () => Date
  /** Seals an entry of the journal with the hash of the one before. */
  readonly seal: Seal
  /** What a history gives, for changes without a decision: reading goes on, two people are one. */
  readonly fold: Fold
}

export function openStore(db: Kysely<Tables>, parts: StoreParts): OpenStore {
  return {
    store: tellingTrouble(storeOver(db, parts.newId)),
    lessons: tellingTrouble(lessonsOver(db, parts)),
    schoolNotes: tellingTrouble(schoolNotesOver(db, parts)),
    understanding: tellingTrouble(understandingOver(db)),
    homeFiles: tellingTrouble(homeFilesOver(db)),
    ...rememberNames({
      directory: tellingTrouble(directoryOver(db, parts)),
      people: tellingTrouble(peopleOver(db, parts)),
      journal: tellingTrouble(journalOver(db, parts)),
    }),
    register: tellingTrouble(registerOver(db)),
    doors: tellingTrouble(doorsOver(db)),
    calendarLinks: tellingTrouble(calendarLinksOver(db, parts)),
    notices: tellingTrouble(noticesOver(db)),
    addresses: tellingTrouble(addressesOver(db)),
    memberships: tellingTrouble(membershipsOver(db)),
    thumbs: tellingTrouble(thumbsOver(db)),
    outbox: tellingTrouble(outboxOver(db)),
    cases: tellingTrouble(casesOver(db)),
    approvals: tellingTrouble(approvalsOver(db)),
    probe: createProbe(db),
    close: () => db.destroy(),
  }
}

function storeOver(db: Kysely<Tables>, newId: () => string): Store {
  const insert = insertsOf(db)
  return {
    async claim(key, at) {
      const { numAffectedRows } = await db.executeQuery(insert.claim({ key, at: at.toISOString() }))
      return numAffectedRows === 1n
    },
    async keepQuestion({ at, text, policy = null, section = null, ...kept }) {
      const row = { ...kept, at: at.toISOString(), text: storable(text), policy, section, helpful: null }
      await db.executeQuery(insert.question(row))
    },
    async rateQuestion(id, helpful) {
      const updated = await db
        .updateTable('question')
        .set({ helpful: helpful ? 1 : 0 })
        .where('id', '=', id)
        .executeTakeFirst()
      return updated.numUpdatedRows === 1n
    },
    ...questionsOver(db),
    ...rulingsOver(db, newId),
    async forgetBefore(instant) {
      const before = instant.toISOString()
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('question').where('at', '<', before).execute()
        await tx.deleteFrom('thumbs').where('at', '<', before).execute()
        await tx.deleteFrom('ruling').where('at', '<', before).execute()
        // Only what a platform may send again: somebody who was greeted is not greeted again years later.
        await tx.deleteFrom('claim').where('at', '<', before).where('key', 'like', 'event:%').execute()
      })
    },
  }
}

/** The statements of every message are composed once, because composing one takes longer than running it. */
function insertsOf(db: Kysely<Tables>) {
  const claim = db
    .insertInto('claim')
    .values({ key: '', at: '' })
    .onConflict((c) => c.doNothing())
    .compile()
  const blank = { id: '', at: '', text: '', outcome: '', policy: '', section: '', certainty: 0, helpful: 0 }
  const question = db.insertInto('question').values(blank).compile()
  return {
    claim: ({ key, at }: Tables['claim']): CompiledQuery => ({ ...claim, parameters: [key, at] }),
    question: (row: Tables['question']): CompiledQuery => ({
      ...question,
      parameters: [row.id, row.at, row.text, row.outcome, row.policy, row.section, row.certainty, row.helpful],
    }),
  }
}

function rulingsOver(db: Kysely<Tables>, newId: () => string): Pick<Store, 'keepRuling' | 'rulingsOf' | 'rulingWith'> {
  return {
    async keepRuling({ account, at, scenario, ruling, edition, version, hash }) {
      await db
        .insertInto('ruling')
        .values({
          id: newId(),
          platform: account.platform,
          account: account.id,
          at: at.toISOString(),
          scenario,
          ruling,
          edition: edition ?? null,
          version: version ?? null,
          hash: hash ?? null,
        })
        .execute()
    },
    async rulingsOf(account, most) {
      const rows = await db
        .selectFrom('ruling')
        .selectAll()
        .where('platform', '=', account.platform)
        .where('account', '=', account.id)
        .orderBy('at', 'desc')
        .limit(most)
        .execute()
      return rows.map(toRuling)
    },
    async rulingWith(hash) {
      const row = await db.selectFrom('ruling').selectAll().where('hash', '=', hash).executeTakeFirst()
      return row && toRuling(row)
    },
  }
}

function toRuling({ platform, account, at, scenario, ruling, edition, version, hash }: Tables['ruling']): KeptRuling {
  const kept = { account: { platform: toPlatform(platform), id: account }, at: new Date(at), scenario, ruling }
  return { ...kept, edition: edition ?? undefined, version: version ?? undefined, hash: hash ?? undefined }
}
