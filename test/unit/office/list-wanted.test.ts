// Who is told, once, that a list of people must be imported before anybody can sign.
import { expect } from 'chai'
import { askForList } from '../../../src/office/list-wanted-job.ts'
import type { Belongings } from '../../../src/people/belongs.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import { houseOf } from '../../../src/turn/house.ts'
import { aPerson } from '../../kit/evidence.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { hilltop } from '../../kit/hilltop.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const listed = { kind: 'listed' } as const
const everybody = { kind: 'everybody' } as const
const usual: Belongings = { slack: everybody, teams: listed }

describe('office: the list of people is wanted', () => {
  let test: TestPorts
  beforeEach(async () => {
    test = await memoryPorts('2026-11-23T09:00:00Z')
    await seen('teams', 'T1', ['staff', 'slt'])
    await seen('teams', 'T2', ['staff', 'administrator'])
    await seen('teams', 'T3', ['staff'])
    await seen('slack', 'U4', ['staff', 'slt'])
  })
  afterEach(() => test.close())
  const seen = (platform: 'slack' | 'teams', id: string, roles: ('staff' | 'slt' | 'administrator')[]) =>
    test.ports.directory.keep({ platform, id }, { name: `Person ${id}`, email: undefined, roles })
  const beat = async (at: string, belonging = usual, publicUrl?: string) => {
    test.setClock(at)
    const now = new Date(at)
    const library = { ...hilltop, school: { ...hilltop.school, belonging, calendar: weekdaysAllYear } }
    const { words } = houseOf([])
    const ports = { ...test.ports, publicUrl }
    await askForList({ now, ports, library, desk: openDesk(library)(now), words })
    return test.posted.map(({ place }) => place.id).toSorted()
  }

  it('to SLT by a setting and to administrators where it waits, once, in working hours', async () => {
    expect(await beat('2026-11-22T09:00:00Z'), 'a Sunday').to.deep.equal([])
    expect(await beat('2026-11-23T09:00:00Z')).to.deep.equal(['T1', 'T2'])
    expect(await beat('2026-11-23T09:01:00Z')).to.deep.equal(['T1', 'T2'])
    expect(await beat('2027-01-25T09:00:00Z')).to.deep.equal(['T1', 'T2'])
    const said = JSON.stringify(test.posted[0]?.card)
    expect(said)
      .to.include('In Teams only people on the school’s list can sign')
      .and.include('npm run people -- import')
    expect(said).not.to.include('Bring in the list')
  })

  it('with the way into the office, where the page can be reached', async () => {
    await beat('2026-11-23T09:00:00Z', usual, 'https://guide.example')
    expect(JSON.stringify(test.posted[0]?.card))
      .to.include('https://guide.example/office/people')
      .and.include('Bring in the list')
  })

  it('to those on every platform that waits', async () => {
    expect(await beat('2026-11-23T09:00:00Z', { slack: listed, teams: listed })).to.deep.equal(['T1', 'T2', 'U4'])
  })

  it('to nobody where no rule waits for a list, or the list is there', async () => {
    expect(await beat('2026-11-23T09:00:00Z', { slack: everybody, teams: everybody })).to.deep.equal([])
    await test.ports.people.put([aPerson('p9')])
    expect(await beat('2026-11-23T09:00:00Z')).to.deep.equal([])
  })
})
