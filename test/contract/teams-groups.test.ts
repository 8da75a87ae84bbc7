// Who belongs and who is SLT by an Entra group, read from Microsoft Graph: its answers, its refusals, and what goes on
// while it cannot be read.
import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { createGroups, type Groups } from '../../adapters/teams/groups.ts'
import { graphOver } from '../../adapters/teams/graph.ts'
import { doctorTeams } from '../../adapters/teams/doctor.ts'
import type { TeamsVariables } from '../../adapters/teams/variables.ts'
import type { Belongings } from '../../src/people/belongs.ts'
import { meeting } from '../../src/turn/meeting.ts'
import { happen } from '../kit/evidence.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { createWaits, type Waits } from '../kit/waits.ts'
import { startTeams } from '../kit/teams/teams.ts'
import { settingsFor, teamsbot, type Teamsbot } from '../kit/teams/teamsbot.ts'
import type { Teams } from '../kit/teams/types.ts'

const staff = '5e1f0c1d-1111-4222-8333-444455556666'
const slt = '6e1f0c1d-1111-4222-8333-444455556666'
const byGroup: Belongings = { slack: { kind: 'everybody' }, teams: { kind: 'group', group: staff.toUpperCase() } }
const clock = () => new Date('2026-11-23T09:00:00Z')
const ids = (count: number) => Array.from({ length: count }, () => randomUUID())

describe('teams: members of an Entra group', () => {
  let teams: Teams
  let waits: Waits
  beforeEach(async () => {
    teams = await startTeams({ memberPage: 4 })
    waits = createWaits()
  })
  afterEach(() => teams.close())
  const read = (variables: TeamsVariables = {}, group = staff) =>
    graphOver(settingsFor(teams, variables), { clock, wait: waits.wait }).membersOf(group)
  const asked = () => teams.callsOf('group').map(({ status }) => status)

  it('are read from all pages, people only', async () => {
    const members = ids(9)
    teams.graph.group(staff, members)
    expect(await read()).to.deep.equal({ kind: 'members', members })
    expect(asked(), '9 people, a group, a device and a program, four a page').to.deep.equal([200, 200, 200])
  })

  it('a pause that Graph asks for is kept, as long as it says', async () => {
    teams.graph.group(staff, ids(1))
    teams.faults.rateLimits('group', { retryAfter: 7 })
    const reading = read()
    await waits.reached(7000)
    expect(asked()).to.deep.equal([429])
    waits.end(7000)
    expect((await reading).kind).to.equal('members')
  })

  it('a pause that is longer than anybody waits is left for the next reading', async () => {
    teams.faults.rateLimits('group', { retryAfter: 3600 })
    expect(await read()).to.include({ kind: 'silent' })
    expect(asked()).to.deep.equal([429])
  })

  it('a next page on another host is not fetched: the token goes to Graph and nowhere else', async () => {
    teams.graph.group(staff, ids(9))
    teams.graph.leadsTo('https://graph.elsewhere.example')
    expect(await read()).to.deep.equal({ kind: 'silent', what: 'the next page is said to be on another host' })
    expect(asked()).to.deep.equal([200])
  })

  it('a moment of trouble is tried again, and no more than four times', async () => {
    teams.faults.fails('group', { status: 503, times: 9 })
    const reading = read()
    for (let n = 0; n < 3; n += 1) {
      await waits.reached(5000)
      waits.end(5000)
    }
    expect(await reading).to.deep.equal({ kind: 'silent', what: 'Microsoft Graph says: 503 ServiceError' })
    expect(asked()).to.deep.equal([503, 503, 503, 503])
  })

  it('a token that was taken back is asked for once more', async () => {
    teams.graph.group(staff, ids(2))
    const graph = graphOver(settingsFor(teams), { clock, wait: waits.wait })
    expect((await graph.membersOf(staff)).kind).to.equal('members')
    teams.graph.takesTokensBack()
    expect((await graph.membersOf(staff)).kind).to.equal('members')
    expect(asked()).to.deep.equal([200, 200, 401, 200, 200])
  })

  const refusals: readonly [string, (teams: Teams) => void, TeamsVariables, string, string][] = [
    ['no permission', ({ graph }) => graph.consents(false), {}, staff, 'forbidden'],
    ['no such group', () => undefined, {}, slt, 'no-such-group'],
    ['no id at all', () => undefined, {}, 'staff', 'no-such-group'],
    ['another app’s secret', () => undefined, { appPassword: 'not~the~right~one~at~all' }, staff, 'token'],
  ]
  for (const [what, given, variables, group, why] of refusals)
    it(`${what}: refused as ${why}`, async () => {
      teams.graph.group(staff, ids(1))
      given(teams)
      expect(await read(variables, group)).to.include({ kind: 'refused', why })
    })

  it('the bot’s own token for Teams is not taken by Graph', async () => {
    teams.graph.group(staff, ids(1))
    const { graphUrl } = settingsFor(teams).endpoints
    const settings = settingsFor(teams)
    const wrong = { ...settings, endpoints: { ...settings.endpoints, graphUrl: 'https://api.botframework.com' } }
    // Shows Graph a token that was issued for the connector.
    const { createTokens } = await import('../../adapters/teams/tokens.ts')
    const token = await createTokens({ ...wrong, clock, wait: waits.wait }).get()
    const answer = await fetch(`${graphUrl}/v1.0/groups/${staff}/transitiveMembers`, {
      headers: { authorization: `Bearer ${token.kind === 'token' ? token.value : ''}` },
    })
    expect(answer.status).to.equal(401)
  })
})

