import { expect } from 'chai'
import type { Said } from '../../../src/chat/events.ts'
import { actions } from '../../../src/chat/actions.ts'
import { door } from '../../../src/turn/door.ts'
import { houseOf } from '../../../src/turn/house.ts'
import type { Turn } from '../../../src/turn/turn.ts'
import { theLibrary } from '../../kit/library.ts'

describe('what comes before everything else', () => {
  const place = { platform: 'slack', id: 'U1', kind: 'private' } as const
  const said = (text: string): Said => ({ kind: 'said', id: 'e1', account: place, place, text })
  const library = theLibrary()
  // Doors get only the knowledge; what they run gets the whole turn.
  const turnOf = (event: Said, of = library) => ({ event, library: of }) as unknown as Turn

  const open = () => {
    const asked: string[] = []
    const ran: Turn[] = []
    const only = door('only', {
      actions: actions({}),
      on: {},
      first(_, text) {
        asked.push(text)
        if (!text.startsWith('!')) return undefined
        return { byLink: true, run: (turn) => [...(ran.push(turn), [])] }
      },
    })
    return { house: houseOf([only]), asked, ran }
  }

  it('is decided once for each text of an event, also where there is nothing', () => {
    const { house, asked } = open()
    const event = said('hello')
    for (const text of ['hello', 'quoted', 'hello', 'quoted'])
      expect(house.first(turnOf(event), text)).to.equal(undefined)
    expect(asked).to.deep.equal(['hello', 'quoted'])
    house.first(turnOf(said('hello')), 'hello')
    expect(asked).to.deep.equal(['hello', 'quoted', 'hello'])
  })

  it('is decided again where the school’s knowledge has changed meanwhile', () => {
    const { house, asked } = open()
    const event = said('hello')
    house.first(turnOf(event), 'hello')
    house.first(turnOf(event, { ...library }), 'hello')
    expect(asked).to.deep.equal(['hello', 'hello'])
  })

  it('runs in the turn that answers, not in the one in which it was decided', async () => {
    const { house, ran } = open()
    const event = said('!')
    const [noted, answered] = [turnOf(event), turnOf(event)]
    house.first(noted, '!')
    await house.first(answered, '!')?.run(answered)
    expect(ran).to.have.length(1)
    expect(ran[0]).to.equal(answered)
  })
})
