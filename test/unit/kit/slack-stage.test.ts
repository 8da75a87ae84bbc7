// Slack as a stage: people use the whole app in both ways of connecting.
import { expect } from 'chai'
import { slackStage } from '../../kit/slack/stage.ts'
import { plainCard } from '../../kit/slackbot.ts'
import type { World } from '../../kit/story.ts'

for (const mode of ['http', 'socket'] as const) {
  describe(`the Slack stage over ${mode}`, () => {
    let world: World
    beforeEach(async () => {
      world = await slackStage(mode).open()
    })
    afterEach(() => world.close())

    it('greets, answers, and leads from button to button', async () => {
      const teacher = await world.as('teacher')
      expect((await teacher.screen()).last.title).to.contain('Daniel')
      const check = await teacher.says('can I post this?')
      expect(check.last.title).to.equal('Can I post this?')
      expect(check.cards.length).to.be.greaterThan(1)
      const first = await teacher.presses('Something else')
      expect(first.last.buttons.length).to.be.greaterThan(1)
      expect(first.cards).to.have.length(check.cards.length)
    })

    it('fills in a form by its label', async () => {
      const teacher = await world.as('teacher')
      const { last: form } = await teacher.says('can I post this?')
      const label = form.text.split('\n').find((line) => line.startsWith('Paste your draft')) ?? ''
      const seen = await teacher.fills({ [label]: 'Well done to everybody at sports day!' }, 'Look at my draft')
      expect(seen.last.title).to.not.equal(form.title)
    })

    it('shows what the bot says of its own accord to that person, at the moved clock’s time', async () => {
      world.clock.set('2026-12-01T09:00:00Z')
      const [starter, slt] = [await world.as('starter'), await world.as('slt')]
      const before = (await slt.screen()).cards.length
      await world.push('starter', plainCard('A reminder'))
      expect((await starter.screen()).last.title).to.equal('A reminder')
      expect((await slt.screen()).cards).to.have.length(before)
    })
  })
}
