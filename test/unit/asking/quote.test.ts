// What an answer's card quotes: the deciding sentence in full and set off, and as much of the rest as fits a glance.
import { expect } from 'chai'
import { quoteRich } from '../../../src/asking/quote.ts'
import { unstyled, type Rich } from '../../../src/chat/cards.ts'
import type { Passage } from '../../../src/search/types.ts'

const filler = 'This sentence is here to fill the room that there is on a card. '
const point = 'Staff must ask first.'

/** A passage in which `deciding` is the sentence that decides. */
function passage(text: string, deciding?: string): Passage {
  const start = deciding === undefined ? -1 : text.indexOf(deciding)
  const decides = start < 0 || deciding === undefined ? undefined : ([start, start + deciding.length] as const)
  return { text, decides, marks: [], gap: undefined }
}

const strongIn = (rich: Rich) => rich.filter(({ style }) => style === 'strong').map(({ text }) => text)

describe('what is quoted on an answer', () => {
  const table: readonly [what: string, passage: Passage, shown: string, strong: readonly string[]][] = [
    ['a short passage stands whole', passage(`One. ${point} Two.`, point), `One. ${point} Two.`, [point]],
    ['what has one sentence has nothing to set off', passage(point), point, []],
    [
      'of a long one the deciding sentence comes first, with what follows as far as there is room',
      passage(`${filler.repeat(5)}${point} ${filler.repeat(5)}`, point),
      `… ${point} ${filler.repeat(3).trim()} …`,
      [point],
    ],
    [
      'an item keeps the sentence that announces it',
      passage(`Staff must:\n• ${filler.repeat(3).trim()}\n• ask first;\n• ${filler.repeat(3).trim()}`, '• ask first;'),
      'Staff must:\n• ask first; …',
      ['• ask first;'],
    ],
    ['the last sentence is followed by nothing', passage(`${filler.repeat(5)}${point}`, point), `… ${point}`, [point]],
    [
      'a deciding sentence longer than a glance is not cut',
      passage(`First. ${'very '.repeat(80)}long. Last.`, `${'very '.repeat(80)}long.`),
      `… ${'very '.repeat(80)}long. …`,
      [`${'very '.repeat(80)}long.`],
    ],
  ]
  for (const [what, given, shown, strong] of table) {
    it(what, () => {
      const rich = quoteRich(given)
      expect(unstyled(rich)).to.equal(shown)
      expect(strongIn(rich)).to.deep.equal(strong)
    })
  }

  it('the words that matched are marked where no sentence is set off', () => {
    const rich = quoteRich({
      ...passage(point),
      marks: [
        [0, 5],
        [6, 10],
      ],
    })
    expect(rich[0]).to.deep.equal({ text: 'Staff must', style: 'mark' })
  })
})
