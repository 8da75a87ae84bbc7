// After the last signature of a bundle its certificate is also sent by email, once; a failed letter is tried again.
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Account } from '../../src/chat/people.ts'
import { statementId } from '../../src/declaration/cards.ts'
import { declarationOf } from '../../src/standing/declared.ts'
import { cannotReplace, cannotTell, memoryPorts, type TestPorts } from '../kit/ports.ts'
import { septemberPack } from '../kit/september-pack.ts'
import { meadowLane, morePolicies } from '../kit/three-policies.ts'
import type { Posted } from '../../src/ports/ports.ts'

const library = meadowLane({ ...morePolicies(1), ...septemberPack })
const priya: Account = { platform: 'slack', id: 'U1' }
const boss: Account = { platform: 'slack', id: 'U9' }
const sent: Posted = { kind: 'sent', message: 'm' }

describe('a bundle’s certificate by email', () => {
  let test: TestPorts
  let app: App
  let letters: { to: string; subject: string; text: string }[]
  let mailed: Posted
  let events = 0

  beforeEach(async () => {
    test = await memoryPorts('2026-11-23T10:00:00Z')
    letters = []
    mailed = sent
    const ports = {
      ...test.ports,
      publicUrl: 'https://policies.school.example',
      chat: { find: cannotTell, replace: cannotReplace, post: () => Promise.resolve(sent) },
      mail: {
        on: true,
        send: (letter: { to: string; subject: string; text: string }) => {
          if (mailed.kind === 'sent') letters.push(letter)
          return Promise.resolve(mailed)
        },
      },
    }
    app = createApp(ports, library)
    const { directory } = test.ports
    await directory.keep(priya, { name: 'Priya Nair', email: 'priya@school.example', roles: ['staff'] })
    await directory.keep(boss, { name: 'Joanne Clarke', email: undefined, roles: ['staff', 'slt'] })
    await opensTheBundle()
  })
  afterEach(() => test.close())

  const does = async (account: Account, action: Action, fields: Readonly<Record<string, string>> = {}) =>
    app.hear({
      kind: 'pressed',
      id: `e${++events}`,
      account,
      place: { platform: 'slack', id: `D-${account.id}`, kind: 'private' },
      packed: pack(action),
      fields,
    })
  const opensTheBundle = async () => {
    const form = { due: '2026-12-18', remind: '', earlier: 'count' }
    const shown = JSON.stringify(await does(boss, { do: 'open-bundle', bundle: 'september-pack' }, form))
    const shows = /"shows":"([0-9a-f]{16})"/.exec(shown)?.[1]
    if (shows === undefined) throw new Error(shown)
    const about = { bundle: 'september-pack', due: '2026-12-18', shows } as const
    await does(boss, { do: 'confirm-bundle', ...about })
    expect(await test.ports.journal.campaigns()).to.have.lengthOf(3)
  }
  const signs = async (id: string) => {
    const policy = library.policies.find((each) => each.id === id)
    const edition = policy?.editions.at(-1)
    const declaration = policy && edition && declarationOf(policy, edition)
    if (declaration === undefined) throw new Error(`${id} has no declaration`)
    const ticks = Object.fromEntries(declaration.statements.map((_, at) => [statementId(at), 'yes']))
    const action = { do: 'sign', policy: id, edition: declaration.edition, wording: declaration.hash } as Action
    return does(priya, action, { ...ticks, name: 'Priya Nair' })
  }
  const settled = async (count: number) => {
    for (let patience = 2_000; letters.length < count && patience > 0; patience -= 1)
      await new Promise((resolve) => setImmediate(resolve))
  }

  it('comes once, with each document, the code, the head, and a link to the file', async () => {
    await signs('attendance')
    await settled(1)
    await signs('visitors')
    await settled(3)
    const bundles = letters.filter(({ subject }) => subject.includes('September pack'))
    expect(bundles).to.have.lengthOf(1)
    const [letter] = bundles
    expect(letter?.to).to.equal('priya@school.example')
    expect(letter?.subject).to.equal('You signed all of it: Certificate for a bundle: September pack')
    expect(letter?.text)
      .to.include('https://policies.school.example/receipt/')
      .and.include('Attendance Policy (attendance), edition ')
      .and.include('Visitors Policy (visitors), edition ')
      .and.match(/Head of the journal at that moment: \d+:[0-9a-f]{64}/)
    const head = await test.ports.journal.knownHead()
    expect(letter?.text, 'their head is known').to.include(`${head?.seq}:${head?.hash}`)
    for (const at of ['2026-11-23T10:05:00Z', '2026-11-23T11:00:00Z']) {
      test.setClock(at)
      await app.tick(new Date(at))
    }
    expect(letters).to.have.lengthOf(3)
  })

  it('is tried again where the mail server did not take it', async () => {
    mailed = { kind: 'failed', what: '421 try later' }
    await signs('attendance')
    await signs('visitors')
    for (let patience = 2_000; patience > 0 && (await test.ports.notices.counts()).failed < 3; patience -= 1)
      await new Promise((resolve) => setImmediate(resolve))
    expect(letters).to.deep.equal([])
    mailed = sent
    test.setClock('2026-11-23T10:30:00Z')
    await app.tick(new Date('2026-11-23T10:30:00Z'))
    await settled(3)
    expect(letters.filter(({ subject }) => subject.includes('September pack'))).to.have.lengthOf(1)
  })
})
