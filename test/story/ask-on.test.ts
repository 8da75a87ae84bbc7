// What somebody says after an answer is about that answer, and a question with two possible meanings is asked back
// once.
import { expect } from 'chai'
import { story } from '../kit/stages.ts'
import { meadowLane } from '../kit/three-policies.ts'

const library = meadowLane()

describe('asking on', () => {
  story('why, who says, where, in other words, and a person: all about what was shown last', async ({ teacher }) => {
    await teacher.says('What happens if I break the social media policy, can I be sacked?')
    expect((await teacher.says('why?')).last.title).to.equal('Why the policy says so')
    const source = await teacher.says('who says?')
    expect(source.last.text).to.include('a summary of the school’s text in other words')
    expect(source.last.text).to.include('edition October 2015')
    expect((await teacher.says('what section is that')).last.text).to.include('We are at 8.2')
    expect((await teacher.says('i dont understand')).last.title).to.match(/^In other words: 8\.2/)
    expect((await teacher.says('how do I talk to a real person')).last.title).to.equal('Who you can ask')
    expect((await teacher.says('show me the whole policy')).last.buttons).to.include(
      '6.d School reputation and confidentiality',
    )
  })

  story('why somebody got an answer names their words and what was read for them', async ({ teacher }) => {
    await teacher.says('can i get the sack for somthing i put on insta')
    const { last } = await teacher.presses('About this answer')
    expect(last.title).to.equal('About this answer')
    expect(last.text).to.match(/I read “sack” as/)
    expect(last.text).to.not.include('asked.yaml')
  })

  story('its owner is told how sure it was, and what to change', async ({ slt }) => {
    await slt.says('can i get the sack for somthing i put on insta')
    expect((await slt.presses('About this answer')).last.text).to.include('policies/social-media/asked.yaml')
  })

  story('two questions get two answers', async ({ teacher }) => {
    const { cards } = await teacher.says('who has to follow the social media policy? what happens if I break it?')
    expect(cards.slice(-2).map(({ title }) => title.split(' ')[0])).to.satisfy(
      ([one, two]: string[]) => one === '4' && two?.startsWith('8') === true,
    )
  })

  story('what the section does not say is said, with whom to ask', async ({ teacher }) => {
    await teacher.says('Who has to follow the social media policy?')
    const { last } = await teacher.says('what about hamsters?')
    expect(last.text).to.include('does not say anything about “hamsters”')
    expect(last.buttons).to.include('Read the whole section')
  })

  story('another language is answered in it', async ({ teacher }) => {
    const { last } = await teacher.says('Sut ydw i yn rhannu lluniau plant yr ysgol?')
    expect(last.text).to.include('Saesneg').and.include('I read English only')
  })

  story('after something urgent, what comes next is about that', async ({ teacher }) => {
    await teacher.says('what is the wifi rule')
    await teacher.says('a parent threatened to stab me on facebook')
    const { last } = await teacher.says('and what if he does it again?')
    expect(last.text).to.include('This stays about what you told me first')
    expect((await teacher.says('who has to follow the social media policy?')).last.title).to.match(/^4 /)
  })

  story(
    'who leads on safeguarding is known, and who has signed is for those who may know',
    async ({ teacher, slt }) => {
      expect((await teacher.says('who is the DSL?')).last.text).to.include('The designated safeguarding lead')
      expect((await teacher.says('who has signed it?')).last.title).to.equal('That is not open to everybody')
      expect((await slt.says('who has signed it?')).last.title).to.not.equal('That is not open to everybody')
    },
  )

  story(
    'where two policies speak of it, it is asked which, once, and a press answers',
    async ({ teacher }) => {
      const which = await teacher.says('pupil comes to the office')
      expect(which.last.title).to.equal('Several policies cover that. Which one do you mean?')
      const chosen = await teacher.presses('Visitors Policy: 1 Arriving')
      expect(chosen.last.title).to.equal('1 Arriving')
      expect(chosen.last.text).to.include('Visitors Policy 1, edition September 2026')
      expect((await teacher.says('which policy is that')).last.text).to.include('of the Visitors Policy')
    },
    { library },
  )

  story('a question back about posting offers the check as well', async ({ teacher }) => {
    const { last } = await teacher.says('I took a photo on my visit, can I put it on Facebook?')
    expect(last.title).to.include('Which of these')
    expect((await teacher.presses('Check this with me')).last.text).to.include('Can I post this?')
  })
})