describe('teams: belonging by an Entra group', () => {
  let test: TestPorts
  let bot: Teamsbot | undefined
  beforeEach(async () => {
    test = await memoryPorts()
    bot = undefined
  })
  afterEach(async () => {
    await bot?.stop()
    await test.close()
  })
  const open = async (tell: (teams: Teams) => void, variables: TeamsVariables = {}, rules = byGroup) => {
    const { ports } = test
    const { memberships } = test
    const meets = meeting({ ...ports, memberships }, rules)
    bot = await teamsbot({ clock, directory: ports.directory, meeting: meets, memberships, variables, before: tell })
    return bot
  }
  const found = (id: string) => test.ports.directory.find({ platform: 'teams', id })

  it('whoever is in it is kept, and nothing is kept of a pupil, a guest and an outsider, who are counted', async () => {
    const { teams } = await open(({ graph, user }) => {
      const guest = user('Guy Guest', { guest: true })
      graph.group(staff, [user('Ada Staff').aadId, guest.aadId])
    })
    const [ada, pup] = [teams.user('Ada Staff'), teams.user('Pip Pupil')]
    const class9 = teams.channel('9B', { members: [ada, pup, teams.user('Guy Guest')] })
    await ada.mentions('hello', { in: class9 })
    await pup.mentions('hello', { in: class9 })
    await teams.settled()
    expect((await found(ada.aadId))?.name).to.equal('Ada Staff')
    expect(await found(pup.aadId)).to.equal(undefined)
    expect(await found(teams.user('Guy Guest').aadId)).to.equal(undefined)
    expect((await test.memberships.leftOut('teams'))?.counts).to.deep.equal({ 'not-in-group': 1, guest: 1 })
    expect(bot?.heard.map((event) => event.outsider === true)).to.deep.equal([false, true])
  })

  it('after a restart without Graph the last known list goes on', async () => {
    const first = await open(({ graph, user }) => graph.group(staff, [user('Ada Staff').aadId]))
    const before = first.teams.user('Ada Staff')
    await before.installs()
    await before.says('hello')
    await first.teams.settled()
    const { aadId: known } = before
    await first.stop()
    expect((await test.memberships.find({ platform: 'teams', group: staff }))?.members).to.deep.equal([known])
    const second = await open(({ faults, user }) => {
      faults.fails('group', { status: 403, times: 99 })
      // The stand-in gives everybody a new id, so the group's member is put back under the new one.
      void test.memberships.keep(
        { platform: 'teams', group: staff },
        { members: [user('Ada Staff').aadId], readAt: clock() },
      )
    })
    const ada = second.teams.user('Ada Staff')
    await ada.installs()
    await ada.says('hello')
    await second.teams.settled()
    expect((await found(ada.aadId))?.name).to.equal('Ada Staff')
    expect(second.logged.join()).to.include('the members last known go on')
  })

  it('where it was never read, nobody is judged: questions are answered, and nothing is kept', async () => {
    const { teams, heard } = await open(({ graph }) => graph.consents(false))
    const ada = teams.user('Ada Staff')
    await ada.installs()
    await ada.says('hello')
    await teams.settled()
    expect(await found(ada.aadId)).to.equal(undefined)
    expect(heard.at(-1)).not.to.include({ outsider: true })
    expect((await test.memberships.leftOut('teams'))?.counts).to.deep.equal({ 'no-group': 1 })
  })

  const leading: readonly [string, (teams: Teams) => TeamsVariables][] = [
    ['a group', ({ graph, user }) => (graph.group(slt, [user('Head Teacher').aadId]), { slt })],
    ['an address', ({ user }) => ({ slt: ` ${user('Head Teacher').email.toUpperCase()}` })],
  ]
  for (const [by, tell] of leading)
    it(`whoever is SLT by ${by} belongs before there is a list, and leads; a guest with that address does not`, async () => {
      const variables: { slt?: string | undefined } = {}
      const listed: Belongings = { slack: { kind: 'everybody' }, teams: { kind: 'listed' } }
      const email = 'head.teacher@school.example'
      const { teams } = await open((stand) => {
        stand.user('Head Teacher', { email })
        Object.assign(variables, tell(stand))
      }, variables, listed) // prettier-ignore
      const head = teams.user('Head Teacher')
      const guest = teams.user('Guy Guest', { guest: true, email })
      const room = teams.group('Trip', { members: [head, guest, teams.user('Ada Staff')] })
      await head.mentions('hello', { in: room })
      await teams.settled()
      expect((await found(head.aadId))?.roles).to.have.members(['staff', 'slt'])
      expect(await found(guest.aadId)).to.equal(undefined)
      expect(await found(teams.user('Ada Staff').aadId)).to.equal(undefined)
    })
})

