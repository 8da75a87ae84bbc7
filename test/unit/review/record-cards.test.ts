// The form for a review's outcome proposes the next review by the policy's own rhythm, and never fills it in.
import { expect } from 'chai'
import type { Day } from '../../../src/kit/days.ts'
import { showRecordForm } from '../../../src/review/record-cards.ts'
import { theLibrary } from '../../kit/library.ts'

describe('recording a review', () => {
  for (const [reviewEvery, hint] of [
    [24, 'A month such as 2028-11, as this policy is reviewed every 2 years, or a day. Not needed for a new edition.'],
    [6, 'A month such as 2027-05, as this policy is reviewed every 6 months, or a day. Not needed for a new edition.'],
    [undefined, 'A month such as 2027-11, or a day. Not needed for a new edition.'],
  ] as const) {
    it(`proposes the next one: ${reviewEvery ?? 'no'} months`, () => {
      const [policy] = theLibrary().policies
      const [edition] = policy?.editions ?? []
      if (policy === undefined || edition === undefined) throw new Error('The library is empty.')
      const about = { ...policy, ...(reviewEvery === undefined ? {} : { reviewEvery }) }
      const { blocks } = showRecordForm({
        review: { policy: about, edition, due: undefined, since: undefined },
        today: '2026-11-23' as Day,
        sent: { fields: {}, errors: {} },
        practice: false,
      })
      const form = blocks.find((block) => block.kind === 'form')
      const field = form?.kind === 'form' ? form.form.fields.find(({ id }) => id === 'when') : undefined
      expect(field?.hint).to.equal(hint)
      expect(field && 'value' in field && field.value).to.be.oneOf([undefined, false])
    })
  }
})
