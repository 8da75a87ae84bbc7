// How light an answer is, measured with the benchmark's questions, which the authors of the knowledge had not seen: its
// size in Slack, that nothing of it is lost, and that its point is on the first screen of a phone. The figures are
// printed.
import { expect } from 'chai'
import { showMessages } from '../../adapters/slack/show.ts'
import { showCard } from '../../adapters/teams/show.ts'
import type { Card } from '../../src/chat/cards.ts'
import { useChromium } from '../kit/chromium.ts'
import { benchAnswers } from '../kit/draw/answers.ts'
import { cardPage } from '../kit/draw/page.ts'
import { bottomOf, pointOf } from '../kit/draw/point.ts'
import { drawSlack, slackStyle } from '../kit/draw/slack.ts'
import { drawTeams, openTeams } from '../kit/draw/teams.ts'
import { blocksOf, weigh } from '../kit/draw/weigh.ts'

const telephone = { width: 360, height: 640 } as const
/** At least this share of answers must have their point on the first screen. */
const share = 19 / 20

describe('browser: how light an answer is', () => {
  const browser = useChromium()
  const answered = benchAnswers().filter(({ outcome }) => outcome === 'answered')

  it('takes five blocks, 450 characters and three buttons at most where it is a typical one', () => {
    const weights = answered.map(({ card }) => weigh(card))
    const [blocks, characters, buttons] = (['blocks', 'characters', 'buttons'] as const).map((what) =>
      sorted(weights.map((each) => each[what])),
    )
    const say = (all: readonly number[] = []) => `${at(all, 0.5)} (nine of ten ${at(all, 0.9)}, most ${at(all, 1)})`
    console.log(
      `      ${answered.length} answers: blocks ${say(blocks)}, characters ${say(characters)}, buttons ${say(buttons)}`,
    )
    expect(at(blocks, 0.5)).to.be.at.most(5)
    expect(at(characters, 0.5)).to.be.at.most(450)
    expect(at(buttons, 1)).to.be.at.most(3)
    expect(at(characters, 0.9), 'nine of ten').to.be.at.most(450)
    // Where the policy announces a list and then stops, one more block says so.
    expect(at(blocks, 1)).to.be.at.most(6)
  })

  it('loses nothing: every button and the quotation stand in what Slack and Teams are sent', () => {
    for (const { card, question } of answered)
      for (const sent of [JSON.stringify(showMessages(card)), JSON.stringify(showCard(card))])
        for (const words of [...labelsOf(card), ...pointOf(card).split(/\s+/)])
          expect(sent.includes(JSON.stringify(words).slice(1, -1)), `${question}: ${words}`).to.equal(true)
  })

  it('has its point on the first screen of a telephone, in Slack and in Teams', async () => {
    const page = await browser().newPage({ viewport: telephone })
    const look = { width: 390, dark: false } as const
    const inSight = { slack: 0, teams: 0 }
    for (const { card } of answered) {
      await page.setContent(cardPage(drawSlack(blocksOf(card)), slackStyle, look))
      if ((await bottomOf(page, pointOf(card))) <= telephone.height) inSight.slack += 1
    }
    await openTeams(page, look)
    for (const { card } of answered) {
      await drawTeams(page, showCard(card), look)
      if ((await bottomOf(page, pointOf(card))) <= telephone.height) inSight.teams += 1
    }
    console.log(`      of ${answered.length}: Slack ${inSight.slack}, Teams ${inSight.teams}`)
    expect(inSight.slack / answered.length).to.be.at.least(share)
    expect(inSight.teams / answered.length).to.be.at.least(share)
  }).timeout(180_000)
})

function labelsOf({ blocks }: Card): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : []))
}

function sorted(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b)
}

function at(all: readonly number[] = [], part: number): number {
  return all[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0
}
