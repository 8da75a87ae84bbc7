// Two accounts that give the same address: which second accounts join the first person, and which are nobody. Decided
// by the code that every platform uses, and kept in a real store.
import { expect } from 'chai'
import type { PlatformSays } from '../../src/people/belongs.ts'
import { meeting } from '../../src/turn/meeting.ts'
import { aPerson } from '../kit/evidence.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { everybodyBelongs } from '../kit/slackbot.ts'

const address = 'head@school.example'
const head = { platform: 'slack', id: 'UHEAD' } as const

type Second = Partial<Omit<PlatformSays, 'email'>>

/** What the second account is, its platform, and whether it becomes the head's. */
const seconds: readonly (readonly [string, 'slack' | 'teams', Second, boolean])[] = [
  ['an account on another platform', 'teams', {}, true],
  ['a second account in the same workspace', 'slack', {}, true],
  ['a guest whom the list names by that address', 'slack', { guest: true }, true],
  ['an outsider', 'slack', { from: 'another' }, false],
  ['an outsider who is a guest there', 'teams', { from: 'another', guest: true }, false],
  ['an outsider who would lead', 'slack', { from: 'another', leads: true }, false],
  ['a program', 'slack', { is: 'program' }, false],
  ['a deleted account', 'slack', { gone: true }, false],
]

describe('two accounts with one address', () => {
  let test: TestPorts
  beforeEach(async () => {
    test = await memoryPorts()
    await test.ports.people.put([aPerson('p1', { name: 'Hana Head', email: address, roles: ['staff', 'slt'] })])
    await meet(head, {})
  })
  afterEach(() => test.close())

  const meet = (account: { readonly platform: 'slack' | 'teams'; readonly id: string }, shown: Second) => {
    const { ports, memberships } = test
    const met = {
      is: 'person',
      gone: false,
      from: 'ours',
      guest: false,
      leads: false,
      inGroup: false,
      ...shown,
    } as const
    const { meet } = meeting({ ...ports, memberships }, everybodyBelongs)
    return meet(account, { name: 'Second Name', email: address, roles: ['staff'], shown: met })
  }
  const everybody = async () => {
    const people = await test.ports.people.list({ practice: false, most: 100 })
    return people.map(({ id, name, roles }) => [id, name, roles.includes('slt')])
  }

  for (const [what, platform, shown, joins] of seconds)
    it(`${what} ${joins ? 'is the same person' : 'is nobody'}: one person is counted, with name and role as the school has them`, async () => {
      const second = { platform, id: 'USECOND' } as const
      await meet(second, shown)
      expect((await test.ports.directory.find(second))?.id).to.equal(joins ? 'p1' : undefined)
      expect((await test.ports.directory.find(head))?.id, 'the first stays').to.equal('p1')
      expect(await everybody()).to.deep.equal([['p1', 'Hana Head', true]])
    })

  it('one of two that is deleted leaves the person, who is known by the other', async () => {
    const second = { platform: 'slack', id: 'USECOND' } as const
    await meet(second, {})
    await meet(head, { gone: true })
    expect(await test.ports.directory.find(head)).to.equal(undefined)
    expect((await test.ports.directory.find(second))?.id).to.equal('p1')
    expect(await everybody()).to.deep.equal([['p1', 'Hana Head', true]])
  })

  it('a guest whom no list names joins nobody, whatever address they say', async () => {
    const { ports, memberships } = test
    const guest = { platform: 'slack', id: 'UGUEST' } as const
    const shown = { is: 'person', gone: false, from: 'ours', guest: true, leads: false, inGroup: false } as const
    const met = { name: 'Guy Guest', email: 'guy@elsewhere.example', roles: ['staff'] as const, shown }
    await meeting({ ...ports, memberships }, everybodyBelongs).meet(guest, met)
    expect(await ports.directory.find(guest)).to.equal(undefined)
    expect((await everybody()).length).to.equal(1)
  })
})
