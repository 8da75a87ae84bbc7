// Words that lead to the office, on every platform: a link for people with an office role, and treated as a question
// from everybody else.
import { expect } from 'chai'
import { story } from '../kit/stages.ts'

describe('the way to the office', () => {
  story(
    '“people”, “import”, “pack”, “settings”, “contacts” and “terms” lead SLT to the office, and are questions from others',
    async ({ slt, teacher }) => {
      for (const wish of ['people', 'import', 'pack', 'settings', 'contacts', 'terms']) {
        expect((await slt.says(wish)).last.title, wish).to.equal('The office')
        expect((await teacher.says(wish)).last.title, wish).to.not.equal('The office')
      }
    },
  )
})
