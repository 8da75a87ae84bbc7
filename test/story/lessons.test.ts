// What people show becomes what the bot knows, but only once an owner adopts it.
import { expect } from 'chai'
import { story } from '../kit/stages.ts'
import { meadowLane } from '../kit/three-policies.ts'

const library = meadowLane()
const question = 'what happens with the yellow thing when my guest goes home'

describe('learning from people', () => {
  story(
    'a section that somebody chose instead is proposed to the owner, taken up with one press, and withdrawn again',
    async ({ teacher, slt }) => {
      const first = await teacher.says(question)
      expect(first.last.title).to.not.equal('3 Leaving')
      expect((await teacher.says("that's not it")).last.text).to.include('These come next')
      await teacher.presses('All sections of the Visitors Policy')
      const chosen = await teacher.presses('3 Leaving')
      expect(chosen.last.title).to.equal('3 Leaving')
      // Nothing is adopted automatically.
      expect((await teacher.says(question)).last.title).to.not.equal('3 Leaving')

      const { last } = await slt.says('proposals')
      expect(last.text).to.include('1 proposal waits')
      expect(last.text).to.include('Visitors Policy: 3 Leaving')
      expect(last.text).to.include(question).and.include('Asked once.')
      expect((await slt.presses('Take it up')).last.text).to.include('Taken up.')
      expect((await teacher.says(question)).last.title).to.equal('3 Leaving')

      await slt.says('proposals')
      expect((await slt.presses('Withdraw it')).last.text).to.include('Withdrawn.')
      expect((await teacher.says(question)).last.title).to.not.equal('3 Leaving')
    },
    { library },
  )

  story(
    'what helped nobody is named, and what else it could be is one press away',
    async ({ teacher, slt }) => {
      await teacher.says('who takes the register in the morning')
      await teacher.presses('It did not help')
      expect((await teacher.presses('What else could it be?')).last.text).to.match(/These come next|no other section/)
      await teacher.says('in the morning who takes the register?')
      await teacher.presses('It did not help')
      const { last } = await slt.says('proposals')
      expect(last.text).to.include('Did not help').and.include('who takes the register in the morning')
      // The same question in other words counts as the same.
      expect(last.text).to.include('marked 2 times')
    },
    { library },
  )

  story('proposals are for whoever may take them up', async ({ teacher }) => {
    expect((await teacher.says('proposals')).last.title).to.equal('That is not open to everybody')
  })
})
