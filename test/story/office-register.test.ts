// The register in the office over HTTP: how every policy stands, filtered in every way, page by page, and as a file.
import { expect } from 'chai'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stampOf } from '../../src/journal/stamp.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { mattersIn } from '../../src/office/matters.ts'
import type { Day } from '../../src/kit/days.ts'
import { serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

describe('the office: the register', () => {
  let office: TestOffice
  afterEach(() => office.close())

  const begin = async (more: readonly ReturnType<typeof somebody>[] = []) => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('owner', 'Bo Lin', ['staff', 'policy-owner']),
      { ...somebody('daniel', 'Daniel Hughes'), group: 'support' },
      { ...somebody('lukasz', '=Łukasz Nowak'), group: undefined },
      ...more,
    ])
    const school = readFileSync('knowledge/school.yaml', 'utf8')
    writeFileSync(join(office.home, 'school.yaml'), `${school}\nsigning:\n  acceptRestated: [social-media@2015-10]\n`)
    office.live.renew()
    const [matter] = mattersIn({ library: office.live.now, ports: office.ports })
    if (matter === undefined) throw new Error('There is nothing to sign.')
    const audience = { everybody: false, groups: ['support' as const], roles: [], people: [] }
    const about = { due: '2026-12-18' as Day, audience, practice: false, zone: 'Europe/London', by: 'operator' }
    await office.ports.journal.record({ policy: matter.policy.id }, (facts) =>
      openCampaign(facts, { ...matter, ...about, accepted: ['social-media@2015-10'], stamp: stampOf(office.ports) }),
    )
  }
  const names = (page: Parameters<typeof words>[0]) =>
    page
      .querySelectorAll('table')
      .at(-1)
      ?.querySelectorAll('tbody th')
      .map((cell) => cell.text.trim())

  it('counts every policy, and finds people by name, standing, group, role and period', async () => {
    await begin()
    const browser = await office.enter('slt')
    expect(words(await browser.open('/office/register')))
      .to.include('How each policy stands')
      .and.include('0 of 1 have signed')
    const found = async (query: string) => names(await browser.open(`/office/register?${query}`))
    expect(await found('standing=asked')).to.deep.equal(['Daniel Hughes'])
    expect(await found('q=lukasz')).to.deep.equal(['=Łukasz Nowak'])
    expect(await found('group=none')).to.deep.equal(['=Łukasz Nowak'])
    expect(await found('role=policy-owner')).to.deep.equal(['Bo Lin'])
    expect(await found('from=1/12/2026&to=18/12/2026')).to.deep.equal(['Daniel Hughes'])
    expect(words(await browser.open('/office/register?from=19/12/2026'))).to.include('Nobody matches that')
    expect(words(await browser.open('/office/register?from=soon'))).to.include('Everything else was looked for')
    expect(words(await browser.open('/office/register?policy=no-such'))).to.include('Nobody matches that')
  })

  it('shows fifty at a time, and keeps the filter from page to page', async () => {
    await begin(Array.from({ length: 60 }, (_, at) => somebody(`p${at}`, `Person ${String(at).padStart(2, '0')}`)))
    const browser = await office.enter('slt')
    const page = await browser.open('/office/register?q=person')
    expect(names(page)).to.have.lengthOf(50)
    expect(words(page)).to.include('60 lines, 1 to 50')
    const next =
      page
        .querySelectorAll('a')
        .find((each) => each.text === 'The next ones')
        ?.getAttribute('href') ?? ''
    expect(names(await browser.open(next.replaceAll('&amp;', '&')))?.[0]).to.equal('Person 50')
  })

  it('gives what is shown as a spreadsheet in which nothing can become a formula', async () => {
    await begin()
    const browser = await office.enter('slt')
    const file = await browser.raw('/office/register/file?group=none')
    expect(file.headers.get('content-disposition')).to.include('register-social-media-2026-11-23.csv')
    expect(file.headers.get('content-type')).to.include('text/csv')
    const lines = (await file.text()).trimEnd().split('\r\n')
    expect(lines).to.have.lengthOf(2)
    expect(lines[1]).to.match(/^"'=Łukasz Nowak",/)
  })

  it('is closed to whoever may not see it, also the file', async () => {
    await begin()
    for (const id of ['owner', 'daniel']) {
      const browser = await office.enter(id)
      expect((await browser.raw('/office/register')).status).to.equal(403)
      expect((await browser.raw('/office/register/file')).status).to.equal(403)
    }
  })
})
