// Signing in with a school account where an Entra group decides who belongs and who is SLT: as in Teams, by the groups
// as last read.
import { expect } from 'chai'
import type { Belongings } from '../../../src/people/belongs.ts'
import { admitting } from '../../../src/turn/admission.ts'
import { byKnownGroups } from '../../../src/turn/by-groups.ts'
import { meeting } from '../../../src/turn/meeting.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const [staff, slt] = ['5e1f0c1d-1111-4222-8333-444455556666', '6e1f0c1d-1111-4222-8333-444455556666']
const rules: Belongings = { slack: { kind: 'everybody' }, teams: { kind: 'group', group: staff.toUpperCase() } }
const leaders = { addresses: ['head@school.example'], groups: [slt] }

describe('school accounts: by an Entra group', () => {
  let test: TestPorts
  beforeEach(async () => {
    test = await memoryPorts()
  })
  afterEach(() => test.close())
  const read = (group: string, ...members: string[]) =>
    test.memberships.keep({ platform: 'teams', group }, { members, readAt: new Date() })
  const comes = async (object: string, guest = false) => {
    const { memberships, ports } = test
    const meets = meeting(ports, rules)
    const byGroups = byKnownGroups({ memberships, meeting: meets, leaders })
    const admit = admitting({ ...ports, meeting: meets, byGroups, hear: () => Promise.resolve([]) })
    const found = await admit({ object, name: `Person ${object}`, guest, address: undefined })
    return found.kind === 'person' ? found.person.roles.toSorted() : found.kind
  }

  it('members come in, SLT as SLT; pupils and guests do not', async () => {
    await read(staff, 'T1', 'T2', 'T3')
    await read(slt, 'T2', 'T3')
    expect(await comes('T1')).to.deep.equal(['staff'])
    expect(await comes('T2')).to.deep.equal(['slt', 'staff'])
    expect(await comes('T9')).to.equal('outside')
    expect(await comes('T3', true)).to.equal('outside')
  })

  it('whoever is SLT in Teams by their address stays so', async () => {
    await read(staff, 'T1')
    const account = { platform: 'teams', id: 'T1' } as const
    await test.ports.directory.keep(account, { name: 'Head', email: 'Head@school.example', roles: ['staff', 'slt'] })
    expect(await comes('T1')).to.deep.equal(['slt', 'staff'])
  })

  it('a group that was never read shuts nobody out who is known, and lets nobody new in', async () => {
    const account = { platform: 'teams', id: 'T1' } as const
    await test.ports.directory.keep(account, { name: 'Ada', email: undefined, roles: ['staff'] })
    await comes('T1')
    expect(await test.ports.directory.find(account)).to.include({ name: 'Ada' })
    expect(await comes('T2')).to.equal('no-list')
  })
})
