import { expect } from 'chai'
import { mayBeSigned } from '../../../src/standing/accept.ts'
import { decline, raise } from '../../../src/declaration/raise.ts'
import { endExcuse, excuse } from '../../../src/declaration/excuse.ts'
import { erase } from '../../../src/declaration/erase.ts'
import { mark } from '../../../src/declaration/mark.ts'
import { signPaper, type PaperRequest } from '../../../src/declaration/paper.ts'
import { withdraw } from '../../../src/declaration/withdraw.ts'
import { Fact } from '../../../src/journal/types.ts'
import { aPerson, day, declared, entriesOf, factsOf, signedFact, stampAt, toSign, withEntries } from './builders.ts'

const today = day('2026-09-10')
const stamp = () => stampAt('2026-09-10T08:00:00Z')
const upon = () => ({ policy: 'social-media', edition: '2015-10', today, stamp: stamp() })
const noThanks = (hash = declared(toSign()).hash) => ({
  declaration: { ...declared(toSign()), hash, counting: [hash] },
  today,
  stamp: stamp(),
})
const bySlt = () => ({ by: 'p-9', stamp: stamp() })
const leaver = factsOf({ person: aPerson({ leavesOn: day('2026-09-09') }) })
const nobody = factsOf({ person: undefined })

describe('withdrawing a signature', () => {
  const signed = factsOf({ history: entriesOf(signedFact('2015-10')) })
  it('keeps both in the history, and who and why', () => {
    const { entries, involvement, outcome } = withdraw(signed, { signing: 'e1', reason: 'Signed on a borrowed phone.', ...bySlt() })
    expect(outcome.kind).to.equal('withdrawn')
    expect(entries[0]?.fact).to.deep.equal({ kind: 'withdrawn', policy: 'social-media', edition: '2015-10', person: 'p-1', entry: 'e1', by: 'p-9' })
    expect(entries[0]?.hidden).to.deep.equal({ reason: 'Signed on a borrowed phone.' })
    expect(involvement?.signed).to.be.undefined
  })
  it('needs a signature that stands, and a reason', () => {
    const once = withEntries(signed, withdraw(signed, { signing: 'e1', reason: 'Borrowed.', ...bySlt() }).entries)
    expect(withdraw(once, { signing: 'e1', reason: 'Borrowed.', ...bySlt() }).outcome.kind).to.equal('already-withdrawn')
    expect(withdraw(signed, { signing: 'e7', reason: 'Borrowed.', ...bySlt() }).outcome.kind).to.equal('no-such-signature')
    expect(withdraw(signed, { signing: 'e1', reason: ' - ', ...bySlt() }).outcome.kind).to.equal('reason-empty')
  })
}) // prettier-ignore

describe('declining', () => {
  it('is recorded with its reason, or without', () => {
    const { entries, involvement, outcome } = decline(factsOf(), { ...noThanks(), reason: ' It goes too far. ' })
    expect(outcome.kind).to.equal('declined')
    expect(entries[0]?.hidden).to.deep.equal({ reason: 'It goes too far.' })
    expect(involvement?.open).to.include({ kind: 'declined', edition: '2015-10' })
    expect(decline(factsOf(), noThanks()).entries[0]?.hidden).to.deep.equal({})
  })
  it('is harmless twice; a reason given later is recorded', () => {
    const once = withEntries(factsOf(), decline(factsOf(), noThanks()).entries)
    expect(decline(once, noThanks()).outcome.kind).to.equal('already-declined')
    expect(decline(once, { ...noThanks(), reason: 'It goes too far.' }).outcome.kind).to.equal('declined')
  })
  it('is open to whoever signed other words, which are in force no more', () => {
    const signed = factsOf({ history: entriesOf(signedFact('2015-10')) })
    expect(decline(signed, noThanks('f'.repeat(64))).outcome.kind).to.equal('declined')
  })
  it('does not undo a signature, and is not for leavers or strangers', () => {
    const signed = factsOf({ history: entriesOf(signedFact('2015-10')) })
    expect(decline(signed, noThanks()).outcome).to.include({ kind: 'already-signed', entry: 'e1' })
    expect(decline(leaver, noThanks()).outcome.kind).to.equal('left')
    expect(decline(nobody, noThanks()).outcome.kind).to.equal('unknown-person')
  })
})

