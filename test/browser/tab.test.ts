// The tab in Teams' frame, in a real browser: signed in by Teams’ token alone, light or dark as Teams is, and a
// declaration signed from start to finish. Screenshots are in coverage/tab.
import { mkdirSync } from 'node:fs'
import { expect } from 'chai'
import type { Frame, Page } from 'playwright-core'
import { amir, serveAccounts, users, type WithAccounts } from '../kit/accounts.ts'
import { useChromium } from '../kit/chromium.ts'
import { deedsOf } from '../kit/evidence.ts'
import type { TenantUser } from '../kit/entra.ts'
import { faultsIn, lostWhenZoomed, smallTargets, zoomed } from '../kit/in-page.ts'
import { names, openTabHost, type TabHost } from '../kit/teams/tab-host.ts'

const folder = 'coverage/tab'
const dark = { default: 'rgb(245, 244, 240)', dark: 'rgb(18, 23, 29)', contrast: 'rgb(18, 23, 29)' } as const

describe('browser: the tab in Teams', () => {
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

  const isAtTeams = (user: TenantUser) => {
    host.answers(async () => ({ token: await all.entra.tabToken(user, all.visit.ports.clock()) }))
  }
  const open = async ({ theme = 'default', width = 360, height = 740, at = names.teams } = {}) => {
    const context = await browser().newContext({
      ignoreHTTPSErrors: true,
      viewport: { width, height },
      reducedMotion: 'reduce',
      // The device prefers the opposite: only Teams' theme may decide.
      colorScheme: theme === 'default' ? 'dark' : 'light',
    })
    const page = await context.newPage()
    await page.goto(`https://${at}/?theme=${theme}`)
    const frame = page.frames()[1]
    if (frame === undefined) throw new Error('there is no frame')
    return { page, frame }
  }
  const comeIn = async (user: TenantUser, options: Parameters<typeof open>[0] = {}) => {
    isAtTeams(user)
    const opened = await open(options)
    await opened.frame.waitForSelector('main.home h2')
    return opened
  }
  const heard = (page: Page, func: string) =>
    page.evaluate<unknown[][]>(`heard.filter(({ func }) => func === ${JSON.stringify(func)}).map(({ args }) => args)`)
  const widthIn = (frame: Frame) => frame.evaluate<number>('document.documentElement.scrollWidth')
  const ground = (frame: Frame) => frame.evaluate<string>('getComputedStyle(document.body).backgroundColor')
  /** Presses a button and waits until its card has changed or another card has appeared. */
  const press = async (frame: Frame, label: RegExp) => {
    const card = frame.locator('#log article', { has: frame.locator('button', { hasText: label }) }).last()
    const button = card.locator('button', { hasText: label }).last()
    const [cursor, cards] = [await card.getAttribute('data-cursor'), await frame.locator('#log article').count()]
    await button.click()
    const [changed, come] = [
      `#log:not(:has([data-cursor="${cursor ?? ''}"]))`,
      `#log article:nth-of-type(${cards + 1})`,
    ]
    await frame.waitForSelector(`${changed}, ${come}`)
  }

  for (const theme of ['default', 'dark', 'contrast'] as const) {
    for (const width of [360, 1024]) {
      it(`${theme}, ${width} pixels wide: what concerns SLT, as Teams is light or dark`, async () => {
        const { page, frame } = await comeIn(users.slt, { theme, width })
        expect(await frame.locator('main').innerText()).to.include('For the senior leadership team')
        expect(await ground(frame)).to.equal(dark[theme])
        expect(await widthIn(frame)).to.be.at.most(width)
        expect(await faultsIn(frame as unknown as Page)).to.eql([])
        expect(await smallTargets(frame as unknown as Page)).to.eql([])
        await page.screenshot({ path: `${folder}/home-${theme}-${width}.png` })
        await frame.click('nav a >> text=Ask')
        await frame.waitForSelector('#log article')
        expect(await ground(frame), 'on the next page, too').to.equal(dark[theme])
        expect(await faultsIn(frame as unknown as Page)).to.eql([])
        await page.screenshot({ path: `${folder}/chat-${theme}-${width}.png` })
      })
    }
  }

  it('loses nothing at 400 % with spread text', async () => {
    isAtTeams(users.slt)
    const { frame } = await comeIn(users.slt, zoomed)
    const lost = (await lostWhenZoomed(frame)).map((each) => `home: ${each}`)
    await frame.click('nav a >> text=Ask')
    await frame.waitForSelector('#log article')
    lost.push(...(await lostWhenZoomed(frame)).map((each) => `conversation: ${each}`))
    expect(lost.join('\n')).to.equal('')
  })

  it('turns dark when Teams does', async () => {
    const { page, frame } = await comeIn(users.amir)
    await page.evaluate('turns("dark")')
    await frame.waitForSelector('html[style*="dark"]')
    expect(await ground(frame)).to.equal(dark.dark)
  })

  it('says to Teams that it is there, and sends nothing to anybody else', async () => {
    const asked: string[] = []
    isAtTeams(users.amir)
    const context = await browser().newContext({ ignoreHTTPSErrors: true })
    const page = await context.newPage()
    page.on('requestfinished', (request) => void asked.push(new URL(request.url()).host))
    await page.goto(`https://${names.teams}/`)
    await page.frames()[1]?.waitForSelector('main.home h2')
    expect(await heard(page, 'appInitialization.success')).to.not.be.empty
    expect([...new Set(asked)].toSorted()).to.eql([names.page, names.teams])
  })

  it('signs a declaration from start to end, asks a question, and shows the receipt', async () => {
    const { page, frame } = await comeIn(users.amir)
    await frame
      .locator('main button', { hasText: /^Read and sign$/ })
      .first()
      .click()
    await frame.waitForSelector('#log article button')
    while ((await frame.locator('#log button', { hasText: /^Next$/ }).count()) > 0) await press(frame, /^Next$/)
    await press(frame, /^Go to the declaration$/)
    await frame.waitForSelector('form.fields [type=checkbox]')
    await page.screenshot({ path: `${folder}/declaration-360.png` })
    for (const box of await frame.locator('form.fields [type=checkbox]').all()) await box.check()
    await frame.locator('form.fields input:not([type])').fill(amir.name)
    expect(await faultsIn(frame as unknown as Page)).to.eql([])
    await frame.locator('form.fields button.main').click()
    await frame.waitForSelector('text=Thank you, Amir')
    await page.screenshot({ path: `${folder}/signed-360.png` })
    expect(deedsOf(await all.visit.ports.journal.historyOf(amir.id)).map(({ fact }) => fact.kind)).to.eql(['signed'])
    const receipt = frame.locator('#log a[href*="/receipt/"]').last()
    expect(await receipt.getAttribute('target')).to.equal('_blank')
    expect(await widthIn(frame)).to.be.at.most(360)
    await frame.fill('#text', 'Can I be friends with pupils on Facebook?')
    await frame.press('#text', 'Enter')
    await frame.waitForSelector('#log [data-tone=answered]')
    await frame.click('nav a >> text=Home')
    await frame.waitForSelector('main.home h2')
    expect(await frame.locator('main').innerText()).to.match(/receipt/i)
    await page.screenshot({ path: `${folder}/home-signed-360.png`, fullPage: true })
  })

  const troubles: readonly [what: string, error: string, title: string][] = [
    ['nobody has consented', 'resourceRequiresConsent', 'Policy Guide may not know you here yet'],
    [
      'Entra wants a consent that a tab cannot ask for',
      'interaction_required',
      'Policy Guide may not know you here yet',
    ],
    ['somebody closed the window', 'CancelledByUser', 'Teams could not say who you are'],
  ]
  for (const [what, error, title] of troubles) {
    it(`says what to do, and leads to the chat, where ${what}`, async () => {
      host.answers(() => Promise.resolve({ error }))
      const { page, frame } = await open()
      await frame.waitForSelector(`text=${title}`)
      expect(await faultsIn(frame as unknown as Page)).to.eql([])
      expect(await smallTargets(frame as unknown as Page)).to.eql([])
      await page.screenshot({ path: `${folder}/${error}-360.png` })
      await frame.locator('a[data-chat]:visible').click()
      await page.waitForFunction(`heard.some(({ func }) => func === 'executeDeepLink')`)
      expect(await heard(page, 'executeDeepLink')).to.eql([
        [`https://teams.microsoft.com/l/chat/0/0?users=28:${all.entra.appId}`],
      ])
      isAtTeams(users.amir)
      await frame.locator('button[data-again]:visible').click()
      await frame.waitForSelector('main.home h2')
    })
  }

  it('shows somebody who does not belong what the bot would say', async () => {
    isAtTeams(users.pupil)
    const { page, frame } = await open({ theme: 'dark' })
    await frame.waitForSelector('text=I am here for the staff of')
    expect(await faultsIn(frame as unknown as Page)).to.eql([])
    expect(await widthIn(frame)).to.be.at.most(360)
    await page.screenshot({ path: `${folder}/outside-360.png` })
  })

  it('says that it cannot be reached, and comes back', async () => {
    host.answers(() => Promise.resolve({ error: 'Timeout' }))
    const { page, frame } = await open()
    await frame.waitForSelector('text=Teams could not say who you are')
    host.leadsTo('http://127.0.0.1:1')
    isAtTeams(users.amir)
    await frame.locator('button[data-again]:visible').click()
    await frame.waitForSelector('text=Policy Guide can’t be reached just now')
    host.leadsTo(all.visit.web.url)
    await frame.locator('button[data-again]:visible').click()
    await frame.waitForSelector('main.home h2')
    await page.close()
  })

  it('is shown in no stranger’s frame, and the token goes to nobody', async () => {
    isAtTeams(users.amir)
    const refused: string[] = []
    const context = await browser().newContext({ ignoreHTTPSErrors: true })
    const page = await context.newPage()
    page.on('console', (message) => void refused.push(message.text()))
    await page.goto(`https://${names.stranger}/`)
    await page.waitForLoadState('networkidle')
    expect(refused.join('\n')).to.match(/frame-ancestors/)
    expect(await heard(page, 'authentication.getAuthToken')).to.eql([])
    expect(all.visit.logged.join('\n')).not.to.include('somebody came in')
  })

  it('the session in Teams’ frame is none in a stranger’s, nor on the page itself', async () => {
    const { page } = await comeIn(users.amir)
    const cookies = await page.context().cookies(`https://${names.page}/tab`)
    expect(cookies.map(({ name, httpOnly, secure, sameSite }) => ({ name, httpOnly, secure, sameSite }))).to.eql([
      { name: '__Secure-policy-guide-tab', httpOnly: true, secure: true, sameSite: 'None' },
    ])
    const other = await page.context().newPage()
    await other.goto(`https://${names.page}/tab/home?in=1`)
    expect(await other.locator('main').innerText()).to.include('keeps pages in Teams apart')
  })

  it('says outside of Teams where it belongs', async () => {
    const context = await browser().newContext({ ignoreHTTPSErrors: true })
    const page = await context.newPage()
    await page.goto(`https://${names.page}/tab`)
    await page.waitForSelector('text=This page belongs in Teams')
    expect(await faultsIn(page)).to.eql([])
  })
})
