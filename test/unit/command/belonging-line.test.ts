// What doctor says about who belongs: how many by each rule, how many the rules left out, and which setting waits for a
// list.
import { expect } from 'chai'
import { checkBelonging } from '../../../src/command/belonging-line.ts'
import type { Belongings } from '../../../src/people/belongs.ts'
import { aPerson } from '../../kit/evidence.ts'
import { hilltop } from '../../kit/hilltop.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const everybody = { kind: 'everybody' } as const
const listed = { kind: 'listed' } as const

describe('doctor: who belongs', () => {
  let test: TestPorts
  beforeEach(async () => {
    test = await memoryPorts()
  })
  afterEach(() => test.close())
  const seen = (platform: 'slack' | 'teams', id: string, email = `${id}@school.example`, slt = false) =>
    test.ports.directory.keep({ platform, id }, { name: `Person ${id}`, email, roles: slt ? ['staff', 'slt'] : ['staff'] }) // prettier-ignore
  const look = async (belonging: Belongings) => {
    const library = { ...hilltop, school: { ...hilltop.school, belonging } }
    const known = { people: test.ports.people, memberships: test.memberships }
    return checkBelonging({ library: () => Promise.resolve(library) }, known)
  }

  it('each by the first rule that fits', async () => {
    await test.ports.people.put([aPerson('p1'), aPerson('p2')])
    await seen('slack', 'U1')
    await seen('slack', 'U2')
    await seen('teams', 'T1')
    await seen('teams', 'T2', 'old@gone.example')
    await test.memberships.keep({ platform: 'teams', group: 'abc' }, { members: ['T1'], readAt: new Date() })
    const [people] = await look({ slack: everybody, teams: { kind: 'group', group: 'ABC' } })
    expect(people?.what).to.equal(
      '2 by the list, 2 as everybody on Slack, 1 by a group on Teams, 1 by hand or from before the rule. Slack: everybody, Teams: group ABC. SLT: 0',
    )
  })

  it('by an address, and as SLT by a setting while there is no list', async () => {
    await seen('slack', 'U1')
    await seen('slack', 'U2', 'u2@elsewhere.example')
    await seen('teams', 'T1', 'head@school.example', true)
    const [people] = await look({ slack: { kind: 'domain', domains: ['school.example'] }, teams: listed })
    expect(people?.what).to.equal(
      '0 by the list, 1 as SLT by a setting on Teams, 1 by hand or from before the rule, 1 by their address on Slack. Slack: addresses at school.example, Teams: listed. SLT: 1. There is no list yet',
    )
    expect(people?.fix).to.equal('In Teams signing and counting wait for it: npm run people -- import FILE.csv')
  })

  it('and whom the rules left out: numbers with reasons, since when', async () => {
    const at = new Date('2026-11-23T09:00:00Z')
    await test.memberships.leaveOut('teams', { counts: { 'not-listed': 30, guest: 2 }, since: at, at })
    await test.memberships.leaveOut('slack', { counts: {}, since: at, at })
    const [, left] = await look({ slack: everybody, teams: listed })
    expect(left?.what).to.equal(
      'Slack: nobody (since 23 November 2026); Teams: 30 not on the list, 2 guests who are not on the list (since 23 November 2026)',
    )
  })

  it('says so where no platform has shown anybody, and where the files cannot be read', async () => {
    expect((await look({ slack: everybody, teams: listed }))[1]?.what).to.include('nobody was left out')
    const known = { people: test.ports.people, memberships: test.memberships }
    const [row] = await checkBelonging({ library: () => Promise.reject(new Error('broken')) }, known)
    expect(row?.what).to.equal('not looked at (see above)')
  })
})
