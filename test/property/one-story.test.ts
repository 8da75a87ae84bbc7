// Whatever happens to people, and in whatever order, the register, a pack's spreadsheet and the journal agree.
import { expect } from 'chai'
import fc from 'fast-check'
import { tablesInMemory } from '../kit/tables.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { registerCsv } from '../../src/register/csv.ts'
import { foldInvolvement, isSigning, validSignings } from '../../src/standing/fold.ts'
import type { RegisterLine } from '../../src/standing/totals.ts'
import { withDoubts } from '../../src/register/read-page.ts'
import { verify } from '../../src/proof/verify.ts'
import { aPerson, day, parts, policy, press } from '../kit/evidence.ts'

const ids = ['p0', 'p1', 'p2', 'p3'] as const
const who = fc.constantFrom(...ids)
const deed = fc.oneof(
  fc.record({ do: fc.constant('import' as const), who, name: fc.constantFrom('Ann Able', 'Zoë Łukasz', '李 Wei') }),
  fc.record({ do: fc.constant('leave' as const), who }),
  fc.record({ do: fc.constant('return' as const), who }),
  fc.record({ do: fc.constant('join' as const), who, into: who }),
  fc.record({ do: fc.constant('unjoin' as const), who }),
  fc.record({ do: fc.constant('sign' as const), who, edition: fc.constantFrom('2015-10', '2026-10') }),
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

describe('property: one story', () => {
  it('is told by the register, the pack and the journal', () =>
    fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 25, size: 'max' }), async (deeds) => {
        const kept = openStore(await tablesInMemory(), parts)
        try {
          // Everybody but the last is there from the start.
          await kept.people.put(ids.slice(0, -1).map((id) => aPerson(id)))
          let signed = 0
          for (const [at, each] of deeds.entries()) signed += await happens(kept, each, `e${at}`)
          await agrees(kept, signed)
        } finally {
          await kept.close()
        }
      }),
      { numRuns: 60 },
    )).timeout(120_000)
})

/** Does one deed; returns the number of signatures that it wrote. */
async function happens({ people, journal }: OpenStore, each: Deed, id: string): Promise<number> {
  const person = await people.byId(each.who)
  switch (each.do) {
    case 'import':
      await people.put([person === undefined ? aPerson(each.who, { name: each.name }) : { ...person, name: each.name }])
      return 0
    case 'leave':
    case 'return': {
      const leavesOn = each.do === 'leave' ? day('2026-07-31') : undefined
      if (person !== undefined) await people.put([{ ...person, leavesOn }])
      return 0
    }
    case 'join': {
      const other = await people.byId(each.into)
      if (person !== undefined && other !== undefined && person.id !== other.id) await people.join(each.who, each.into)
      return 0
    }
    case 'unjoin':
      await people.unjoin(each.who)
      return 0
    case 'sign':
      return (await press(journal, { person: each.who, id, edition: each.edition })) === 'signed' ? 1 : 0
  }
}

async function agrees(kept: OpenStore, signed: number): Promise<void> {
  const { journal, register, people } = kept
  const verified = await verify(kept, { ...parts, batch: 3, now: parts.clock() })
  expect(verified).to.include({ kind: 'holds' })
  if (verified.kind === 'holds') expect(verified.signatures).to.equal(signed)

  const lines: readonly RegisterLine[] = await register.page({ policy, practice: false, most: 100 })
  const seen: string[] = []
  for (const { person, involvement } of lines) {
    const history = await journal.historyOf(person.id)
    const about = history.filter(({ fact }) => 'policy' in fact && fact.policy === policy)
    expect(involvement?.signed, person.id).to.deep.equal(foldInvolvement(about, undefined).signed)
    expect(await people.byId(person.id)).to.deep.equal(person)
    seen.push(...validSignings(about).map(({ id }) => id))
  }
  const told = (await journal.entries(0, 1_000)).filter(isSigning).map(({ id }) => id)
  expect(seen.toSorted(), 'each signature is one person’s').to.deep.equal(told.toSorted())

  const placed = lines.map((line) => ({ ...line, standing: { kind: 'not-asked' } as const, due: undefined }))
  const written: string[] = []
  for await (const piece of registerCsv(each(await withDoubts(journal, placed)), about)) written.push(piece)
  expect(written).to.have.length(lines.length + 1)
  for (const [at, { person, involvement }] of lines.entries())
    expect(written[at + 1])
      .to.include(person.name)
      .and.include(person.id)
      .and.include(involvement?.signed?.entry ?? '')
}

const about = { policy, edition: '2015-10', zone: 'Europe/London' }

async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  for (const one of all) yield await Promise.resolve(one)
}
