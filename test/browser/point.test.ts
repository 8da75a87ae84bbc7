// The web page on a telephone, asked the benchmark's questions one after another: whether the sentence that decides is in
// sight above the question box when the answer has arrived, where the page leaves the scrolling. The figure is printed.
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { useChromium } from '../kit/chromium.ts'
import { benchAnswers } from '../kit/draw/answers.ts'
import { theLibrary } from '../kit/library.ts'
import { asks } from '../kit/on-page.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { servePractice, type Practice } from '../kit/practice.ts'

const telephone = { width: 360, height: 740 } as const
/** At least this share of answers must have their point in sight. */
const share = 19 / 20
/** One question of so many. */
const sampled = 4

describe('browser: the point of an answer', () => {
  const browser = useChromium()
  let test: TestPorts
  let web: Practice
  before(async () => {
    test = await memoryPorts()
    const app = createApp(test.ports, theLibrary())
    // Nobody asks as fast as this test, so some seconds go by whenever the page looks at the clock.
    let seconds = 0
    const clock = () => new Date(Date.parse('2026-11-23T09:00:00Z') + 1_000 * (seconds += 5))
    web = await servePractice({ ...test.ports, hear: app.hear, clock })
  })
  after(async () => {
    await web.close()
    await test.close()
  })

  it('is in sight when it has arrived, whatever was asked before', async () => {
    const page = await (await browser().newContext({ viewport: telephone, reducedMotion: 'reduce' })).newPage()
    await page.goto(web.url)
    await page.click('button[value=starter]')
    await page.waitForSelector('#log article')
    const asked = benchAnswers().filter(({ outcome }, at) => outcome === 'answered' && at % sampled === 0)
    const seen = { yes: 0, no: [] as string[] }
    for (const { question } of asked) {
      await asks(page, question)
      const inSight = await isPointInSight(page)
      if (inSight === true) seen.yes += 1
      if (inSight === false) seen.no.push(question)
    }
    const all = seen.yes + seen.no.length
    console.log(`      ${seen.yes} of ${all} are in sight${seen.no.map((question) => `; not: ${question}`).join('')}`)
    expect(all, 'that quote something').to.be.at.least(asked.length * share)
    expect(seen.yes / all).to.be.at.least(share)
  }).timeout(180_000)
})

/**
 * Whether what decides is inside the window and above the question box: the sentence that is set off, else the first
 * line and a half of the quotation; what to do first, where it is urgent. Undefined where the card quotes nothing.
 */
function isPointInSight(page: Page): Promise<boolean | null> {
  return page.evaluate<boolean | null>(`(() => {
    const card = [...document.querySelectorAll('#log > article')].at(-1)
    const quote = card.querySelector('blockquote')
    const urgent = card.dataset.tone === 'urgent' ? card.querySelector('li') : null
    const range = document.createRange()
    if (urgent !== null) range.selectNodeContents(urgent)
    else if (quote === null) return null
    else {
      const setOff = [...quote.querySelectorAll('strong')].find((each) => each.textContent.trim().length > 20)
      const walker = document.createTreeWalker(setOff ?? quote, NodeFilter.SHOW_TEXT)
      let left = setOff === undefined ? 60 : Infinity
      range.setStart(setOff ?? quote, 0)
      while (left > 0 && walker.nextNode()) {
        const { length } = walker.currentNode.textContent
        range.setEnd(walker.currentNode, Math.min(length, left))
        left -= length
      }
    }
    const { top, bottom, height } = range.getBoundingClientRect()
    return height > 0 && top >= 0 && bottom <= document.querySelector('#text').closest('form').getBoundingClientRect().top
  })()`)
}
