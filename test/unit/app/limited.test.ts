// A link for signing lets nobody do anything else.
import { expect } from 'chai'
import { pack, type Action } from '../../../src/chat/actions.ts'
import type { ChatEvent } from '../../../src/chat/events.ts'
import { mayByLink } from '../../../src/limited.ts'

const limit = { kind: 'signing', policy: 'phones', edition: '2026-09' } as const
const about = { policy: 'phones', edition: '2026-09' }
const wording = 'a'.repeat(64)
const happened = {
  id: 'e1',
  account: { platform: 'web', id: 'p1' },
  place: { platform: 'web', id: 'p1', kind: 'private' },
} as const
const press = (packed: string) => mayByLink({ kind: 'pressed', ...happened, packed, fields: {} }, limit)
const allows = (action: Action) => press(pack(action))

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

  it('one may ask, and give no commands', () => {
    const says = (text: string) => mayByLink({ kind: 'said', ...happened, text }, limit)
    expect(['May I ring parents from my own phone?', 'thanks', ''].map(says)).to.eql([true, true, true])
    expect(['status', 'register', 'can I post this?', 'open'].map(says)).to.eql([false, false, false, false])
  })

  it('one sees no home page, and starts no check', () => {
    const events: ChatEvent[] = [
      { kind: 'opened', surface: 'home', ...happened },
      { kind: 'began-check', ...happened },
      { kind: 'searched', query: 'phones', ...happened },
    ]
    expect(events.map((event) => mayByLink(event, limit))).to.eql([false, false, false])
    expect(mayByLink({ kind: 'opened', surface: 'chat', ...happened }, limit)).to.equal(true)
  })

  it('what cannot be read goes to the app, which says so', () => expect(press('forged')).to.equal(true))
})
