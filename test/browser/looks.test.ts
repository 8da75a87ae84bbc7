// How cards look in Slack and in Teams, on a phone and in a desktop window, in light and dark: screenshots are in
// coverage/looks, and each card is checked.
import { mkdirSync } from 'node:fs'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { showCard } from '../../adapters/teams/show.ts'
import { buttons, mostLabel, type Card } from '../../src/chat/cards.ts'
import { useChromium } from '../kit/chromium.ts'
import { typicalAnswers } from '../kit/draw/answers.ts'
import { cardPage, looks, sayLook, type Look } from '../kit/draw/page.ts'
import { bottomOf, pointOf } from '../kit/draw/point.ts'
import { playedCards } from '../kit/draw/played.ts'
import { drawSlack, slackStyle } from '../kit/draw/slack.ts'
import { drawTeams, openTeams } from '../kit/draw/teams.ts'
import { blocksOf, weigh } from '../kit/draw/weigh.ts'
import { gallery } from '../kit/gallery.ts'
import { theLibrary } from '../kit/library.ts'
import { cardOf } from '../kit/talker.ts'

const folder = 'coverage/looks'
/** In pixels from the top of the card. */
const lowestPoint = 600

/** The most that each card may have in Slack: blocks, characters and visible buttons. */
const budget: Readonly<Record<string, readonly [blocks: number, characters: number, buttons: number]>> = {
  answered: [6, 240, 2],
  unsure: [7, 220, 2],
  'not-covered': [2, 80, 0],
  urgent: [3, 130, 0],
  draft: [6, 200, 1],
  question: [5, 170, 4],
  'go-ahead': [2, 60, 0],
  caution: [2, 60, 0],
  stop: [2, 60, 0],
  declaration: [8, 260, 1],
  understanding: [9, 400, 2],
  register: [4, 340, 0],
  timeline: [2, 400, 0],
  'bundle certificate': [10, 1_200, 0],
  'bundle timeline': [4, 430, 1],
  'to hand on': [8, 500, 2],
  'handed to you': [7, 440, 1],
  'taken back': [2, 200, 0],
  'with you': [7, 420, 4],
  progress: [3, 220, 0],
  'people’s own words': [5, 160, 1],
  'home, nobody is asked': [11, 580, 7],
  'home, asked to sign': [11, 580, 7],
  'home of SLT': [20, 860, 11],
  help: [5, 780, 2],
  hello: [6, 400, 4],
  'which of two': [10, 520, 4],
  'whom to ask': [7, 400, 2],
  'a check begins': [10, 520, 12],
  'a draft is seen': [11, 460, 10],
  'something urgent': [5, 1_400, 4],
  campaigns: [10, 540, 2],
  'before it begins': [5, 520, 2],
  'it is open': [14, 760, 9],
  'register of a school': [13, 600, 4],
  'one person': [8, 260, 5],
  digest: [8, 560, 3],
  review: [6, 680, 6],
  'first section': [9, 1_040, 2],
  'declaration of a policy': [13, 1_180, 6],
}

/** Titles, names and choices of 31 to 40 letters, as schools have them. */
const ownLabels = [
  'A parent, or somebody from outside',
  'Safeguarding and child protection 2026',
  'Intimate care and toileting procedures',
  'Bartholomew Featherstonehaugh-Cholmondel',
  'MRS WILHELMINA WAMBUI MWANGI-WORTHING',
  'Whole school: September reading, Y7–Y13',
]

const draw = {
  slack: async (page: Page, card: Card, look: Look) => {
    await page.setContent(cardPage(drawSlack(blocksOf(card)), slackStyle, look))
  },
  teams: (page: Page, card: Card, look: Look) => drawTeams(page, showCard(card), look),
}

