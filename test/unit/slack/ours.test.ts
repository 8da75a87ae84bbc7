// Whether a delivery is for this app in this workspace, or for somebody else.
import { expect } from 'chai'
import { appOfToken, isOurs } from '../../../adapters/slack/ours.ts'

const one = { team: 'T1', enterprise: undefined, app: 'A1' }
const grid = { team: 'T1', enterprise: 'E1', app: 'A1' }

describe('what is for this app in this workspace', () => {
  const cases: readonly [string, object, typeof one | typeof grid, boolean][] = [
    ['an event', { team_id: 'T1', api_app_id: 'A1' }, one, true],
    ['a press', { team: { id: 'T1' }, api_app_id: 'A1' }, one, true],
    ['another workspace’s event', { team_id: 'T2', api_app_id: 'A1' }, one, false],
    ['another workspace’s press', { team: { id: 'T2' }, api_app_id: 'A1' }, one, false],
    ['another app’s event', { team_id: 'T1', api_app_id: 'A2' }, one, false],
    [
      'one in a channel shared with another workspace',
      { team_id: 'T2', authorizations: [{ team_id: 'T1' }] },
      one,
      true,
    ],
    ['one of another workspace of our organisation', { team_id: 'T2', enterprise_id: 'E1' }, grid, true],
    ['one of another organisation', { team_id: 'T2', enterprise_id: 'E2' }, grid, false],
    ['one for a whole organisation', { team: null, enterprise: { id: 'E1' } }, grid, true],
    ['one that does not say', {}, one, true],
    ['one with odd ids', { team_id: 7, authorizations: 'x' }, one, true],
  ]
  for (const [what, body, ours, expected] of cases)
    it(`${what}: ${expected ? 'heard' : 'left alone'}`, () => expect(isOurs(body, ours)).to.equal(expected))

  it('an app token names the app', () => {
    expect(appOfToken('xapp-1-A0GUIDE001-1000-abc')).to.equal('A0GUIDE001')
    expect(appOfToken('xapp-abc')).to.equal(undefined)
  })
})
