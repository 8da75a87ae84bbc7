import { expect } from 'chai'
import { difference, type Change } from '../../../src/policy/difference.ts'
import type { Section } from '../../../src/policy/types.ts'
import { anEdition, aSection } from '../../kit/builders.ts'

const desk = aSection('1', 'Signing in', 'Visitors sign in at the desk. They are given a badge. It is worn all day.')
const rooms = aSection('2', 'Rooms', 'No visitor is alone with a pupil. Doors stay open.')
const leaving = aSection('3', 'Leaving', 'The badge is handed back. The time is written down.')
const parking = aSection('4', 'Parking', 'Cars stand behind the hall. Coaches wait in the road.')
const as = (section: Section, change: { ref?: string; title?: string; text?: string }): Section =>
  aSection(change.ref ?? section.ref, change.title ?? section.title, change.text ?? textIn(section))

function textIn({ parts }: Section): string {
  return parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : [])).join(' ')
}

function say(change: Change): string {
  switch (change.kind) {
    case 'same':
      return `same ${change.section.ref}`
    case 'new':
      return `new ${change.section.ref}`
    case 'gone':
      return `gone ${change.was.ref}`
    case 'renumbered':
    case 'retitled':
      return `${change.kind} ${change.was.ref} ${change.section.ref}`
    case 'changed': {
      const marks = { kept: '=', added: '+', removed: '-' }
      const sentences = change.sentences.map(({ kind, text }) => `${marks[kind]}${text.replace(/[^A-Z]/g, '')}`)
      return `changed ${change.was.ref} ${change.section.ref} ${sentences.join(' ')}`
    }
  }
}

const open = 'Doors stay open.'
describe('the difference of two editions', () => {
  for (const [what, was, now, expected] of [
    ['is none between the same', [desk, rooms], [desk, rooms], ['same 1', 'same 2']],
    ['has a section that is new', [desk], [desk, rooms], ['same 1', 'new 2']],
    [
      'has a section that is gone, where it stood',
      [desk, rooms, leaving],
      [desk, leaving],
      ['same 1', 'gone 2', 'same 3'],
    ],
    ['has all that is gone, at the end too', [desk, rooms, leaving], [desk], ['same 1', 'gone 2', 'gone 3']],
    [
      'knows sections again when one is added in front',
      [desk, rooms],
      [as(parking, { ref: '1' }), as(desk, { ref: '2' }), as(rooms, { ref: '3' })],
      ['new 1', 'renumbered 1 2', 'renumbered 2 3'],
    ],
    [
      'knows sections again when two change places',
      [desk, rooms],
      [as(rooms, { ref: '1' }), as(desk, { ref: '2' })],
      ['renumbered 2 1', 'renumbered 1 2'],
    ],
    ['tells another title', [desk], [as(desk, { title: 'Coming in' })], ['retitled 1 1']],
    [
      'tells a sentence that is added, one that is removed and those that are kept',
      [rooms],
      [as(rooms, { text: `${open} Blinds stay up.` })],
      ['changed 2 2 -N =D +B'],
    ],
    [
      'tells a sentence that reads otherwise',
      [rooms],
      [as(rooms, { text: `A visitor is never alone. ${open}` })],
      ['changed 2 2 -N +A =D'],
    ],
    [
      'knows a changed section by its title under another number',
      [desk, rooms],
      [
        as(parking, { ref: '1' }),
        as(rooms, { ref: '2', title: 'Signing in', text: 'Visitors sign on a tablet.' }),
        as(rooms, { ref: '3' }),
      ],
      ['new 1', 'changed 1 2 -V -T -I +V', 'renumbered 2 3'],
    ],
    [
      'knows a changed section by its sentences under another title and number',
      [desk],
      [aSection('7', 'Coming in', `${textIn(desk)} Lanyards are green.`)],
      ['changed 1 7 =V =T =I +L'],
    ],
    [
      'takes another text under the same number and another title for another section',
      [desk],
      [as(parking, { ref: '1' })],
      ['new 1', 'gone 1'],
    ],
    [
      'takes no notice of how a text is set',
      [rooms],
      [aSection('2', 'ROOMS', 'No visitor is  alone with a pupil', { kind: 'list', ordered: false, items: [open] })],
      ['same 2'],
    ],
    [
      'compares lists item by item',
      [aSection('1', 'Bring', list('A pen', 'Books'))],
      [aSection('1', 'Bring', list('A pen', 'Crayons', 'Books'))],
      ['changed 1 1 =A +C =B'],
    ],
    ['is all new from nothing', [], [desk], ['new 1']],
  ] as const) {
    it(what, () => {
      const changes = difference(anEdition({ sections: was }), anEdition({ id: '2026-09', sections: now }))
      expect(changes.map(say)).to.deep.equal(expected)
    })
  }
})

function list(...items: readonly string[]) {
  return { kind: 'list', ordered: false, items } as const
}
