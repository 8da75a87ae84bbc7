// Signing in Slack’s own windows: from the Home tab into a modal, and on to the signature without a message in between.
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { slackbot, type Slackbot } from '../kit/slackbot.ts'

describe('signing from Slack’s Home tab', () => {
  let test: TestPorts
  let bot: Slackbot
  beforeEach(async () => {
    test = await memoryPorts()
    const { clock, log, directory } = test.ports
    bot = await slackbot({
      clock,
      log,
      directory,
      hear: (event) => app.hear(event),
      slack: { clock, signingClock: clock },
      sltGroups: ['slt'],
      before: (slack) => {
        slack.user('Priya Nair')
        slack.user('Joanne Clarke')
        slack.usergroup('slt', ['Joanne Clarke'])
      },
    })
    const app: App = createApp({ ...test.ports, chat: bot.connection.chat }, theLibrary())
    await bot.slack.settled()
  })
  afterEach(async () => {
    await bot.stop()
    await test.close()
  })

  it('reads, signs and sees the receipt in one modal, and the Home says so afterwards', async () => {
    const { slack } = bot
    const priya = slack.user('Priya Nair')
    const after = async (doing: Promise<unknown>) => {
      await doing
      await slack.settled()
    }
    await after(priya.opensHome())
    expect(priya.home()?.text).to.include('You have not signed the Social Media Policy')
    await after(priya.presses('Read and sign'))
    expect(priya.modals()).to.have.lengthOf(1)
    for (let step = 0; step < 40 && priya.modal()?.buttons.some(({ label }) => label === 'Next') === true; step++)
      await after(priya.presses('Next'))
    await after(priya.presses('Go to the declaration'))
    const statements = (priya.modal()?.inputs ?? []).filter(({ type }) => type === 'checkboxes')
    expect(statements).to.have.lengthOf(3)
    const ticks = Object.fromEntries(statements.map(({ label }) => [label, 'I confirm this']))
    await after(priya.submits({ ...ticks, 'Your name, typed in full': 'Priya Nair' }))
    expect(priya.modal()?.text).to.include('Thank you, Priya').and.include('Verification code')
    await after(priya.closesModal(true))
    expect(priya.home()?.text).to.include('You signed the Social Media Policy on 23 November 2026')
    expect(slack.warnings).to.deep.equal([])
  })

  it('shows SLT the counts, and the register in a modal', async () => {
    const { slack } = bot
    const jo = slack.user('Joanne Clarke')
    await jo.opensHome()
    await slack.settled()
    expect(jo.home()?.text).to.include('Nobody is asked to sign yet')
    await jo.presses('Open the register')
    await slack.settled()
    expect(jo.modal()?.text).to.include('Priya Nair: no group yet, not asked')
    await jo.submits({ Group: 'Teaching', Standing: 'Any standing' })
    await slack.settled()
    expect(jo.modal()?.text).to.include('Nobody.').and.not.include('Priya Nair: ')
    expect(slack.warnings).to.deep.equal([])
  })
})
