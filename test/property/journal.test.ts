// However one row of the database is changed by hand, the check of the journal finds it.
import { expect } from 'chai'
import fc from 'fast-check'
import { sql, type Kysely } from 'kysely'
import { tablesInMemory } from '../kit/tables.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { seal } from '../../src/journal/seal.ts'
import { verify } from '../../src/proof/verify.ts'
import { aPerson, day, edition, happen, parts, policy, press } from '../kit/evidence.ts'

const columns = ['id', 'at', 'kind', 'person', 'policy', 'fact', 'hidden', 'before', 'hash'] as const
/** Six people are added, and then fourteen things happen. */
const people = 6
const entries = people + 14
const row = fc.integer({ min: 1, max: entries })
type Row = Record<string, string | number | null>

describe('property: a journal that was tampered with', () => {
  let db: Kysely<Tables>
  let kept: OpenStore
  let snapshot: ReadonlyMap<string, readonly Row[]>

  before(async () => {
    db = await tablesInMemory()
    kept = openStore(db, parts)
    await history(kept)
    snapshot = await snap(db)
  })
  after(() => kept.close())

  const check = () => verify(kept, { ...parts, batch: 4 })
  const found = async () => {
    const verified = await check()
    await restore(db, snapshot)
    return verified.kind === 'broken' ? verified : expect.fail('nothing was found')
  }
  const set = (seq: number, values: Row) => db.updateTable('entry').set(values).where('seq', '=', seq).execute()
  const rowAt = (seq: number) => snapshot.get('entry')?.find((each) => each.seq === seq) ?? {}

  it('holds before anything is done to it', async () => {
    const head = await kept.journal.head()
    expect(await check()).to.deep.equal({ kind: 'holds', entries, signatures: 5, erased: 2, head })
  })

  it('names the entry that was changed, in whichever column and character', () =>
    fc.assert(
      fc.asyncProperty(
        row,
        fc.constantFrom(...columns),
        fc.nat(),
        fc.string({ maxLength: 2 }),
        async (seq, column, at, by) => {
          const before = String(rowAt(seq)[column] ?? '')
          const place = before === '' ? 0 : at % before.length
          const after = before.slice(0, place) + by + before.slice(place + 1)
          fc.pre(after !== before)
          // Skips changes that the database refuses, such as giving two entries the same id.
          fc.pre(await set(seq, { [column]: after }).then(yes, no))
          expect((await found()).seq).to.equal(seq)
        },
      ),
      { numRuns: 400 },
    ))

  it('names the entry that was changed to say the same in other characters', async () => {
    const fact = String(rowAt(people + 3).fact)
    for (const same of [
      `${fact} `,
      fact.replace('{', '{ '),
      fact.replace('{', '{"more":1,'),
      fact.replace('s', '\\u0073'),
    ]) {
      await set(people + 3, { fact: same })
      expect(await found()).to.deep.include({ seq: people + 3, why: 'unreadable' })
    }
  })

  it('names the entry that is missing, also the last', () =>
    fc.assert(
      fc.asyncProperty(row, fc.boolean(), async (seq, closed) => {
        await db.deleteFrom('entry').where('seq', '=', seq).execute()
        // The gap may be hidden by renumbering the entries.
        if (closed) await renumber(db)
        expect(await found()).to.deep.include({ seq })
      }),
    ))

  it('finds an entry that was added, at the end or in between', () =>
    fc.assert(
      fc.asyncProperty(row, fc.integer({ min: 1, max: entries + 1 }), async (from, to) => {
        const ordered = await db.selectFrom('entry').selectAll().where('seq', '>=', to).orderBy('seq', 'desc').execute()
        for (const { seq } of ordered) await set(seq, { seq: seq + 1 })
        await db
          .insertInto('entry')
          .values({ ...(rowAt(from) as unknown as Tables['entry']), seq: to, id: 'added' })
          .execute()
        expect((await found()).seq).to.equal(to)
      }),
    ))

  it('finds two entries that changed places, whole or in one column', () =>
    fc.assert(
      fc.asyncProperty(row, row, fc.constantFrom(undefined, ...columns), async (a, b, column) => {
        const pick = ({ seq: _, ...rest }: Row) => (column === undefined ? rest : { [column]: rest[column] ?? null })
        const [one, other] = [pick(rowAt(a)), pick(rowAt(b))]
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        if ('id' in one) await set(a, { id: 'elsewhere' })
        await set(b, one)
        await set(a, other)
        expect((await found()).seq).to.equal(Math.min(a, b))
      }),
      { numRuns: 200 },
    ))

  it('finds an entry that was changed and sealed again', () =>
    fc.assert(
      fc.asyncProperty(row, async (seq) => {
        const [entry] = await kept.journal.entries(seq - 1, 1)
        if (entry === undefined) throw new Error('no entry')
        const forged = seal({ ...entry, at: new Date(0) }, entry.before)
        await set(seq, { at: forged.at.toISOString(), hash: forged.hash })
        expect(await found()).to.deep.include(
          seq === entries ? { seq, why: 'cut-off' } : { seq: seq + 1, why: 'replaced' },
        )
      }),
    ))

  it('finds an end that was cut off and covered up, from a head that was made known', async () => {
    const known = await kept.journal.head()
    const { hash } = rowAt(entries - 1)
    await db.deleteFrom('entry').where('seq', '=', entries).execute()
    await db
      .updateTable('journal_head')
      .set({ seq: entries - 1, hash: String(hash) })
      .execute()
    const verified = await verify(kept, { ...parts, known })
    await restore(db, snapshot)
    expect(verified).to.deep.include({ kind: 'broken', seq: entries, why: 'cut-off' })
  })

  it('asks for many at once, however long the journal is', async () => {
    let calls = 0
    const counted = <T extends object>(port: T): T =>
      new Proxy(port, {
        get(from, name, self) {
          calls += 1
          return Reflect.get(from, name, self) as unknown
        },
      })
    const journal = counted(kept.journal)
    const register = counted(kept.register)
    expect(await verify({ journal, register }, parts)).to.deep.include({ kind: 'holds', entries })
    // The calls: the head, two pages of entries, two wordings, two pages of people with their histories in each world
    // (real and practice), one page of the directory, and the head once more.
    expect(calls).to.be.at.most(14)
  })

  it('finds what was changed or removed beside the journal', async () => {
    const tampers: readonly (readonly [why: string, statement: string])[] = [
      ['cut-off', `update journal_head set hash = '${'1'.repeat(64)}'`],
      ['hidden', `update hidden set fields = replace(fields, 'Priya', 'Peter') where entry = 'e2'`],
      ['hidden', `update hidden set fields = '{}' where entry = 'e2'`],
      ['hidden', `update hidden set salt = 'other' where entry = 'e2'`],
      ['hidden', `delete from hidden where entry = 'e2'`],
      ['wording', `update wording set text = text || '.'`],
      ['wording', `delete from wording`],
      ['standing', `update involvement set signed_edition = '2027-10' where person = 'p1'`],
      ['hidden', `update hidden set fields = '{' where entry = 'e2'`],
      ['standing', `update involvement set signed_entry = 'e1' where person = 'p2'`],
      ['standing', `update involvement set signed_wording = '${'0'.repeat(64)}' where person = 'p2'`],
      ['standing', `update involvement set excused_by = 'operator' where person = 'p1'`],
      ['standing', `update involvement set person = 'p9' where person = 'p1'`],
      ['standing', `delete from involvement where person = 'p1'`],
      ['campaign', `update campaign set due = '2026-12-05'`],
      ['campaign', `update campaign set edition = '2013-10'`],
      ['campaign', `update campaign set closed_on = null`],
      ['campaign', `update campaign set practice = 1`],
      ['campaign', `update campaign set since = null`],
      ['campaign', `update campaign set round = replace(round, 'pack', 'list')`],
      ['campaign', `update campaign set audience = replace(audience, 'true', 'false')`],
      ['campaign', `update campaign set audience = replace(audience, '"people":[]', '"people":["p1"]')`],
      ['campaign', `update campaign set audience = '{'`],
      ['campaign', `delete from campaign`],
      [
        'campaign',
        `insert into campaign select 'c2', seq, policy, edition, audience, due, opened_on, closed_on, practice, rhythm, paused_on, changed_on, least_days, round, since, null, null, null from campaign`,
      ],
      [
        'standing',
        `insert into involvement (policy, person, open_kind, open_edition, open_at) values ('${policy}', 'p7', 'declined', '${edition}', '2026-11-23T09:00:00.000Z')`,
      ],
    ]
    for (const [why, statement] of tampers) {
      await sql.raw(statement).execute(db)
      expect((await found()).why, statement).to.equal(why)
    }
  })
})

