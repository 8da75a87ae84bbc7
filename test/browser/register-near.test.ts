// SLT's register within one press and one screen: on Slack's Home, in Teams' tab and on the web page, on a telephone.
import { expect } from 'chai'
import type { Frame, Page } from 'playwright-core'
import { z } from 'zod'
import { showHome } from '../../adapters/slack/view.ts'
import { createApp } from '../../src/app.ts'
import type { Account } from '../../src/chat/people.ts'
import { serveAccounts, users } from '../kit/accounts.ts'
import { useChromium } from '../kit/chromium.ts'
import { cardPage } from '../kit/draw/page.ts'
import { drawSlack, slackStyle } from '../kit/draw/slack.ts'
import { fieldsOf, listOf, textOf, type Json } from '../kit/json.ts'
import { theLibrary } from '../kit/library.ts'
import { presses } from '../kit/on-page.ts'
import { memoryPorts } from '../kit/ports.ts'
import { servePractice } from '../kit/practice.ts'
import { names, openTabHost, type TabHost } from '../kit/teams/tab-host.ts'

const telephone = { width: 360, height: 740 } as const
/** What Slack's own window takes of it, above and below. */
const windowOfSlack = 160
const control = 'Open the register'
/** What the register begins with. */
const register = /Register: Social Media Policy/

const Blocks = z.object({ blocks: z.array(z.custom<Json>()) })

describe('browser: the register, for SLT on a telephone', () => {
  let host: TabHost
  before(async () => {
    host = await openTabHost()
  })
  after(() => host.close())
  const browser = useChromium(() => host.args)
  const bottomOf = (page: Page | Frame) =>
    page.evaluate<number>(
      `[...document.querySelectorAll('button')].find((each) => each.textContent.trim() === ${JSON.stringify(control)}).getBoundingClientRect().bottom`,
    )

  it('is on the first screen of Slack’s Home, and one press shows it', async () => {
    const test = await memoryPorts()
    const boss: Account = { platform: 'slack', id: 'U9' }
    await test.ports.directory.keep(boss, {
      name: 'Joanne Clarke',
      email: 'jo@school.example',
      roles: ['staff', 'slt'],
    })
    const app = createApp(test.ports, theLibrary())
    const at = { account: boss, place: { platform: 'slack', id: 'D9', kind: 'private' } } as const
    const replies = await app.hear({ kind: 'opened', id: 'e1', ...at, surface: 'home' })
    const view: unknown = JSON.parse(JSON.stringify(showHome(replies.map(({ card }) => card))))
    const blocks = Blocks.parse(view).blocks
    const page = await browser().newPage({ viewport: telephone })
    await page.setContent(cardPage(drawSlack(blocks.map(fieldsOf)), slackStyle, { dark: false }))
    expect(await bottomOf(page)).to.be.at.most(telephone.height - windowOfSlack)
    const button = blocks
      .flatMap((each) => listOf(fieldsOf(each)['elements']))
      .find((each) => textOf(fieldsOf(each['text'])['text']) === control)
    const packed = textOf(fieldsOf(button)['value']) ?? ''
    const [opened] = await app.hear({ kind: 'pressed', id: 'e2', ...at, packed, fields: {} })
    expect(opened?.card.title).to.match(register)
    await test.close()
  })

  it('is on the first screen of Teams’ tab, and one press shows it', async () => {
    const all = await serveAccounts()
    host.leadsTo(all.visit.web.url)
    host.answers(async () => ({ token: await all.entra.tabToken(users.slt, all.visit.ports.clock()) }))
    const page = await (await browser().newContext({ ignoreHTTPSErrors: true, viewport: telephone })).newPage()
    await page.goto(`https://${names.teams}/?theme=default`)
    const frame = page.frames()[1]
    if (frame === undefined) throw new Error('there is no frame')
    await frame.waitForSelector('main.home h2')
    expect(await bottomOf(frame)).to.be.at.most(telephone.height)
    await frame.locator(`button:has-text("${control}")`).first().click()
    await frame.waitForSelector('#log article')
    expect(await frame.locator('#log').innerText()).to.match(register)
    await all.close()
  })

  it('is on the first screen of the web page, and one press shows it', async () => {
    const test = await memoryPorts()
    const web = await servePractice({ ...test.ports, hear: createApp(test.ports, theLibrary()).hear })
    const page = await (await browser().newContext({ viewport: telephone, reducedMotion: 'reduce' })).newPage()
    await page.goto(web.url)
    await page.click('button[value=slt]')
    await page.waitForSelector('#log article')
    expect(await bottomOf(page)).to.be.at.most(telephone.height)
    await presses(page, control)
    expect(await page.locator('#log').innerText()).to.match(register)
    await web.close()
    await test.close()
  })
})
