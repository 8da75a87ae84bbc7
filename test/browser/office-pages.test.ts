// Every page of the office in a real browser, for a school with people and a campaign: on a narrow phone, a wider phone
// and a tablet, in light and dark. Screenshots are in coverage/office.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { useChromium } from '../kit/chromium.ts'
import { faultsByNightToo, hiddenFocus, lostWhenZoomed, smallTargets, widthOf, zoomed } from '../kit/in-page.ts'
import { serveOffice, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

const folder = 'coverage/office'
const backup = 'policy-guide-2026-11-23T090000Z.db'

/** Paths by the name of their screenshot. */
const pages: Readonly<Record<string, string>> = {
  front: '/office',
  campaigns: '/office/campaigns',
  'new-campaign': '/office/campaigns/new',
  bundles: '/office/bundles',
  bundle: '/office/bundles/first-day',
  'new-bundle': '/office/bundles/-new',
  'bundle-written': '/office/bundles/first-day/write',
  calendar: '/office/calendar',
  register: '/office/register',
  'register-narrowed': '/office/register?q=lukasz&from=soon',
  'register-of-nobody': '/office/register?q=nobody-at-all',
  scenarios: '/office/scenarios',
  ...Object.fromEntries(
    ['can-i-post-this', 'new-account-or-tool', 'replying-to-a-parent', 'somebody-posted'].map((id) => [
      `scenario-${id}`,
      `/office/scenarios/${id}`,
    ]),
  ),
  cases: '/office/scenarios/replying-to-a-parent/cases',
  backups: '/office/backups',
  settings: '/office/settings',
  ...Object.fromEntries(
    ['school', 'contacts', 'terms', 'reminders', 'signing'].map((id) => [`settings-${id}`, `/office/settings/${id}`]),
  ),
  policies: '/office/policies',
  edition: '/office/policies/social-media/2015-10',
  outside: '/office/policies/-outside',
  usual: '/office/policies/social-media/2015-10/usual',
  people: '/office/people',
  person: '/office/people/lukasz',
  questions: '/office/questions',
  question: '/office/questions/asked',
  pack: '/office/pack',
  verify: '/verify',
}

describe('browser: the pages of the office', function () {
  const browser = useChromium()
  let office: TestOffice

  before(async () => {
    mkdirSync(folder, { recursive: true })
    office = await serveOffice([
      somebody('all', 'Joanne Clarke', ['staff', 'slt', 'administrator', 'policy-owner']),
      somebody('lukasz', 'Łukasz Nowak-Featherstonehaugh'),
      somebody('long', 'x'.repeat(80)),
    ])
    const school = readFileSync('knowledge/school.yaml', 'utf8')
    writeFileSync(join(office.home, 'school.yaml'), `${school}\nsigning:\n  acceptRestated: [social-media@2015-10]\n`)
    mkdirSync(join(office.home, 'bundles'))
    const duties = 'duties:\n  - who: all\n    read: [social-media]\n'
    writeFileSync(join(office.home, 'bundles', 'first-day.yaml'), `title: A pack for the first day\n${duties}`)
    office.live.renew()
    const kept = { outcome: 'not-covered', policy: undefined, section: undefined, certainty: 0 } as const
    const text = 'may we bring a zeppelin to sports day'
    await office.ports.store.keepQuestion({ ...kept, id: 'asked', at: office.ports.clock(), text })
    mkdirSync(join(office.home, 'backups'))
    writeFileSync(join(office.home, 'backups', backup), 'no database')
  })
  after(() => office.close())

  const enter = async (options: BrowserContextOptions): Promise<Page> => {
    const page = await (await browser().newContext({ reducedMotion: 'reduce', ...options })).newPage()
    await page.goto(`${office.web.url}${await office.link('all', { kind: 'open' })}`)
    await page.click('main button')
    await page.waitForSelector('nav')
    return page
  }

  it('a campaign is looked at and opened, and its page tells what comes', async () => {
    const page = await enter({ viewport: { width: 320, height: 640 } })
    await page.goto(`${office.web.url}/office/campaigns/new`)
    await page.fill('[name=due]', '18/12/2026')
    await page.click('button:text-is("See what it will do")')
    await page.waitForSelector('button:text-is("Open it")')
    expect(await troubleOn(page, 320)).to.deep.equal([])
    await page.screenshot({ path: `${folder}/320-light-campaign-looked-at.png`, fullPage: true })
    await page.click('button:text-is("Open it")')
    await page.waitForSelector('text=They are asked within working hours')
    expect(await troubleOn(page, 320)).to.deep.equal([])
  })

  it('a bundle is looked at, opened and shown with who owes what', async () => {
    const page = await enter({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
    await page.goto(`${office.web.url}/office/bundles/first-day`)
    await page.fill('[name=due]', '8/1/2027')
    await page.click('button:text-is("See what it will do")')
    await page.waitForSelector('button[value=open]')
    await page.screenshot({ path: `${folder}/320-dark-bundle-looked-at.png`, fullPage: true })
    expect(await troubleOn(page, 320)).to.deep.equal([])
    await page.click('button[value=open]')
    await page.waitForSelector('text=They are asked within working hours')
    await page.screenshot({ path: `${folder}/320-dark-bundle-open.png`, fullPage: true })
    expect(await troubleOn(page, 320)).to.deep.equal([])
    await page.click('a:text-is("Who owes what")')
    await page.waitForSelector('text=What they owe')
    await page.screenshot({ path: `${folder}/320-dark-bundle-owed.png`, fullPage: true })
    expect(await troubleOn(page, 320)).to.deep.equal([])
  })

  it('a private link to the calendar is shown whole, however narrow the page is', async () => {
    const page = await enter({ viewport: { width: 320, height: 640 } })
    await page.goto(`${office.web.url}/office/calendar`)
    await page.click('button:text-is("Make my private link")')
    await page.waitForSelector('text=It is shown this once')
    await page.screenshot({ path: `${folder}/320-light-calendar-made.png`, fullPage: true })
    expect(await troubleOn(page, 320)).to.deep.equal([])
  })

  for (const width of [320, 390, 800])
    it(`are whole at ${width} pixels, in light and dark`, async () => {
      const page = await enter({ viewport: { width, height: 740 } })
      const [campaign] = await office.ports.journal.campaigns('social-media')
      const all = { ...pages, campaign: `/office/campaigns/${campaign?.id ?? ''}` }
      const trouble: string[] = []
      for (const [name, path] of Object.entries(all)) {
        const answer = await page.goto(`${office.web.url}${path}`)
        if (answer?.status() !== 200) trouble.push(`${name}: ${answer?.status() ?? 'no answer'}`)
        const picture = async (look: string) => {
          await page.screenshot({ path: `${folder}/${width}-${look}-${name}.png`, fullPage: true })
        }
        await picture('light')
        trouble.push(...(await troubleOn(page, width, () => picture('dark'))).map((each) => `${name}: ${each}`))
      }
      expect(trouble).to.deep.equal([])
    }).timeout(180_000)

  it('keep what is written in a picture or a table within its own box', async () => {
    const page = await enter({ viewport: { width: 800, height: 740 } })
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`${office.web.url}${path}`)
      expect(await outsideItsBox(page), name).to.deep.equal([])
    }
  }).timeout(120_000)

  it('lose nothing at 400 % with spread text', async () => {
    const page = await enter({ viewport: zoomed })
    const lost: string[] = []
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`${office.web.url}${path}`)
      lost.push(...(await lostWhenZoomed(page)).map((each) => `${name}: ${each}`))
    }
    expect(lost.join('\n')).to.equal('')
  }).timeout(240_000)

  it('can be gone through with the keyboard, and what has the focus is seen', async () => {
    const page = await enter({ viewport: { width: 390, height: 740 } })
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`${office.web.url}${path}`)
      const stops = await page.locator('button, a, input:not([type=hidden]), select, textarea, summary').count()
      expect(stops, name).to.be.above(0)
      for (let at = 0; at < Math.min(stops, 40); at++) {
        await page.keyboard.press('Tab')
        expect(await hiddenFocus(page), name).to.equal(undefined)
      }
    }
  }).timeout(180_000)
})

