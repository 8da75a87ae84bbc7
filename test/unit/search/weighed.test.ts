// How urgent a message is, by the weights of its words.
import { expect } from 'chai'
import { withWeights } from '../../../src/library/urgent-weights.ts'
import { spokenWords } from '../../../src/search/spoken.ts'
import type { UrgentKind } from '../../../src/search/types.ts'
import { compileUrgent } from '../../../src/search/urgent.ts'
import { compileWeights, signsOf } from '../../../src/search/weighed.ts'
import type { Problem } from '../../../src/turn/library.ts'

const kind = (id: string, more: Partial<UrgentKind> = {}): UrgentKind => {
  return { id, title: id, patterns: [], steps: [], cases: { trigger: [], nearMiss: [] }, ...more }
}
const pattern = (word: string) => ({ words: [[word]], within: 1, near: [], unless: [], asks: [], tells: [] })
const source = [
  '# a comment',
  'kinds\tchild\tthreat',
  '*\t-200\t-200',
  'punch\t100\t400',
  'punch bag\t-400\t-400',
  '',
].join('\n')
const weighed = (kinds: readonly UrgentKind[], own = false) =>
  withWeights(kinds, { shown: 'urgent-weights.txt', source }, { own, problems: [] })

describe('weighing the words of a message', () => {
  it('sees each word, each two that follow each other, and what opens a sentence', () => {
    expect([...signsOf(spokenWords('He punched 12 boys. Help'))]).to.deep.equal([
      '*',
      'he',
      '^ he',
      'punch',
      'he punch',
      '0',
      'punch 0',
      'boy',
      '0 boy',
      'help',
      '^ help',
    ])
  })

  it('finds the kind for which they are worth most', () => {
    const weigh = compileWeights(weighed([kind('child'), kind('threat')]))
    expect(weigh(spokenWords('punched'))?.kind.id).to.equal('threat')
    expect(weigh(spokenWords('punched'))?.odds).to.be.closeTo(2, 0.1)
    expect(weigh(spokenWords('a punch bag'))?.odds).to.be.below(0)
  })

  it('knows nothing where nothing is weighed', () => {
    expect(compileWeights([kind('child')])(spokenWords('punched'))).to.equal(undefined)
  })

  it('takes for urgent what no pattern knows', () => {
    const find = compileUrgent(weighed([kind('child'), kind('threat')]))
    expect(find('he punched me')?.id).to.equal('threat')
    expect(find('where is the punch bag')).to.equal(undefined)
  })

  it('gives way to the weights, but never where the patterns are the school’s own', () => {
    const kinds = [kind('threat', { patterns: [pattern('bag')] })]
    expect(compileUrgent(weighed(kinds))('where is the punch bag')).to.equal(undefined)
    expect(compileUrgent(weighed(kinds, true))('where is the punch bag')?.id).to.equal('threat')
  })

  it('wants more where it is asked what is allowed, of the weights and of a pattern', () => {
    const worth = new Map([
      ['*', -2],
      ['roof', 3],
    ])
    const find = compileUrgent([kind('threat', { worth })])
    expect(find('a man climbs on the roof')?.id).to.equal('threat')
    expect(find('can i keep bees on the roof')).to.equal(undefined)
    const less = new Map([['roof', -0.5]])
    const pressed = compileUrgent([kind('threat', { worth: less, yields: true, patterns: [pattern('roof')] })])
    expect(pressed('someone is on the roof')?.id).to.equal('threat')
    expect(pressed('can i keep bees on the roof')).to.equal(undefined)
  })

  it('wants more where a message is mostly grammar, but not of a pattern', () => {
    const worth = new Map([['no', 1]])
    expect(compileUrgent([kind('threat', { worth })])('so that is a no then')).to.equal(undefined)
    expect(compileUrgent([kind('threat', { worth })])('no lesson for that class')?.id).to.equal('threat')
    const much = new Map([['no', 3]])
    expect(compileUrgent([kind('threat', { worth: much })])('so that is a no then')?.id).to.equal('threat')
    const known = compileUrgent([kind('threat', { worth, patterns: [pattern('no')] })])
    expect(known('so that is a no then')?.id).to.equal('threat')
  })

  it('shows the card for a child where perhaps a child is harmed, and never where it is me', () => {
    const both = weighed([kind('child', { children: 'own' }), kind('threat', { children: 'other' })])
    const close = both.map((each) => ({ ...each, worth: new Map([['punch', each.id === 'child' ? 3.8 : 4]]) }))
    expect(compileUrgent(close)('somebody was punched')?.id).to.equal('child')
    expect(compileUrgent(close)('somebody punched me')?.id).to.equal('threat')
  })
})

describe('what a child tells of a member of staff', () => {
  const both = [
    kind('child', { children: 'own', patterns: [pattern('pupil')] }),
    kind('threat', { children: 'other', patterns: [pattern('stabbed')] }),
  ]
  const find = compileUrgent(both)
  for (const [text, id] of [
    ['a pupil told me that mr todd will be stabbed', 'threat'],
    ['a pupil told me that mr todd stabbed her', 'child'],
    ['a pupil told me that a boy will be stabbed by mr todd', 'child'],
    ['i told a pupil that mr todd was stabbed', 'child'],
  ] as const) {
    it(`${id}: ${text}`, () => expect(find(text)?.id).to.equal(id))
  }
})

describe('reading urgent-weights.txt', () => {
  it('tells of a line that is wrong, and weighs nothing then', () => {
    const problems: Problem[] = []
    const kinds = withWeights(
      [kind('threat')],
      { shown: 'w.txt', source: 'kinds\tthreat\npunch\tmuch\n' },
      { problems },
    )
    expect(kinds[0]?.worth).to.equal(undefined)
    expect(problems.map(({ line, what }) => `${line} ${what}`)).to.deep.equal([
      '2 needs a word, a tab and 1 whole numbers',
    ])
  })

  it('leaves out kinds that the school has not got', () => {
    expect(weighed([kind('abuse')])[0]?.worth).to.equal(undefined)
  })
})
