// What may happen in a case, as a table: who may do what, and what the second of two people is told.
import { expect } from 'chai'
import type { Case } from '../../../src/ports/cases.ts'
import { closeCase, offerCase, releaseCase, sayInCase, takeCase, type Saying } from '../../../src/referral/change.ts'
import { openCase, type NewCase } from '../../../src/referral/open-case.ts'
import { day } from '../../kit/evidence.ts'

const at = new Date('2026-11-23T09:00:00Z')
const asked: NewCase = {
  id: 'c',
  at,
  asker: 'asker',
  practice: false,
  platform: 'slack',
  route: 'slt',
  about: { what: 'question', policy: undefined, edition: undefined, section: undefined },
  offered: ['one', 'other'],
  due: day('2026-11-26'),
  words: ' May I? ',
}

function waiting(): Case {
  const { now } = openCase(undefined, asked)
  if (now === undefined) throw new Error('it was not opened')
  return now
}
function taken(): Case {
  const { now } = takeCase(waiting(), { by: 'one', at })
  if (now === undefined) throw new Error('it was not taken')
  return now
}
const says = (found: Case, given: Partial<Saying>) =>
  sayInCase(found, { by: 'one', at, what: 'answer', words: 'Yes.', seen: found.messages.length, ...given })

describe('a case', () => {
  it('is opened once, with what was written', () => {
    expect(waiting()).to.deep.include({ state: 'waiting', asker: 'asker', offered: ['one', 'other'] })
    expect(waiting().messages).to.deep.equal([{ seq: 1, at, by: 'asker', kind: 'asked', text: 'May I?' }])
    expect(openCase(waiting(), asked).outcome.kind).to.equal('already-open')
    expect(openCase(waiting(), { ...asked, asker: 'thief' })).to.deep.equal({ outcome: { kind: 'not-yours' } })
    expect(openCase(undefined, { ...asked, words: ' ' }).outcome.kind).to.equal('words-empty')
    expect(openCase(undefined, { ...asked, offered: [] }).outcome.kind).to.equal('nobody')
  })

  for (const [what, found, by, kind] of [
    ['by somebody to whom it was offered', waiting(), 'one', 'taken'],
    ['again by whoever has it', taken(), 'one', 'already-yours'],
    ['not by a second', taken(), 'other', 'taken-by'],
    ['not by somebody else', waiting(), 'stranger', 'not-yours'],
    ['not by whoever asked', waiting(), 'asker', 'not-yours'],
    ['not where there is none', undefined, 'one', 'not-yours'],
  ] as const)
    it(`is taken: ${what}`, () => expect(takeCase(found, { by, at }).outcome.kind).to.equal(kind))

  for (const [what, given, state] of [
    ['answered', {}, 'answered'],
    ['asked back', { what: 'ask-back' }, 'asked-back'],
    ['passed on', { what: 'pass-on', to: 'third', words: '' }, 'waiting'],
    ['closed by whoever has it', { what: 'close', words: '' }, 'closed'],
    ['closed by whoever asked', { what: 'close', by: 'asker', words: '' }, 'closed'],
    ['replied to', { what: 'reply', by: 'asker' }, 'taken'],
  ] as const)
    it(`is ${what}`, () => expect(says(taken(), given).now?.state).to.equal(state))

  it('is read and taken by nobody but those to whom it was passed on', () => {
    const { now } = says(taken(), { what: 'pass-on', to: 'third', words: '' })
    expect(now).to.deep.include({ offered: ['third'], taker: undefined })
    expect(takeCase(now, { by: 'one', at }).outcome.kind).to.equal('not-yours')
    expect(now && says(now, {}).outcome.kind).to.equal('not-yours')
  })

  for (const [what, given, kind] of [
    ['a stranger', { by: 'stranger' }, 'not-yours'],
    ['whoever was offered it and did not take it', { by: 'other' }, 'not-yours'],
    ['the asker, who answers themselves', { by: 'asker' }, 'not-yours'],
    ['whoever has it, as if they had asked', { what: 'reply' }, 'not-yours'],
    ['nothing written', { words: ' \n' }, 'words-empty'],
    ['passed on to nobody', { what: 'pass-on', to: undefined }, 'nobody-chosen'],
    ['somebody who has not seen the last of it', { seen: 1 }, 'moved-on'],
  ] as const)
    it(`refuses ${what}, and changes nothing`, () => {
      const { now, outcome } = says(taken(), given)
      expect(outcome.kind).to.equal(kind)
      expect(now).to.equal(undefined)
    })

  it('takes nothing once it is closed', () => {
    const { now } = says(taken(), { what: 'close', words: '' })
    expect(now && says(now, {}).outcome.kind).to.equal('closed')
    expect(now && says(now, { by: 'stranger' }).outcome.kind).to.equal('not-yours')
  })

  it('is released, offered anew and closed by the clock, if it is as the clock saw it', () => {
    expect(releaseCase(taken(), { taker: 'one', at, offered: ['third'] }).now).to.deep.include({
      state: 'waiting',
      offered: ['third'],
    })
    expect(releaseCase(taken(), { taker: 'other', at, offered: [] })).to.deep.equal({ outcome: false })
    expect(offerCase(waiting(), ['third']).now?.offered).to.deep.equal(['third'])
    expect(offerCase(waiting(), ['other', 'one'])).to.deep.equal({ outcome: false })
    expect(offerCase(taken(), ['third'])).to.deep.equal({ outcome: false })
    expect(closeCase(taken(), { why: 'quiet', at, seen: 2 }).now?.closed).to.deep.equal({ at, why: 'quiet' })
    expect(closeCase(taken(), { why: 'quiet', at, seen: 1 })).to.deep.equal({ outcome: false })
  })
})
