import { expect } from 'chai'
import { checkSlackSettings, type SlackVariables } from '../../../adapters/slack/settings.ts'

const bot = 'xoxb-123456-abcdef'
const app = 'xapp-1-A0123-456-abcdef'
const secret = '0123456789abcdef0123456789abcdef'

describe('slack settings', () => {
  it('nothing set: off', () => {
    expect(checkSlackSettings({})).to.deep.equal({ kind: 'off' })
  })

  it('an app token: Socket Mode', () => {
    expect(settingsOf({ botToken: bot, appToken: app })).to.deep.include({ mode: { kind: 'socket', appToken: app } })
  })

  it('a signing secret: HTTP', () => {
    expect(settingsOf({ botToken: bot, signingSecret: secret })).to.deep.include({
      mode: { kind: 'http', signingSecret: secret },
    })
  })

  it('both: Socket Mode alone, and a note says so', () => {
    const checked = checkSlackSettings({ botToken: bot, appToken: app, signingSecret: secret })
    expect(checked).to.have.nested.property('settings.mode.kind', 'socket')
    expect(checked).to.have.property('notes').that.has.length(1)
  })

  it('Slack’s own address unless another is set, ending in a slash; handles without their @', () => {
    expect(settingsOf({ botToken: bot, appToken: app })).to.include({ apiUrl: 'https://slack.com/api/' })
    const local = { botToken: bot, appToken: app, apiUrl: 'http://127.0.0.1:4000/api', sltGroups: ['@slt', 'heads'] }
    expect(settingsOf(local)).to.deep.include({ apiUrl: 'http://127.0.0.1:4000/api/', sltGroups: ['slt', 'heads'] })
  })

  const wrong: readonly [string, SlackVariables, RegExp, RegExp][] = [
    ['no bot token', { appToken: app }, /SLACK_BOT_TOKEN is not set/, /OAuth & Permissions/],
    ['the app token as bot token', { botToken: app, appToken: app }, /holds an app-level token/, /SLACK_APP_TOKEN/],
    ['a person’s token', { botToken: 'xoxp-1-abcdefgh', appToken: app }, /person’s token/, /Bot User OAuth Token/],
    ['half a token', { botToken: 'xoxb-', appToken: app }, /not a whole bot token/, /xoxb-/],
    ['the bot token as app token', { botToken: bot, appToken: bot }, /holds the bot token/, /connections:write/],
    ['half an app token', { botToken: bot, appToken: 'xapp' }, /not a whole app-level token/, /connections:write/],
    [
      'neither app token nor secret',
      { botToken: bot },
      /Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET/,
      /Socket Mode/,
    ],
    ['a token as signing secret', { botToken: bot, signingSecret: bot }, /holds a token/, /Signing Secret/],
    [
      'half a signing secret',
      { botToken: bot, signingSecret: 'abc' },
      /not a whole signing secret/,
      /Basic Information/,
    ],
    [
      'an address that is none',
      { botToken: bot, appToken: app, apiUrl: 'slack' },
      /not an address/,
      /Leave SLACK_API_URL out/,
    ],
    [
      'tokens over an open line',
      { botToken: bot, appToken: app, apiUrl: 'http://slack.example' },
      /unencrypted/,
      /Leave SLACK_API_URL out/,
    ],
  ]
  for (const [what, variables, said, fix] of wrong) {
    it(`${what}: says what is wrong and what to do, and no value`, () => {
      const checked = checkSlackSettings(variables)
      if (checked.kind !== 'problems') throw new Error('it passed')
      expect(checked.problems.map((problem) => problem.what).join()).to.match(said)
      expect(checked.problems.map((problem) => problem.fix).join()).to.match(fix)
      const values = [bot, app, secret]
      for (const value of values) expect(JSON.stringify(checked)).not.to.contain(value)
    })
  }
})

function settingsOf(variables: SlackVariables) {
  const checked = checkSlackSettings(variables)
  if (checked.kind !== 'settings') throw new Error(JSON.stringify(checked))
  return checked.settings
}
