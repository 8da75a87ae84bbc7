// Signing in to the web page with a school account in a real browser: to the tenant's site and back, with the cookies
// that a browser really sends.
import { mkdirSync } from 'node:fs'
import { expect } from 'chai'
import { amir, bea, serveAccounts, users, type WithAccounts } from '../kit/accounts.ts'
import { useChromium } from '../kit/chromium.ts'
import { faultsIn, smallTargets, widthOf } from '../kit/in-page.ts'
import { names, openTabHost, type TabHost } from '../kit/teams/tab-host.ts'

const folder = 'coverage/tab'
const home = `https://${names.page}`

describe('browser: signing in with a school account', () => {
  let host: TabHost
  before(async () => {
    mkdirSync(folder, { recursive: true })
    host = await openTabHost()
  })
  after(() => host.close())
  const browser = useChromium(() => host.args)
  let all: WithAccounts
  beforeEach(async () => {
    all = await serveAccounts()
    host.leadsTo(all.visit.web.url)
  })
  afterEach(() => all.close())
  const open = async (colorScheme: 'light' | 'dark' = 'light') => {
    const options = { ignoreHTTPSErrors: true, viewport: { width: 360, height: 740 }, colorScheme }
    const page = await (await browser().newContext(options)).newPage()
    await page.goto(home)
    return page
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is offered on the door (${colorScheme}), and lets somebody in`, async () => {
      const page = await open(colorScheme)
      expect([await faultsIn(page), await smallTargets(page)]).to.eql([[], []])
      expect(await widthOf(page)).to.be.at.most(360)
      await page.screenshot({ path: `${folder}/door-${colorScheme}-360.png` })
      all.entra.atTheBrowser(users.amir)
      await page.click('text=Sign in with your school account')
      await page.waitForSelector('#log article')
      expect(await page.locator('header').innerText()).to.include(amir.name)
      expect(page.url()).to.equal(`${home}/`)
    })
  }

  it('tells somebody whom nobody knows what to do, and knows them after they came by a link', async () => {
    const page = await open()
    all.entra.atTheBrowser({ oid: '44444444-dddd-4ddd-8ddd-444444444444', name: bea.name, email: bea.email })
    await page.click('text=Sign in with your school account')
    await page.waitForSelector('text=Your school account is not known here')
    expect([await faultsIn(page), await smallTargets(page)]).to.eql([[], []])
    await page.screenshot({ path: `${folder}/unknown-360.png` })
    await page.goto(`${home}${await all.visit.link(bea.id, { kind: 'open' })}`)
    await page.click('main button')
    await page.click('nav a >> text=Home')
    await page.click('footer >> text=Sign in with your school account')
    await page.waitForSelector('#log article')
    const fresh = await open()
    await fresh.click('text=Sign in with your school account')
    await fresh.waitForSelector('#log article')
    expect(await fresh.locator('header').innerText()).to.include(bea.name)
  })
})
