// More than forty ways in which somebody who controls the database, or the program, could falsify the evidence:
// `verify` finds each and names the entry, or it is refused.
import { expect } from 'chai'
import { sql, type Kysely } from 'kysely'
import { tablesInMemory } from '../kit/tables.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { fromEntry } from '../../adapters/store/entries.ts'
import type { Breach } from '../../src/journal/chain.ts'
import { seal } from '../../src/journal/seal.ts'
import { verify } from '../../src/proof/verify.ts'
import { aPerson, aSignature, day, edition, happen, parts, policy, press } from '../kit/evidence.ts'

const now = new Date('2026-11-23T12:00:00Z')

/** The tampering, the statements that do it, and the breach that is found. */
const bySql: readonly (readonly [what: string, statements: string, why: Breach])[] = [
  // Who people are:
  ['two people’s names are swapped', `update person set name = case id when 'p1' then 'Person p2' else 'Person p1' end where id in ('p1', 'p2')`, 'person'],
  ['somebody is renamed', `update person set name = 'Somebody Else' where id = 'p1'`, 'person'],
  ['two people’s addresses are swapped', `update person set email = null where id in ('p1', 'p2'); update person set email = 'p2@school.example' where id = 'p1'; update person set email = 'p1@school.example' where id = 'p2'`, 'person'],
  ['somebody’s address is taken away', `update person set email = null where id = 'p1'`, 'person'],
  ['somebody is made the other name of another', `update person set same_as = 'p2' where id = 'p1'`, 'person'],
  ['a joining is undone', `update person set same_as = null where id = 'p8'`, 'person'],
  ['a joining is led elsewhere', `update person set same_as = 'p1' where id = 'p8'`, 'person'],
  ['somebody is made invented', `update person set practice = 1 where id = 'p1'`, 'person'],
  ['somebody invented is made real', `update person set practice = 0 where id = 'p5'`, 'person'],
  ['somebody is marked as erased', `update person set erased = 1 where id = 'p1'`, 'person'],
  ['somebody is emptied and marked as erased', `update person set erased = 1, name = '', email = null where id = 'p4'`, 'person'],
  ['somebody erased comes back', `update person set erased = 0, name = 'Person p3' where id = 'p3'`, 'person'],
  ['somebody is said to have left', `update person set leaves_on = '2026-10-01' where id = 'p1'`, 'person'],
  ['a leaver comes back', `update person set leaves_on = null where id = 'p6'`, 'person'],
  ['a leaver’s last day is moved', `update person set leaves_on = '2026-12-24' where id = 'p6'`, 'person'],
  ['a start day is set', `update person set starts_on = '2027-01-01' where id = 'p1'`, 'person'],
  ['a role is given', `update person set all_roles = '["staff","slt"]' where id = 'p1'`, 'person'],
  ['a role is given as the school’s', `update person set roles = '["staff","slt"]', all_roles = '["staff","slt"]' where id = 'p1'`, 'person'],
  ['a group is changed', `update person set "group" = 'governor' where id = 'p1'`, 'person'],
  ['a staff number is given', `update person set staff_number = 'E-1' where id = 'p1'`, 'person'],
  ['two people’s staff numbers are swapped', `update person set staff_number = case id when 'p2' then null else 'E-2' end where id in ('p1', 'p2')`, 'person'],
  ['a staff number is taken away', `update person set staff_number = null where id = 'p2'`, 'person'],
  ['a line manager is changed', `update person set manager = 'p4' where id = 'p1'`, 'person'],
  ['days away are added', `update person set away = '[{"from":"2026-11-01","to":"2026-12-24"}]' where id = 'p1'`, 'person'],
  ['somebody is taken off the list', `update person set listed = 0 where id = 'p1'`, 'person'],
  ['somebody is vouched for', `update person set vouched = 1 where id = (select person from account where id = 'U9')`, 'person'],
  ['somebody is deleted', `delete from involvement where person = 'p4'; delete from person where id = 'p4'`, 'person'],
  ['somebody is deleted with all that speaks of them beside the journal', `delete from involvement where person = 'p7'; delete from person where id = 'p7'; delete from hidden where person = 'p7'`, 'hidden'],
  ['somebody is added', `insert into person (id, name, email) values ('p99', 'Nobody', 'nobody@school.example')`, 'person'],
  ['an account is given to somebody else', `update account set person = 'p2' where id = 'U1'`, 'person'],
  ['an account gets a role', `update account set roles = '["slt"]' where id = 'U1'`, 'person'],
  ['an account is closed', `update account set open = 0 where id = 'U1'`, 'person'],
  ['an account is deleted', `delete from account where id = 'U1'`, 'person'],
  ['an account is added', `insert into account (platform, id, person, roles, open) values ('slack', 'U7', 'p1', '["slt"]', 1)`, 'person'],
  // What was sealed about them:
  ['the row and what was sealed of it are changed alike', `update person set name = 'Peter' where id = 'p1'; update hidden set fields = replace(fields, 'Person p1', 'Peter') where person = 'p1'`, 'hidden'],
  ['what was sealed of somebody is gone', `delete from hidden where person = 'p4'`, 'hidden'],
  ['an entry about somebody is gone', `delete from entry where seq = 4`, 'missing'],
  ['an entry about somebody is another’s', `update entry set person = 'p1' where person = 'p2' and kind = 'directory'`, 'unreadable'],
  // What happened:
  ['a signature is moved to somebody else', `update entry set fact = replace(fact, '"p1"', '"p4"'), person = 'p4' where id = 'e1'`, 'changed'],
  ['a signature’s day is changed', `update entry set at = '2025-09-01T09:00:00.000Z' where id = 'e1'`, 'changed'],
  ['the end is cut off', `delete from entry where seq = (select max(seq) from entry)`, 'cut-off'],
  ['a typed name is changed', `update hidden set fields = replace(fields, 'Priya Nair', 'Person p1') where entry = 'e1'`, 'hidden'],
  ['the words signed are changed', `update wording set text = text || ' Not.'`, 'wording'],
  ['somebody is kept as having signed', `insert into involvement (policy, person, signed_entry, signed_edition, signed_wording, signed_at) select '${policy}', 'p4', signed_entry, signed_edition, signed_wording, signed_at from involvement where person = 'p1'`, 'standing'],
  ['a signature is forgotten', `delete from involvement where person = 'p1'`, 'standing'],
  ['somebody is kept as excused', `update involvement set excused_by = 'operator' where person = 'p1'`, 'standing'],
  ['a campaign’s due day is moved', `update campaign set due = '2027-12-05'`, 'campaign'],
  ['a campaign is forgotten', `delete from campaign`, 'campaign'],
] // prettier-ignore

