import { expect } from 'chai'
import type { UrgentKind, UrgentPattern } from '../../../src/search/types.ts'
import { compilePatterns, compileUrgent } from '../../../src/search/urgent.ts'

describe('finding out whether a message is urgent', () => {
  const asks = ['what does the policy say', 'what happens if']
  const tells = ['sent me', 'what do i do']
  const me = ['=me', '=us']

  function kind(id: string, ...patterns: Partial<UrgentPattern>[]): UrgentKind {
    const full = { words: [], within: 8, near: [], unless: [], asks, tells }
    return {
      id,
      title: id,
      steps: [],
      patterns: patterns.map((pattern) => ({ ...full, ...pattern })),
      cases: { trigger: [], nearMiss: [] },
    }
  }
  const ask = (pattern: Partial<UrgentPattern>, text: string) =>
    compileUrgent([kind('it', pattern)])(text) !== undefined

  it('wants the words in order and close together', () => {
    const pattern = { words: [['stab', 'kill'], me], within: 3 }
    expect(ask(pattern, 'he will stab me')).to.be.true
    expect(ask(pattern, 'he will kill all of us')).to.be.false
    expect(ask(pattern, 'tell me who will stab')).to.be.false
  })

  it('takes the first pattern of the first kind, whichever stands first in the message', () => {
    const kinds = [kind('grave', { words: [['rope']] }, { words: [me] }), kind('lesser', { words: [['stab'], me] })]
    const find = compilePatterns(kinds)
    const found = (text: string) => [find(text)?.kind.id, find(text)?.pattern]
    expect(found('he will stab me')).to.deep.equal(['grave', 1])
    expect(found('he will stab me, he has a rope')).to.deep.equal(['grave', 0])
    expect(found('a stab in the dark')).to.deep.equal([undefined, undefined])
    // The message before must not affect this one.
    expect(found('the dark')).to.deep.equal([undefined, undefined])
  })

  it('compares words in all their forms, and =words in one', () => {
    expect(ask({ words: [['threaten']] }, 'I was THREATENED')).to.be.true
    expect(ask({ words: [['=threaten']] }, 'I was threatened')).to.be.false
    expect(ask({ words: [me] }, 'a used car, used by users')).to.be.false
    expect(ask({ words: [['us']] }, 'a used car')).to.be.false
  })

  it('compares phrases word by word, with short forms spelled out', () => {
    const pattern = { words: [['not want to live']] }
    expect(ask(pattern, "she doesn't wanna live")).to.be.true
    expect(ask(pattern, 'she does not want to. Live music is on')).to.be.false
  })

  it('forgives one slip in a ~word only', () => {
    expect(ask({ words: [['~harassment']] }, 'harrasment')).to.be.false
    expect(ask({ words: [['~harassment']] }, 'harrassment')).to.be.true
    expect(ask({ words: [['harassment']] }, 'harrassment')).to.be.false
  })

  it('reads an ending that is typed as it is spoken', () => {
    expect(ask({ words: [['stalking'], me] }, 'stalkin me')).to.be.true
  })

  it('wants each near group before or after, up to 20 words away', () => {
    const pattern = { words: [['knife']], near: [['pupil']] }
    expect(ask(pattern, 'a pupil with a knife')).to.be.true
    expect(ask(pattern, 'a knife was found on a pupil')).to.be.true
    expect(ask(pattern, `a knife ${'and '.repeat(25)}a pupil`)).to.be.false
    expect(ask(pattern, 'a knife')).to.be.false
  })

  it('is undone by an unless group in the same sentence, near by', () => {
    const pattern = { words: [['knife']], unless: [['butter']] }
    expect(ask(pattern, 'a butter knife')).to.be.false
    expect(ask(pattern, 'bread and butter. He has a knife')).to.be.true
    expect(ask(pattern, `butter ${'and '.repeat(15)}a knife`)).to.be.true
  })

  it('tries every occurrence, not only the first', () => {
    const pattern = { words: [['knife']], unless: [['butter']] }
    expect(ask(pattern, 'Is a butter knife allowed? He has a knife')).to.be.true
  })

  it('lets a question about the rules pass, unless it tells of something at first hand', () => {
    const pattern = { words: [['nude']] }
    expect(ask(pattern, 'what does the policy say about nudes')).to.be.false
    expect(ask(pattern, 'what does the policy say about the nude he sent me')).to.be.true
    expect(ask(pattern, 'He has a nude. What does the policy say?')).to.be.true
  })

  it('gives the most serious kind, which stands first', () => {
    const find = compilePatterns([
      kind('child', { words: [['child']], near: [['hurt']] }),
      kind('abuse', { words: [['insult']] }, { words: [['hurt']] }),
    ])
    expect(find('a child is hurt by an insult'))
      .to.deep.include({ pattern: 0 })
      .and.have.nested.property('kind.id', 'child')
    expect(find('I am hurt')).to.deep.include({ pattern: 1 }).and.have.nested.property('kind.id', 'abuse')
    expect(find('good morning')).to.equal(undefined)
    expect(find('')).to.equal(undefined)
  })

  it('reads what nobody would type without stumbling', () => {
    const find = compileUrgent([kind('it', { words: [['stab'], me], near: [['says']], unless: [['lol']] })])
    for (const text of [
      '!'.repeat(10_000),
      'a'.repeat(10_000),
      "'".repeat(10_000),
      'stab '.repeat(2000),
      '\u0000\uD800 * [ ( \\',
    ]) {
      expect(find(text)).to.equal(undefined)
    }
  })
})
