// A school with three policies of its own: answers say which one is meant, and the project's sample is not there.
import { expect } from 'chai'
import { story } from '../kit/stages.ts'
import { meadowLane } from '../kit/three-policies.ts'

const library = meadowLane()

describe('a school with three policies of its own', () => {
  story(
    'is greeted with its own policies, without the sample',
    async ({ starter }) => {
      const { last } = await starter.says('hello')
      expect(last.text).to.include('Visitors Policy').and.include('First Aid Policy').and.include('Attendance Policy')
      expect(last.text).not.to.include('Social Media')
    },
    { library },
  )

  story(
    'lists them for whoever asks which there are',
    async ({ starter }) => {
      for (const words of ['Which policies do we have?', 'what policies are there', 'list the policies'])
        expect((await starter.says(words)).last.title, words).to.include('The school’s policies')
    },
    { library },
  )

  story(
    'shows the sections of the policy that is named, and of no other',
    async ({ starter }) => {
      const { last } = await starter.says('sections of the first aid policy')
      expect(last.title).to.include('First Aid Policy')
      expect(last.buttons).to.include('2 When somebody is hurt').and.not.include('2 Late pupils')
      const whom = await starter.says('what do I do after a knock to the head?')
      expect(whom.last.text).to.include('When somebody is hurt').and.not.include('Social Media')
    },
    { library },
  )

  story(
    'says what its check awaits, and helps in an urgent matter all the same',
    async ({ starter }) => {
      const { last } = await starter.says('can I post this?')
      expect(last.title).to.include('I can’t check that here yet')
      expect(last.text).to.include('rests on a policy that your school has not brought in yet: the Social Media Policy')
      const urgent = await starter.says('a parent threatened to stab me on facebook')
      expect(urgent.last.text).not.to.include('Social Media Policy')
      expect(urgent.last.text).to.include('999')
    },
    { library },
  )

  story(
    'has each policy signed for itself',
    async ({ starter }) => {
      const { last } = await starter.says('sign the visitors policy')
      expect(last.text).to.include('I will stay with anybody whom I invite')
      expect(last.text).not.to.include('register on time')
    },
    { library },
  )

  story(
    'reviews its own policies, and none that is ten years overdue',
    async ({ slt }) => {
      const { last } = await slt.says('reviews')
      expect(last.text).to.include('No review is overdue').and.not.include('Social Media')
    },
    { library },
  )
})
