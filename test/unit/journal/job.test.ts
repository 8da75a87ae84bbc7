// The journal's head is sent each day to people who can later hold the school to it.
import { expect } from 'chai'
import { publishHead } from '../../../src/proof/job.ts'
import type { Mail, Ports, Posted } from '../../../src/ports/ports.ts'
import { leafOf } from '../../../src/journal/tree.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const school = { name: 'A School', zone: 'Europe/London', signing: { headTo: ['clerk@g.example', 'chair@g.example'] } }

describe('journal: its head, published', () => {
  let memory: TestPorts
  let letters: Parameters<Mail['send']>[0][]
  let outcome: Posted
  let ports: Ports
  beforeEach(async () => {
    memory = await memoryPorts()
    letters = []
    outcome = { kind: 'sent', message: 'm' }
    const mail: Mail = { on: true, send: (letter) => Promise.resolve((letters.push(letter), outcome)) }
    ports = { ...memory.ports, mail }
  })
  afterEach(() => memory.close())

  async function write(): Promise<void> {
    await ports.journal.record({ policy: 'social-media' }, () => ({
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
  }

  it('is sent once a day to each mailbox, with what it takes to check it', async () => {
    await write()
    const head = await ports.journal.head()
    for (const at of ['2026-11-23T09:00:00Z', '2026-11-23T22:00:00Z', '2026-11-24T00:30:00Z']) {
      await publishHead({ ports, now: new Date(at), school })
    }
    expect(letters.map(({ to }) => to)).to.deep.equal([...school.signing.headTo, ...school.signing.headTo])
    expect(letters[0]?.text).to.include(`npm run verify -- --head 1:${head.hash}`)
    expect(letters[0]?.text).to.include(`tree 1:${leafOf(head.hash)}`)
    expect(await ports.journal.knownHead()).to.deep.equal({
      ...head,
      way: 'mailbox',
      token: undefined,
      at: new Date('2026-11-23T09:00:00Z'),
    })
    expect(letters[0]?.subject).to.include('23 November 2026')
  })

  it('is not sent while nothing has happened, nor without a way, nor to nobody', async () => {
    await publishHead({ ports, now: ports.clock(), school })
    await write()
    await publishHead({ ports: memory.ports, now: ports.clock(), school })
    await publishHead({ ports, now: ports.clock(), school: { ...school, signing: { headTo: [] } } })
    expect(letters).to.deep.equal([])
    expect(await ports.journal.knownHead()).to.equal(undefined)
  })

  it('one that does not arrive is told to the operator, without the address', async () => {
    await write()
    outcome = { kind: 'failed', what: 'The mail server could not be used.' }
    await publishHead({ ports, now: ports.clock(), school })
    expect(memory.logged.join()).to.include('could not be published').and.not.include('clerk@')
  })
})
