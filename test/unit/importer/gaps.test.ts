import { expect } from 'chai'
import { findGaps } from '../../../src/importer/gaps.ts'
import { toParts } from '../../../src/importer/parts.ts'
import type { SourceBlock } from '../../../src/importer/types.ts'

function look(text: string, { hasSections = false, isClosed = true } = {}) {
  const blocks = text
    .split('\n')
    .map((line, no): SourceBlock => ({ no, text: line, gap: true, indent: 0, plain: false, level: undefined }))
  return findGaps(toParts(blocks), { hasSections, isClosed })
}

function gapsIn(text: string, hasSections = false): number {
  return look(text, { hasSections }).gaps.length
}

describe('gaps', () => {
  for (const [what, text] of [
    ['a sentence with a colon', 'Among the things that the school asks of its staff are:'],
    ['a short one', 'Staff must:'],
    ['one at the end of a paragraph', 'Care is needed with keys. In particular:'],
    [
      'principles that do not follow',
      'The following principles apply to keys and say who has them.\nKeys are dear, so nobody lends them out.',
    ],
    ['rules as follows', 'The rules are as follows.\nKeys are dear, so nobody lends them out at all.'],
  ] as const) {
    it(`finds ${what}`, () => expect(gapsIn(text)).to.equal(1))
  }

  for (const [what, text] of [
    ['with bullets', 'Staff must:\no lock the door\no take the key'],
    ['with numbers', 'The following rules apply to keys:\n1. Lock the door.\n2. Take the key.'],
    ['with letters', 'Staff must:\n(a) lock the door;\n(b) take the key.'],
    ['without marks', 'Staff must:\nlock the door;\ntake the key.'],
    ['in a sentence', 'The following rules apply: lock the door and take the key.'],
    ['further down', 'The following rules apply to keys.\nKeys are dear.\no Lock the door\no Take the key'],
  ] as const) {
    it(`finds none where the list is there, ${what}`, () => expect(gapsIn(text)).to.equal(0))
  }

  for (const text of [
    'Signed:',
    'SIGNED: ……………',
    'Date:',
    'Approved by Headteacher / Chair of Governors:',
    'Next Review: October 2016',
    'In the following year the school opened.',
    'The following day is a holiday for everybody.',
  ]) {
    it(`takes "${text}" for none`, () => expect(gapsIn(text)).to.equal(0))
  }

  for (const [what, text, isClosed] of [
    [
      'a second announcement, when the list belongs to another',
      'Every teacher must always and everywhere do this:\nPupils are asked to do this:\no sit\no wait',
      true,
    ],
    ['an announcement before what may be no heading', 'Staff must:', false],
    [
      'an announcement that text of its own follows',
      'The rules are as follows.\nKeys are dear and are kept.\nNobody lends a key to anybody else at all.',
      true,
    ],
    [
      'something to look at, which may be a picture',
      'Every member of staff must follow this flow chart in all cases:',
      true,
    ],
  ] as const) {
    it(`only asks about ${what}`, () => {
      const { gaps, doubts } = look(text, { isClosed })
      expect([gaps.length, doubts.length]).to.deep.equal([0, 1])
    })
  }

  it('takes the sections inside for what was announced', () => {
    expect(gapsIn('This part sets out the rules of the school under these headings:', true)).to.equal(0)
  })
})
