// The environment's settings for school accounts, and what is said where they would not work.
import { expect } from 'chai'
import { checkEntraSettings, type Around, type EntraVariables } from '../../../adapters/entra/settings.ts'

const tenant = '0F0F0F0F-0f0f-4f0f-8f0f-0f0f0f0f0f0f'
const app = '5e1f0c1d-2b3a-4c5d-8e9f-0a1b2c3d4e5f'
const publicUrl = 'https://policies.school.example'
const around: Around = { appId: app, appTenantId: tenant, publicUrl }
const page: EntraVariables = { clientId: app, clientSecret: 'a secret' }
const tab: EntraVariables = { tabUri: `api://policies.school.example/${app}` }

describe('what is set about school accounts', () => {
  it('is off unless something is set', () => {
    expect(checkEntraSettings({}, around)).to.eql({ kind: 'off' })
    expect(checkEntraSettings({ tenantId: tenant, authorityUrl: 'https://x.example' }, {})).to.eql({ kind: 'off' })
  })

  it('takes the bot’s tenant where none is named, and Microsoft’s public cloud', () => {
    const lower = tenant.toLowerCase()
    const tenancy = {
      tenant: lower,
      issuer: `https://login.microsoftonline.com/${lower}/v2.0`,
      olderIssuer: `https://sts.windows.net/${lower}/`,
    }
    expect(checkEntraSettings({ ...page, ...tab }, around)).to.eql({
      kind: 'settings',
      settings: {
        tab: { tenancy, appId: app, uri: tab.tabUri },
        page: { tenancy, clientId: app, clientSecret: 'a secret', redirectUri: `${publicUrl}/school/back` },
      },
    })
  })

  it('each may stand alone', () => {
    const only = (given: EntraVariables, about: Around) => {
      const checked = checkEntraSettings(given, about)
      return checked.kind === 'settings'
        ? [checked.settings.tab !== undefined, checked.settings.page !== undefined]
        : checked
    }
    expect(only(page, { publicUrl, appTenantId: tenant })).to.eql([false, true])
    expect(only({ ...page, tenantId: tenant }, { publicUrl: 'http://127.0.0.1:3978' })).to.eql([false, true])
    expect(only({ tabUri: `api://policies.school.example/botid-${app}` }, around)).to.eql([true, false])
  })

  const wrong: readonly [what: string, given: EntraVariables, about: Around, says: RegExp][] = [
    ['no tenant', page, { publicUrl }, /^ENTRA_TENANT_ID is not set\./],
    ['half a tenant', { ...page, tenantId: '1234' }, { publicUrl }, /^ENTRA_TENANT_ID is not a whole id/],
    ['half a bot’s tenant', page, { publicUrl, appTenantId: '1234' }, /^MICROSOFT_APP_TENANT_ID is not a whole id/],
    ['two tenants', { ...page, tenantId: app }, around, /name two tenants\./],
    ['no address', page, { ...around, publicUrl: undefined }, /^PUBLIC_URL is not set\./],
    [
      'an unencrypted address',
      { tabUri: `api://127.0.0.1:3978/${app}` },
      { ...around, publicUrl: 'http://127.0.0.1:3978' },
      /^PUBLIC_URL does not begin with https/,
    ],
    ['no secret', { clientId: app }, around, /^ENTRA_CLIENT_SECRET is not set\./],
    ['the secret’s id', { ...page, clientSecret: tenant }, around, /^ENTRA_CLIENT_SECRET holds an id/],
    ['no client', { clientSecret: 'a' }, around, /^ENTRA_CLIENT_ID is not set\./],
    ['half a client', { ...page, clientId: 'policy-guide' }, around, /^ENTRA_CLIENT_ID is not a whole id/],
    [
      'a tab without a bot',
      tab,
      { ...around, appId: undefined },
      /^TEAMS_TAB_URI is set, and MICROSOFT_APP_ID is not\./,
    ],
    ['another page’s tab', { tabUri: `api://other.example/${app}` }, around, /^TEAMS_TAB_URI is not the address/],
    [
      'another app’s tab',
      { tabUri: `api://policies.school.example/${tenant}` },
      around,
      /^TEAMS_TAB_URI is not the address/,
    ],
    [
      'an authority that is none',
      { ...page, authorityUrl: 'microsoft' },
      around,
      /^ENTRA_AUTHORITY_URL is not an address/,
    ],
    [
      'an unencrypted authority',
      { ...page, authorityUrl: 'http://login.example' },
      around,
      /^ENTRA_AUTHORITY_URL is an unencrypted/,
    ],
  ]
  for (const [what, given, about, says] of wrong) {
    it(`says what is wrong, what to do, and no value: ${what}`, () => {
      const checked = checkEntraSettings(given, about)
      if (checked.kind !== 'problems') throw new Error(checked.kind)
      expect(checked.problems.map((each) => each.what)).to.have.length(1)
      expect(checked.problems[0]?.what).to.match(says)
      expect(checked.problems[0]?.fix).to.match(/^[A-Z].{20,}\.$|is shown only then\.$/s)
      const said = JSON.stringify(checked)
      for (const value of [given.clientSecret, given.tabUri])
        if ((value ?? '').length > 1) expect(said).not.to.include(value)
    })
  }
})
