// The page's entrances in a real browser: links, the page without a link, and signing on a phone without scripts.
import { expect } from 'chai'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { useChromium } from '../kit/chromium.ts'
import { deedsOf } from '../kit/evidence.ts'
import { faultsByNightToo, lostWhenZoomed, smallTargets, widthOf, zoomed } from '../kit/in-page.ts'
import { theLibrary } from '../kit/library.ts'
import { school, serveVisitors, wholeApp, type Visit } from '../kit/visit.ts'

describe('browser: the page for real', () => {
  const browser = useChromium()
  const [amir, , slt, governor] = school
  const edition = { kind: 'sign', policy: 'social-media', edition: '2015-10' } as const
  let visit: Visit

  beforeEach(async () => {
    visit = await serveVisitors({ app: wholeApp(theLibrary()) })
  })
  afterEach(() => visit.close())

  const open = async (options: BrowserContextOptions = {}) => (await browser().newContext(options)).newPage()
  const goTo = (page: Page, path: string) => page.goto(`${visit.web.url}${path}`)
  const comeIn = async (page: Page, path: string) => {
    await goTo(page, path)
    await page.click('main button')
    await page.waitForSelector('#log article')
  }
  const toSign = async (page: Page) => comeIn(page, await visit.link(governor.id, edition, 60 * 24 * 7))
  const readOn = async (page: Page) => {
    await page.click('text=Start reading')
    const next = page.locator('#log button', { hasText: /^Next$/ })
    while ((await next.count()) > 0) {
      const shown = (await page.locator('#ask [name=delivery]').getAttribute('value')) ?? ''
      await next.last().click()
      await page.waitForSelector(`#ask [name=delivery]:not([value="${shown}"])`, { state: 'attached' })
    }
    await page.click('text=Go to the declaration')
    await page.waitForSelector('form.fields')
  }
  const sign = async (page: Page, name: string) => {
    for (const box of await page.locator('form.fields [type=checkbox]').all()) await box.check()
    await page.locator('form.fields input:not([type])').fill(name)
    await page.locator('form.fields button.main').click()
  }

  const states: Record<string, (page: Page) => Promise<unknown>> = {
    'how to come in': (page) => goTo(page, '/'),
    'an address that is none': async (page) => {
      await goTo(page, '/')
      await page.evaluate('document.querySelector("main form").noValidate = true')
      await page.fill('#email', 'amir')
      await page.click('main form button')
      await page.waitForSelector('.error')
    },
    'a link was asked for': async (page) => {
      await goTo(page, '/')
      await page.fill('#email', 'nobody@school.example')
      await page.click('main form button')
      await page.waitForSelector('text=Look in your email')
    },
    'a link’s one button': async (page) => goTo(page, await visit.link(amir.id, { kind: 'open' })),
    'a link that is dead': (page) => goTo(page, `/enter/${'x'.repeat(43)}`),
    'the conversation of a visitor': async (page) => comeIn(page, await visit.link(slt.id, { kind: 'open' })),
    'a visitor’s home page': async (page) => {
      await comeIn(page, await visit.link(amir.id, { kind: 'open' }))
      await goTo(page, '/home')
    },
    'a link to sign': async (page) => goTo(page, await visit.link(governor.id, edition)),
    'the room for signing': toSign,
    'the declaration': async (page) => {
      await toSign(page)
      await readOn(page)
    },
    'the room for signing without a session': (page) => goTo(page, '/sign'),
  }

  for (const width of [360, 1280])
    for (const [state, reach] of Object.entries(states))
      it(`${state}, ${width} pixels wide, light and dark`, async () => {
        const page = await open({ viewport: { width, height: 740 }, reducedMotion: 'reduce' })
        await reach(page)
        expect(await faultsByNightToo(page)).to.eql([])
        expect(await widthOf(page)).to.be.at.most(width)
        expect(await smallTargets(page)).to.eql([])
        await page.context().close()
      })

  it('loses nothing at 400 % with spread text', async () => {
    const lost: string[] = []
    for (const [state, reach] of Object.entries(states)) {
      const page = await open({ viewport: zoomed, reducedMotion: 'reduce' })
      await reach(page)
      lost.push(...(await lostWhenZoomed(page)).map((each) => `${state}: ${each}`))
      await page.context().close()
    }
    expect(lost.join('\n')).to.equal('')
  }).timeout(180_000)

  it('signs on a phone without scripts, and takes the receipt along', async () => {
    const page = await open({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false, acceptDownloads: true })
    await toSign(page)
    await readOn(page)
    expect(await page.locator('script').count()).to.equal(0)
    await sign(page, 'Gwen Tudor')
    await page.waitForSelector('text=Thank you, Gwen')
    const link = page.locator('article a[href*="/receipt/"]')
    const { pathname } = new URL((await link.getAttribute('href')) ?? '')
    const response = await page.request.get(`${visit.web.url}${pathname}`)
    expect([response.status(), response.headers()['content-type']]).to.eql([200, 'application/pdf'])
    const history = deedsOf(await visit.ports.journal.historyOf(governor.id))
    expect(history.map(({ fact }) => fact.kind)).to.eql(['signed'])
  })

  it('lets nobody leave the declaration half done without saying what is missing', async () => {
    const page = await open({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false })
    await toSign(page)
    await readOn(page)
    await page.locator('form.fields button.main').click()
    expect(await page.locator(':invalid').count()).to.be.greaterThan(0)
    expect(deedsOf(await visit.ports.journal.historyOf(governor.id))).to.eql([])
  })

  it('answers a visitor without a reload, and forgets them when they leave', async () => {
    const page = await open()
    await comeIn(page, await visit.link(amir.id, { kind: 'open' }))
    await page.fill('#text', 'Can I be friends with pupils on Facebook?')
    await page.press('#text', 'Enter')
    await page.waitForSelector('#log [data-tone=answered]')
    await page.click('.you button')
    await page.waitForSelector('text=You have left this page')
    await page.goBack()
    await goTo(page, '/')
    await page.waitForSelector('text=Sign in with a link')
  })

  it('keeps one person’s page from another’s in the same browser', async () => {
    const page = await open()
    await comeIn(page, await visit.link(amir.id, { kind: 'open' }))
    const second = await page.context().newPage()
    await comeIn(second, await visit.link(slt.id, { kind: 'open' }))
    await page.fill('#text', 'hello')
    await page.press('#text', 'Enter')
    await page.waitForSelector('text=In this browser you are now Joanna Okafor')
  })
})
