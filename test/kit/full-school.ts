// A school with a row in every table, some with awkward texts, for suites that move one from place to place.
import { sql, type Kysely } from 'kysely'
import { copiedTables } from '../../adapters/store/copy.ts'
import { askForYes, decideDraft } from '../../src/approval/decide.ts'
import { takeCase } from '../../src/referral/change.ts'
import { openCase } from '../../src/referral/open-case.ts'
import { openStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { aPerson, day, edition, happen, parts, policy, press } from './evidence.ts'

const now = new Date('2026-11-23T09:00:00Z')
const awkward = `Zoë 🦊 “quoted” ‘O’Brien’; \\ back \t tab \n line % _ $1 ? ${'long '.repeat(20_000)}`
/** This text must not be in any backup. */
export const aDraft = 'Come and see our zeppelin on Friday'
/** More people than are copied at once. */
const crowd = Array.from({ length: 450 }, (_, n) => `crowd-${n}`)

/** Ids of the kept signatures, in order. */
export const signatures = ['e1', 'e2'] as const

export async function fillSchool(db: Kysely<Tables>): Promise<void> {
  let ids = 0
  const kept = openStore(db, { ...parts, newId: () => `id-${++ids}` })
  const { directory, people, journal, doors, notices, addresses } = kept
  await people.put([
    aPerson('p1', {
      name: 'Priya 🦊 Nair',
      staffNumber: 'E-0042',
      group: 'teaching',
      away: [{ from: day('2026-12-01'), to: day('2026-12-04') }],
    }),
    aPerson('p2', { email: undefined, manager: 'p1', startsOn: day('2026-09-01'), weekdays: [1, 2] }),
    aPerson('p3', { practice: true, leavesOn: day('2027-07-20') }),
    ...crowd.map((id) => aPerson(id)),
  ])
  const account = { platform: 'slack', id: 'U1' } as const
  await directory.keep(account, { name: 'Sam Smith', email: undefined, roles: ['staff', 'slt'] })
  await people.spoke(account, now)
  await directory.keep({ platform: 'web', id: 'W1' }, { name: 'Sam S', email: undefined, roles: [] })
  const [one, two] = [await directory.find(account), await directory.find({ platform: 'web', id: 'W1' })]
  if (one !== undefined && two !== undefined) await people.join(two.id, one.id)
  await addresses.keep({ platform: 'teams', id: 'T1' }, awkward)
  await kept.thumbs.keep({ platform: 'teams', message: '1790000000000' }, { helped: '1{}', not: '1{}' }, now)
  await kept.memberships.keep({ platform: 'teams', group: 'staff' }, { members: ['T1', 'T2'], readAt: now })
  await kept.memberships.leaveOut('teams', { counts: { 'not-listed': 30, guest: 2 }, since: now, at: now })
  await fillKept(kept)
  await fillAsked(kept)
  const arrived = { account, place: { platform: 'slack', id: 'D1', kind: 'private' }, at: now } as const
  await kept.outbox.note({ id: 'event-1', ...arrived, kind: 'answer', event: awkward }, { by: 'a', until: now })
  await press(journal, { person: 'p1', id: 'e1', name: 'Priya 🦊 Nair' })
  await press(journal, { person: 'p2', id: 'e2', name: awkward })
  await happen(journal, { id: 'e3', fact: { kind: 'erased', person: 'p2', by: 'operator' } })
  await journal.keepReading({ policy, person: 'p1' }, { edition, read: ['1', '2'], at: now })
  const about = { policy, edition, person: 'p1', practice: false } as const
  await kept.understanding.keepRight({ ...about, question: 'k1', section: '6.d', counts: 'missed' })
  await journal.noteHead({ ...(await journal.head()), at: now, way: 'mailbox' })
  const expires = new Date('2027-01-01T00:00:00Z')
  await doors.makeLink({ token: 'token', person: 'p1', purpose: { kind: 'sign', policy, edition }, expires })
  await doors.openSession({ token: 'session', person: 'p1', purpose: { kind: 'open' }, expires })
  const claim = (key: string) => notices.claim({ notices: [{ key, kind: 'reminder' }], person: 'p1', by: 'a', now })
  await claim('sent')
  await notices.settle({ keys: ['sent'], by: 'a', now }, { kind: 'sent', way: 'slack', message: '1.2' })
  await claim('failed')
  await notices.settle({ keys: ['failed'], by: 'a', now }, { kind: 'failed', what: awkward, nextAt: now })
  await notices.plan({ key: 'planned', kind: 'reminder', person: 'p1', at: now })
}

/** One case that is taken, one draft that waits for approval, and one that has been decided. */
async function fillAsked({ cases, approvals }: ReturnType<typeof openStore>): Promise<void> {
  const asked = { at: now, asker: 'p1', practice: false, platform: 'web' } as const
  const about = { what: 'question', policy, edition, section: '6.d' } as const
  const given = { ...asked, about, route: 'slt', offered: ['crowd-1'], due: day('2026-11-26'), words: awkward } as const
  await cases.change('c1', (found) => openCase(found, { ...given, id: 'c1' }))
  await cases.change('c1', (found) => takeCase(found, { by: 'crowd-1', at: now }))
  const draft = { ...asked, about: { policy, edition, sections: ['6.d'] }, offered: ['crowd-1'], draft: aDraft }
  for (const id of ['d1', 'd2']) await approvals.change(id, (found) => askForYes(found, { ...draft, id }))
  const no = { by: 'crowd-1', at: now, outcome: 'no', reason: awkward, section: '6.d' } as const
  await approvals.change('d2', (found) => decideDraft(found, no))
}

async function fillKept({
  store,
  journal,
  lessons,
  schoolNotes,
  homeFiles,
}: ReturnType<typeof openStore>): Promise<void> {
  await homeFiles.put({ path: 'school.yaml', after: 0, content: awkward, hash: 'f1', by: 'p1', at: now })
  const pointer = { ref: '6.d', hashes: ['0123456789abcdef'] }
  await lessons.keep({ id: 'l1', at: now, question: awkward, policy, pointer, from: 'chosen', practice: false })
  await lessons.takeUp({ key: 't1', policy, pointer, questions: [awkward], practice: false, by: 'p1', at: now })
  const written = { policy, pointer, text: awkward, who: 'the policy owner', until: day('2027-07-21') }
  await schoolNotes.propose({ id: 'n1', ...written, practice: false, by: 'p1', at: now })
  await schoolNotes.takeUp('n1', { by: 'p1', at: now })
  await store.claim('event:1', now)
  const question = { at: now, text: awkward, policy: undefined, section: undefined, certainty: 0.123_456_789 } as const
  await store.keepQuestion({ ...question, id: 'q1', outcome: 'not-covered' })
  await store.keepQuestion({ ...question, id: 'q2', outcome: 'answered', policy, section: '6.d', certainty: 1 })
  await store.rateQuestion('q2', false)
  const account = { platform: 'web', id: 'W1' } as const
  await store.keepRuling({ account, at: now, scenario: 'can-i-post-this', ruling: 'stop', hash: 'f0' })
  const audience = { everybody: true, groups: [], roles: [], people: [] }
  const asked = { policy, edition, audience, due: day('2026-12-18'), practice: false }
  const fact = { kind: 'campaign-opened', campaign: 'c1', by: 'operator', ...asked } as const
  const campaign = { ...asked, id: 'c1', openedOn: day('2026-11-23'), closedOn: undefined, pausedOn: undefined }
  await journal.record({ policy }, () => ({
    entries: [{ id: 'e0', at: now, salt: 'salt', hidden: {}, fact }],
    campaign: { ...campaign, rhythm: undefined },
    outcome: undefined,
  }))
}

/** Reads every row of every table as it is stored. */
export async function allRows(db: Kysely<Tables>): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const all: Record<string, unknown[]> = {}
  for (const [table, key] of copiedTables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)
    const keyOf = (row: Readonly<Record<string, unknown>>) => key.map((each) => String(row[each]).padStart(9)).join(' ')
    all[table] = rows.map((row) => ({ ...row })).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  }
  return all
}
