// Who works here, read from Slack: people who come, leave, or change their name or group.
import { expect } from 'chai'
import { everybodyBelongs, meetingOver, memoryDirectory, slackbot } from '../kit/slackbot.ts'
import { memoryMemberships } from '../kit/memberships.ts'
import type { Slack } from '../kit/slack/types.ts'

describe('slack: people', () => {
  const staffroom = (slack: Slack) => {
    slack.user('Ada Teacher', { email: 'ada@school.example' })
    slack.user('Gil Guest', { isGuest: true })
    slack.user('Olive Old', { deleted: true })
    slack.user('Timetable', { isBot: true })
    slack.usergroup('slt', [slack.user('Hana Head').id])
  }

  it('are read at the start; guests, bots and those who left are not among them', async () => {
    const bot = await slackbot({ before: staffroom, sltGroups: ['slt'] })
    await bot.slack.settled()
    expect([...bot.people.values()].map(({ name, roles }) => [name, roles])).to.have.deep.members([
      ['Ada Teacher', ['staff']],
      ['Hana Head', ['staff', 'slt']],
    ])
    expect([...bot.people.values()].map(({ email }) => email)).to.include('ada@school.example')
    await bot.stop()
  })

  it('all of them, however many pages that takes', async () => {
    const before = (slack: Slack) => Array.from({ length: 450 }, (_, n) => slack.user(`Teacher ${n}`))
    const bot = await slackbot({ before })
    await bot.slack.settled()
    expect(bot.people.size).to.equal(450)
    await bot.stop()
  })

  it('who comes later is known when they speak', async () => {
    const bot = await slackbot({ before: staffroom })
    await bot.slack.settled()
    const bea = bot.slack.user('Bea Starter')
    await bea.says('hello', { in: 'dm' })
    await bot.slack.settled()
    expect([...bot.people.values()].map(({ name }) => name)).to.include('Bea Starter')
    expect(bot.slack.callsOf('users.info').length).to.be.at.most(1)
    await bot.stop()
  })

  it('a guest is looked up once, and not kept', async () => {
    const bot = await slackbot()
    await bot.slack.settled()
    const gil = bot.slack.user('Gil Guest', { isGuest: true })
    await gil.says('hello', { in: 'dm' })
    await gil.says('hello?', { in: 'dm' })
    await bot.slack.settled()
    expect([...bot.people.keys()]).not.to.include(gil.id)
    expect(bot.slack.callsOf('users.info').length).to.be.at.most(1)
    await bot.stop()
  })

  it('a new name and a leaver are followed', async () => {
    const bot = await slackbot({ before: staffroom })
    await bot.slack.settled()
    const ada = bot.slack.user('Ada Teacher')
    await bot.slack.sends({ type: 'user_change', user: { id: ada.id, profile: { real_name: 'Ada Married' } } })
    await bot.slack.settled()
    expect(bot.people.get(ada.id)?.name).to.equal('Ada Married')
    await ada.changesProfile({ deleted: true })
    await bot.slack.settled()
    expect(bot.people.has(ada.id)).to.equal(false)
    await bot.stop()
  })

  it('Slack’s own word that a group has changed moves the role with it', async () => {
    const bot = await slackbot({ before: staffroom, sltGroups: ['slt'] })
    await bot.slack.settled()
    const ada = bot.slack.user('Ada Teacher')
    const { id } = bot.slack.usergroup('slt', [ada.id])
    await bot.slack.sends({ type: 'subteam_members_changed', subteam_id: id })
    await bot.slack.settled()
    const roles = new Map([...bot.people.values()].map(({ name, roles }) => [name, roles]))
    expect(roles.get('Ada Teacher')).to.deep.equal(['staff', 'slt'])
    expect(roles.get('Hana Head')).to.deep.equal(['staff'])
    await bot.stop()
  })

  it('somebody of another workspace is not kept, whatever address they come with, and is told apart when they ask', async () => {
    const bot = await slackbot({ before: staffroom })
    await bot.slack.settled()
    const ada = bot.slack.user('Ada Teacher')
    const other = { real_name: 'Olga Other', email: 'hana@school.example' }
    await bot.slack.sends({ type: 'user_change', user: { id: ada.id, team_id: 'T0ELSEWHERE', profile: other } })
    await bot.slack.settled()
    expect(bot.people.has(ada.id)).to.equal(false)
    expect([...bot.people.values()].map(({ name }) => name)).not.to.include('Olga Other')
    await ada.says('who has to follow the policy?', { in: 'dm' })
    await bot.slack.settled()
    expect(bot.heard.at(-1)).to.include({ outsider: true })
    await bot.stop()
  })

  it('a guest belongs whom the school lists', async () => {
    const memory = memoryDirectory()
    const listing = ({ email }: { email: string | undefined }) =>
      Promise.resolve(email === 'gil@governors.example' ? ('listed' as const) : ('not-listed' as const))
    const bot = await slackbot({
      directory: memory.directory,
      meeting: meetingOver(memory.directory, { listing }),
      before: (slack) => {
        slack.user('Gil Governor', { isGuest: true, email: 'gil@governors.example' })
        slack.user('Vera Visitor', { isGuest: true, email: 'vera@x.example' })
      },
    })
    await bot.slack.settled()
    expect([...memory.people.values()].map(({ name }) => name)).to.deep.equal(['Gil Governor'])
    await bot.stop()
  })

  it('a setting for a group keeps its members, follows who comes into it, and nobody else', async () => {
    const memory = memoryDirectory()
    const rules = { ...everybodyBelongs, slack: { kind: 'group', group: 'staff' } } as const
    const bot = await slackbot({
      directory: memory.directory,
      meeting: meetingOver(memory.directory, { rules }),
      before: (slack) => {
        const ada = slack.user('Ada Teacher')
        slack.user('Pip Pupil')
        slack.usergroup('staff', [ada.id])
      },
    })
    await bot.slack.settled()
    const kept = () => [...memory.people.values()].map(({ name }) => name)
    expect(kept()).to.deep.equal(['Ada Teacher'])
    const { id } = bot.slack.usergroup('staff', [bot.slack.user('Ada Teacher').id, bot.slack.user('Bea Starter').id])
    await bot.slack.sends({ type: 'subteam_members_changed', subteam_id: id })
    await bot.slack.settled()
    expect(kept()).to.deep.equal(['Ada Teacher', 'Bea Starter'])
    await bot.stop()
  })

  it('a group that does not exist is named in the log', async () => {
    const bot = await slackbot({ before: staffroom, sltGroups: ['slt', 'governors'] })
    await bot.slack.settled()
    expect(bot.logged.join('\n')).to.contain('governors')
    await bot.stop()
  })

  /** The same workspace after a restart; `tell` breaks it before the second start. */
  const restarted = async (
    tell: (slack: Slack) => void,
    { staff, sltGroups = [] }: { readonly staff?: string; readonly sltGroups?: readonly string[] },
  ) => {
    const memory = memoryDirectory()
    const { memberships, groups } = memoryMemberships()
    const slack = staff === undefined ? everybodyBelongs.slack : ({ kind: 'group', group: staff } as const)
    const meeting = meetingOver(memory.directory, { rules: { ...everybodyBelongs, slack } })
    const parts = { directory: memory.directory, meeting, memberships, sltGroups }
    const first = await slackbot({
      ...parts,
      before: (slack) => {
        const [ada, hana] = [slack.user('Ada Teacher'), slack.user('Hana Head')]
        slack.user('Pip Pupil')
        slack.usergroup('staff', [ada.id, hana.id])
        slack.usergroup('slt', [hana.id])
      },
    })
    await first.slack.settled()
    const ids = new Map(['Ada Teacher', 'Hana Head', 'Pip Pupil'].map((name) => [first.slack.user(name).id, name]))
    await first.stop()
    const second = await slackbot({
      ...parts,
      before: (slack) => {
        // The stand-in gives everybody a new id, so what was remembered is moved to the new ids.
        for (const [key, { members, readAt }] of groups)
          groups.set(key, { members: members.map((id) => slack.user(ids.get(id) ?? '').id), readAt })
        memory.people.clear()
        slack.user('Pip Pupil')
        tell(slack)
      },
    })
    const hana = second.slack.user('Hana Head')
    await hana.says('hello', { in: 'dm' })
    await second.slack.user('Pip Pupil').says('hello', { in: 'dm' })
    await second.slack.settled()
    const kept = [...memory.people.values()].map(({ name, roles }) => [name, roles.includes('slt')])
    await second.stop()
    return { kept, logged: second.logged.join('\n') }
  }
  const unreadable: readonly [string, (slack: Slack) => void][] = [
    ['groups may not be read any more', ({ faults }) => faults.refuses('usergroups.list', 'missing_scope')],
    [
      'members may not be read any more',
      (slack) => {
        for (const handle of ['slt', 'staff']) slack.usergroup(handle, [])
        for (let n = 0; n < 4; n += 1) slack.faults.refuses('usergroups.users.list', 'permission_denied')
      },
    ],
    ['the groups are gone', () => undefined],
  ]
  for (const [what, tell] of unreadable) {
    it(`after a restart at which ${what}, SLT by a group stays SLT`, async () => {
      const { kept, logged } = await restarted(tell, { sltGroups: ['slt'] })
      expect(kept).to.deep.include(['Hana Head', true])
      expect(kept).to.deep.include(['Pip Pupil', false])
      expect(logged).to.contain('the members last known go on')
    })

    it(`after a restart at which ${what}, whoever belongs by a group goes on to, and nobody else`, async () => {
      const { kept } = await restarted(tell, { staff: 'staff' })
      expect(kept.map(([name]) => name)).to.have.members(['Ada Teacher', 'Hana Head'])
    })
  }

  it('a group that was never read judges nobody: questions are answered, and nothing is kept', async () => {
    const memory = memoryDirectory()
    const rules = { ...everybodyBelongs, slack: { kind: 'group', group: 'staff' } } as const
    const bot = await slackbot({
      directory: memory.directory,
      meeting: meetingOver(memory.directory, { rules }),
      before: ({ faults }) => faults.refuses('usergroups.list', 'missing_scope'),
    })
    await bot.slack.user('Ada Teacher').says('hello', { in: 'dm' })
    await bot.slack.settled()
    expect(memory.people.size).to.equal(0)
    expect(bot.heard.at(-1)).not.to.include({ outsider: true })
    await bot.stop()
  })

  it('whoever is taken out of the group of SLT loses the role, also while the bot was down', async () => {
    const { kept } = await restarted((slack) => slack.usergroup('slt', [slack.user('Ada Teacher').id]), {
      sltGroups: ['slt'],
    })
    expect(kept).to.deep.include(['Hana Head', false])
  })

  it('people that cannot be read just now do not keep anybody from being answered', async () => {
    const bot = await slackbot({ before: (slack) => slack.faults.rateLimits('users.list', { retryAfter: 60 }) })
    const ada = bot.slack.user('Ada Teacher')
    await ada.says('hello', { in: 'dm' })
    await bot.slack.until(() => (bot.slack.messagesIn('dm', ada).some(({ byApp }) => byApp) ? true : undefined))
    bot.waits.end(60_000)
    await bot.slack.settled()
    expect(bot.people.size).to.be.greaterThan(0)
    await bot.stop()
  })
})