const yes = () => true
const no = () => false

/** Events of every kind, by several people, one of whom was erased. */
async function history({ people, journal }: OpenStore): Promise<void> {
  await people.put(['p1', 'p2', 'p3', 'p4', 'p7'].map((id) => aPerson(id)))
  await people.put([aPerson('p5', { practice: true })])
  const about = { policy, edition }
  await press(journal, { person: 'p1', id: 'e1' })
  await press(journal, { person: 'p2', id: 'e2' })
  await happen(journal, {
    id: 'e3',
    fact: { kind: 'raised', ...about, person: 'p3', what: 'concern' },
    hidden: { words: 'Why?' },
  })
  await happen(journal, {
    id: 'e4',
    fact: { kind: 'withdrawn', ...about, person: 'p1', entry: 'e1', by: 'p2' },
    hidden: { reason: 'A slip' },
  })
  await press(journal, { person: 'p1', id: 'e5' })
  await happen(journal, { id: 'e6', fact: { kind: 'declined', ...about, person: 'p4' } })
  await happen(journal, {
    id: 'e7',
    fact: { kind: 'excused', policy, person: 'p4', by: 'p2', until: day('2026-12-01') },
  })
  await happen(journal, { id: 'e8', fact: { kind: 'excuse-ended', policy, person: 'p4', by: 'p2' } })
  await happen(journal, {
    id: 'e9',
    fact: { kind: 'edition-marked', ...about, change: 'editorial', by: 'operator', practice: false },
  })
  const audience = { everybody: true, groups: [], roles: [], people: [] }
  const round = { id: 'september.1', bundle: 'september', title: 'September pack', at: 0 }
  const opened = { campaign: 'c1', audience, due: day('2026-12-04'), by: 'p2', practice: false, round }
  const { by: _, campaign: id, ...rest } = opened
  const since = new Date('2026-11-23T00:00:00Z')
  const campaign = {
    id,
    ...about,
    ...rest,
    openedOn: day('2026-11-23'),
    closedOn: undefined,
    rhythm: undefined,
    pausedOn: undefined,
    since,
  }
  const entry = { id: 'e10', at: new Date('2026-11-23T10:00:00Z'), hidden: {}, salt: '' }
  await journal.record({ policy }, () => ({
    entries: [{ ...entry, fact: { kind: 'campaign-opened', ...about, ...opened, since: since.toISOString() } }],
    campaign,
    outcome: undefined,
  }))
  await journal.record({ policy }, () => ({
    entries: [{ ...entry, id: 'e11', fact: { kind: 'campaign-closed', policy, campaign: id, by: 'p2' } }],
    campaign: { ...campaign, closedOn: day('2026-11-24') },
    outcome: undefined,
  }))
  await press(journal, { person: 'p3', id: 'e12' })
  await press(journal, { person: 'p5', id: 'e13' })
  await happen(journal, { id: 'e14', fact: { kind: 'erased', person: 'p3', by: 'operator' } })
}

const tampered = ['entry', 'journal_head', 'hidden', 'wording', 'involvement', 'campaign'] as const

async function snap(db: Kysely<Tables>): Promise<ReadonlyMap<string, readonly Row[]>> {
  return new Map(
    await Promise.all(
      tampered.map(
        async (table) => [table, (await sql<Row>`select * from ${sql.table(table)}`.execute(db)).rows] as const,
      ),
    ),
  )
}

async function restore(db: Kysely<Tables>, snapshot: ReadonlyMap<string, readonly Row[]>): Promise<void> {
  for (const [table, rows] of snapshot) {
    await sql`delete from ${sql.table(table)}`.execute(db)
    for (const each of rows) {
      const names = sql.join(Object.keys(each).map((name) => sql.ref(name)))
      await sql`insert into ${sql.table(table)} (${names}) values (${sql.join(Object.values(each))})`.execute(db)
    }
  }
}

async function renumber(db: Kysely<Tables>): Promise<void> {
  const rows = await db.selectFrom('entry').select(['seq']).orderBy('seq').execute()
  for (const [at, { seq }] of rows.entries())
    await db
      .updateTable('entry')
      .set({ seq: at + 1 })
      .where('seq', '=', seq)
      .execute()
}
