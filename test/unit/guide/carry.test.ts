import { expect } from 'chai'
import { carry, refIn } from '../../../src/guide/carry.ts'
import { hashOfText } from '../../../src/guide/hash.ts'
import type { Pointer } from '../../../src/guide/types.ts'
import type { Section } from '../../../src/policy/types.ts'
import { anEdition, aSection } from '../../kit/builders.ts'

const desk = 'Whoever visits the school signs in at the desk and is given a badge to wear.'
const rooms = 'Nobody may be alone with a pupil in a room whose door is closed and has no window.'
const leaving = 'Badges are handed back at the desk, and the time of leaving is written down.'
const to = (...sections: readonly Section[]) => anEdition({ sections })
const at = (ref: string, ...texts: readonly string[]): Pointer => ({
  ref,
  hashes: texts.map((text) => hashOfText(aSection(ref, 'Any', text))),
})

describe('a pointer in another edition', () => {
  for (const [what, pointer, edition, expected] of [
    ['is kept where the same text has the same number', at('2', rooms), to(aSection('2', 'Rooms', rooms)), 'kept 2'],
    ['is kept by any of its texts', at('2', desk, rooms), to(aSection('2', 'Rooms', rooms)), 'kept 2'],
    [
      'moves with the text when a section is added in front',
      at('1', desk),
      to(aSection('1', 'New', leaving), aSection('2', 'Signing in', desk)),
      'moved 2',
    ],
    ['moves where its number is gone', at('9', desk), to(aSection('1', 'Signing in', desk)), 'moved 1'],
    ['is changed where the number has another text', at('1', desk), to(aSection('1', 'Rooms', rooms)), 'changed 1'],
    ['is lost without text and number', at('9', desk), to(aSection('1', 'Rooms', rooms)), 'lost'],
    [
      'is changed where its text stands twice, and at its number neither',
      at('1', desk),
      to(aSection('1', 'Rooms', rooms), aSection('2', 'In', desk), aSection('3', 'In', desk)),
      'changed 1',
    ],
    [
      'is lost where its text stands twice and its number is gone',
      at('9', desk),
      to(aSection('2', 'In', desk), aSection('3', 'In', desk)),
      'lost',
    ],
    [
      'is kept at its number though its text stands elsewhere, too',
      at('3', desk),
      to(aSection('2', 'In', desk), aSection('3', 'In', desk)),
      'kept 3',
    ],
    ['is changed where nobody knows its text', at('1'), to(aSection('1', 'In', desk)), 'changed 1'],
    ['is lost in an edition without sections', at('1', desk), to(), 'lost'],
  ] as const) {
    it(what, () => {
      const [carried] = carry([pointer], edition)
      expect(carried && [carried.kind, ...('ref' in carried ? [carried.ref] : [])].join(' ')).to.equal(expected)
      const usable = /^(?:kept|moved) (.*)$/.exec(expected)?.[1]
      expect(carried && refIn(carried)).to.equal(usable)
    })
  }

  it('is told of in the order of asking, with all that it carries', () => {
    const pointers = [
      { ...at('2', rooms), asks: 'b' },
      { ...at('1', desk), asks: 'a' },
    ]
    const carried = carry(pointers, to(aSection('1', 'In', desk), aSection('2', 'Rooms', rooms)))
    expect(carried.map(({ pointer }) => pointer.asks)).to.deep.equal(['b', 'a'])
  })
})
