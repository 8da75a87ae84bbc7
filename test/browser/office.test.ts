// The first run as an office manager does it, in a real browser: from an empty home to a school with its people and a
// policy, on a narrow phone; axe finds no fault, and nothing scrolls sideways.
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { useChromium } from '../kit/chromium.ts'
import { faultsIn, smallTargets, widthOf } from '../kit/in-page.ts'
import { serveOffice, type TestOffice } from '../kit/office.ts'

const policy = [
  '# Visitors Policy',
  '',
  'Reviewed: September 2026',
  'Next review: September 2027',
  '',
  '## 1. Purpose',
  '',
  'This policy keeps pupils and staff safe when somebody visits the school.',
  '',
  '## 2. Signing in',
  '',
  'Visitors sign in at the main office and wear a badge.',
  '',
].join('\n')

describe('browser: the office', () => {
  const browser = useChromium()
  let office: TestOffice

  beforeEach(async () => {
    office = await serveOffice([], true)
  })
  afterEach(() => office.close())

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is set up from an empty home, in ${colorScheme}`, async () => {
      const context = await browser().newContext({
        viewport: { width: 320, height: 640 },
        colorScheme,
        javaScriptEnabled: true,
      })
      const page = await context.newPage()
      const fine = async (where: string) => {
        expect(await faultsIn(page), where).to.deep.equal([])
        expect(await widthOf(page), where).to.be.at.most(320)
        expect(await smallTargets(page), where).to.deep.equal([])
      }
      await page.goto(`${office.web.url}/`)
      await fine('two doors')
      await page.click('text=Set up my school >> nth=-1')
      await fine('the steps')
      await page.click('text=1. The school')
      await fine('the school')
      await page.fill('[name=name]', 'Hilltop School')
      await page.click('button:text-is("Save")')
      await page.fill('[name=who-slt]', 'Mrs Clarke, the headteacher')
      await page.fill('[name=who-safeguarding]', 'Mr Hughes, the safeguarding lead')
      await fine('people to ask')
      await page.click('button:text-is("Save")')
      await page.fill('[name=terms]', 'Autumn 1: 2 September 2026 to 23 October 2026')
      await fine('terms')
      await page.click('button:text-is("Save")')
      await page.waitForSelector('text=Step 4 of 6')
      await fine('policies')
      await bringPolicy(page, fine)
      await page.goto(`${office.web.url}/office/setup/people`)
      await bringPeople(page, fine)
      await page.goto(`${office.web.url}/office/setup/connect`)
      await fine('how people reach it')
      await page.click('text=Finish')
      expect(await page.textContent('main'))
        .to.contain('1 people')
        .and.not.contain('Still the sample’s')
      expect(office.live.now().school.name).to.equal('Hilltop School')
      expect(office.live.now().policies.map(({ id }) => id)).to.deep.equal(['visitors'])
    }).timeout(120_000)
  }

  async function bringPolicy(page: Page, fine: (where: string) => Promise<void>) {
    await page.setInputFiles('input[type=file]', {
      name: 'Visitors.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(policy),
    })
    await page.click('button:text-is("Read them")')
    await page.waitForSelector('text=Nothing has been written yet')
    await fine('a document')
    await page.click('button:text-is("Write this edition")')
    await page.waitForSelector('text=The edition was written')
    await fine('an edition')
  }

  async function bringPeople(page: Page, fine: (where: string) => Promise<void>) {
    const csv = 'Name,Email,Roles\nJoanne Clarke,joanne@school.example,slt\n'
    await page.setInputFiles('input[type=file]', { name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.click('button:text-is("Look at the list")')
    await page.waitForSelector('text=Joining (1)')
    await fine('a list')
    await page.click('button:text-is("Make these changes")')
    await page.waitForSelector('text=The list was taken in')
    await fine('people')
  }
})
