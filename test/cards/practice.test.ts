// In practice, each card says PRACTICE once: enough to be noticed, and not so often that it is in the way.
import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { showMessages } from '../../adapters/slack/show.ts'
import { showCard as showOnTeams } from '../../adapters/teams/show.ts'
import { showCard as showOnWeb } from '../../adapters/web/show.ts'
import { markPractice } from '../../src/chat/practice.ts'
import { edges, gallery } from '../kit/gallery.ts'
import { play } from '../kit/stages.ts'
import { webStage } from '../kit/web.ts'
import type { Screen } from '../kit/story.ts'

const timesIn = (shown: object | string | undefined) => JSON.stringify(shown).split('PRACTICE').length - 1

describe('practice: every card of the gallery', () => {
  for (const [name, card] of Object.entries({ ...gallery, ...edges })) {
    it(`${name}: says so once, however often it was marked, and what it means`, () => {
      const marked = markPractice(markPractice(card, true), true)
      const slack = showMessages(marked)
      const { body, speak, fallbackText } = showOnTeams(marked)
      const web = showOnWeb(marked, { base: '', guard: 'guard', message: 'm1', as: 'p1', newId: randomUUID }).markup
      for (const shown of [slack.map(({ blocks }) => blocks), body, web]) expect(timesIn(shown)).to.equal(1)
      for (const said of [speak, fallbackText, slack[0]?.text]) expect(timesIn(said)).to.equal(1)
      expect(web).to.include('You are an invented person')
    })
  }

  it('says nothing of it to anybody else', () => {
    for (const card of Object.values({ ...gallery, ...edges })) expect(markPractice(card, false)).to.equal(card)
  })
})

describe('practice: what an invented person meets', () => {
  it('says so once on each card, from the first question to the register', async () => {
    await play(webStage, async ({ starter, slt }) => {
      const seen = async (doing: Promise<Screen>) => {
        const { cards } = await doing
        for (const { title, text } of cards) expect(timesIn(text), title).to.be.at.most(1)
      }
      for (const words of ['help', 'status', 'policies', 'my receipt', 'what must I never post?'])
        await seen(starter.says(words))
      await seen(starter.says('read and sign'))
      await seen(starter.presses('Next'))
      expect((await starter.says('status')).last.title).to.equal('PRACTICE: Where things stand')
      for (const words of ['register', 'digest', 'review', 'status', 'policies']) await seen(slt.says(words))
    })
  })
})
