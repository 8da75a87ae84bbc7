import { expect } from 'chai'
import { countOn, parseRoman, textOf } from '../../../src/policy/text.ts'
import type { SectionPart } from '../../../src/policy/types.ts'

const section = (...parts: SectionPart[]) => ({ ref: '1', title: 'Keys', parent: undefined, parts })

describe('the text of a section', () => {
  it('has a blank line between parts, an item on each line, and no gaps', () => {
    const text = textOf(
      section(
        { kind: 'paragraph', text: 'Staff must:' },
        { kind: 'list', ordered: false, mark: 'o', items: ['lock the door', 'take the key'] },
        { kind: 'gap', text: 'Something is missing here.' },
        { kind: 'paragraph', text: 'Signed: …\nDate: …' },
      ),
    )
    expect(text).to.equal('Staff must:\n\no lock the door\no take the key\n\nSigned: …\nDate: …')
  })

  it('marks lists that have no marks of their own', () => {
    expect(textOf(section({ kind: 'list', ordered: false, items: ['a', 'b'] }))).to.equal('- a\n- b')
    expect(textOf(section({ kind: 'list', ordered: true, items: ['a', 'b'] }))).to.equal('1. a\n2. b')
  })

  it('counts on from the school’s own mark', () => {
    expect(textOf(section({ kind: 'list', ordered: true, mark: '(c)', items: ['x', 'y'] }))).to.equal('(c) x\n(d) y')
  })

  it('is empty where there is none', () => expect(textOf(section())).to.equal(''))

  for (const [mark, by, expected] of [
    ['1.', 9, '10.'],
    ['7)', 1, '8)'],
    ['(a)', 1, '(b)'],
    ['a.', 8, 'i.'],
    ['h)', 1, 'i)'],
    ['z.', 1, 'aa.'],
    ['A.', 2, 'C.'],
    ['i.', 3, 'iv.'],
    ['(ii)', 2, '(iv)'],
    ['IX.', 1, 'X.'],
    ['c.', 1, 'd.'],
    ['•', 5, '•'],
    ['a.', 0, 'a.'],
    ['1.1', 1, '1.1'],
  ] as const) {
    it(`${by} on from ${mark} is ${expected}`, () => expect(countOn(mark, by)).to.equal(expected))
  }

  it('reads Roman numerals, and no others', () => {
    expect(['i', 'iv', 'ix', 'xiv', 'xl', 'xcix'].map(parseRoman)).to.deep.equal([1, 4, 9, 14, 40, 99])
    expect(['', 'iiii', 'vx', 'ic', 'mix', 'a'].map(parseRoman)).to.deep.equal(Array(6).fill(undefined))
  })
})