describe('evidence: tampering by SQL', () => {
  let db: Kysely<Tables>
  let kept: OpenStore
  beforeEach(async () => {
    db = await tablesInMemory()
    kept = openStore(db, parts)
    await aSchool(kept)
    // An attacker controls the whole database, so its own constraints do not stop them.
    await sql`pragma foreign_keys = off`.execute(db)
  })
  afterEach(() => kept.close())

  it('is not seen where nobody tampered', async () => {
    expect(await verify(kept, { ...parts, now })).to.include({ kind: 'holds', signatures: 3 })
  })

  for (const [what, statements, why] of bySql)
    it(`${what}: found`, async () => {
      for (const statement of statements.split('; ')) await sql.raw(statement).execute(db)
      const verified = await verify(kept, { ...parts, now })
      expect(verified).to.include({ kind: 'broken', why })
      expect(verified.kind === 'broken' && verified.what).to.match(/^(Entry \d+ |Somebody is kept )/)
    })

  it('names the latest entry about the first person who is kept otherwise', async () => {
    await sql`update person set "group" = 'governor' where id = 'p2'`.execute(db)
    const about = (await kept.journal.historyOf('p2')).filter(({ fact }) => fact.kind === 'directory').at(-1)
    expect(await verify(kept, { ...parts, now })).to.deep.include({ seq: about?.seq, why: 'person' })
  })
})

