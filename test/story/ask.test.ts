// A person who asks gets help, the same on every platform.
import { expect } from 'chai'
import { story } from '../kit/stages.ts'

describe('asking', () => {
  story('a question gets its section, cited, with its edition and where to go on', async ({ teacher }) => {
    const { last } = await teacher.says('What happens if I break the social media policy, can I be sacked?')
    expect(last.title).to.match(/^8\.2 /)
    expect(last.text).to.include('Social Media Policy 8.2, edition October 2015')
    expect(last.text).to.include('summary')
    expect(last.buttons).to.include.members([
      'Read the whole section',
      'Who can I ask?',
      'About this answer',
      'This helped',
      'It did not help',
    ])
    expect(last.buttons.filter((label) => label.startsWith('See also '))).to.have.lengthOf(2)

    const about = await teacher.presses('About this answer')
    expect(about.last.text).to.include('right section')
    expect(about.last.text).to.include('not the school’s adopted text')
    expect(about.last.text).to.include('due for review in October 2016')

    const read = await teacher.presses('Read the whole section')
    expect(read.last.title).to.match(/^8\.2 /)
    expect(read.last.buttons).to.include('All sections')
  })

  story('spelling mistakes and slang are understood', async ({ teacher }) => {
    expect((await teacher.says('can i get the sack for somthing i put on insta')).last.text).to.include('8.2 ')
    expect((await teacher.says('whats the polcy on cyberbulying')).last.title).to.match(/^7/)
  })

  story('a follow-up is read with the question before it', async ({ teacher }) => {
    await teacher.says('Who has to follow the social media policy?')
    const { last } = await teacher.says('and what about governors?')
    expect(last.title).to.match(/^4 /)
  })

  story('where the policy announces a list and stops, the bot says so', async ({ teacher }) => {
    const { last } = await teacher.says('What are the main risks of social media for the school?')
    expect(last.title).to.match(/^5 /)
    expect(last.text).to.include('The policy stops here.')
  })

  story('what the policies do not cover is said plainly, with whom to ask', async ({ teacher }) => {
    const { last } = await teacher.says('How many days of paternity leave do I get?')
    expect(last.title).to.include('can’t find that')
    expect(last.text).to.include('Senior Leadership Team')
    expect(last.text, 'nothing is quoted that could be out of date').not.to.include('due for review')
    const sections = await teacher.presses('Show the sections')
    expect(sections.last.buttons).to.include('6.d School reputation and confidentiality')
  })

  story('small talk is answered as a person would', async ({ teacher }) => {
    expect((await teacher.says('hello')).last.title).to.include('Hello')
    expect((await teacher.says('thanks!')).last.title).to.equal('You are welcome')
    expect((await teacher.says('what can you do?')).last.title).to.equal('What I can do')
    expect((await teacher.says('status')).last.text).to.include('You are here as')
  })

  story(
    'whoever is new hears what they have to do; after an answer it is a question about that',
    async ({ teacher }) => {
      const { last } = await teacher.says('What do I have to do?')
      expect(last.text).to.include('You are here as')
      expect(last.text).to.include('Social Media Policy')
      expect((await teacher.says('I’m new here')).last.text).to.include('You are here as')
      await teacher.says('What counts as confidential information?')
      expect((await teacher.says('What do I have to do?')).last.text).not.to.include('You are here as')
    },
  )

  story('an answer can be rated, and the rating changed', async ({ teacher }) => {
    await teacher.says('Do I have to sign something to say I have read the policy?')
    expect((await teacher.presses('It did not help')).last.title).to.equal('Sorry that did not help')
    expect((await teacher.presses('This helped')).last.title).to.equal('Good to know')
  })

  story('whom to ask is named, with the section that says so', async ({ teacher }) => {
    await teacher.says('What counts as confidential information?')
    const { last } = await teacher.presses('Who can I ask?')
    expect(last.text).to.include('Senior Leadership Team')
    expect(last.buttons).to.include('Read A2')
  })

  story('nothing that a person types breaks it', async ({ teacher, world }) => {
    for (const text of [
      'a:b^~*',
      '🙂',
      'x'.repeat(9_999),
      'word '.repeat(1_900),
      'هل يمكنني نشر هذه الصورة؟',
      '<script>alert(1)</script> <!channel> <@U123> *bold* [x](http://y)',
      '+title:lunr -foo ~2 ""',
      '__proto__ constructor toString',
    ]) {
      const { last } = await teacher.says(text)
      expect(last.title, text.slice(0, 40)).to.not.include('went wrong')
    }
    expect(world.logged.filter((line) => line.includes('could not answer'))).to.be.empty
  })

  story('an urgent message comes first, and its text is not kept', async ({ teacher }) => {
    const { last } = await teacher.says('a pupil has been sent a nude photo of another pupil, what do I do')
    expect(last.text).to.match(/police/i)
    expect(last.text).to.include('Social Media Policy 7.b')
    expect(last.text).to.include('not kept')
    expect(last.text).to.not.match(/take a screenshot|take screen-prints/i)
  })

  story('no text that a person typed is in the operator’s log', async ({ teacher, world }) => {
    await teacher.says('Can I post about Wilhelmina Quince?')
    await teacher.says('can i post this: call Wilhelmina Quince on 07700 900123')
    const { last } = await teacher.says('Can I post this? Well done Wilhelmina Quince, ring 07700 900123')
    expect(last.text, 'it is a draft without a colon, too').to.include('phone number')
    expect(world.logged.join('\n')).to.not.match(/quince|07700/i)
  })
})
