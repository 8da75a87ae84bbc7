// A stored index gives the same answers as the original, and is used only for the texts that it was made from.
import { expect } from 'chai'
import { ask } from '../../../src/search/ask.ts'
import { buildIndex, workOut } from '../../../src/search/build.ts'
import { keyOfWorked, packWorked, unpackWorked } from '../../../src/turn/kept-index.ts'
import { anEdition, aSection } from '../../kit/builders.ts'
import { theProjects } from '../../kit/library.ts'

const edition = anEdition({
  policy: 'health',
  title: 'First Aid Policy',
  sections: [
    aSection('1', 'Defibrillator', 'The defibrillator hangs beside the front door.'),
    aSection('2', 'Head lice', 'Families of the class are told by letter.'),
    aSection('3', 'Boxes', 'Boxes stand in the hall and in the kitchen.'),
  ],
})
const shelfOf = (...editions: (typeof edition)[]) =>
  editions.flatMap((each) => each.sections.map((section) => ({ edition: each, section, asked: undefined })))
const { general = { lexicon: [], topics: [] } } = theProjects()

describe('an index that is kept', () => {
  const shelf = shelfOf(edition)

  it('answers to the last figure as one that was just built', () => {
    const kept = unpackWorked(packWorked(workOut(shelf, general)))
    expect(kept).to.not.equal(undefined)
    for (const question of ['wheres the defib', 'half the class has nits', 'boxs', 'who feeds the rabbit']) {
      const [now, later] = [
        ask(buildIndex(shelf, [], general), question),
        ask(buildIndex(shelf, [], general, kept), question),
      ]
      expect(JSON.stringify(later), question).to.equal(JSON.stringify(now))
    }
  })

  it('has another name when a text, a title, the lexicon or a topic is another', () => {
    const [first = edition.sections[0]] = edition.sections
    if (first === undefined) throw new Error('The edition has no section.')
    const [line] = general.lexicon
    const [topic] = general.topics
    if (line === undefined || topic === undefined) throw new Error('The knowledge has no lexicon or no topics.')
    const others = [
      [shelfOf({ ...edition, title: 'Health Policy' }), general],
      [
        shelfOf({ ...edition, sections: [{ ...first, title: 'Heart starter' }, ...edition.sections.slice(1)] }),
        general,
      ],
      [shelfOf({ ...edition, sections: edition.sections.slice(1) }), general],
      [shelf, { ...general, lexicon: [{ ...line, says: ['a word of its own'] }, ...general.lexicon.slice(1)] }],
      [shelf, { ...general, topics: [{ ...topic, titles: ['another title'] }, ...general.topics.slice(1)] }],
    ] as const
    const keys = [keyOfWorked(shelf, general), ...others.map(([texts, knowledge]) => keyOfWorked(texts, knowledge))]
    expect(new Set(keys).size).to.equal(keys.length)
    expect(keyOfWorked(shelfOf(structuredClone(edition)), structuredClone(general))).to.equal(keys[0])
  })

  it('is nothing where the bytes are something else', () => {
    const whole = packWorked(workOut(shelf, general))
    for (const bytes of [new Uint8Array(), Buffer.from('{}'), whole.subarray(0, whole.length >> 1)])
      expect(unpackWorked(bytes)).to.equal(undefined)
  })
})
