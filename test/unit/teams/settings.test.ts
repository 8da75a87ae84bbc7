import { generateKeyPairSync } from 'node:crypto'
import { expect } from 'chai'
import type { TeamsVariables } from '../../../adapters/teams/variables.ts'
import { checkTeamsSettings } from '../../../adapters/teams/settings.ts'

const appId = '0f5ea1ab-2f1d-4c53-9d0a-5d1c2c0f7a11'
const tenantId = '7A9C1C52-6a2e-4b0e-8a43-1d2b2f6e5c90'
const appPassword = 'aB3~dEfGhIjKlMnOpQrStUvWxYz0123456789'
const whole: TeamsVariables = { appId, tenantId, appPassword }

describe('teams settings', () => {
  it('without an app id: off, with a hint where that looks like an oversight', () => {
    expect(checkTeamsSettings({})).to.deep.equal({ kind: 'off', hint: undefined })
    expect(checkTeamsSettings({ appPassword })).to.have.property('hint').that.contains('MICROSOFT_APP_ID')
    expect(checkTeamsSettings({ local: '0' })).to.have.property('kind', 'off')
  })

  it('id, tenant and password: one tenant, Microsoft’s own addresses', () => {
    const checked = checkTeamsSettings(whole)
    expect(checked).to.have.nested.property('settings.identity.tenant', tenantId.toLowerCase())
    expect(checked).to.have.nested.property('settings.identity.credential.kind', 'password')
    expect(checked).to.have.nested.property(
      'settings.endpoints.loginUrl',
      `https://login.microsoftonline.com/${tenantId.toLowerCase()}`,
    )
  })

  it('a multi-tenant app gets its token where all bots do, and still serves one school', () => {
    const checked = checkTeamsSettings({ ...whole, appType: 'multitenant' })
    expect(checked).to.have.nested.property(
      'settings.endpoints.loginUrl',
      'https://login.microsoftonline.com/botframework.com',
    )
    expect(checked).to.have.nested.property('settings.identity.tenant', tenantId.toLowerCase())
  })

  it('a managed identity needs no secret, and a password beside it is noted', () => {
    const checked = checkTeamsSettings({ ...whole, appType: 'UserAssignedMSI' })
    expect(checked).to.have.nested.property('settings.identity.credential.kind', 'managed')
    expect(checked).to.have.property('notes').that.has.length(1)
  })

  it('locally: only when asked for, on this machine alone, and without an app id', () => {
    expect(checkTeamsSettings({ local: '1', onLoopback: true })).to.have.nested.property(
      'settings.identity.kind',
      'local',
    )
    expect(checkTeamsSettings({ local: '1', onLoopback: true }))
      .to.have.property('notes')
      .that.has.length(1)
  })

  it('who is SLT by a setting: addresses and groups, in any letters', () => {
    const checked = checkTeamsSettings({ ...whole, slt: `Head@School.example, ${tenantId} ,` })
    expect(checked)
      .to.have.nested.property('settings.leaders')
      .that.deep.equals({
        addresses: ['head@school.example'],
        groups: [tenantId.toLowerCase()],
      })
  })

  it('groups are read from Microsoft Graph, with a token of the school’s own tenant', () => {
    const checked = checkTeamsSettings({ ...whole, appType: 'multitenant' })
    expect(checked).to.have.nested.property('settings.endpoints.graphUrl', 'https://graph.microsoft.com')
    const login = `https://login.microsoftonline.com/${tenantId.toLowerCase()}`
    expect(checked).to.have.nested.property('settings.endpoints.graphLoginUrl', login)
  })

  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const wrong: readonly [string, TeamsVariables, RegExp, RegExp][] = [
    ['half an id', { ...whole, appId: '0f5ea1ab' }, /MICROSOFT_APP_ID is not a whole id/, /App registrations/],
    ['SLT by a word', { ...whole, slt: 'slt' }, /TEAMS_SLT names something/, /object ids of groups/],
    ['an open address of Graph', { ...whole, graphUrl: 'http://graph.example' }, /TEAMS_GRAPH_URL/, /Leave/],
    ['no tenant', { appId, appPassword }, /MICROSOFT_APP_TENANT_ID is not set/, /Directory \(tenant\) ID/],
    ['no secret', { appId, tenantId }, /Neither MICROSOFT_APP_PASSWORD nor/, /New client secret/],
    ['the secret’s id', { ...whole, appPassword: appId }, /holds an id/, /Value/],
    ['an unknown type', { ...whole, appType: 'Twin' }, /none of SingleTenant/, /Bot type/],
    ['no such file', { ...whole, appCertificate: '/no/such/file.pem' }, /cannot be read/, /PEM/],
    ['a key alone', { ...whole, appCertificate: privateKey }, /no certificate in PEM form/, /PEM/],
    ['unencrypted', { ...whole, loginUrl: 'http://login.example/x' }, /unencrypted/, /Leave TEAMS_LOGIN_URL out/],
    ['local for all', { local: '1', onLoopback: false }, /other computers can reach/, /HOST=127\.0\.0\.1/],
    ['local with an app', { ...whole, local: '1', onLoopback: true }, /both set/, /switches every check/],
    ['local, oddly', { local: 'yes', onLoopback: true }, /neither 1 nor 0/, /Leave it out/],
  ]
  for (const [what, variables, problem, fix] of wrong) {
    it(`${what}: says so, and what to do, and shows no secret`, () => {
      const checked = checkTeamsSettings(variables)
      if (checked.kind !== 'problems') throw new Error(`it is ${checked.kind}`)
      expect(checked.problems.map(({ what: said }) => said).join(' ')).to.match(problem)
      expect(checked.problems.map((each) => each.fix).join(' ')).to.match(fix)
      expect(JSON.stringify(checked)).not.to.contain(appPassword).and.not.to.contain('PRIVATE KEY')
    })
  }
})