describe('raising something', () => {
  it('is open to whoever has signed, and does not undo it', () => {
    const signed = factsOf({ history: entriesOf(signedFact('2015-10')) })
    const { outcome, involvement } = raise(signed, { ...upon(), what: 'concern', words: 'What of my old photos?' })
    expect(outcome.kind).to.equal('raised')
    expect(involvement?.signed?.entry).to.equal('e1')
  })
  it('hides the words and opens a concern; a question opens nothing', () => {
    const concern = raise(factsOf(), { ...upon(), what: 'concern', words: 'What of my old photos?' })
    expect(concern.entries[0]?.fact).to.include({ kind: 'raised', what: 'concern' })
    expect(concern.entries[0]?.hidden).to.deep.equal({ words: 'What of my old photos?' })
    expect(concern.involvement?.open?.kind).to.equal('concern')
    const question = raise(factsOf(), { ...upon(), what: 'question', words: 'Whom do I ask?' })
    expect(question.outcome.kind).to.equal('raised')
    expect(question.involvement?.open).to.be.undefined
  })
  it('needs words, from somebody who is here', () => {
    expect(raise(factsOf(), { ...upon(), what: 'concern', words: ' ?' }).outcome.kind).to.equal('words-empty')
    expect(raise(leaver, { ...upon(), what: 'concern', words: 'Hm.' }).outcome.kind).to.equal('left')
    expect(raise(nobody, { ...upon(), what: 'concern', words: 'Hm.' }).outcome.kind).to.equal('unknown-person')
  })
})

describe('excusing', () => {
  const asked = (until: string | undefined) => ({
    policy: 'social-media',
    reason: 'Long leave.',
    until: until === undefined ? undefined : day(until),
    today,
    ...bySlt(),
  })
  it('holds until a day or for good, and can be ended', () => {
    const { entries, involvement, outcome } = excuse(factsOf(), asked('2026-12-31'))
    expect(outcome.kind).to.equal('excused')
    expect(involvement?.excused).to.deep.equal({ by: 'p-9', until: '2026-12-31' })
    expect(excuse(factsOf(), asked(undefined)).entries[0]?.fact).not.to.have.property('until')
    const excused = withEntries(factsOf(), entries)
    const ended = endExcuse(excused, { policy: 'social-media', ...bySlt() })
    expect(ended.outcome.kind).to.equal('excuse-ended')
    expect(ended.involvement?.excused).to.be.undefined
    expect(endExcuse(factsOf(), { policy: 'social-media', ...bySlt() }).outcome.kind).to.equal('not-excused')
  })
  it('needs a reason, and a day that has not passed', () => {
    expect(excuse(factsOf(), asked('2026-09-10')).outcome.kind).to.equal('excused')
    expect(excuse(factsOf(), asked('2026-09-09')).outcome.kind).to.equal('day-passed')
    expect(excuse(factsOf(), { ...asked(undefined), reason: '' }).outcome.kind).to.equal('reason-empty')
    expect(excuse(leaver, asked(undefined)).outcome.kind).to.equal('left')
  })
})

