// Slack Connect and Enterprise Grid: people whose accounts belong to another organisation, in conversations that they
// share with the school, with the whole app behind the adapter.
import { expect } from 'chai'
import { createApp } from '../../src/app.ts'
import { meeting } from '../../src/turn/meeting.ts'
import { deedsIn } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { everybodyBelongs, installed, slackbot, type Slackbot } from '../kit/slackbot.ts'
import type { AppSettings, Profile, Slack } from '../kit/slack/types.ts'

const question = 'Who has to follow the social media policy?'
const elsewhere = { team: 'T0ELSEWHERE' } as const

describe('slack: accounts that another organisation keeps', () => {
  let test: TestPorts
  let bot: Slackbot
  beforeEach(async () => (test = await memoryPorts()))
  afterEach(async () => {
    await bot.stop()
    await test.close()
  })

  const open = async (before: (slack: Slack) => void, granted: Partial<AppSettings> = installed()) => {
    const { ports, memberships } = test
    const app = createApp(ports, theLibrary())
    bot = await slackbot({
      hear: app.hear,
      take: app.take,
      directory: ports.directory,
      meeting: meeting({ ...ports, memberships }, everybodyBelongs),
      memberships,
      sltGroups: ['slt'],
      granted,
      before: (slack) => {
        slack.usergroup('slt', [slack.user('Hana Head', { email: 'head@school.example' }).id])
        before(slack)
      },
    })
    await bot.slack.settled()
    return bot.slack
  }
  const everybody = async () => {
    const people = await test.ports.people.list({ practice: false, most: 100 })
    return people.map(({ name, email, roles }) => [name, email, roles.includes('slt')])
  }
  const theHead = ['Hana Head', 'head@school.example', true]
  const known = (id: string) => test.ports.directory.find({ platform: 'slack', id })

  it('an outsider with the head’s address who writes is nobody, and the head keeps name and role', async () => {
    const slack = await open(() => undefined)
    const olga = slack.user('Olga Other', { ...elsewhere, email: 'head@school.example' })
    await olga.says(question, { in: 'dm' })
    await olga.says('register', { in: 'dm' })
    await olga.says('sign', { in: 'dm' })
    await slack.settled()
    expect(await everybody()).to.deep.equal([theHead])
    expect(await known(olga.id)).to.equal(undefined)
    expect(await deedsIn(test.ports.journal)).to.deep.equal([])
    const answers = slack.messagesIn('dm', olga).filter(({ byApp }) => byApp)
    const said = answers.map(({ text }) => text).join()
    expect(said).to.include('I am here for the staff of').and.not.include('Hana')
  })

  it('one change of a profile makes an outsider of the head’s address neither the head nor staff', async () => {
    const slack = await open((given) => given.user('Olga Other', { ...elsewhere, email: 'olga@elsewhere.example' }))
    await slack.user('Olga Other').changesProfile({ email: 'head@school.example' })
    await slack.settled()
    expect(await everybody()).to.deep.equal([theHead])
    expect(await known(slack.user('Olga Other').id)).to.equal(undefined)
  })

  it('whoever was ours and is another organisation’s from now on is closed, and their past stays', async () => {
    const slack = await open((given) => given.user('Ada Teacher'))
    const ada = slack.user('Ada Teacher')
    expect((await known(ada.id))?.name).to.equal('Ada Teacher')
    await ada.changesProfile({ ...elsewhere, email: 'head@school.example' })
    await slack.settled()
    expect(await known(ada.id)).to.equal(undefined)
    expect((await everybody()).find(([name]) => name === 'Hana Head')).to.deep.equal(theHead)
  })

  it('in a shared channel an outsider is answered to themselves alone, and staff in the thread', async () => {
    const slack = await open((given) => {
      const olga = given.user('Olga Other', elsewhere)
      given.channel('#with-the-trust', { members: [olga, given.user('Ada Teacher')] })
    })
    const posted = () => slack.messagesIn('#with-the-trust').filter(({ byApp }) => byApp)
    await slack.user('Olga Other').mentions(question, { in: '#with-the-trust' })
    await slack.settled()
    expect(posted()).to.deep.equal([])
    const seen = slack.user('Olga Other').sees().map(({ text }) => text).join() // prettier-ignore
    expect(seen).to.include('For the school’s staff')
    await slack.user('Ada Teacher').mentions(question, { in: '#with-the-trust' })
    await slack.settled()
    expect(posted()).to.have.lengthOf(1)
  })

  it('an outsider’s urgent message is answered with what to do now, to them alone', async () => {
    const slack = await open((given) => {
      given.channel('#with-the-trust', { members: [given.user('Olga Other', elsewhere)] })
    })
    const olga = slack.user('Olga Other')
    await olga.mentions('a pupil told me that she wants to kill herself', { in: '#with-the-trust' })
    await slack.settled()
    expect(slack.messagesIn('#with-the-trust').filter(({ byApp }) => byApp)).to.deep.equal([])
    const seen = olga.sees().map(({ text }) => text).join() // prettier-ignore
    expect(seen).to.not.include('For the school’s staff')
    expect(seen).to.match(/999|safeguarding/i)
  })

  const grid: readonly (readonly [string, Partial<Profile>, boolean])[] = [
    ['of another workspace of our organisation', { ...elsewhere, enterprise: 'E0TRUST' }, true],
    ['of another workspace of another organisation', { ...elsewhere, enterprise: 'E0OTHER' }, false],
    ['of another workspace that says no organisation', elsewhere, false],
    ['kept by our organisation itself', { team: 'E0TRUST' }, true],
  ]
  for (const [whose, profile, belongs] of grid)
    it(`on Enterprise Grid somebody ${whose} ${belongs ? 'belongs' : 'does not belong'}`, async () => {
      const slack = await open((given) => given.user('Tess Trust', profile), { ...installed(), enterprise: 'E0TRUST' })
      expect((await known(slack.user('Tess Trust').id))?.name).to.equal(belongs ? 'Tess Trust' : undefined)
    })

  it('without Enterprise Grid an organisation’s id makes nobody ours', async () => {
    const slack = await open((given) => given.user('Tess Trust', { ...elsewhere, enterprise: 'E0TRUST' }))
    expect(await known(slack.user('Tess Trust').id)).to.equal(undefined)
  })
})
