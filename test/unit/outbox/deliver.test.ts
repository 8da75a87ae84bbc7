// A notice is claimed, checked again, sent in the best way there is, and its outcome recorded: over a real database,
// with platforms that accept, refuse, fail or do not respond.
import { expect } from 'chai'
import { deliverAll, deliverOne, mostTries, nextTry } from '../../../src/outbox/deliver.ts'
import { unreachable, type Planned } from '../../../src/outbox/types.ts'
import type { Posted } from '../../../src/ports/ports.ts'
import { aPerson } from '../../kit/evidence.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'
import { plainCard } from '../../kit/slackbot.ts'

const begun = '2026-11-23T09:00:00Z'
const sent: Posted = { kind: 'sent', message: 'm' }
const refused: Posted = { kind: 'refused', why: 'blocked', what: 'no' }
const failed: Posted = { kind: 'failed', what: 'HTTP 503' }
const unknown: Posted = { kind: 'unknown', what: 'timed out' }

describe('outbox: delivering', () => {
  let test: TestPorts
  let person: string
  let answers: Record<string, Posted>
  let letters: Posted | undefined
  let ways: string[]

  beforeEach(async () => {
    test = await memoryPorts(begun)
    ways = []
    answers = { slack: sent, teams: sent, web: { kind: 'refused', why: 'other', what: 'no page open' } }
    letters = undefined
    const { directory } = test.ports
    const account = { platform: 'slack', id: 'U1' } as const
    await directory.keep(account, { name: 'Priya Nair', email: 'priya@school.example', roles: ['staff'] })
    person = (await directory.find(account))?.id ?? ''
  })
  afterEach(() => test.close())

  const ports = () => ({
    ...test.ports,
    chat: {
      ...test.ports.chat,
      post: ({ platform }: { platform: string }) => {
        ways.push(platform)
        return Promise.resolve(answers[platform] ?? refused)
      },
    },
    mail: {
      on: letters !== undefined,
      send: () => {
        ways.push('email')
        return Promise.resolve(letters ?? refused)
      },
    },
  })
  const notice = (given: Partial<Planned> = {}): Planned => ({
    ...{ key: 'k1', kind: 'reminder', person, at: new Date(begun), reason: 'a test' },
    still: () => Promise.resolve(true),
    show: () => plainCard('A reminder'),
    write: () => ({ subject: 'A reminder', text: 'Please.' }),
    ...given,
  })
  const deliver = (given: Partial<Planned> = {}) => deliverOne(ports(), notice(given), test.ports.clock)
  const noted = async (key = 'k1') => (await test.ports.notices.find([key]))[0]

  it('once, also where two try', async () => {
    const both = await Promise.all([deliver(), deliver()])
    expect(both.filter((each) => each?.kind === 'sent')).to.have.length(1)
    expect(await deliver()).to.equal(undefined)
    expect(ways).to.deep.equal(['slack'])
    expect(await noted()).to.deep.include({ state: 'sent', way: 'slack', message: 'm' })
  })

  it('with the day and all else that the same message settles', async () => {
    await deliver({ also: ['k2'], daily: 'daily:priya' })
    const found = await test.ports.notices.find(['k1', 'k2', 'daily:priya'])
    expect(found.map(({ key, kind, state }) => [key, kind, state])).to.have.deep.members([
      ['k1', 'reminder', 'sent'],
      ['k2', 'reminder', 'sent'],
      ['daily:priya', 'daily', 'sent'],
    ])
    expect(await deliver({ key: 'k3', daily: 'daily:priya' }), 'the day is taken').to.equal(undefined)
  })

  it('not where it is not wanted any more, and then as if nothing had been', async () => {
    expect(await deliver({ still: () => Promise.resolve(false) })).to.equal(undefined)
    expect(ways).to.deep.equal([])
    expect((await deliver())?.kind).to.equal('sent')
  })

  it('not before its time, and what breaks keeps none of the others', async () => {
    const later = new Date(new Date(begun).getTime() + 1)
    const all = [
      notice({ key: 'breaks', show: () => Promise.reject(new Error('broken')) }),
      notice({ key: 'later', at: later }),
      notice({ key: 'now' }),
    ]
    await deliverAll(ports(), all, test.ports.clock)
    expect((await noted('now'))?.state).to.equal('sent')
    expect([await noted('later'), await noted('breaks')]).to.deep.equal([undefined, undefined])
  })

  it('by the next way where one refuses or fails, and by none after one that may have arrived', async () => {
    letters = sent
    answers = { slack: refused }
    expect(await deliver({ key: 'a' })).to.deep.include({ kind: 'sent', way: 'email' })
    answers = { slack: unknown }
    expect(await deliver({ key: 'b' })).to.deep.include({ kind: 'unknown', way: 'slack' })
    answers = { slack: sent }
    await deliver({ key: 'c', everyWay: true })
    await deliver({ key: 'd', byEmail: true })
    expect(ways).to.deep.equal(['slack', 'email', 'slack', 'slack', 'email', 'email'])
  })

  it('again after a while where nobody took it, and at last no more', async () => {
    answers = { slack: failed }
    let tries = 0
    for (;;) {
      const became = await deliver()
      tries += 1
      if (became?.kind !== 'failed') {
        expect([became?.kind, tries]).to.deep.equal(['given-up', mostTries])
        break
      }
      expect(became.nextAt.getTime()).to.be.greaterThan(test.ports.clock().getTime())
      expect(await deliver(), 'not before').to.equal(undefined)
      test.setClock(became.nextAt.toISOString())
    }
    expect(ways).to.have.length(mostTries)
    expect(await deliver()).to.equal(undefined)
  })

  it('what is kept is never given up, and is also tried on the page', async () => {
    answers = { slack: failed }
    for (let n = 0; n < mostTries + 2; n++) {
      const became = await deliver({ kept: true })
      expect(became?.kind).to.equal('failed')
      if (became?.kind === 'failed') test.setClock(became.nextAt.toISOString())
    }
    expect(ways.slice(0, 2)).to.deep.equal(['slack', 'web'])
  })

  it('to whom nothing leads: said to be so', async () => {
    await test.ports.people.put([aPerson('p_nobody', { email: undefined })])
    expect(await deliver({ person: 'p_nobody' })).to.deep.equal({ kind: 'given-up', what: unreachable })
    const kept = await deliver({ person: 'p_nobody', key: 'k2', kept: true })
    expect(kept).to.deep.include({ kind: 'failed', what: unreachable })
  })

  it('tries again ever later, never sooner than the platform asks', () => {
    const now = new Date(begun)
    const minutes = (tries: number, chance = 0, atLeast = 0) =>
      (nextTry({ tries, now, chance }, atLeast).getTime() - now.getTime()) / 60_000
    expect([1, 2, 3, 4, 5, 6].map((tries) => minutes(tries))).to.deep.equal([2, 10, 30, 50, 55, 55])
    expect(minutes(2, 1)).to.equal(7.5)
    expect([minutes(1, 0, 600), minutes(2, 0, 60)]).to.deep.equal([10, 10])
  })

  describe('in the place of earlier ones', () => {
    let replaced: string[]
    let canReplace: Posted
    beforeEach(() => {
      replaced = []
      canReplace = sent
    })
    const instead = (given: Partial<Planned> = {}) => {
      const chat = {
        ...ports().chat,
        replace: ({ platform }: { platform: string }, message: string) => {
          replaced.push(`${platform} ${message}`)
          return Promise.resolve(canReplace)
        },
      }
      const over = notice({
        key: 'over',
        ...given,
        earlier: async () => (await test.ports.notices.of([person])).filter(({ key }) => key !== 'over'),
      })
      return deliverOne({ ...ports(), chat }, over, test.ports.clock)
    }

    it('their cards say it, and nothing new is sent', async () => {
      await deliver()
      answers['slack'] = { kind: 'sent', message: 'm2' }
      test.setClock('2026-11-23T09:10:00Z')
      await deliver({ key: 'k2' })
      expect(await instead()).to.deep.equal({ kind: 'sent', way: 'slack', message: 'm' })
      expect(replaced).to.deep.equal(['slack m', 'slack m2'])
      expect(ways).to.deep.equal(['slack', 'slack'])
      expect(await instead()).to.equal(undefined)
    })

    it('where the platform does not take that, it is sent; while it cannot be reached, it is tried again', async () => {
      await deliver()
      canReplace = failed
      expect(await instead()).to.include({ kind: 'failed' })
      test.setClock('2026-11-23T09:30:00Z')
      canReplace = refused
      expect(await instead()).to.include({ kind: 'sent', way: 'slack' })
      expect(replaced).to.deep.equal(['slack m', 'slack m'])
      expect(ways).to.deep.equal(['slack', 'slack'])
    })

    it('where the newest came by email or nobody knows, it is sent', async () => {
      await deliver()
      answers['slack'] = unknown
      test.setClock('2026-11-23T09:10:00Z')
      await deliver({ key: 'k2' })
      answers['slack'] = sent
      expect(await instead()).to.include({ kind: 'sent', way: 'slack' })
      expect(ways).to.deep.equal(['slack', 'slack', 'slack'])
    })
  })
})
