// The journal's daily head, stamped by a time-stamp authority that runs on OpenSSL, and verified by OpenSSL, as an
// outsider would.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { authority } from '../../adapters/authority/connect.ts'
import { publishHead } from '../../src/proof/job.ts'
import { headLine } from '../../src/proof/time-stamp.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { openAuthority, openssl, type LocalAuthority } from '../kit/authority.ts'
import { aFolder } from '../kit/databases.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'

describe('an authority of time', () => {
  let local: LocalAuthority
  let memory: TestPorts
  let ports: Ports
  before(async () => (local = await openAuthority()))
  after(() => local.close())
  beforeEach(async () => {
    memory = await memoryPorts()
    local.instead = undefined
    ports = { ...memory.ports, authority }
  })
  afterEach(() => memory.close())

  const publish = (now: string, stampBy = local.url) =>
    publishHead({
      ports,
      now: new Date(now),
      school: { name: 'A School', zone: 'Europe/London', signing: { headTo: [], stampBy } },
    })

  const write = () =>
    ports.journal.record({ policy: 'social-media' }, () => ({
      entries: [
        {
          id: ports.newId(),
          at: ports.clock(),
          fact: { kind: 'campaign-closed', policy: 'social-media', campaign: 'c', by: 'operator' },
          hidden: {},
          salt: 'salt',
        },
      ],
      outcome: undefined,
    }))

  it('vouches for the head once a day, and OpenSSL says that it does', async () => {
    await write()
    await publish('2026-11-23T09:00:00Z')
    await write()
    await publish('2026-11-23T15:00:00Z')
    const [stamped, ...more] = await ports.journal.stampedHeads()
    expect(more).to.deep.equal([])
    expect(stamped).to.include({ seq: 1, way: 'authority' })
    expect((await ports.journal.knownHead())?.way).to.equal('authority')
    const folder = aFolder()
    const [line, token] = [join(folder, 'head.txt'), join(folder, 'head.tsr')]
    writeFileSync(line, headLine(stamped ?? { seq: 0, hash: '' }))
    writeFileSync(token, Buffer.from(stamped?.token ?? '', 'base64'))
    const check = () => openssl('ts', '-verify', '-data', line, '-in', token, '-CAfile', local.certificate)
    expect(check()).to.include('Verification: OK')
    writeFileSync(line, `2:${stamped?.hash ?? ''}`)
    expect(check).to.throw('openssl ts')
    await publish('2026-11-24T09:00:00Z')
    expect((await ports.journal.stampedHeads()).map(({ seq }) => seq)).to.deep.equal([1, 2])
  })

  it('is not believed when it answers another request, nothing, or not at all; and is asked again in an hour', async () => {
    await write()
    await publish('2026-11-23T09:00:00Z')
    local.instead = local.last
    await write()
    await publish('2026-11-24T09:00:00Z')
    local.instead = Buffer.from('no time stamp')
    await publish('2026-11-24T10:00:00Z')
    await publish('2026-11-24T11:00:00Z', 'http://127.0.0.1:9/closed')
    expect(await ports.journal.stampedHeads()).to.have.length(1)
    expect(memory.logged.join()).to.include('is about something else').and.to.include('is not a time stamp')
    expect(memory.logged.join()).to.include('could not be reached')
    local.instead = undefined
    await publish('2026-11-24T11:30:00Z')
    expect(await ports.journal.stampedHeads(), 'once an hour').to.have.length(1)
    await publish('2026-11-24T12:00:00Z')
    expect(await ports.journal.stampedHeads()).to.have.length(2)
  })
})
