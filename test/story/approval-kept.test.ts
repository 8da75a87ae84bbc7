// A draft sent for approval is kept no longer than promised: it lapses, no backup holds it, and its cards are
// overwritten, even after a restart. The whole app, without a platform.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { openSqlite, snapshotSqlite } from '../../adapters/store/sqlite.ts'
import { leaveOutDrafts } from '../../adapters/store/approvals.ts'
import { createApp, type App } from '../../src/app.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Account } from '../../src/chat/people.ts'
import { erase } from '../../src/declaration/erase.ts'
import type { Posted } from '../../src/ports/ports.ts'
import { aFolder } from '../kit/databases.ts'
import { day } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { somebody } from '../kit/office-people.ts'
import { cannotTell, memoryPorts, type TestPorts } from '../kit/ports.ts'

const priya: Account = { platform: 'slack', id: 'U1' }
const boss: Account = { platform: 'slack', id: 'U9' }
const second: Account = { platform: 'slack', id: 'U8' }
const draft = 'A zeppelin flew over the year nine picnic.'

describe('a draft that waits for a yes', () => {
  let test: TestPorts
  let app: App
  let file: string
  let cards: Map<string, Card>
  let letters: string[]
  let reaches: boolean
  let canReplace: Posted['kind']
  let events = 0

  beforeEach(async () => {
    const folder = aFolder()
    mkdirSync(folder, { recursive: true })
    file = join(folder, 'policy-guide.db')
    test = await memoryPorts('2026-11-23T10:00:00Z', file)
    cards = new Map()
    letters = []
    reaches = true
    canReplace = 'sent'
    start()
    const { directory } = test.ports
    await directory.keep(priya, { name: 'Priya Nair', email: 'priya@school.example', roles: ['staff'] })
    await directory.keep(boss, { name: 'Joanne Clarke', email: 'joanne@school.example', roles: ['staff', 'slt'] })
  })
  afterEach(() => test.close())

  const start = () => {
    const chat = {
      find: cannotTell,
      post: (place: { id: string }, card: Card, { key = '' } = {}): Promise<Posted> => {
        if (!reaches) return Promise.resolve({ kind: 'failed', what: 'HTTP 503' })
        cards.set(`${place.id} ${key}`, card)
        return Promise.resolve({ kind: 'sent', message: `${place.id} ${key}` })
      },
      replace: (_place: unknown, message: string, card: Card): Promise<Posted> => {
        if (canReplace === 'failed') return Promise.resolve({ kind: 'failed', what: 'HTTP 503' })
        cards.set(message, card)
        return Promise.resolve({ kind: 'sent', message })
      },
    }
    const mail = {
      on: true,
      send: ({ text }: { text: string }): Promise<Posted> => {
        letters.push(text)
        return Promise.resolve({ kind: 'sent', message: 'm' })
      },
    }
    app = createApp({ ...test.ports, chat, mail }, theLibrary())
  }
  const does = async (account: Account, action: Action, fields: Readonly<Record<string, string>> = {}) =>
    JSON.stringify(
      await app.hear({
        kind: 'pressed',
        id: `e${++events}`,
        account,
        place: { platform: 'slack', id: `D-${account.id}`, kind: 'private' },
        packed: pack(action),
        fields,
      }),
    )
  const tick = async (at: string) => {
    test.setClock(at)
    await app.tick(new Date(at))
  }
  const asks = () =>
    does(
      priya,
      { do: 'send-for-yes', policy: 'social-media', edition: '2015-10', sections: ['6.d'], request: 'r1' },
      { draft },
    )
  const shows = (account: Account) => does(account, { do: 'show-draft', request: 'r1' })
  const decides = (account: Account) =>
    does(account, { do: 'decide-draft', request: 'r1' }, { outcome: 'yes', reason: '', section: '' })
  const cardOf = ({ id }: Account, key: string) => JSON.stringify(cards.get(`${id} draft:r1:${key}`)?.blocks ?? [])
  const personOf = async (account: Account) => {
    const person = await test.ports.directory.find(account)
    if (person === undefined) throw new Error('nobody is there')
    return person
  }
  const offerOf = async (account: Account) => cardOf(account, `offer:${(await personOf(account)).id}`)

  it('whoever came to the page by a link has the card there, and it is overwritten as well', async () => {
    await test.ports.people.put([somebody('p-gwen', 'Gwen Tudor', ['staff', 'slt'])])
    await asks()
    expect(cards.get('p-gwen draft:r1:offer:p-gwen')?.title).to.equal('Somebody asks for a yes')
    await decides(boss)
    expect(JSON.stringify(cards.get('p-gwen draft:r1:offer:p-gwen')?.blocks)).to.include('Joanne Clarke said yes.')
  })

  it('lapses after seven days: it is deleted, the asker hears, and nobody sees or decides it any more', async () => {
    await asks()
    await tick('2026-11-30T09:59:00Z')
    expect(await shows(boss)).to.include('zeppelin')
    test.setClock('2026-11-30T10:00:00Z')
    expect(await shows(boss))
      .to.include('No draft here')
      .and.not.include('zeppelin')
    expect(await decides(boss)).to.include('No draft here')
    await tick('2026-11-30T10:00:30Z')
    expect(await offerOf(boss)).to.include('It has lapsed')
    expect(cardOf(priya, `decided:${(await personOf(priya)).id}`)).to.include(
      'Nobody decided on your draft in seven days',
    )
    expect(await test.ports.approvals.all()).to.have.lengthOf(0)
    expect(await test.ports.approvals.counts('2026-11', false)).to.deep.equal({ lapsed: 1 })
  })

  it('a card that cannot be overwritten just now is overwritten later, also after a restart', async () => {
    await asks()
    canReplace = 'failed'
    await decides(boss)
    expect(JSON.stringify(await test.ports.approvals.all()))
      .to.include('"offered":["')
      .and.not.include('zeppelin')
    canReplace = 'sent'
    start()
    await tick('2026-11-23T10:05:00Z')
    expect(await offerOf(boss)).to.include('Joanne Clarke said yes.')
    expect(await test.ports.approvals.all()).to.have.lengthOf(0)
  })

  it('of two who decide at once the second is told, and the asker hears once', async () => {
    await test.ports.directory.keep(second, { name: 'Sam Cole', email: 'sam@school.example', roles: ['staff', 'slt'] })
    await asks()
    await decides(boss)
    expect(await offerOf(second)).to.include('Joanne Clarke said yes.')
    expect(await decides(second)).to.include('No draft here')
    expect([...cards.keys()].filter((key) => key.startsWith('U1 draft:r1:decided'))).to.have.lengthOf(1)
  })

  it('whoever lost the role, or asked, decides nothing; who stands in for somebody away does', async () => {
    await asks()
    expect(await decides(priya)).to.include('No draft here')
    const joanne = await personOf(boss)
    await test.ports.directory.keep(second, { name: 'Sam Cole', email: 'sam@school.example', roles: ['staff', 'slt'] })
    await test.ports.people.put([{ ...joanne, away: [{ from: day('2026-11-24'), to: day('2026-11-27') }] }])
    await tick('2026-11-24T10:00:00Z')
    expect(await offerOf(second))
      .to.include('Priya Nair asks for a yes')
      .and.not.include('zeppelin')
    await test.ports.directory.keep(boss, { name: 'Joanne Clarke', email: 'joanne@school.example', roles: ['staff'] })
    await test.ports.people.put([{ ...joanne, roles: ['staff'] }])
    expect(await shows(boss))
      .to.include('No draft here')
      .and.not.include('zeppelin')
    expect(await shows(second)).to.include('zeppelin')
  })

  it('an email never holds it, and an urgent one is helped with and kept nowhere', async () => {
    reaches = false
    await asks()
    expect(letters.join()).to.include('say “drafts”').and.not.include('zeppelin')
    const urgent = await does(
      priya,
      { do: 'send-for-yes', policy: 'social-media', edition: '2015-10', sections: [], request: 'r2' },
      { draft: 'A pupil says she wants to kill herself' },
    )
    expect(urgent).to.include('"tone":"urgent"')
    expect(await test.ports.approvals.find('r2')).to.equal(undefined)
  })

  it('stands in no backup, and in no file once it is decided', async () => {
    await asks()
    const part = `${file}.part`
    snapshotSqlite(file, part)
    const copy = await openSqlite(part, 'alone')
    await leaveOutDrafts(copy)
    expect(await copy.selectFrom('draft_request').selectAll().execute()).to.have.lengthOf(0)
    await copy.destroy()
    const { readFileSync, existsSync } = await import('node:fs')
    expect(readFileSync(part).includes('zeppelin')).to.equal(false)
    await decides(boss)
    for (const each of [file, `${file}-wal`])
      if (existsSync(each)) expect(readFileSync(each).includes('zeppelin')).to.equal(false)
  })

  it('goes with whoever asked when they are erased', async () => {
    await asks()
    const { id } = await personOf(priya)
    await test.ports.journal.record({ policy: '', person: id }, (facts) =>
      erase(facts, { by: 'operator', stamp: { id: 'x', at: new Date('2026-11-23T10:00:00Z'), salt: 's'.repeat(32) } }),
    )
    expect(JSON.stringify(await test.ports.approvals.all())).to.not.include('zeppelin')
    await tick('2026-11-23T10:05:00Z')
    expect(await offerOf(boss)).to.include('no longer needs it')
    expect(await test.ports.approvals.all()).to.have.lengthOf(0)
  })
})
