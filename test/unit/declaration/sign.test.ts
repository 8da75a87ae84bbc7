import { expect } from 'chai'
import { sign, type SignOutcome } from '../../../src/declaration/sign.ts'
import type { SigningFacts } from '../../../src/standing/types.ts'
import { editionText } from '../../../src/standing/declared.ts'
import { Fact } from '../../../src/journal/types.ts'
import { aPerson, day, declared, entriesOf, factsOf, signedFact, signRequest, toSign, withEntries } from './builders.ts'

describe('signing', () => {
  it('writes one entry with all that it rests on, and nothing that identifies in it', () => {
    const request = signRequest()
    const { entries, wordings, involvement, outcome } = sign(factsOf(), request)
    const [entry] = entries
    expect(outcome).to.deep.equal({ kind: 'signed', entry: entry?.id, at: new Date('2026-09-10T08:00:00Z') })
    expect(Fact.parse(entry?.fact)).to.deep.equal(entry?.fact)
    expect(entry?.fact).to.include({
      kind: 'signed',
      person: 'p-1',
      edition: '2015-10',
      wording: request.declaration.hash,
      text: request.declaration.textHash,
      how: 'chat',
      platform: 'slack',
      zone: 'Europe/London',
      practice: false,
    })
    expect(entry?.fact).to.have.property('statements').with.length(3)
    expect(entry?.hidden).to.deep.equal({
      name: 'Nia Okonkwo',
      account: 'slack:U123',
      known: 'Nia Okonkwo-Hughes',
    })
    expect(entry?.fact).to.deep.include({ read: { opened: 0, of: 1 }, named: 'alike' })
    expect(JSON.stringify(entry?.fact)).not.to.match(/Nia|U123/)
    expect(wordings).to.deep.equal([request.declaration.wording, editionText(request.edition)])
    expect(involvement?.signed).to.deep.include({ edition: '2015-10' })
  })

  const older = declared(toSign({ id: '2014-10' }))
  const refusals: readonly (readonly [string, Partial<SigningFacts>, Parameters<typeof signRequest>[0], SignOutcome['kind']])[] =
    [
      ['somebody unknown', { person: undefined }, {}, 'unknown-person'],
      ['a leaver', { person: aPerson({ leavesOn: day('2026-09-09') }) }, {}, 'left'],
      ['an edition that was replaced', {}, { shown: { edition: '2014-10', hash: older.hash } }, 'wording-changed'],
      ['words that are not these', {}, { shown: { edition: '2015-10', hash: '0'.repeat(64) } }, 'wording-changed'],
      ['a statement left out', {}, { confirmed: [2, 0] }, 'statements-missing'],
      ['no name', {}, { name: ' \u200b\n ' }, 'name-empty'],
      ['a name of signs only', {}, { name: '-- !' }, 'name-empty'],
      ['a name that is not theirs', {}, { name: 'Bob Brown' }, 'name-unlike'],
      ['the name of somebody else here', {}, { name: 'bob BROWN', names: ['Bob Brown'] }, 'name-of-another'],
      ['the same, stood by', {}, { name: 'Bob Brown', names: ['Bob Brown'], nameConfirmed: true }, 'name-of-another'],
      ['a restated edition', {}, { edition: toSign({ wording: 'restated' }) }, 'not-accepted'],
    ] // prettier-ignore
  for (const [what, facts, request, kind] of refusals) {
    it(`refuses ${what}, and writes nothing`, () => {
      const recorded = sign(factsOf(facts), signRequest(request))
      expect(recorded.outcome.kind).to.equal(kind)
      expect(recorded).to.have.all.keys('entries', 'outcome')
      expect(recorded.entries).to.be.empty
    })
  }

  it('says which statements are missing', () => {
    const { outcome } = sign(factsOf(), signRequest({ confirmed: [1] }))
    expect(outcome).to.deep.equal({ kind: 'statements-missing', missing: [0, 2] })
  })

  const accepted: readonly (readonly [string, Partial<SigningFacts>, Parameters<typeof signRequest>[0]])[] = [
    ['a name that shares one word, whatever its accents', {}, { name: 'NÍA Brown' }],
    ['typed plainly, a name with letters of its own', { person: aPerson({ name: 'Łukasz Żółć' }) }, { name: 'Lukasz Zolc' }],
    ['their own name, where somebody has the same', {}, { name: 'Nia Okonkwo-Hughes', names: ['Nia Okonkwo-Hughes'] }],
    ['another name, once it was asked about', {}, { name: 'Bob Brown', nameConfirmed: true }],
    ['a name in other letters, of somebody known by it', { person: aPerson({ name: '李 明' }) }, { name: '李 小明' }],
    ['any name, of somebody without one in the directory', { person: aPerson({ name: '' }) }, { name: 'Bob Brown' }],
    ['on the last day', { person: aPerson({ leavesOn: day('2026-09-10') }) }, {}],
    ['a restated edition that the school accepts', {}, { edition: toSign({ wording: 'restated' }), accepted: ['social-media@2015-10'] }],
    ['a restated edition, in practice', { person: aPerson({ practice: true }) }, { edition: toSign({ wording: 'restated' }) }],
  ] // prettier-ignore
  for (const [what, facts, request] of accepted) {
    it(`takes ${what}`, () => {
      expect(sign(factsOf(facts), signRequest(request)).outcome.kind).to.equal('signed')
    })
  }

  it('seals what was opened, when, and that the name was stood by', () => {
    const reading = { edition: '2015-10', read: ['1', '9'], at: new Date('2026-09-10T07:50:00Z'), began: new Date('2026-09-09T07:50:00Z') } // prettier-ignore
    const { entries } = sign(factsOf({ reading }), signRequest({ name: 'Bob Brown', nameConfirmed: true }))
    expect(entries[0]?.fact).to.deep.include({
      read: { opened: 1, of: 1, first: '2026-09-09T07:50:00.000Z', last: '2026-09-10T07:50:00.000Z' },
      named: 'otherwise',
    })
    const other = { ...reading, edition: '2014-10' }
    expect(sign(factsOf({ reading: other }), signRequest()).entries[0]?.fact).to.deep.include({
      read: { opened: 0, of: 1 },
    })
  })

  it('marks what a practice person signs', () => {
    const { entries } = sign(factsOf({ person: aPerson({ practice: true }) }), signRequest())
    expect(entries[0]?.fact).to.include({ practice: true })
  })

  it('is harmless twice, even when the second press is of an old card', () => {
    const facts = factsOf()
    const signed = withEntries(facts, sign(facts, signRequest()).entries)
    const again = sign(signed, signRequest({ confirmed: [], shown: { edition: '2014-10', hash: older.hash } }))
    expect(again.outcome).to.deep.include({ kind: 'already-signed', at: new Date('2026-09-10T08:00:00Z') })
    expect(again.entries).to.be.empty
  })

  it('is possible again once a signature was withdrawn, and for other words under the same id', () => {
    const withdrawn = entriesOf(signedFact('2015-10'), {
      kind: 'withdrawn',
      policy: 'social-media',
      edition: '2015-10',
      person: 'p-1',
      entry: 'e1',
      by: 'p-9',
    })
    expect(sign(factsOf({ history: withdrawn }), signRequest()).outcome.kind).to.equal('signed')
    const other = entriesOf(signedFact('2015-10', { wording: 'f'.repeat(64) }))
    expect(sign(factsOf({ history: other }), signRequest()).outcome.kind).to.equal('signed')
    // The first words came back, but only the last signature counts, and it was for other words.
    const back = entriesOf(signedFact('2015-10'), signedFact('2015-10', { wording: 'f'.repeat(64) }))
    expect(sign(factsOf({ history: back }), signRequest()).outcome.kind).to.equal('signed')
  })

  it('prints a name on one line, without what cannot be seen', () => {
    const { entries } = sign(factsOf(), signRequest({ name: ' Nia\u202e\n Okonkwo ' }))
    expect(entries[0]?.hidden['name']).to.equal('Nia Okonkwo')
  })
})