describe('teams: a group that changes', () => {
  let teams: Teams
  let test: TestPorts
  let groups: Groups
  let changed = 0
  const [ada, ben, cyd] = [randomUUID(), randomUUID(), randomUUID()]
  beforeEach(async () => {
    changed = 0
    teams = await startTeams()
    test = await memoryPorts()
    const { memberships } = test
    const meets = meeting({ ...test.ports, memberships }, byGroup)
    const settings = settingsFor(teams, { slt })
    const { wait } = createWaits()
    const graph = graphOver(settings, { clock, wait })
    const { leaders } = settings
    const whenChanged = () => void (changed += 1)
    groups = createGroups({
      graph,
      leaders,
      meeting: meets,
      memberships,
      clock,
      log: test.ports.log,
      wait,
      whenChanged,
    })
    teams.graph.group(staff, [ada, ben])
    teams.graph.group(slt, [ada])
    await groups.refresh()
    for (const id of [ada, ben, cyd]) {
      const leads = groups.leads(id, [])
      await meets.meet(
        { platform: 'teams', id },
        {
          name: `Person ${id}`,
          email: `${id}@school.example`,
          roles: leads ? ['staff', 'slt'] : ['staff'],
          shown: { is: 'person', gone: false, from: 'ours', guest: false, leads, inGroup: groups.isStaff(id) },
        },
      )
    }
  })
  afterEach(async () => {
    await teams.close()
    await test.close()
  })
  const rolesOf = async (id: string) => (await test.ports.directory.find({ platform: 'teams', id }))?.roles.toSorted()

  it('whoever leaves it is out at once, whoever comes to SLT leads at once, and a new reading changes nothing twice', async () => {
    expect([await rolesOf(ada), await rolesOf(ben), await rolesOf(cyd)]).to.deep.equal([
      ['slt', 'staff'],
      ['staff'],
      undefined,
    ])
    teams.graph.group(staff, [ben, cyd])
    teams.graph.group(slt, [ben])
    await groups.refresh()
    expect([await rolesOf(ada), await rolesOf(ben), await rolesOf(cyd)]).to.deep.equal([
      undefined,
      ['slt', 'staff'],
      undefined,
    ])
    expect(groups.isStaff(cyd), 'when they are next seen').to.equal(true)
    const before = changed
    await groups.refresh()
    expect(changed).to.equal(before)
  })

  it('that cannot be read changes nobody', async () => {
    teams.graph.group(staff, [])
    teams.graph.consents(false)
    teams.graph.takesTokensBack()
    await groups.refresh()
    teams.faults.fails('group', { status: 403, times: 9 })
    await groups.refresh()
    expect([await rolesOf(ada), await rolesOf(ben)]).to.deep.equal([['slt', 'staff'], ['staff']])
    const [kept] = [await test.memberships.find({ platform: 'teams', group: staff })]
    expect(kept).to.deep.equal({ members: [ada, ben], readAt: clock() })
  })

  it('whom the school erases is not remembered in it', async () => {
    const person = await test.ports.directory.find({ platform: 'teams', id: ben })
    const fact = { kind: 'erased', person: person?.id ?? '', by: 'operator' } as const
    await happen(test.ports.journal, { id: 'erasing', fact })
    expect((await test.memberships.find({ platform: 'teams', group: staff }))?.members).to.deep.equal([ada])
  })
})

