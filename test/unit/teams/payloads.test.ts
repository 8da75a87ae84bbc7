import { expect } from 'chai'
import { parseActivity } from '../../../adapters/teams/payloads.ts'

describe('activities of Teams, parsed', () => {
  const activity = (conversation: string) => ({
    type: 'message',
    id: 'a1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.example/uk/',
    from: { id: '29:ada', aadObjectId: 'ada' },
    recipient: { id: '28:bot' },
    conversation: { id: conversation, conversationType: 'personal', tenantId: 't1' },
    text: 'who may use photos?',
  })

  it('an id is any text that can stand in an address', () => {
    expect(parseActivity(activity('19:chat😀')))
      .to.have.property('conversation')
      .that.includes({ id: '19:chat😀' })
    for (const half of ['19:chat\uD83D', '\uDE0019:chat', ''])
      expect(parseActivity(activity(half)), half).to.equal(undefined)
  })
})