describe('browser: how cards look', () => {
  const browser = useChromium()
  let cards: Readonly<Record<string, Card>> = {
    ...gallery,
    ...Object.fromEntries(typicalAnswers().map(({ card }, n) => [`answer ${n + 1}`, card])),
  }

  before(async () => {
    mkdirSync(folder, { recursive: true })
    cards = { ...cards, ...(await playedCards()) }
  })

  for (const platform of ['slack', 'teams'] as const) {
    for (const look of looks) {
      it(`${platform}, ${sayLook(look)}: nothing is cut, one button at most stands out, the point is in sight`, async () => {
        const page = await browser().newPage({ viewport: { width: look.width, height: 640 } })
        if (platform === 'teams') await openTeams(page, look)
        const faults: string[] = []
        for (const [name, card] of Object.entries(cards)) {
          await draw[platform](page, card, look)
          // Taking a screenshot of every card would take minutes, and the answers differ only in their words.
          if (!name.startsWith('answer ') || Number(name.slice(7)) <= 6)
            await page.screenshot({
              path: `${folder}/${platform}-${sayLook(look)}-${name.replaceAll(' ', '-')}.png`,
              fullPage: true,
            })
          const point = pointOf(card)
          const below =
            point !== '' && (await bottomOf(page, point)) > lowestPoint ? ['the point is below the fold'] : []
          faults.push(...[...(await faultsOf(page)), ...below].map((fault) => `${name}: ${fault}`))
        }
        await page.close()
        expect(faults).to.deep.equal([])
      })
    }
  }

  it('what a school itself calls things is whole on the narrowest phone, in Slack and in Teams', async () => {
    const narrow = { width: 320, dark: false } as const
    const page = await browser().newPage({ viewport: { width: narrow.width, height: 640 } })
    const choices = theLibrary().scenarios.flatMap(({ questions }) => questions.flatMap((each) => each.choices))
    const faults: string[] = []
    for (const label of new Set([...choices.map(({ text }) => text), ...ownLabels])) {
      const card = cardOf('plain')
      const labelled: Card = {
        ...card,
        blocks: [buttons({ label, action: { do: 'help' } }, { label: 'No', action: { do: 'help' } })],
      }
      await draw.slack(page, labelled, narrow)
      faults.push(...(await faultsOf(page)).map((fault) => `slack: ${fault}`))
      if (ownLabels.includes(label))
        await page.screenshot({ path: `${folder}/slack-own-${ownLabels.indexOf(label)}.png` })
    }
    await openTeams(page, narrow)
    for (const label of ownLabels) {
      await draw.teams(page, { ...cardOf('plain'), blocks: [buttons({ label, action: { do: 'help' } })] }, narrow)
      faults.push(...(await faultsOf(page)).map((fault) => `teams: ${fault}`))
    }
    await page.close()
    expect(faults).to.deep.equal([])
  })

  it('what is said of a button has the words that stand on it, so that it can be asked for by voice', () => {
    const otherwise = Object.values(cards)
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      .filter(({ label, spoken = label }) => !spoken.includes(label.replace(/\s?…$/, '')))
    expect(otherwise.map(({ label, spoken }) => `${label}: ${spoken ?? ''}`)).to.deep.equal([])
  })

  it('no card weighs more than its budget', () => {
    const weighed = Object.entries(cards).filter(([name]) => !name.startsWith('answer '))
    const heavy = weighed.flatMap(([name, card]) => {
      const { blocks, characters, buttons } = weigh(card)
      const [mostBlocks, mostCharacters, mostButtons] = budget[name] ?? [0, 0, 0]
      const within = blocks <= mostBlocks && characters <= mostCharacters && buttons <= mostButtons
      return within ? [] : [`${name}: ${blocks} blocks, ${characters} characters, ${buttons} buttons`]
    })
    expect(weighed.map(([name]) => name)).to.have.members(Object.keys(budget))
    expect(heavy).to.deep.equal([])
  })

  it('a typical answer takes five blocks, 450 characters and three buttons at most', () => {
    const answers = typicalAnswers().filter(({ outcome }) => outcome === 'answered')
    const light = answers.filter(({ card }) => {
      const { blocks, characters, buttons } = weigh(card)
      // Where the policy stops short, one more block says so.
      const gap = card.blocks.filter(({ kind }) => kind === 'text').length
      return blocks - gap <= 5 && characters - (gap > 0 ? 150 : 0) <= 450 && buttons <= 3
    })
    expect(light.length / answers.length).to.be.at.least(0.95)
  })
})

/** Visible faults of the card. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`document.fonts.ready.then(() => {
    const card = document.getElementById('card')
    const seen = (each) => each.offsetParent !== null
    const all = (selector) => [...card.querySelectorAll(selector)].filter(seen)
    // A button in Teams cuts its words in an element of its own, and already where a part of a pixel is missing.
    const wordsOf = (each) => {
      const range = document.createRange()
      range.selectNodeContents(each)
      return range.getBoundingClientRect().width
    }
    const cut = all('button, button *, h2, p, li, td, .ac-textBlock, .ac-richTextBlock')
      .filter((each) => getComputedStyle(each).display !== 'inline')
      .filter((each) => each.scrollWidth > each.clientWidth + 1 || wordsOf(each) > each.getBoundingClientRect().width + 0.1)
      .map((each) => 'cut: ' + each.textContent.slice(0, 60))
    const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : []
    const long = all('button').map((each) => each.textContent.trim()).filter((label) => label.length > ${mostLabel})
      .map((label) => 'label too long: ' + label)
    const main = all('.primary, .style-positive')
    return [...cut, ...wide, ...long, ...(main.length > 1 ? ['more than one button stands out'] : [])]
  })`)
}
