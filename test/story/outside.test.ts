// A document that somebody else publishes: found, opened and read at its own address, and confirmed. The same on every
// platform.
import { expect } from 'chai'
import { deedsIn } from '../kit/evidence.ts'
import { findReceipt } from '../../src/declaration/read-receipt.ts'
import { receiptText } from '../../src/declaration/receipt.ts'
import { story } from '../kit/stages.ts'
import type { Screen } from '../kit/story.ts'
import { meadowLane, threePolicies } from '../kit/three-policies.ts'

const sha256 = 'ab'.repeat(32)
const link = 'https://guidance.example/safe-2026.pdf'

const guidance = `
id: safe-in-education
title: Keeping Pupils Safe
owner: the safeguarding lead
ask:
  who: the safeguarding lead
  why: The safeguarding lead can tell you what this asks of you.
outside:
  - edition: 2026-09
    by: the Department of Examples
    link: ${link}
    sha256: ${sha256}
    published: 2026-09-01
    nextReview: 2027-09
    contents:
      '1': What every member of staff should know
      '2': Signs of neglect
`

const files = {
  'school.yaml': `${threePolicies['school.yaml'] ?? ''}signing:\n  statement: I have read it.\n`,
  'policies/safe-in-education/policy.yaml': guidance,
}
const library = meadowLane(files)
const filled = { 'I have read it.': 'yes', 'Your name, typed in full': 'Priya Nair' }

/** Teams shows a link as a button that opens it. */
const ways = ({ text, buttons }: Screen['last']) => [text, ...buttons].join('\n')

describe('a document that is outside', () => {
  story(
    'it is on the shelf, opened by its link, and confirmed with the school’s own words',
    async ({ starter, world }) => {
      const shelf = await starter.says('sections of keeping pupils safe')
      expect(shelf.last.text).to.include('published by the Department of Examples').and.include('Signs of neglect')
      expect(ways(shelf.last)).to.include('Open it: Keeping Pupils Safe')
      const open = await starter.says('read and sign keeping pupils safe')
      expect(open.last.title).to.include('Keeping Pupils Safe: read it, and confirm')
      expect(open.last.text).to.include('Open the document and read it.')
      expect(open.last.buttons).not.to.include('Read the policy')
      await starter.fills(filled, 'Sign')
      const [entry] = await deedsIn(world.ports.journal)
      expect(entry?.fact.kind === 'signed' && entry.fact.read).to.equal(undefined)
      const found = await findReceipt(world.ports.journal, { entry: entry?.id ?? '', school: 'Meadow Lane School' })
      const lines = found === undefined ? [] : receiptText(found.receipt)
      expect(lines).to.include(`Read outside, at: ${link}`).and.include(`SHA-256 of the file that was read: ${sha256}`)
      expect(lines.join('\n')).not.to.include('sections were opened here')
    },
    { library },
  )

  story(
    'a question that it would answer leads there, and nothing is made up',
    async ({ starter }) => {
      const { last } = await starter.says('what are the signs of neglect?')
      expect(last.text).to.include('This is outside: Keeping Pupils Safe is published by the Department of Examples')
      expect(ways(last)).to.include('Open it: Keeping Pupils Safe')
      expect(last.text).not.to.include('no text of its own')
      expect(last.buttons).not.to.include('Read the whole section')
    },
    { library },
  )

  story(
    'a campaign asks for it as for any policy, and the register counts it',
    async ({ slt, starter }) => {
      await slt.says('campaign for keeping pupils safe')
      await slt.fills({ 'Who is asked': 'all', 'By which day': '18/12/2026' }, 'Open the campaign')
      expect((await starter.says('status')).last.text).to.include('Keeping Pupils Safe')
      await starter.says('sign keeping pupils safe')
      await starter.fills(filled, 'Sign')
      expect((await slt.says('register keeping pupils safe')).last.text).to.include('1')
    },
    { library },
  )
})
