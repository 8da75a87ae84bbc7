// Somebody who does not belong to the school: urgent help always, open policies where there are any, and nothing kept
// about them.
import { expect } from 'chai'
import { createApp, type App } from '../../../src/app.ts'
import type { Said } from '../../../src/chat/events.ts'
import { theLibrary } from '../../kit/library.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const library = theLibrary()
const open = {
  ...library,
  policies: library.policies.map((policy) => ({ ...policy, openTo: 'everybody' as const })),
}

describe('the app and an outsider', () => {
  let test: TestPorts
  let n = 0
  beforeEach(async () => (test = await memoryPorts()))
  afterEach(() => test.close())

  const says = async (app: App, text: string) => {
    const account = { platform: 'slack', id: 'U0OTHER' } as const
    const event: Said = {
      kind: 'said',
      id: `e${++n}`,
      account,
      place: { ...account, kind: 'shared' },
      text,
      outsider: true,
    }
    const replies = await app.hear(event)
    return replies.map(({ to, card }) => ({ to, title: card.title, summary: card.summary }))
  }

  it('is told whom it is for, in private, and nothing of a policy', async () => {
    const app = createApp(test.ports, library)
    for (const text of ['Can I be friends with parents on Facebook?', 'sign', 'register', 'hello']) {
      const replies = await says(app, text)
      expect(replies.map(({ to, title }) => [to, title])).to.deep.equal([['person', 'For the school’s staff']])
    }
  })

  it('gets urgent help all the same', async () => {
    const [reply] = await says(createApp(test.ports, library), 'a pupil told me that she wants to kill herself')
    expect(reply?.title).not.to.equal('For the school’s staff')
    expect(reply?.to).to.equal('person')
  })

  it('may ask about what is open to everybody, and still not sign', async () => {
    const app = createApp(test.ports, open)
    const [answer] = await says(app, 'Can I be friends with parents on Facebook?')
    expect(answer?.title).not.to.equal('For the school’s staff')
    expect(answer?.to).to.equal('person')
    expect((await says(app, 'sign'))[0]?.title).to.equal('For the school’s staff')
  })

  it('leaves nothing behind that names them', async () => {
    const app = createApp(test.ports, open)
    for (const text of ['Can I post photos?', 'check', 'sign', 'hello']) await says(app, text)
    expect(await test.ports.directory.find({ platform: 'slack', id: 'U0OTHER' })).to.equal(undefined)
    expect(await test.ports.store.rulingsOf({ platform: 'slack', id: 'U0OTHER' }, 9)).to.deep.equal([])
    expect((await test.ports.journal.head()).seq).to.equal(0)
  })
})
