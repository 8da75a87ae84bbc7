// `npm run doctor` against the Slack stand-in: what a technician reads when something is wrong.
import { expect } from 'chai'
import { doctor } from '../../src/command/doctor.ts'
import { run } from '../kit/command.ts'
import { installed } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack } from '../kit/slack/types.ts'

describe('npm run doctor', () => {
  let slack: Slack
  before(async () => {
    slack = await startSlack({ mode: 'socket', settings: installed(), clock: () => new Date('2026-11-23T09:00:00Z') })
  })
  after(() => slack.close())
  const env = () => ({
    SLACK_BOT_TOKEN: slack.tokens.bot,
    SLACK_APP_TOKEN: slack.tokens.app,
    SLACK_API_URL: slack.apiUrl,
  })

  it('without Slack: all is well, and Slack is off', async () => {
    const { status, out } = await run(doctor, [])
    expect(status).to.equal(0)
    expect(out.join('\n')).to.contain('off (SLACK_BOT_TOKEN is not set)')
  })

  it('with Slack: each part tried', async () => {
    const { status, out } = await run(doctor, [], { env: env() })
    expect(out.join('\n')).to.contain('policyguide in A School').and.to.contain('Socket Mode can connect')
    expect(status).to.equal(0)
  })

  it('a revoked token: says so and what to do, shows no secret, and the status says no', async () => {
    slack.faults.refuses('auth.test', 'token_revoked')
    const { status, out } = await run(doctor, [], { env: env() })
    expect(status).to.equal(1)
    expect(out.join('\n'))
      .to.match(/WRONG +slack: bot token/)
      .and.to.contain('Install the app again')
    expect(out.join('\n')).not.to.match(/xoxb-1|xapp-1/)
  })

  it('swapped tokens are seen before anything is sent', async () => {
    const calls = slack.calls.length
    const { status, out } = await run(doctor, [], { env: { ...env(), SLACK_BOT_TOKEN: slack.tokens.app } })
    expect(status).to.equal(1)
    expect(out.join('\n')).to.contain('holds an app-level token')
    expect(slack.calls.length).to.equal(calls)
  })

  it('email and a database that cannot be used: says so, and shows no password', async () => {
    const unusable = {
      SMTP_URL: 'smtp://policies:hush-hush@127.0.0.1:1',
      MAIL_FROM: 'policies@school.example',
      DATABASE_URL: 'postgres://policies:hush-hush@127.0.0.1:1/school',
    }
    const { status, out } = await run(doctor, [], { env: unusable })
    expect(status).to.equal(1)
    expect(out.join('\n'))
      .to.match(/WRONG +email: connection/)
      .and.to.match(/WRONG +database: opened/)
      .and.not.to.contain('hush')
  })

  it('knowledge that cannot be read', async () => {
    const broken = (context: Parameters<typeof doctor>[0], argv: readonly string[]) =>
      doctor({ ...context, library: () => Promise.reject(new Error('knowledge/words.yaml:3 is not a list.')) }, argv)
    const { status, out } = await run(broken, [])
    expect(status).to.equal(1)
    expect(out.join('\n')).to.contain('words.yaml:3').and.to.contain('npm run inspect')
  })
})
