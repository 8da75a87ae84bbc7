// Every state of the page, on a phone and on a desktop, in light and dark: axe finds no fault, and nothing scrolls
// sideways.
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { useChromium } from '../kit/chromium.ts'
import {
  faultsByNightToo,
  lostWhenZoomed,
  movingParts,
  smallTargets,
  stylesOf,
  widthOf,
  zoomed,
} from '../kit/in-page.ts'
import { gallery } from '../kit/gallery.ts'
import { servePractice, type Practice } from '../kit/practice.ts'
import { talker } from '../kit/talker.ts'

describe('browser: for everybody', () => {
  const browser = useChromium()
  let web: Practice
  let off: Practice

  beforeEach(async () => {
    web = await servePractice({ hear: talker().hear })
    off = await servePractice({ hear: talker().hear, access: { kind: 'off' } })
  })
  afterEach(() => Promise.all([web.close(), off.close()]))

  const states: Record<string, (page: Page) => Promise<unknown>> = {
    'choosing who to be': (page) => page.goto(web.url),
    'the greeting': (page) => be(page),
    'a card of every tone': async (page) => {
      await be(page)
      await page.fill('#text', 'every tone')
      await page.press('#text', 'Enter')
      await page.waitForSelector('[data-tone=stop]')
    },
    'a form': async (page) => {
      await be(page)
      // On a phone this button is hidden, because the box has only one line there.
      await page.locator('.quick form[action="/check"]').evaluate((form) => form.querySelector('button')?.click())
      await page.waitForSelector('.fields')
    },
    'a declaration to sign': (page) => shown(page, 'declaration'),
    'a register': (page) => shown(page, 'register'),
    'a chart': (page) => shown(page, 'progress'),
    trouble: async (page) => {
      await be(page)
      await page.route('**/say*', (route) => route.abort())
      await page.fill('#text', 'x'.repeat(300))
      await page.press('#text', 'Enter')
      await page.waitForSelector('text=Try again')
    },
    'words that do not end': async (page) => {
      await be(page)
      await page.fill('#text', 'x'.repeat(3_000))
      await page.press('#text', 'Enter')
      await page.waitForSelector('h2:text-is("You said")')
    },
    'the home page': async (page) => {
      await be(page)
      await page.goto(`${web.url}/home`)
    },
    'how it is for everybody': (page) => page.goto(`${web.url}/accessibility`),
    'the page that is switched off': (page) => page.goto(off.url),
    'an address that is none': (page) => page.goto(`${web.url}/nowhere`),
    'without its script': async (page) => {
      await page.route('**/page.js', (route) => route.abort())
      await be(page)
    },
  }

  const be = async (page: Page) => {
    await page.goto(web.url)
    await page.click('button[value=slt]')
    await page.waitForSelector('#log article')
  }

  const shown = async (page: Page, name: string) => {
    const card = gallery[name]
    if (card === undefined) throw new Error(`there is no card ${name}`)
    await be(page)
    await web.push('slt', card)
    await page.waitForSelector(`h2:text-is("${card.title}")`)
  }

  for (const width of [360, 1280])
    for (const [state, reach] of Object.entries(states))
      it(`${state}, ${width} pixels wide, light and dark`, async () => {
        const context = await browser().newContext({ viewport: { width, height: 740 }, reducedMotion: 'reduce' })
        const page = await context.newPage()
        await reach(page)
        expect(await faultsByNightToo(page)).to.eql([])
        expect(await widthOf(page)).to.be.at.most(width)
        expect(await smallTargets(page)).to.eql([])
        await context.close()
      })

  for (const forcedColors of ['none', 'active'] as const)
    it(`loses nothing at 400 % with spread text, forced colours ${forcedColors}`, async () => {
      const lost: string[] = []
      for (const [state, reach] of Object.entries(states)) {
        const context = await browser().newContext({ viewport: zoomed, forcedColors, reducedMotion: 'reduce' })
        const page = await context.newPage()
        await reach(page)
        lost.push(...(await lostWhenZoomed(page)).map((each) => `${state}: ${each}`))
        expect(await movingParts(page), state).to.eql([])
        await context.close()
      }
      expect(lost.join('\n')).to.equal('')
    }).timeout(180_000)

  it('keeps its shapes when a person’s own colours replace ours', async () => {
    const context = await browser().newContext({ forcedColors: 'active' })
    const page = await context.newPage()
    await states['a card of every tone']?.(page)
    expect(await stylesOf(page, '.message', 'border-top-style')).to.eql(['solid'])
  })

  it('fits a screen that is zoomed until it is 320 pixels wide and low', async () => {
    const context = await browser().newContext({ viewport: { width: 320, height: 256 } })
    const page = await context.newPage()
    await states['a card of every tone']?.(page)
    expect(await widthOf(page)).to.be.at.most(320)
    expect(await stylesOf(page, '.composer', 'position')).to.eql(['static'])
  })
})