describe('teams: the doctor tries the groups', () => {
  let teams: Teams
  beforeEach(async () => {
    teams = await startTeams()
    teams.graph.group(staff, ids(62))
    teams.graph.group(slt, [])
  })
  afterEach(() => teams.close())
  const rows = async (variables: TeamsVariables, about: Parameters<typeof doctorTeams>[2]) => {
    const all = await doctorTeams(settingsFor(teams, variables), () => new Date(), about)
    return all.filter(({ check }) => /^(SLT|group)/.test(check))
  }
  const never = { staff, lastKnown: () => Promise.resolve(undefined) }
  const once = { staff, lastKnown: () => Promise.resolve({ members: ids(60), readAt: clock() }) }

  it('and says how many are in each, and what to do about an empty one', async () => {
    const found = await rows({ slt: `head@school.example, ${slt}` }, never)
    expect(found.map(({ ok, what }) => [ok, what])).to.deep.equal([
      [true, 'by the school’s list, and by 1 email address and 1 group (TEAMS_SLT)'],
      [false, 'SLT: nobody is in it'],
      [true, 'who belongs: 62 people'],
    ])
  })

  const faults: readonly [string, (teams: Teams) => void, Parameters<typeof doctorTeams>[2], RegExp, RegExp][] = [
    ['no permission', ({ graph }) => graph.consents(false), once, /403 Authorization_RequestDenied\); the last known 60 people go on, read at 2026-11-23 09:00 UTC/, /GroupMember\.Read\.All.*Grant admin consent/], // prettier-ignore
    ['a token of another service', ({ faults }) => faults.fails('group', { status: 401, code: 'InvalidAuthenticationToken', times: 9 }), never, /401 InvalidAuthenticationToken\); it was never read/, /TEAMS_GRAPH_URL/], // prettier-ignore
    ['no such group', () => undefined, { ...never, staff: randomUUID() }, /404 Request_ResourceNotFound/, /Object ID.*belonging in school\.yaml/], // prettier-ignore
  ]
  for (const [what, tell, about, said, fix] of faults)
    it(`${what}: says what goes on, and what to do`, async () => {
      tell(teams)
      const group = (await rows({}, about)).find(({ check }) => check.startsWith('group'))
      expect(group?.ok).to.equal(false)
      expect(group?.what).to.match(said)
      expect(group?.fix).to.match(fix)
    })

  it('without any, the list alone says who is SLT', async () => {
    const found = await rows({}, { ...never, staff: undefined })
    expect(found.map(({ what }) => what)).to.deep.equal([
      'by the school’s list alone; no address and no group is named (TEAMS_SLT)',
    ])
  })
})
