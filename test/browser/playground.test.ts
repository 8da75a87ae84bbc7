// The main dialogues in Microsoft's local playground, with the whole program running: asking and rating, a check,
// reading and signing, and SLT's register. The playground starts offline; where it is not installed, the tests are
// skipped and say so.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { useChromium } from '../kit/chromium.ts'
import { aFolder } from '../kit/databases.ts'
import { serveProgram, type Running } from '../kit/serving.ts'
import { alex, atPlayground, openPlayground, playgroundProgram, type Playground } from '../kit/teams/playground.ts'

const pictures = 'coverage/playground'

describe('browser: Microsoft’s local playground', function () {
  this.timeout(180_000)
  const browser = useChromium()
  let program: Running
  let playground: Playground
  let page: Page

  before(function () {
    if (!existsSync(playgroundProgram)) {
      console.log('      skipped: @microsoft/m365agentsplayground is not installed')
      this.skip()
    }
    mkdirSync(pictures, { recursive: true })
  })

  const open = async (env: Readonly<Record<string, string>> = {}) => {
    const home = aFolder()
    const school = readFileSync('knowledge/school.yaml', 'utf8')
    const settings = 'belonging:\n  teams: everybody\nsigning:\n  acceptRestated: [social-media@2015-10]\n'
    writeFileSync(join(home, 'school.yaml'), `${school}\n${settings}`)
    program = serveProgram({ home, now: '2026-11-23T09:00:00Z', env: { TEAMS_LOCAL: '1', ...env } })
    playground = await openPlayground(home, `${await program.url}/api/messages`)
    page = await browser().newPage({ viewport: { width: 1280, height: 900 } })
    page.setDefaultTimeout(30_000)
    await page.goto(playground.url)
    const at = atPlayground(page)
    await at.sees('I am Policy Guide')
    return at
  }
  afterEach(async () => {
    await playground.stop()
    program.child.kill()
    await program.gone.catch(() => undefined)
  })

  // The playground does not say which message a thumb belongs to, and reports the thumb only when the form is sent.
  it('a question is answered, thumbs stand below it, and what they say is heard', async () => {
    const at = await open()
    await at.says('Do I have to sign something to say I have read the policy?')
    await at.sees('edition October 2015')
    await page.getByRole('button', { name: 'Dislike' }).last().click()
    await page.screenshot({ path: `${pictures}/thumbs.png` })
    const form = page.getByRole('dialog')
    await form.getByRole('textbox').fill('I meant another form')
    await form.getByRole('button', { name: 'Submit' }).click()
    await at.sees('That button is out of date')
    await page.screenshot({ path: `${pictures}/rated.png` })
  })

  it('a check is gone through from the first question to a ruling', async () => {
    const at = await open()
    await at.says('can I post this?')
    await at.sees('A few short questions')
    await at.presses('Choose')
    await at.sees('Where would you post it?')
    await at.presses('My own account')
    await at.sees('Who from the school could be recognised?')
    await at.presses('Choose')
    await at.sees('This is guidance from the policy, not permission from the school.')
    await at.sees('4. Who: A pupil')
    await page.screenshot({ path: `${pictures}/ruling.png` })
  })

  it('the policy is read and signed, and the register says so', async () => {
    const at = await open({ TEAMS_SLT: alex.email })
    await at.says('read and sign')
    for (let section = 1; section <= 21; section++) {
      await at.sees(`Section ${section} of 21`)
      if (section < 21) await at.presses('Next')
    }
    await at.presses('Go to the declaration')
    await at.sees('It stands for your signature.')
    for (const box of await page.getByRole('checkbox').all()) await box.check({ force: true })
    await page.getByRole('textbox', { name: /Your name/ }).fill(alex.name)
    await page.screenshot({ path: `${pictures}/declaration.png` })
    await at.presses('Sign')
    await at.sees(/Thank you, Alex/)
    await at.says('register')
    await at.sees('signed on 23 November 2026')
    await page.screenshot({ path: `${pictures}/register.png` })
  })
})
