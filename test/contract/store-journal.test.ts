// The Journal port on every database: a decision and its entries are one transaction, written completely or not at all.
import { expect } from 'chai'
import type { Kysely } from 'kysely'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { inAudience } from '../../src/standing/audience.ts'
import type { Campaign } from '../../src/standing/campaigns.ts'
import { defined } from '../../src/kit/defined.ts'
import { verify } from '../../src/proof/verify.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { databases } from '../kit/databases.ts'
import {
  aPerson,
  aSignature,
  day,
  deedsIn,
  deedsOf,
  edition,
  happen,
  parts,
  policy,
  press,
  text,
  wording,
} from '../kit/evidence.ts'

const now = new Date('2026-11-23T09:00:00Z')

for (const [name, open] of databases) {
  describe(`journal: ${name}`, () => {
    let db: Kysely<Tables>
    let kept: OpenStore
    let ids = 0
    beforeEach(async () => {
      db = await open()
      kept = openStore(db, { ...parts, newId: () => `id-${++ids}` })
      await kept.people.put([aPerson('p1', { name: 'Ada Nair' }), aPerson('p2')])
    })
    afterEach(() => kept.close())
    const check = () => verify(kept, parts)

    it('writes a signature whole: entry, what it hides, the wordings, and where the person stands', async () => {
      expect(await press(kept.journal, { person: 'p1', id: 'e1' })).to.equal('signed')
      const [entry, before] = [await kept.journal.entry('e1'), (await kept.journal.entries(0, 2)).at(-1)]
      expect(entry).to.deep.include({ seq: 3, id: 'e1', at: now, before: before?.hash })
      expect(await kept.journal.head()).to.deep.equal({ seq: 3, hash: entry?.hash })
      expect(JSON.stringify(entry)).not.to.include('Priya')
      expect(await kept.journal.hiddenOf('e1')).to.deep.equal({
        salt: 'salt-of-e1',
        fields: { name: 'Priya Nair', account: 'slack:p1' },
      })
      expect(await kept.journal.wording(sha256(wording))).to.equal(wording)
      expect(await kept.journal.wording(sha256(text))).to.equal(text)
      const [line] = await kept.register.page({ policy, practice: false, most: 1 })
      expect(line?.involvement?.signed).to.deep.equal({ entry: 'e1', edition, wording: sha256(wording), at: now })
      expect(await check()).to.deep.include({ kind: 'holds', entries: 3, signatures: 1 })
    })

    it('writes nothing at all when the decision throws or the same id comes twice', async () => {
      const thrown = await kept.journal
        .record({ policy, person: 'p1' }, () => {
          throw new Error('no')
        })
        .catch((error: unknown) => error)
      expect(String(thrown)).to.include('no')
      await press(kept.journal, { person: 'p1', id: 'e1' })
      expect(await press(kept.journal, { person: 'p2', id: 'e1' }).catch(() => 'refused')).to.equal('refused')
      expect(await kept.journal.head()).to.deep.include({ seq: 3 })
      const tables = { hidden: 3, involvement: 1 } as const
      for (const [table, rows] of Object.entries(tables))
        expect(
          await db
            .selectFrom(table as 'hidden')
            .selectAll()
            .execute(),
        ).to.have.lengthOf(rows)
      expect(await check()).to.deep.include({ kind: 'holds', entries: 3 })
    })

    it('makes one signature of two presses at once, for 200 people together', async () => {
      const people = Array.from({ length: 200 }, (_, n) => aPerson(`q${n}`))
      await kept.people.put(people)
      const presses = await Promise.all(
        people.flatMap(({ id }) =>
          ['a', 'b'].map((which) => press(kept.journal, { person: id, id: `${id}-${which}` })),
        ),
      )
      expect(presses.filter((outcome) => outcome === 'signed')).to.have.lengthOf(200)
      expect(presses.filter((outcome) => outcome === 'already-signed')).to.have.lengthOf(200)
      expect(await check()).to.deep.include({ kind: 'holds', entries: 402, signatures: 200 })
      const signers = (await deedsIn(kept.journal)).map(({ fact }) => 'person' in fact && fact.person)
      expect(new Set(signers).size).to.equal(200)
    })

    it('shows a decision this policy’s facts of this person, and nobody else’s', async () => {
      await press(kept.journal, { person: 'p1', id: 'e1' })
      await press(kept.journal, { person: 'p2', id: 'e2' })
      const mark = { kind: 'edition-marked', policy, edition, change: 'editorial', by: 'p2', practice: false } as const
      await happen(kept.journal, { fact: mark, id: 'e3' })
      await happen(kept.journal, { fact: { kind: 'excused', policy: 'other', person: 'p1', by: 'p2' }, id: 'e4' })
      await kept.journal.keepReading({ policy, person: 'p1' }, { edition: '2027-10', read: ['1', '2.a'], at: now })
      const facts = await kept.journal.factsOf({ policy, person: 'p1' })
      expect(facts.person?.name).to.equal('Ada Nair')
      expect(facts.history.map(({ id }) => id)).to.deep.equal(['e1'])
      expect(facts.marks.map(({ id }) => id)).to.deep.equal(['e3'])
      expect(facts.reading).to.deep.equal({ edition: '2027-10', read: ['1', '2.a'], at: now })
      expect(deedsOf(await kept.journal.historyOf('p1')).map(({ id }) => id)).to.deep.equal(['e1', 'e4'])
      expect((await kept.journal.entries(1, 2)).map(({ seq }) => seq)).to.deep.equal([2, 3])
      const [line] = await kept.register.page({ policy, practice: false, most: 1 })
      expect(line?.involvement?.reading).to.deep.equal({ edition: '2027-10', sections: 2 })
    })

    it('keeps what was opened, closes it, and lists the newest first', async () => {
      const campaign = (id: string): Campaign => ({
        id,
        policy,
        edition,
        audience: { everybody: false, groups: ['teaching'], roles: ['slt'], people: ['p1'] },
        due: day('2026-12-04'),
        openedOn: day('2026-11-23'),
        closedOn: undefined,
        rhythm: undefined,
        pausedOn: undefined,
        changedOn: undefined,
        leastDays: undefined,
        round: id === 'c2' ? { id: 'september.1', bundle: 'september', title: 'September pack', at: 1 } : undefined,
        since: id === 'c2' ? new Date('2026-11-23T00:00:00Z') : undefined,
        recurs: undefined,
        follows: undefined,
        handed: undefined,
        practice: false,
      })
      for (const id of ['c1', 'c2']) {
        const {
          openedOn: _,
          closedOn: __,
          id: ___,
          rhythm: ____,
          pausedOn: _____,
          changedOn: ______,
          leastDays: _______,
          since,
          ...rest
        } = campaign(id)
        const fact = {
          kind: 'campaign-opened',
          campaign: id,
          by: 'operator',
          ...rest,
          ...defined({ since: since?.toISOString() }),
        } as const
        const entry = { id: `e-${id}`, at: now, fact, hidden: {}, salt: '' }
        const recorded = { entries: [entry], campaign: campaign(id), outcome: undefined }
        await kept.journal.record({ policy }, () => recorded)
      }
      expect(await kept.journal.campaigns(policy)).to.deep.equal([campaign('c2'), campaign('c1')])
      const closed = { ...campaign('c1'), closedOn: day('2026-12-01') }
      await kept.journal.record({ policy }, () => ({ entries: [], campaign: closed, outcome: undefined }))
      expect(await kept.journal.campaigns()).to.deep.equal([campaign('c2'), closed])
      expect(await kept.journal.campaigns('other')).to.deep.equal([])
    })

    it('gives many entries with what they hide, and many histories, each at once', async () => {
      await press(kept.journal, { person: 'p1', id: 'e1' })
      await happen(kept.journal, { fact: { kind: 'excused', policy: 'other', person: 'p1', by: 'p2' }, id: 'e2' })
      await press(kept.journal, { person: 'p2', id: 'e3' })
      await kept.people.put([aPerson('p3')])
      await kept.people.join('p1', 'p3')
      const some = await kept.journal.kept(2, 2)
      expect(some.map(({ entry }) => entry)).to.deep.equal(await kept.journal.entries(2, 2))
      expect(some.map(({ hidden }) => hidden)).to.deep.equal([await kept.journal.hiddenOf('e1'), undefined])
      const histories = await kept.journal.historiesOf(policy, ['p3', 'p2', 'nobody'])
      expect([...histories].map(([id, entries]) => [id, entries.map((entry) => entry.id)])).to.have.deep.members([
        ['p3', ['e1']],
        ['p2', ['e3']],
        ['nobody', []],
      ])
      // Hidden fields damaged by hand differ from what was sealed, but can still be read without an error.
      await db.updateTable('hidden').set({ fields: 'not JSON' }).where('entry', '=', 'e1').execute()
      expect((await kept.journal.kept(2, 1))[0]?.hidden?.fields).to.deep.equal({})
      expect(await check()).to.deep.include({ kind: 'broken', seq: 3, why: 'hidden' })
    })

    it('keeps rows in the form that is hashed, and those of before, whose names stand in another order, hold as well', async () => {
      await press(kept.journal, { person: 'p1', id: 'e1' })
      const texts = (await kept.journal.kept(0, 10)).map(({ entry, text: said }) => [sha256(said), entry.hash])
      expect(texts.map(([hash]) => hash)).to.deep.equal(texts.map(([, sealed]) => sealed))
      const { fact } = await db.selectFrom('entry').select('fact').where('id', '=', 'e1').executeTakeFirstOrThrow()
      const { kind, ...rest } = JSON.parse(fact) as Record<string, unknown>
      const otherwise = JSON.stringify({ ...rest, kind })
      expect(otherwise).not.to.equal(fact)
      await db.updateTable('entry').set({ fact: otherwise }).where('id', '=', 'e1').execute()
      expect(await check()).to.include({ kind: 'holds', signatures: 1 })
    })

    it('folds signatures while it reads, and reads again whoever did more than sign', async () => {
      for (const [n, of] of ['2015-10', '2024-09', '2020-01'].entries())
        await press(kept.journal, { person: 'p1', id: `e${n}`, edition: of })
      await happen(kept.journal, {
        fact: { kind: 'withdrawn', policy, edition: '2024-09', person: 'p1', entry: 'e1', by: 'operator' },
        id: 'w1',
      })
      await press(kept.journal, { person: 'p2', id: 'e4', edition: '2020-01' })
      await press(kept.journal, { person: 'p2', id: 'e5', edition: '2019-01' })
      expect(await check()).to.include({ kind: 'holds', signatures: 5 })
      await db.updateTable('involvement').set({ signed_entry: 'e5' }).where('person', '=', 'p2').execute()
      expect(await check()).to.include({ kind: 'broken', why: 'standing' })
    })

    it('asks whoever is named in a campaign, also under the id that they had before', async () => {
      const campaign = (id: string): Campaign => ({
        id,
        policy,
        edition,
        audience: { everybody: false, groups: [], roles: [], people: ['p1'] },
        due: day('2026-12-04'),
        openedOn: day('2026-11-23'),
        closedOn: undefined,
        rhythm: undefined,
        pausedOn: undefined,
        practice: false,
      })
      const opens = (id: string) =>
        kept.journal.record({ policy }, () => ({ entries: [], campaign: campaign(id), outcome: undefined }))
      await opens('c1')
      await kept.people.join('p1', 'p2')
      // The audience was read before the two people were joined, and is written afterwards.
      await opens('c2')
      expect((await kept.journal.campaigns()).map(({ audience }) => audience.people)).to.deep.equal([['p2'], ['p2']])
      const person = await kept.people.byId('p1')
      expect(person && (await kept.journal.campaigns()).every(({ audience }) => inAudience(person, audience))).to.equal(
        true,
      )
    })

    it('erases who it was, and the journal still holds', async () => {
      await kept.directory.keep({ platform: 'slack', id: 'U1' }, { name: 'P', email: 'p1@school.example', roles: [] })
      await kept.addresses.keep({ platform: 'slack', id: 'U1' }, 'D1')
      await press(kept.journal, { person: 'p1', id: 'e1' })
      await kept.journal.keepReading({ policy, person: 'p1' }, { edition: '2027-10', read: ['1'], at: now })
      const ways = { person: 'p1', purpose: { kind: 'open' }, expires: new Date('2027-01-01T00:00:00Z') } as const
      await kept.doors.makeLink({ ...ways, token: 't1' })
      await kept.doors.openSession({ ...ways, token: 't2' })
      await happen(kept.journal, { fact: { kind: 'erased', person: 'p1', by: 'operator' }, id: 'e2' })

      expect(await kept.people.byId('p1')).to.equal(undefined)
      expect(await kept.people.byEmail('p1@school.example')).to.equal(undefined)
      expect(await kept.directory.find({ platform: 'slack', id: 'U1' })).to.equal(undefined)
      expect(await kept.addresses.find({ platform: 'slack', id: 'U1' })).to.equal(undefined)
      expect(await kept.directory.names()).to.deep.equal(['Person p2'])
      expect(await kept.journal.hiddenOf('e1')).to.equal(undefined)
      expect(await kept.doors.seeLink('t1', now)).to.equal(undefined)
      expect(await kept.doors.session('t2', now)).to.equal(undefined)
      expect((await kept.journal.factsOf({ policy, person: 'p1' })).reading).to.equal(undefined)
      expect(
        (await kept.register.page({ policy, practice: false, most: 9 })).map(({ person }) => person.id),
      ).to.deep.equal(['p2'])
      expect(deedsOf(await kept.journal.historyOf('p1')).map(({ id }) => id)).to.deep.equal(['e1', 'e2'])
      expect(await check()).to.deep.include({ kind: 'holds', erased: 1 })
      const everything = JSON.stringify(
        await Promise.all(
          (await db.introspection.getTables()).map(({ name: table }) =>
            db
              .selectFrom(table as 'entry')
              .selectAll()
              .execute(),
          ),
        ),
      )
      expect(everything)
        .to.include('social-media')
        .and.not.match(/Priya|Ada|p1@school|slack:p1|U1|salt-of/)
    })

    it('finds the history of both when two people turn out to be one', async () => {
      await press(kept.journal, { person: 'p1', id: 'e1' })
      await kept.journal.keepReading({ policy, person: 'p1' }, { edition: '2027-10', read: ['1'], at: now })
      await press(kept.journal, { person: 'p2', id: 'e2', at: new Date('2026-11-24T09:00:00Z') })
      await kept.people.join('p1', 'p2')
      for (const id of ['p1', 'p2']) {
        expect((await kept.people.byId(id))?.id).to.equal('p2')
        expect(deedsOf(await kept.journal.historyOf(id)).map((entry) => entry.id)).to.deep.equal(['e1', 'e2'])
        const facts = await kept.journal.factsOf({ policy, person: id })
        expect(facts.history.map((entry) => entry.id)).to.deep.equal(['e1', 'e2'])
        expect(facts.reading?.read).to.deep.equal(['1'])
      }
      expect((await kept.people.byEmail('p1@school.example'))?.id).to.equal('p2')
      expect(await press(kept.journal, { person: 'p1', id: 'e3' })).to.equal('already-signed')
      expect(await kept.register.page({ policy, practice: false, most: 9 })).to.have.lengthOf(1)
      expect(await check()).to.deep.include({ kind: 'holds', signatures: 2 })
      await happen(kept.journal, { fact: { kind: 'erased', person: 'p2', by: 'operator' }, id: 'e4' })
      expect(await kept.journal.hiddenOf('e1')).to.equal(undefined)
      expect(await check()).to.deep.include({ kind: 'holds', erased: 2 })
    })

    it('asks for the decision again rather than lose it when another press was first', async () => {
      const entry = aSignature({ person: 'p1', id: 'e1' })
      let calls = 0
      const both = await Promise.all(
        ['p1', 'p2'].map((person) =>
          kept.journal.record({ policy, person }, ({ history }) => {
            calls += 1
            return { entries: history.length === 0 ? [{ ...entry, id: `e-${person}` }] : [], outcome: person }
          }),
        ),
      )
      expect(both).to.deep.equal(['p1', 'p2'])
      expect(calls).to.be.at.least(2)
      expect((await deedsIn(kept.journal)).map(({ seq }) => seq)).to.deep.equal([3, 4])
    })
  })
}