describe('evidence: tampering by the program’s own doors', () => {
  let kept: OpenStore
  let db: Kysely<Tables>
  let clock: Date
  beforeEach(async () => {
    db = await tablesInMemory()
    clock = parts.clock()
    kept = openStore(db, { ...parts, clock: () => clock })
    await aSchool(kept)
    clock = now
  })
  afterEach(() => kept.close())

  /** Appends an entry sealed by the program’s own code, as somebody with the source could. */
  async function append(at: string): Promise<void> {
    const { seq, hash } = await kept.journal.head()
    const { fact } = aSignature({ person: 'p4', id: 'forged' })
    const entry = seal({ seq: seq + 1, id: 'forged', at: new Date(at), fact, hidden: {} }, hash)
    await db.insertInto('entry').values(fromEntry(entry)).execute()
    await db.updateTable('journal_head').set({ seq: entry.seq, hash: entry.hash }).execute()
  }

  for (const [what, at] of [
    ['an entry dated in the past behind later ones', '2025-09-02T09:00:00Z'],
    ['an entry dated in the future', '2031-01-01T09:00:00Z'],
  ] as const)
    it(`${what}: found`, async () => {
      await append(at)
      const { seq } = await kept.journal.head()
      expect(await verify(kept, { ...parts, now })).to.deep.include({ kind: 'broken', seq, why: 'time' })
    })

  it('an entry in its time is not: its signature is nobody’s standing', async () => {
    await append('2026-11-23T11:00:00Z')
    expect(await verify(kept, { ...parts, now })).to.deep.include({ kind: 'broken', why: 'standing' })
  })

  for (const [what, act] of [
    ['a role that is given', () => kept.people.put([aPerson('p1', { roles: ['staff', 'slt'] })], { by: 'p4' })],
    ['a last day that is set', () => kept.people.put([aPerson('p1', { leavesOn: day('2026-10-01') })], { by: 'p4' })],
    ['a name that is changed', () => kept.people.put([aPerson('p1', { name: 'Other' })], { by: 'p4' })],
    ['two people who are joined', () => kept.people.join('p1', 'p4', { by: 'p4' })],
  ] as const)
    it(`${what} is an entry with who did it, and the journal holds`, async () => {
      await act()
      const last = (await kept.journal.historyOf('p1')).filter(({ fact }) => fact.kind === 'directory').at(-1)
      expect(last?.fact).to.include({ by: 'p4' })
      expect(await verify(kept, { ...parts, now })).to.include({ kind: 'holds' })
    })

  it('what changes nothing leaves no entry', async () => {
    const before = await kept.journal.head()
    await kept.people.put([aPerson('p1')])
    await kept.directory.keep(
      { platform: 'slack', id: 'U1' },
      { name: 'P One', email: 'p1@school.example', roles: ['staff'] },
    )
    expect(await kept.journal.head()).to.deep.equal(before)
  })
})

/**
 * People on a list and on a platform (two of them joined, one erased, one who left, one invented), signatures, and a
 * campaign.
 */
async function aSchool({ people, directory, journal }: OpenStore): Promise<void> {
  await people.put(['p1', 'p3', 'p4', 'p7', 'p8'].map((id) => aPerson(id)))
  await people.put([aPerson('p2', { staffNumber: 'E-2' })])
  await people.put([aPerson('p6', { leavesOn: day('2026-10-31') }), aPerson('p5', { practice: true })])
  const slack = (id: string) => ({ platform: 'slack', id }) as const
  await directory.keep(slack('U1'), { name: 'P One', email: 'p1@school.example', roles: ['staff'] })
  await directory.keep(slack('U2'), { name: 'P Two', email: 'p2@school.example', roles: ['staff', 'slt'] })
  await directory.keep(slack('U9'), { name: 'Nina New', email: undefined, roles: ['staff'] })
  await people.join('p8', 'p7')
  for (const [n, person] of ['p1', 'p2', 'p3'].entries()) await press(journal, { person, id: `e${n + 1}` })
  const campaign = { policy, edition, audience: { everybody: true, groups: [], roles: [], people: [] }, due: day('2026-12-04'), practice: false } // prettier-ignore
  const fact = { kind: 'campaign-opened', campaign: 'c1', by: 'operator', ...campaign } as const
  await journal.record({ policy }, () => ({
    entries: [{ id: 'e4', at: new Date('2026-11-23T10:00:00Z'), fact, hidden: {}, salt: '' }],
    campaign: { id: 'c1', ...campaign, openedOn: day('2026-11-23'), closedOn: undefined, rhythm: undefined, pausedOn: undefined }, // prettier-ignore
    outcome: undefined,
  }))
  await happen(journal, { id: 'e5', fact: { kind: 'erased', person: 'p3', by: 'operator' } })
}
