// Why somebody got an answer is said once for each of their words, whichever lists heard it.
import { expect } from 'chai'
import { ask } from '../../../src/search/ask.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import { theLibrary } from '../../kit/library.ts'

describe('why somebody got an answer', () => {
  const { index } = openDesk(theLibrary())(new Date('2026-11-23T09:00:00Z'))

  it('names each phrase once, with all that it was read as', () => {
    const lines = ask(index, 'can I be friends with a former pupil on Facebook?').matches[0]?.because.lines ?? []
    const says = lines.map((line) => line.says)
    expect(says).to.deep.equal([...new Set(says)])
    expect(lines.find((line) => line.says === 'facebook')?.means).to.deep.equal(['social media', 'social networking'])
    // Part of “be friends”, which was read as the same.
    expect(says).to.include('be friends').and.not.include('friended')
  })
})
