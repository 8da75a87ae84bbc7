// The cards for reading and signing: steps, changes between editions, and every standing in words.
import { expect } from 'chai'
import { emptyDraft, showDeclaration } from '../../../src/declaration/cards.ts'
import { minutesFor, nextStep, stepsOf } from '../../../src/declaration/steps.ts'
import type { Standing } from '../../../src/standing/types.ts'
import { noteStanding, tellStanding } from '../../../src/standing/words.ts'
import { declarationOf } from '../../../src/standing/declared.ts'
import type { Day } from '../../../src/kit/days.ts'
import { aPolicy, anEdition, aSection } from '../../kit/builders.ts'

const long = Array.from({ length: 12 }, (_, n) => `${n} ${'words and more words '.repeat(30)}`)
const edition = anEdition({
  sections: [
    aSection('1', 'Context', 'Why there are rules.'),
    aSection('2', 'Rules'),
    aSection('2.a', 'Kindness', ...long),
    aSection('A2', 'Declaration', 'I have read it.', 'I will keep to it.'),
  ],
})
const policy = { ...aPolicy(edition), declaration: 'A2' }

describe('declaration: the way through an edition', () => {
  const steps = stepsOf(edition, 'A2')

  it('passes over sections without a text, and the declaration itself', () => {
    expect([...new Set(steps.map(({ section }) => section.ref))]).to.deep.equal(['1', '2.a'])
    expect(steps.map(({ number }) => number)).to.deep.equal([1, ...steps.slice(1).map(() => 2)])
  })

  it('takes a long section in parts, which hold all of it', () => {
    const parts = steps.filter(({ section }) => section.ref === '2.a')
    expect(parts.length).to.be.greaterThan(1)
    expect(parts.map(({ part }) => part)).to.deep.equal(parts.map((_, at) => at + 1))
    expect(parts.flatMap(({ blocks }) => blocks)).to.have.lengthOf(12)
  })

  it('goes on at the first section that is not read, wherever the others were read', () => {
    expect(nextStep(steps, [])).to.equal(0)
    expect(nextStep(steps, ['1'])).to.equal(1)
    expect(nextStep(steps, ['2.a'])).to.equal(0)
    expect(nextStep(steps, ['2.a', '1', 'gone'])).to.equal(undefined)
  })

  it('takes a minute at least, and a minute for two hundred words', () => {
    expect(minutesFor([])).to.equal(1)
    expect(minutesFor([aSection('1', 'Long', 'word '.repeat(401))])).to.equal(3)
  })
})

describe('declaration: the form', () => {
  const declaration = declarationOf(policy, edition)
  if (declaration === undefined) throw new Error('there is no declaration')
  const form = (draft: Parameters<typeof showDeclaration>[1]) => {
    const card = showDeclaration({ edition, declaration, practice: false, unread: false }, draft)
    const found = card.blocks.find((block) => block.kind === 'form')
    if (found === undefined) throw new Error('there is no form')
    return { card, form: found.form }
  }

  it('has a box for each statement, in its own words, and none is ticked beforehand', () => {
    const { fields, submit } = form(emptyDraft).form
    expect(fields.map(({ label }) => label)).to.deep.equal([
      'I have read it.',
      'I will keep to it.',
      'Your name, typed in full',
    ])
    expect(fields.some((field) => field.kind === 'check' && field.ticked === true)).to.equal(false)
    expect(submit.action).to.deep.include({ do: 'sign', wording: declaration.hash })
  })

  it('says beside each field what is missing, and keeps what is there', () => {
    const { fields } = form({ confirmed: [1], name: 'Ada', slip: { kind: 'missing', missing: [0], name: false } }).form
    expect(fields.map((field) => field.error !== undefined)).to.deep.equal([true, false, false])
    expect(
      fields.map((field) => (field.kind === 'check' ? field.ticked : field.kind === 'line' && field.value)),
    ).to.eql([false, true, 'Ada'])
  })

  it('is marked PRACTICE once, in its title, and its text says what that means, and otherwise not', () => {
    const practised = showDeclaration({ edition, declaration, practice: true, unread: false }, emptyDraft)
    expect(practised.title).to.match(/^PRACTICE: /)
    expect(JSON.stringify(practised.blocks)).to.include('You are an invented person').and.not.include('PRACTICE')
    expect(JSON.stringify(form(emptyDraft).card)).to.not.include('PRACTICE')
  })
})

describe('declaration: standing in words', () => {
  const at = new Date('2026-09-03T09:00:00Z')
  const due = '2026-09-30' as Day
  const all: readonly (readonly [Standing, string, string])[] = [
    [{ kind: 'not-asked' }, 'nobody has asked you', 'not asked'],
    [{ kind: 'asked', due }, 'by 30 September 2026', 'due 30 September 2026'],
    [{ kind: 'reading', sections: 1, due }, '1 section so far. Please sign by 30 September 2026', '1 section so far'],
    [{ kind: 'reading', sections: 0, due: undefined }, 'begun to read the Policy.', 'reading'],
    [{ kind: 'signed', at, entry: 'e' }, 'signed the Policy on 3 September 2026', 'signed on 3 September 2026'],
    [
      { kind: 'signed-earlier', at, edition: '2015-10', what: 'edition', due },
      'an earlier edition',
      'an earlier edition',
    ],
    [
      { kind: 'signed-earlier', at, edition: '2015-10', what: 'wording', due },
      'an earlier wording',
      'an earlier wording',
    ],
    [{ kind: 'carried-over', at, edition: '2015-10', entry: 'e' }, 'still counts', 'carried over'],
    [{ kind: 'concern-raised', at, due: undefined }, 'You can still sign', 'raised a concern'],
    [{ kind: 'declined', at, due: undefined }, 'declined to sign', 'declined on 3 September 2026'],
    [{ kind: 'excused', by: 'p', until: due }, 'until 30 September 2026', 'excused until 30 September 2026'],
    [{ kind: 'excused', by: 'p', until: undefined }, 'You are excused from signing the Policy.', 'excused'],
    [{ kind: 'left', on: due }, 'nothing is asked of you', 'left on 30 September 2026'],
  ]
  for (const [standing, told, noted] of all) {
    it(`${standing.kind}: is told and noted`, () => {
      expect(tellStanding(standing, { title: 'Policy', zone: 'Europe/London' }))
        .to.include(told)
        .and.match(/\.$/)
      expect(noteStanding(standing, 'Europe/London')).to.include(noted)
    })
  }
})
