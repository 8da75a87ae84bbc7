// The page in a real browser: with the keyboard alone, with pushed messages, without a network and without JavaScript.
import { expect } from 'chai'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { useChromium } from '../kit/chromium.ts'
import { focusedId, focusedText, hiddenFocus } from '../kit/in-page.ts'
import { servePractice, type Practice } from '../kit/practice.ts'
import { cardOf, talker, type Talker } from '../kit/talker.ts'

describe('browser: the web page', () => {
  const browser = useChromium()
  let web: Practice
  let bot: Talker

  beforeEach(async () => {
    bot = talker()
    web = await servePractice({ hear: (event) => bot.hear(event) })
  })
  afterEach(() => web.close())

  const be = async (name: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await browser().newContext(options)).newPage()
    page.on('pageerror', (error) => {
      throw error
    })
    await page.goto(web.url)
    await page.click(`button[value=${name}]`)
    await page.waitForSelector('#log article')
    return page
  }
  const ask = async (page: Page, text: string) => {
    await page.fill('#text', text)
    await page.press('#text', 'Enter')
  }
  const titles = (page: Page) => page.locator('#log article[data-from=guide] h2').allTextContents()
  /** Waits until the title is shown and no request is in progress. */
  const waitForTitle = async (page: Page, title: string) => {
    await page.waitForSelector(`#log h2:text-is("${title}")`)
    await page.waitForSelector('#log:not([aria-busy])')
  }

  it('is used from the first page to a verdict with the keyboard alone', async () => {
    const page = await (await browser().newContext()).newPage()
    await page.goto(web.url)
    const tabTo = async (label: string) => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab')
        if ((await focusedText(page)).includes(label)) return
      }
      throw new Error(`The Tab key never comes to “${label}”`)
    }
    await tabTo('Priya Nair')
    await page.keyboard.press('Enter')
    await waitForTitle(page, 'Hello')
    await page.keyboard.type('May I?')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('Really?')
    await page.keyboard.press('Enter')
    await waitForTitle(page, 'You said')
    expect(await page.locator('article[data-from=you] p').textContent()).to.equal('May I?\nReally?')
    expect(await focusedId(page)).to.equal('text')
    expect(await page.inputValue('#text')).to.equal('')

    await page.locator('button', { hasText: 'Start a check' }).focus()
    await page.keyboard.press('Enter')
    await waitForTitle(page, 'The first question')
    expect(await focusedText(page)).to.equal('The first question')
    await tabTo('Yes')
    await page.keyboard.press('Enter')
    await waitForTitle(page, 'The second question')
    expect(await focusedText(page)).to.equal('The second question')
    await tabTo('No')
    await page.keyboard.press('Enter')
    await waitForTitle(page, 'You can post this')
    expect(await focusedText(page)).to.equal('You can post this')
    expect(await titles(page)).to.eql(['Hello', 'You said', 'You can post this'])
  })

  it('shows with the focus where somebody is, and never hides it behind the question box', async () => {
    const page = await be('starter', { viewport: { width: 390, height: 700 }, reducedMotion: 'reduce' })
    await ask(page, 'every tone')
    await page.waitForSelector('[data-tone=stop]')
    await page.locator('.name').click()
    const hidden: string[] = []
    for (let i = 0; i < 45; i++) {
      await page.keyboard.press('Tab')
      const at = await hiddenFocus(page)
      if (at !== undefined) hidden.push(at)
    }
    expect(hidden).to.eql([])
  })

  it('shows the question at once, says that it waits, takes the next one meanwhile, and follows in the title', async () => {
    let answer = () => {}
    const held = new Promise<void>((resolve) => (answer = resolve))
    const page = await be('starter')
    const { hear, heard } = bot
    bot = { heard, hear: async (event) => (await held, hear(event)) }
    await ask(page, 'First question')
    await page.waitForSelector('.asked p:text-is("First question")')
    expect(await page.inputValue('#text')).to.equal('')
    await page.waitForSelector('#waiting:text("Looking it up")')
    await ask(page, 'Second question')
    await page.waitForSelector('#waiting:text("as soon as the last one is answered")')
    expect(await page.inputValue('#text')).to.equal('Second question')
    answer()
    await page.waitForSelector('article[data-from=you] >> nth=1')
    await page.waitForSelector('#log:not([aria-busy])')
    expect(await page.locator('article[data-from=you] p').allTextContents()).to.eql([
      'First question',
      'Second question',
    ])
    expect(await page.locator('.asked').count()).to.equal(0)
    expect(await page.title()).to.equal('You said · Policy Guide')
  })

  it('is one line high on a phone, and gives back what was typed when it could not be sent', async () => {
    const page = await be('starter', { viewport: { width: 360, height: 740 } })
    expect(await page.evaluate<number>(`document.querySelector('.composer').offsetHeight`)).to.be.below(90)
    await page.context().setOffline(true)
    await ask(page, 'May I?')
    await page.waitForSelector('#trouble:not([hidden])')
    expect(await page.inputValue('#text')).to.equal('May I?')
    expect(await page.locator('.asked').count()).to.equal(0)
  })

  it('shows a pushed message in every tab of the person, without a reload, and announces it', async () => {
    const page = await be('starter')
    const second = await page.context().newPage()
    await second.goto(web.url)
    await page.evaluate(`document.body.dataset.same = 'yes'`)
    await web.push('starter', cardOf('caution'))
    await Promise.all([waitForTitle(page, 'A card that is caution'), waitForTitle(second, 'A card that is caution')])
    expect(await page.evaluate('document.body.dataset.same')).to.equal('yes')
    expect(await page.locator('#aloud').textContent()).to.equal('In short: caution.')
    expect(await page.locator('#log').getAttribute('aria-live')).to.equal('off')
  })

  it('shows an answer once, although it comes with the answer and with the stream', async () => {
    const page = await be('starter')
    const second = await page.context().newPage()
    await second.goto(web.url)
    await ask(page, 'May I?')
    await Promise.all([waitForTitle(page, 'You said'), waitForTitle(second, 'You said')])
    await ask(page, 'And now?')
    await page.waitForSelector('[data-from=guide] >> nth=2')
    await second.waitForSelector('[data-from=guide] >> nth=2')
    for (const each of [page, second]) expect(await titles(each)).to.eql(['Hello', 'You said', 'You said'])
  })

  it('catches up on what was pushed while the connection was away', async () => {
    const page = await be('starter')
    await page.context().setOffline(true)
    await page.evaluate(`dispatchEvent(new Event('pagehide'))`)
    await web.push('starter', cardOf('caution'))
    await page.context().setOffline(false)
    await page.evaluate(`dispatchEvent(new Event('pageshow'))`)
    await waitForTitle(page, 'A card that is caution')
  })

  it('keeps what was typed when the network fails, and tries again once for the person', async () => {
    const page = await be('starter')
    await page.route('**/say*', (route) => route.abort())
    await ask(page, 'May I?')
    await page.waitForSelector('text=can’t be reached just now')
    expect(await page.inputValue('#text')).to.equal('May I?')
    await page.unroute('**/say*')
    await page.click('text=Try again')
    await waitForTitle(page, 'You said')
    expect(await page.inputValue('#text')).to.equal('')
    expect(await page.isVisible('#trouble')).to.be.false
    expect(bot.heard.filter(({ kind }) => kind === 'said').length).to.equal(1)
  })

  it('is answered once when the answer is lost on the way and tried for again', async () => {
    const page = await be('starter')
    let lost = false
    await page.route('**/say*', async (route) => {
      if (!lost) await route.fetch()
      await (lost ? route.continue() : route.abort())
      lost = true
    })
    await ask(page, 'May I?')
    await page.click('text=Try again')
    await waitForTitle(page, 'You said')
    expect(await page.inputValue('#text')).to.equal('')
    expect(bot.heard.filter(({ kind }) => kind === 'said').length).to.equal(1)
    expect(await titles(page)).to.eql(['Hello', 'You said'])
  })

  it('says that it is looking, but only when it takes a moment', async () => {
    const page = await be('starter')
    const { hear } = bot
    let go = () => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    bot = { ...bot, hear: async (event) => (await held, hear(event)) }
    await ask(page, 'May I?')
    await page.waitForSelector('text=Looking it up…')
    go()
    await waitForTitle(page, 'You said')
    expect(await page.locator('#waiting').textContent()).to.equal('')
  })

  it('refuses kindly what is empty or too long, and keeps it', async () => {
    const page = await be('starter')
    await page.press('#text', 'Enter')
    await page.waitForSelector('text=Type a question first.')
    await ask(page, 'x'.repeat(10_001))
    await page.waitForSelector('text=That is 10,001 characters')
    expect((await page.inputValue('#text')).length).to.equal(10_001)
    await page.click('text=Can I post this?')
    await page.fill('label:text-is("Your draft")', 'y'.repeat(201))
    await page.click('text=Look at my draft')
    await page.waitForSelector('text=That is 201 characters, and I can read 200')
    expect(bot.heard.map(({ kind }) => kind)).to.eql(['opened', 'began-check'])
  })

  it('goes on in the middle of a check after the server was restarted', async () => {
    const page = await be('starter')
    await page.click('text=Start a check')
    await waitForTitle(page, 'The first question')
    await web.close()
    await page.click('text="Yes"')
    await page.waitForSelector('text=can’t be reached just now')
    web = await servePractice({ hear: (event) => bot.hear(event), port: web.port })
    await page.click('text=Try again')
    await waitForTitle(page, 'The second question')
    expect(await titles(page)).to.eql(['Hello', 'The second question'])
    await page.click('text="No"')
    await waitForTitle(page, 'You can post this')
    await web.push('starter', cardOf('caution'))
    await waitForTitle(page, 'A card that is caution')
    expect(await titles(page)).to.eql(['Hello', 'You can post this', 'A card that is caution'])
  })

  it('notices when another tab has become somebody else, and sends nothing as them', async () => {
    const page = await be('starter')
    const second = await page.context().newPage()
    await second.goto(`${web.url}/choose`)
    await second.click('button[value=slt]')
    await ask(page, 'May I?')
    await page.waitForSelector('text=In this browser you are now Joanne Clarke')
    expect(await page.inputValue('#text')).to.equal('May I?')
    expect(bot.heard.some(({ kind }) => kind === 'said')).to.be.false
  })

  it('works without JavaScript', async () => {
    const page = await be('starter', { javaScriptEnabled: false })
    await page.fill('#text', 'May I?')
    await page.click('.box button')
    await waitForTitle(page, 'You said')
    await page.click('text=Start a check')
    await waitForTitle(page, 'The first question')
    await page.click('text="Yes"')
    await waitForTitle(page, 'The second question')
    expect(new URL(page.url()).hash).to.match(/^#h-/)
    await page.click('#ask ~ .quick >> text=Can I post this?')
    await page.fill('label:text-is("Your draft")', 'Well done')
    await page.click('text=Look at my draft')
    await waitForTitle(page, 'Draft seen')
  })
})
