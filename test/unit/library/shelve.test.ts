import { expect } from 'chai'
import { shelve } from '../../../src/library/shelve.ts'
import { aPolicy, anEdition } from '../../kit/builders.ts'

const policies = ['sample', 'visitors', 'dress'].map((id) => ({ ...aPolicy(anEdition({ policy: id })), id }))

describe('the policies of a school', () => {
  for (const [what, own, named, shelved, aside] of [
    ['are the project’s until it has one of its own', [], undefined, 'sample visitors dress', ''],
    ['are its own, and the sample is left out, once it has one', ['visitors'], undefined, 'visitors', 'sample dress'],
    ['are its own without a line in school.yaml', ['visitors', 'dress'], undefined, 'visitors dress', 'sample'],
    ['are its own and those it names', ['visitors'], ['sample'], 'sample visitors', 'dress'],
    ['are its own though it does not name them', ['dress'], ['visitors'], 'visitors dress', 'sample'],
    ['are those that it names', [], ['visitors'], 'visitors', 'sample dress'],
    ['are its own text of the sample', ['sample'], undefined, 'sample', 'visitors dress'],
    ['are the project’s where it names none', [], [], 'sample visitors dress', ''],
  ] as const) {
    it(what, () => {
      const found = shelve(policies, { own: new Set(own), named })
      expect(found.policies.map(({ id }) => id).join(' ')).to.equal(shelved)
      expect(found.aside.map(({ id }) => id).join(' ')).to.equal(aside)
    })
  }
})
