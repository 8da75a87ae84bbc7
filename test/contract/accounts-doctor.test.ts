// `npm run doctor` and `npm run manifest` about school accounts: what a technician reads for each possible fault.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { unzipSync } from 'fflate'
import { doctor } from '../../src/command/doctor.ts'
import { manifest } from '../../src/command/manifest.ts'
import { run } from '../kit/command.ts'
import { openEntra, type Entra } from '../kit/entra.ts'

describe('npm run doctor, about school accounts', () => {
  let entra: Entra
  before(async () => {
    entra = await openEntra('https://policies.school.example/school/back')
  })
  after(() => entra.close())
  const env = () => ({
    PUBLIC_URL: 'https://policies.school.example',
    ENTRA_TENANT_ID: entra.tenant,
    ENTRA_CLIENT_ID: entra.clientId,
    ENTRA_CLIENT_SECRET: entra.clientSecret,
    ENTRA_AUTHORITY_URL: entra.authorityUrl,
  })
  const told = async (set: Record<string, string>) => {
    const { status, out } = await run(doctor, [], { env: set })
    const at = out.findIndex((line) => line.includes('accounts: '))
    return { status, lines: out.slice(at).join('\n').replace(/ +/g, ' ') }
  }

  it('off, where nothing is set', async () => {
    const { status, lines } = await told({})
    expect([status, lines]).to.eql([0, 'ok accounts: settings off (ENTRA_CLIENT_ID and TEAMS_TAB_URI are not set)'])
  })

  it('all is well: says what to write at Microsoft, and that the tenant answers', async () => {
    const { status, lines } = await told(env())
    expect(lines)
      .to.include('sends people back to https://policies.school.example/school/back')
      .and.to.include('knows it')
    expect(status).to.equal(0)
  })

  const wrong: readonly [what: string, set: () => Record<string, string>, says: RegExp, advice: RegExp][] = [
    [
      'an address without https',
      () => ({ PUBLIC_URL: 'http://127.0.0.1:1', TEAMS_TAB_URI: 'api://x' }),
      /PUBLIC_URL does not/,
      /Set PUBLIC_URL to the https/,
    ],
    [
      'half an id',
      () => ({ ENTRA_CLIENT_ID: '1234' }),
      /ENTRA_CLIENT_ID is not a whole id/,
      /“Application \(client\) ID”/,
    ],
    [
      'another tenant',
      () => ({ ENTRA_TENANT_ID: '99999999-9999-4999-8999-999999999999' }),
      /does not know the tenant \(HTTP 404\)/,
      /There is no such tenant/,
    ],
    [
      'nobody there',
      () => ({ ENTRA_AUTHORITY_URL: 'http://127.0.0.1:1' }),
      /127\.0\.0\.1:1 cannot be used: ECONNREFUSED|bad port/,
      /outgoing HTTPS is needed/,
    ],
  ]
  for (const [what, set, says, advice] of wrong) {
    it(`${what}: says so, with its own advice and no secret`, async () => {
      const { status, lines } = await told({ ...env(), ...set() })
      expect(lines).to.match(says).and.to.match(advice).and.not.to.include(entra.clientSecret)
      expect(status).to.equal(1)
    })
  }

  it('the package has the tab where it is set, with a higher version; and none where it would not work', async () => {
    const home = mkdtempSync(join(tmpdir(), 'tab-'))
    const teams = { MICROSOFT_APP_ID: entra.appId, MICROSOFT_APP_TENANT_ID: entra.tenant, PUBLIC_URL: env().PUBLIC_URL }
    const made = async (more: Record<string, string>) => {
      const { status } = await run(manifest, ['teams', '--replace'], { home, env: { ...teams, ...more } })
      const zip = unzipSync(readFileSync(join(home, 'policy-guide-teams.zip')))
      const written = JSON.parse(Buffer.from(zip['manifest.json'] ?? []).toString()) as Record<string, unknown>
      return { status, version: written['version'], tab: written['webApplicationInfo'] }
    }
    try {
      expect(await made({})).to.eql({ status: 0, version: '1.1.0', tab: undefined })
      const tab = { id: entra.appId, resource: entra.appUri }
      expect(await made({ TEAMS_TAB_URI: entra.appUri })).to.eql({ status: 0, version: '1.2.0', tab })
      const { status, err } = await run(manifest, ['teams'], {
        home,
        env: { ...teams, TEAMS_TAB_URI: 'api://elsewhere' },
      })
      expect([status, err.join('\n')].join()).to.match(/^2,The tab would not work:\n {2}TEAMS_TAB_URI is not/)
    } finally {
      rmSync(home, { recursive: true })
    }
  })
})
