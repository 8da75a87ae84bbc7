// Questions before signing, where the school has turned them on: a right answer leads on; a wrong one opens the section
// and asks again, kindly; the record says that all were answered correctly. The same on every platform.
import { expect } from 'chai'
import { theLibrary, withNewEdition } from '../kit/library.ts'
import { story as tell } from '../kit/stages.ts'
import type { Hand, Screen } from '../kit/story.ts'
import { septemberPack } from '../kit/september-pack.ts'
import { meadowLane, morePolicies } from '../kit/three-policies.ts'
import { answersRight, asking, questionsAtMeadowLane, visitorsAsks, wrongLabel } from '../kit/understanding.ts'
import type { Day } from '../../src/kit/days.ts'
import type { Library } from '../../src/turn/library.ts'

const library = asking()
const three = visitorsAsks()
const packed = meadowLane({ ...morePolicies(1), ...questionsAtMeadowLane, ...septemberPack })
const story = (what: string, told: Parameters<typeof tell>[1], of: Library = library) =>
  tell(what, told, { library: of })
const questionsOf = ({ policies }: Library, id: string) => policies.find((each) => each.id === id)?.understanding ?? []
const eight = questionsOf(library, 'social-media')
const [lanyard, alone] = questionsOf(three, 'visitors')
const statements = /^I have read|^I understand that|^I will/

async function signs(hand: Hand): Promise<Screen> {
  const { last } = await hand.screen()
  const ticks = new Set(last.text.split('\n').filter((line) => statements.test(line)))
  const filled = Object.fromEntries([...ticks].map((line) => [line, 'yes']))
  return hand.fills({ ...filled, 'Your name, typed in full': 'Priya Nair' }, 'Sign')
}

function told({ cards }: Screen): string {
  return cards
    .slice(-3)
    .map(({ text }) => text)
    .join('\n')
}