/** Faults of the page: sideways scrolling, what axe finds, and targets that are too small. */
async function troubleOn(page: Page, width: number, inTheDark?: () => Promise<void>): Promise<string[]> {
  // Folded parts must fit as well.
  await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
  const wide = await widthOf(page)
  return [
    ...(wide > width ? [`scrolls sideways: ${wide}`] : []),
    ...(await faultsByNightToo(page, inTheDark)),
    ...(await smallTargets(page)).map((each) => `too small: ${each}`),
  ]
}

/** Texts of the picture that fit in none of its boxes, and table cells whose text overflows. */
function outsideItsBox(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const holds = (outer, inner) => outer.left <= inner.left && inner.right <= outer.right - 3
      && outer.top <= inner.top && inner.bottom <= outer.bottom
    const boxes = [...document.querySelectorAll('.tree rect')].map((each) => each.getBoundingClientRect())
    const texts = [...document.querySelectorAll('.tree text')]
      .filter((each) => !boxes.some((box) => holds(box, each.getBoundingClientRect())))
    const cells = [...document.querySelectorAll('.sheet th, .sheet td')].filter((each) => each.scrollWidth > each.clientWidth + 1)
    return [...texts, ...cells].map((each) => each.textContent.trim().slice(0, 60))
  })()`)
}
