// What makes the bot more certain that a policy covers a question, and what makes it less certain.
import { expect } from 'chai'
import { openDesk } from '../../../src/turn/desk.ts'
import { findFiles } from '../../../src/library/files.ts'
import { readLibrary } from '../../../src/library/read.ts'
import { ask } from '../../../src/search/ask.ts'
import { readQuery } from '../../../src/search/query.ts'

const { library } = readLibrary(findFiles({ root: '.', home: './no-such-home' }))
if (library === undefined) throw new Error('the knowledge has problems: run npm run inspect')
const { index } = openDesk(library)(new Date('2026-01-15T12:00:00Z'))

describe('how sure', () => {
  const heard: [string, { ours: number; elsewhere: number; nothing: number }][] = [
    ['is there a minibus', { ours: 0, elsewhere: 1, nothing: 0 }],
    ['a mum', { ours: 0, elsewhere: 0, nothing: 1 }],
    ['tiktok', { ours: 1, elsewhere: 0, nothing: 0 }],
    // "print" alone could be about a printer.
    ['print name', { ours: 1, elsewhere: 0, nothing: 0 }],
    ['the weather', { ours: 0, elsewhere: 0, nothing: 0 }],
  ]
  for (const [text, expected] of heard) {
    it(`hears in "${text}" ${JSON.stringify(expected)}`, () => {
      expect(readQuery(text, index).heard).to.deep.equal(expected)
    })
  }

  it('a phrase inside a longer one does not count', () => {
    expect(readQuery('the risk assessment', index).heard.elsewhere).to.equal(1)
    expect(readQuery('online shopping', index).heard).to.deep.equal({ ours: 1, elsewhere: 0, nothing: 0 })
  })

  it('a subject of some other policy makes it doubt, unless the question is about posting', () => {
    expect(ask(index, 'a letter about the trip').outcome).to.equal('not-covered')
    expect(ask(index, 'trip photos on the school instagram').outcome).to.equal('answered')
  })
})
