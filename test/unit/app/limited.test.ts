// Somebody who came by a link for signing can do nothing else.
import { expect } from 'chai'
import { createApp } from '../../../src/app.ts'
import { pack, type Action } from '../../../src/chat/actions.ts'
import type { ChatEvent } from '../../../src/chat/events.ts'
import { house } from '../../kit/house.ts'
import { theLibrary } from '../../kit/library.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const limit = { kind: 'signing', policy: 'phones', edition: '2026-09' } as const
const about = { policy: 'phones', edition: '2026-09' }
const wording = 'a'.repeat(64)
let ids = 0
const happened = () =>
  ({
    id: `e${++ids}`,
    account: { platform: 'web', id: 'p1' },
    place: { platform: 'web', id: 'p1', kind: 'private' },
    limitedTo: limit,
  }) as const
const allows = (action: Action) => {
  const read = house.read(pack(action))
  if (read === undefined) throw new Error(`no door takes ${JSON.stringify(action)}`)
  return house.isLet(read, limit)
}

describe('the app: by a link for signing', () => {
  const may: Action[] = [
    { do: 'start-reading', policy: 'phones' },
    { do: 'turn-page', ...about, step: 3 },
    { do: 'ask-about', ...about, section: '1' },
    { do: 'read', ...about, section: '1' },
    { do: 'declaration', ...about },
    { do: 'sign', ...about, wording },
    { do: 'before-signing', ...about, what: 'concern' },
    { do: 'say-before', ...about, what: 'decline' },
    { do: 'receipt', entry: 'e1' },
    { do: 'ask' },
  ]
  const mayNot: Action[] = [
    { do: 'sign', policy: 'gifts', edition: '2026-09', wording },
    { do: 'sign', policy: 'phones', edition: '2027-01', wording },
    { do: 'turn-page', policy: 'phones', edition: '2027-01', step: 0 },
    { do: 'start-reading', policy: 'gifts' },
    { do: 'register', policy: 'phones' },
    { do: 'turn-register', policy: 'phones' },
    { do: 'person', policy: 'phones', person: 'p2' },
    { do: 'withdraw', policy: 'phones', person: 'p1', entry: 'e1' },
    { do: 'new-person', policy: 'phones' },
    { do: 'campaigns', policy: 'phones' },
    { do: 'status' },
    { do: 'check', scenario: 'can-i-post-this' },
  ]
  for (const action of may) it(`one may ${JSON.stringify(action)}`, () => expect(allows(action)).to.equal(true))
  for (const action of mayNot) it(`one may not ${JSON.stringify(action)}`, () => expect(allows(action)).to.equal(false))

  describe('through the app', () => {
    let test: TestPorts
    beforeEach(async () => (test = await memoryPorts()))
    afterEach(() => test.close())
    const lets = async (event: ChatEvent) => {
      const replies = await createApp(test.ports, theLibrary()).hear(event)
      return !replies.some(({ card }) => card.title === 'Not by this link')
    }

    it('one may ask, and give no commands', async () => {
      const says = (text: string) => lets({ kind: 'said', ...happened(), text })
      for (const text of ['May I ring parents from my own phone?', 'thanks', '', 'sign'])
        expect(await says(text), text).to.equal(true)
      for (const text of ['status', 'register', 'can I post this?', 'check: a draft', 'open'])
        expect(await says(text), text).to.equal(false)
    })

    it('one sees no home page, and starts no check', async () => {
      const events: ChatEvent[] = [
        { kind: 'opened', surface: 'home', ...happened() },
        { kind: 'began-check', ...happened() },
        { kind: 'searched', query: 'phones', ...happened() },
      ]
      for (const event of events) expect(await lets(event), event.kind).to.equal(false)
      expect(await lets({ kind: 'opened', surface: 'chat', ...happened() })).to.equal(true)
    })

    it('what is forged or too old is said to be out of date', async () => {
      const [reply] = await createApp(test.ports, theLibrary()).hear({
        kind: 'pressed',
        ...happened(),
        packed: 'forged',
        fields: {},
      })
      expect(reply?.card.title).to.equal('That button is out of date')
    })
  })
})