describe('a signature on paper', () => {
  const asked = (given: Partial<PaperRequest> = {}): PaperRequest => ({
    edition: toSign(),
    declaration: declared(toSign()),
    on: day('2026-09-04'),
    kept: 'Cabinet 2, drawer 1',
    zone: 'Europe/London',
    today,
    accepted: [],
    ...bySlt(),
    ...given,
  })
  it('says who recorded it, the day on it and where it is kept', () => {
    const { entries, involvement, wordings, outcome } = signPaper(factsOf(), asked())
    expect(outcome.kind).to.equal('signed')
    expect(entries[0]?.fact).to.deep.include({ how: 'paper', paper: { by: 'p-9', on: '2026-09-04' } })
    expect(entries[0]?.fact).not.to.have.property('platform')
    expect(entries[0]?.hidden).to.deep.equal({
      name: 'Nia Okonkwo-Hughes',
      known: 'Nia Okonkwo-Hughes',
      kept: 'Cabinet 2, drawer 1',
    })
    expect(Fact.parse(entries[0]?.fact)).to.deep.equal(entries[0]?.fact)
    expect(wordings).to.have.length(2)
    // The day of signing on paper, not the day on which it was recorded.
    expect(involvement?.signed).to.deep.include({ edition: '2015-10', at: new Date('2026-09-04T12:00:00Z') })
  })
  const refusals: readonly (readonly [string, Parameters<typeof asked>[0], string])[] = [
    ['a day to come', { on: day('2026-09-11') }, 'day-ahead'],
    ['no place', { kept: '' }, 'kept-empty'],
    ['a restated edition', { edition: toSign({ wording: 'restated' }) }, 'not-accepted'],
  ]
  for (const [what, given, kind] of refusals) {
    it(`is refused with ${what}`, () => {
      const { entries, outcome } = signPaper(factsOf(), asked(given))
      expect(outcome.kind).to.equal(kind)
      expect(entries).to.be.empty
    })
  }
  it('counts for a leaver who signed before they left', () => {
    expect(signPaper(leaver, asked()).outcome.kind).to.equal('signed')
    expect(signPaper(leaver, asked({ on: day('2026-09-10') })).outcome.kind).to.equal('left')
  })
  it('is recorded once', () => {
    const once = withEntries(factsOf(), signPaper(factsOf(), asked()).entries)
    expect(signPaper(once, asked()).outcome.kind).to.equal('already-signed')
  })
})

describe('marking an edition', () => {
  const asked = (change: 'material' | 'editorial', practice = false) => ({
    policy: 'social-media',
    edition: '2015-10',
    change,
    practice,
    ...bySlt(),
  })
  it('is recorded, again when it changes', () => {
    const first = mark(factsOf(), asked('editorial'))
    expect(first.outcome.kind).to.equal('marked')
    const marks = entriesOf(...first.entries.map(({ fact }) => fact))
    expect(mark(factsOf({ marks }), asked('editorial')).outcome.kind).to.equal('already-marked')
    expect(mark(factsOf({ marks }), asked('material')).outcome.kind).to.equal('marked')
  })
  it('is another matter in practice', () => {
    const marks = entriesOf(...mark(factsOf(), asked('editorial', true)).entries.map(({ fact }) => fact))
    expect(mark(factsOf({ marks }), asked('editorial', true)).outcome.kind).to.equal('already-marked')
    expect(mark(factsOf({ marks }), asked('editorial')).outcome.kind).to.equal('marked')
  })
})

describe('erasing somebody', () => {
  it('writes that it was done and asks for the rest to be removed', () => {
    const { entries, erases, outcome } = erase(factsOf(), bySlt())
    expect(outcome.kind).to.equal('erased')
    expect(erases).to.be.true
    expect(entries.map(({ fact, hidden }) => ({ fact, hidden }))).to.deep.equal([
      { fact: { kind: 'erased', person: 'p-1', by: 'p-9' }, hidden: {} },
    ])
    expect(erase(nobody, bySlt()).outcome.kind).to.equal('unknown-person')
  })
})

describe('what may be signed', () => {
  const restated = toSign({ wording: 'restated' })
  it('is the adopted text, and a summary in practice or by name only', () => {
    expect(mayBeSigned(toSign(), { practice: false, accepted: [] }).kind).to.equal('yes')
    expect(mayBeSigned(restated, { practice: true, accepted: [] }).kind).to.equal('yes')
    expect(mayBeSigned(restated, { practice: false, accepted: ['social-media@2015-10'] }).kind).to.equal('yes')
    expect(
      mayBeSigned(restated, { practice: false, accepted: ['social-media@2014-10', 'social-media'] }),
    ).to.deep.include({
      kind: 'restated',
      edition: 'social-media@2015-10',
    })
  })
  it('says where to bring in the adopted text, and how on the command line', () => {
    const may = mayBeSigned(restated, { practice: false, accepted: [] })
    expect(may.kind === 'restated' && may.fix).to.include('in the office on the web page, under Policies')
    expect(may.kind === 'restated' && may.typed).to.include('npm run policy -- import FILE --policy social-media')
  })
})
