// The Register port on every database: pages in order, and counts that equal a count of the people one by one.
import { expect } from 'chai'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { Campaign } from '../../src/standing/campaigns.ts'
import type { Person, Role } from '../../src/chat/people.ts'
import { standingOf } from '../../src/standing/standing.ts'
import type { Fact } from '../../src/journal/types.ts'
import type { RegisterLine } from '../../src/standing/totals.ts'
import { databases } from '../kit/databases.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { aPerson, aSignature, day, happen, parts, policy, press, wording } from '../kit/evidence.ts'

const today = day('2026-11-23')
const around = [undefined, day('2026-11-22'), today, day('2026-11-24')]
const editions = ['2015-10', '2013-10']
const wordings = new Map(editions.map((id) => [id, [sha256(wording)]]))
const asOf = { edition: '2015-10', editions, wordings, today, joinerDays: 14 }

type What =
  'signed' | 'signed-today' | 'reworded' | 'earlier' | 'concern' | 'declined' | 'excused' | 'until' | 'over' | 'reading'
const whats: readonly What[] = [
  'signed', 'signed-today', 'reworded', 'earlier', 'concern', 'declined', 'excused', 'until', 'over', 'reading',
] // prettier-ignore

for (const [name, open] of databases) {
  describe(`register: ${name}`, () => {
    let db: Kysely<Tables>
    let kept: OpenStore
    let ids = 0
    beforeEach(async () => {
      db = await open()
      kept = openStore(db, { ...parts, newId: () => `id-${++ids}` })
    })
    afterEach(() => kept.close())

    async function all(which: { practice: boolean; group?: Person['group'] | 'none' }): Promise<RegisterLine[]> {
      const lines: RegisterLine[] = []
      const { practice, group } = which
      for (;;) {
        const after = lines.at(-1)?.person.id
        const page = await kept.register.page({
          policy,
          practice,
          most: 7,
          ...(group === undefined ? {} : { group }),
          ...(after === undefined ? {} : { after }),
        })
        if (page.length === 0) return lines
        lines.push(...page)
      }
    }

    it('gives everybody once, by name, also those of one name, and only the group asked for', async () => {
      const people = Array.from({ length: 20 }, (_, n) =>
        aPerson(`p${n}`, { name: n % 2 ? 'Sam' : 'Alex', group: n % 5 ? 'support' : undefined, practice: n > 17 }),
      )
      await kept.people.put(people)
      const lines = await all({ practice: false })
      expect(new Set(lines.map(({ person }) => person.id)).size).to.equal(18)
      expect(lines.map(({ person }) => person.name)).to.deep.equal(lines.map(({ person }) => person.name).toSorted())
      expect(await all({ practice: false, group: 'none' })).to.have.lengthOf(4)
      expect(await all({ practice: false, group: 'support' })).to.have.lengthOf(14)
      expect(await all({ practice: true })).to.have.lengthOf(2)
    })

    it('counts what counting everybody counts, in few lines', async () => {
      const somebody = fc.record({
        // Few kinds of people, so that many differ in one thing only.
        group: fc.constantFrom(undefined, 'teaching' as const),
        roles: fc.constantFrom<Role[]>([], ['slt']),
        startsOn: fc.constantFrom(...around),
        leavesOn: fc.constantFrom(...around),
        practice: fc.boolean(),
        whats: fc.uniqueArray(fc.constantFrom(...whats), { maxLength: 1 }),
      })
      const people = fc.sample(somebody, 400)
      await kept.people.put(people.map(({ whats: _, ...given }, n) => aPerson(`p${n}`, given)))
      for (const [n, { whats: some }] of people.entries()) for (const what of some) await does(kept, `p${n}`, what)
      const campaigns = [
        audience({ groups: ['teaching'], roles: ['slt'] }, 'c1'),
        audience({ people: people.flatMap((_, n) => (n % 3 === 0 ? [`p${n}`] : [])) }, 'c2'),
        { ...audience({ roles: ['slt'] }, 'c3'), since: new Date('2026-11-23T10:30:00Z') },
      ]
      for (const campaign of campaigns)
        await kept.journal.record({ policy }, () => ({ entries: [], campaign, outcome: undefined }))
      for (const practice of [false, true]) {
        const tally = await kept.register.tally({ policy, practice, today })
        const lines = await all({ practice })
        const one = countKinds(
          lines.map((line) => ({ ...line, count: 1 })),
          campaigns,
        )
        expect(countKinds(tally, campaigns)).to.deep.equal(one)
        expect(Object.keys(one).length).to.be.greaterThan(6)
        expect(tally.length).to.be.lessThan(lines.length)
      }
      const teaching = await kept.register.tally({ policy, practice: false, today, group: 'teaching' })
      expect(teaching.reduce((sum, { count }) => sum + count, 0)).to.equal(
        (await all({ practice: false, group: 'teaching' })).length,
      )
    })
  })
}

function countKinds(lines: readonly (RegisterLine & { count: number })[], campaigns: readonly Campaign[]) {
  const counts: Record<string, number> = {}
  for (const { count, ...line } of lines) {
    const { kind } = standingOf({ ...line, marks: new Map(), campaigns }, asOf)
    const key = `${line.person.group ?? 'none'} ${kind}`
    counts[key] = (counts[key] ?? 0) + count
  }
  return counts
}

function audience(given: Partial<Campaign['audience']>, id: string): Campaign {
  const nobody = { everybody: false, groups: [], roles: [], people: [] }
  const days = {
    due: day('2026-12-04'),
    openedOn: today,
    closedOn: undefined,
    rhythm: undefined,
    pausedOn: undefined,
  }
  return { id, policy, edition: '2015-10', audience: { ...nobody, ...given }, ...days, practice: false }
}

async function does(kept: OpenStore, person: string, what: What): Promise<void> {
  const id = `${person}-${what}`
  const edition = { policy, edition: '2015-10', person }
  const happens = (fact: Fact) => happen(kept.journal, { fact, id })
  switch (what) {
    case 'signed-today':
      // After the campaign that asks again has opened.
      await press(kept.journal, { person, id, at: new Date('2026-11-23T11:00:00Z') })
      return
    case 'signed':
    case 'earlier':
      await press(kept.journal, { person, id, edition: what === 'signed' ? '2015-10' : '2013-10' })
      return
    case 'reworded': {
      const { fact } = aSignature({ person, id })
      if (fact.kind === 'signed') await happens({ ...fact, wording: 'f'.repeat(64) })
      return
    }
    case 'concern':
      return happens({ kind: 'raised', what, ...edition })
    case 'declined':
      return happens({ kind: 'declined', ...edition })
    case 'excused':
      return happens({ kind: 'excused', policy, person, by: 'operator' })
    case 'until':
      return happens({ kind: 'excused', policy, person, by: 'operator', until: today })
    case 'over':
      return happens({ kind: 'excused', policy, person, by: 'operator', until: day('2026-11-22') })
    case 'reading':
      return kept.journal.keepReading({ policy, person }, { edition: '2015-10', read: ['1'], at: new Date() })
  }
}
