// A policy without a declaration of its own is signed with the school's standard statement: shown in full, sealed with
// the signature, and changed without asking everybody again. The same on every platform.
import { expect } from 'chai'
import { deedsIn } from '../kit/evidence.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { findReceipt } from '../../src/declaration/read-receipt.ts'
import { receiptText } from '../../src/declaration/receipt.ts'
import { story } from '../kit/stages.ts'
import { meadowLane, threePolicies } from '../kit/three-policies.ts'

const words = 'I have read this document.\nI know whom to ask about it.'

/** The school Meadow Lane with these lines under `signing:`. */
function schoolSigning(signing: string) {
  return meadowLane({ 'school.yaml': `${threePolicies['school.yaml'] ?? ''}signing:\n${signing}` })
}

const withStatement = schoolSigning('  statement: "I have read this document.\\nI know whom to ask about it."\n')
const reworded = schoolSigning(
  '  statement: I have read this, and will work by it.\n  earlierStatements: ["I have read this document.\\nI know whom to ask about it."]\n',
)
const forgotten = schoolSigning('  statement: I have read this, and will work by it.\n')

const filled = {
  'I have read this document.': 'yes',
  'I know whom to ask about it.': 'yes',
  'Your name, typed in full': 'Priya Nair',
}

describe('the standard statement', () => {
  story(
    'a policy without a declaration is read, and signed with the school’s own words',
    async ({ starter, world }) => {
      await starter.says('read and sign the first aid policy')
      await starter.presses('Next')
      await starter.presses('Next')
      const declaration = await starter.presses('Go to the declaration')
      expect(declaration.last.text).to.include('The school’s standard statement')
      expect(declaration.last.text.split('I know whom to ask about it.')).to.have.lengthOf(2)
      const signed = await starter.fills(filled, 'Sign')
      expect(signed.cards.find(({ title }) => title.includes('Your receipt'))?.text).to.include('First Aid Policy')

      const [entry] = await deedsIn(world.ports.journal)
      expect(entry?.fact.kind === 'signed' && entry.fact.wording).to.equal(sha256(words))
      expect(entry?.fact.kind === 'signed' && entry.fact.statements).to.deep.equal(words.split('\n').map(sha256))
      const found = await findReceipt(world.ports.journal, { entry: entry?.id ?? '', school: 'Meadow Lane School' })
      const lines = found === undefined ? [] : receiptText(found.receipt)
      expect(lines).to.include('I have read this document.').and.include('I know whom to ask about it.')
      expect((await starter.says('status')).last.text).to.include('You signed the First Aid Policy')
    },
    { library: withStatement },
  )

  story(
    'a policy with a declaration of its own is signed with that alone',
    async ({ starter }) => {
      const { last } = await starter.says('sign the visitors policy')
      expect(last.text).to.include('I will stay with anybody whom I invite').and.not.include('standard statement')
    },
    { library: withStatement },
  )

  story(
    'a question or a concern can be raised instead, and nothing counts as a signature',
    async ({ starter, world }) => {
      await starter.says('sign the first aid policy')
      await starter.presses('Raise a concern')
      const said = await starter.fills({ 'Your concern': 'Page two is unclear.' }, 'Send my concern')
      expect(said.last.text).to.include('It does not count as signing')
      const facts = (await deedsIn(world.ports.journal)).map(({ fact }) => fact.kind)
      expect(facts).to.deep.equal(['raised'])
    },
    { library: withStatement },
  )
})

describe('other words for the standard statement', () => {
  const first = (library: ReturnType<typeof meadowLane>) => library.policies.find(({ id }) => id === 'first-aid')

  it('leave signatures of the words before as they are, while those stand in the file', () => {
    expect(first(reworded)?.statements).to.deep.equal(['I have read this, and will work by it.', words])
    expect(first(forgotten)?.statements).to.deep.equal(['I have read this, and will work by it.'])
  })
})