describe('questions before signing', () => {
  it('the first policy has eight', () => {
    expect(eight).to.have.lengthOf(8)
  })

  story(
    'all eight are answered, one wrong first, and the certificate says that all were answered right',
    async ({ starter, world }) => {
      const first = await starter.says('sign')
      expect(first.last.title).to.include('Social Media Policy: first, the questions')
      expect(first.last.text)
        .to.include('there are 8 short questions')
        .and.include('Trying again counts against nobody')
      await starter.presses('Begin with the questions')
      for (const [at, question] of eight.entries()) {
        const { last } = await starter.screen()
        expect(last.title).to.include(`uestion ${at + 1} of 8`)
        expect(last.text).to.include(question.text)
        if (at === 4) {
          const missed = await starter.presses(wrongLabel(question))
          expect(missed.last.title).to.include('Not quite: question 5 of 8')
          expect(missed.last.text)
            .to.include('The policy says it otherwise. Here is the section: read it, and try again.')
            .and.include('7.a The use of ICT')
            .and.include('Social Media Policy 7.a, edition October 2015')
          // A second wrong answer is treated like the first.
          expect((await starter.presses(wrongLabel(question))).last.title).to.include('Not quite: question 5 of 8')
        }
        await answersRight(starter, question)
      }
      const { last } = await starter.screen()
      expect(last.title).to.include('All answered')
      expect(last.text).to.include('You have answered all 8 questions').and.include('Nothing is signed yet')
      expect((await starter.presses('Go to the declaration')).last.title).to.include('sign the declaration')
      const signed = await signs(starter)
      expect(told(signed))
        .to.include('Thank you, Priya')
        .and.include('Questions about it: all questions were answered right')
      const [entry] = await signaturesIn(world)
      expect(entry?.understood).to.include({ how: 'all-right', questions: 8 })
      expect(JSON.stringify(entry)).to.not.match(/missed|tries|again|wrong/)
    },
  )

  story(
    'several right answers are ticked together, and nothing chosen is asked for',
    async ({ starter }) => {
      await starter.says('sign visitors')
      await starter.presses('Begin with the questions')
      await answersRight(starter, must(lanyard))
      const none = await starter.presses('Answer')
      expect(none.last.title).to.include('Nothing chosen yet: question 2 of 2')
      const one = await starter.fills({ 'I stay with them': 'yes' }, 'Answer')
      expect(one.last.title).to.include('Not quite: question 2 of 2')
      expect(one.last.text).to.include('2 Walking about the school').and.include('never left alone with pupils')
      const { last } = await answersRight(starter, must(alone))
      expect(last.title).to.include('All answered')
    },
    three,
  )

  story(
    'only the policy for which they are turned on has them, each in its turn',
    async ({ starter }) => {
      expect((await starter.says('sign attendance')).last.title).to.include('sign the declaration')
      expect(told(await signs(starter)))
        .to.include('Thank you')
        .and.not.include('Questions about it')
      expect((await starter.says('sign visitors')).last.title).to.include('first, the questions')
    },
    three,
  )

  story(
    'whoever stops goes on where they were, and an older card does no harm',
    async ({ starter }) => {
      await starter.says('answer the questions')
      await answersRight(starter, must(lanyard))
      const again = await starter.says('sign visitors')
      expect(again.last.text).to.include('You have answered 1 of 2 questions')
      await starter.presses('Go on with the questions')
      const { last } = await starter.screen()
      expect(last.text).to.include('You go on where you left off').and.include('Question 2 of 2')
    },
    three,
  )

  story(
    'a newer edition in the middle has its own questions, and nothing is carried over',
    async ({ starter, world }) => {
      await starter.says('sign')
      await starter.presses('Begin with the questions')
      const [first, second] = eight
      await answersRight(starter, must(first))
      world.clock.set('2027-01-11T09:00:00Z')
      const { last } = await answersRight(starter, must(second))
      expect(last.title).to.include('There is a new edition')
      expect(last.text).to.include('Nothing is signed yet')
      const anew = await starter.says('sign')
      expect(anew.last.text).to.include('there are 8 short questions')
    },
    asking(withNewEdition(theLibrary(), { id: '2027-01', published: '2027-01' as Day })),
  )

  story(
    'in a bundle each document has its own, in the same sitting',
    async ({ starter, slt }) => {
      await slt.says('bundles')
      await slt.fills({ 'By which day': '18/12/2026' }, 'Show what it will do')
      await slt.presses('Open it all the same')
      await starter.says('sign attendance')
      expect(told(await signs(starter))).to.include('September pack: 1 of 2 signed.')
      const next = await starter.says('sign visitors')
      expect(next.last.title).to.include('Visitors Policy: first, the questions')
      await starter.presses('Begin with the questions')
      await answersRight(starter, must(lanyard))
      await answersRight(starter, must(alone))
      await starter.presses('Go to the declaration')
      expect(told(await signs(starter)))
        .to.include('September pack: all 2 signed.')
        .and.include('all questions were answered right')
    },
    packed,
  )

  story(
    'SLT sees nothing of what one person answered',
    async ({ starter, slt, stage }) => {
      await starter.says('answer the questions')
      await starter.presses(wrongLabel(must(lanyard)))
      await answersRight(starter, must(lanyard))
      const { last } = await slt.says('misunderstood')
      expect(last.title).to.include('What is misunderstood')
      expect(last.text).to.include('There is nothing to show yet').and.not.include('Arriving')
      expect(last.title.startsWith('PRACTICE: ')).to.equal(stage.platform === 'web')
    },
    three,
  )

  story(
    'what is misunderstood is for those who may see the register',
    async ({ teacher }) => {
      const { last } = await teacher.says('misunderstood')
      expect(last.title).to.not.include('What is misunderstood')
    },
    three,
  )
})

async function signaturesIn({ ports: { journal } }: Parameters<Parameters<typeof tell>[1]>[0]['world']) {
  return (await journal.entries(0, 1_000)).flatMap(({ fact }) => (fact.kind === 'signed' ? [fact] : []))
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The example has no such question')
  return value
}
