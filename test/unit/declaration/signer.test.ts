// Sections that somebody has read count for the words that they read, but no longer once those were signed and then
// replaced.
import { expect } from 'chai'
import { matterAbout } from '../../../src/turn/matter.ts'
import { isReading, readBy, type Signer } from '../../../src/declaration/signer-talk.ts'
import { aPerson, day, entriesOf, factsOf, policyToSign, signedFact, toSign } from './builders.ts'

function signer(given: Parameters<typeof factsOf>[0]): Signer {
  const edition = toSign()
  const matter = matterAbout(policyToSign(edition), edition, { today: day('2026-09-10'), joinerDays: 14 })
  if (matter === undefined) throw new Error('there is nothing to sign')
  return { matter, person: aPerson(), facts: factsOf(given), signed: undefined }
}

const read = (edition: string, on: string) => ({ edition, read: ['1'], at: new Date(`${on}T08:00:00Z`) })
const history = entriesOf(signedFact('2015-10', { wording: 'f'.repeat(64) })) // e1 was signed on 1 September

describe('what somebody has read', () => {
  for (const [when, given, refs] of [
    ['nothing was read', {}, []],
    ['this edition is being read', { reading: read('2015-10', '2026-09-02') }, ['1']],
    ['another edition was read', { reading: read('2014-10', '2026-09-02') }, []],
    [
      'it was read, and then signed in words that were replaced',
      { history, reading: read('2015-10', '2026-08-30') },
      [],
    ],
    ['it is read anew since', { history, reading: read('2015-10', '2026-09-02') }, ['1']],
  ] as const) {
    it(`is ${refs.length === 0 ? 'nothing' : 'kept'} when ${when}`, () => {
      expect(readBy(signer(given))).to.deep.equal(refs)
      expect(isReading(signer(given))).to.equal(refs.length > 0)
    })
  }
})
