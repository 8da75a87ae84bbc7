import { expect } from 'chai'
import { knownIn } from '../../../src/asking/known.ts'

const policies = [
  { id: 'lettings', title: 'Lettings Policy', number: 9 },
  { id: 'health-and-safety', title: 'Health and Safety Policy', number: 3 },
]

describe('what is known without a policy', () => {
  for (const [text, known] of [
    ['DSL', { kind: 'contact', role: 'safeguarding' }],
    ["who's the dsl?", { kind: 'contact', role: 'safeguarding' }],
    ['who is our designated safeguarding lead', { kind: 'contact', role: 'safeguarding' }],
    ['who is in charge of child protection here', { kind: 'contact', role: 'safeguarding' }],
    ['who is in the SLT?', { kind: 'contact', role: 'slt' }],
    ['who owns the lettings policy', { kind: 'owner', policy: 'lettings' }],
    ['who wrote this', { kind: 'owner', policy: undefined }],
    ['when is the h&s policy due for review', { kind: 'review', policy: 'health-and-safety' }],
    ['when is the next review of the lettings policy', { kind: 'review', policy: 'lettings' }],
    ['is this policy up to date?', { kind: 'review', policy: undefined }],
    ['how old is the lettings policy', { kind: 'edition', policy: 'lettings' }],
    ['who has signed the health and safety policy yet', { kind: 'signed', policy: 'health-and-safety' }],
    ['has everyone signed it', { kind: 'signed', policy: undefined }],
    ['who has signed the catering policy', undefined],
    ['who has to sign the policy', undefined],
    ['who is the safeguarding lead for trips abroad', undefined],
    ['when is the hall let', undefined],
    ['what is a dsl', undefined],
    ['who signs for a parcel', undefined],
  ] as const)
    it(`${known === undefined ? 'is nothing' : known.kind}: "${text}"`, () =>
      expect(knownIn(text, policies)).to.deep.equal(known))
})
