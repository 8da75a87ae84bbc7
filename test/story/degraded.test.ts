// The store is full, read-only or gone: help, answers, the policies and the check still work, anything that needs the
// store says why it cannot, and what could not be recorded is recorded when the store is back.
import { expect } from 'chai'
import { breakingStore } from '../kit/breaking.ts'
import { play, stages } from '../kit/stages.ts'

const urgent = 'a parent threatened to stab me on facebook'

describe('with a store in trouble', () => {
  for (const stage of stages)
    for (const how of ['writes', 'all'] as const)
      it(`help, answers, the policies and the check go on (${stage.name}, ${how === 'all' ? 'gone' : 'nothing can be written'})`, async () => {
        const store = breakingStore()
        await play(
          stage,
          async ({ teacher, world }) => {
            await teacher.says('hello')
            store.breaks(how)
            expect((await teacher.says(urgent)).last.text).to.match(/999|police/i)
            expect((await teacher.says('who has to follow the social media policy?')).last.text).to.include('4')
            expect((await teacher.says('help')).last.text).to.include('Ask a question')
            expect((await teacher.says('sections')).last.text).not.to.match(/not just now|something went wrong/i)
            expect((await teacher.says('can I post this?')).last.buttons.length).to.be.greaterThan(0)
            expect((await teacher.says('check: well done to our team')).last.text).not.to.match(/something went wrong/i)
            const signing = await teacher.says('sign')
            if (how === 'all') expect(signing.last.text).to.include('Please try again in a few minutes')
            expect(world.logged.join()).to.include('the store does not answer')
            if (how === 'all') expect(world.logged.join()).not.to.include('the store answers again')

            store.mends()
            expect((await teacher.says('sign')).last.text).not.to.include('Please try again in a few minutes')
          },
          { around: store.around },
        )
      })
})
