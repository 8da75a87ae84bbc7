import { expect } from 'chai'
import { readEdition } from '../../../src/library/editions.ts'

const record = `---
policy: bikes
edition: 2026-01
number: 7
title: Bicycle Policy
school: Hilltop School
wording: restated
published: 2026-01-15
nextReview: 2028-01
approvedBy: null
---
`
const body = `
# Bicycle Policy

## 1. Sheds

Bicycles go into the shed,
which is *locked* at night.

- [left](https://example.org) wheel
- right & wrong

### 1.a. Keys

Three people have one:

> [!GAP]
> The names are missing.

<!-- mark: (c) -->

1. first
2. second

## A1. Forms\\
`

const read = (change: (source: string) => string = (source) => source) => {
  const { edition, problems } = readEdition('2026-01.md', change(record + body))
  return { edition, said: problems.map(({ line, what, fix }) => `${line} ${what}. ${fix}`) }
}

describe('an edition file', () => {
  it('gives the record and the sections, with their parents', () => {
    const { edition, said } = read()
    expect(said).to.deep.equal([])
    expect(edition).to.deep.include({
      policy: 'bikes',
      id: '2026-01',
      title: 'Bicycle Policy',
      wording: 'restated',
      published: '2026-01-15',
      nextReview: '2028-01',
      reviewed: undefined,
      approvedBy: undefined,
    })
    expect(edition?.sections).to.deep.equal([
      { ref: '1', title: 'Sheds', parent: undefined, parts: [
        { kind: 'paragraph', text: 'Bicycles go into the shed, which is locked at night.' },
        { kind: 'list', ordered: false, items: ['left wheel', 'right & wrong'] },
      ] },
      { ref: '1.a', title: 'Keys', parent: '1', parts: [
        { kind: 'paragraph', text: 'Three people have one:' },
        { kind: 'gap', text: 'The names are missing.' },
        { kind: 'list', ordered: true, mark: '(c)', items: ['first', 'second'] },
      ] },
      { ref: 'A1', title: 'Forms\\', parent: undefined, parts: [] },
    ]) // prettier-ignore
  })

  it('reads the line ends of Windows', () => {
    expect(read((source) => source.replaceAll('\n', '\r\n')).edition).to.deep.equal(read().edition)
  })

  it('gives a section without a title its parent’s', () => {
    const { edition } = read((source) => source.replace('### 1.a. Keys', '### 1.a.'))
    expect(edition?.sections[1]?.title).to.equal('Sheds')
  })

  for (const [what, from, to, expected] of [
    ['no record', '---\npolicy', 'policy', /^1 does not begin with the record/],
    ['a record without a title', 'title: Bicycle Policy\n', '', /"title"/],
    ['an unknown wording', 'restated', 'restatd', /^7 has the unknown wording "restatd".*Did you mean restated\?/],
    ['an unknown line', 'nextReview', 'nextReveiw', /^9 has an unknown line "nextReveiw".*Did you mean nextReview\?/],
    ['a wrong date', '2026-01-15', '15/01/2026', /^8 "published" "15\/01\/2026" is not a date.*2015-10-26/],
    ['a day that there is not', '2026-01-15', '2026-02-30', /^8 "published"/],
    ['an id that leads elsewhere', 'policy: bikes', 'policy: ../bikes', /^2 .*lower-case letters/],
    ['a repeated ref', '### 1.a. Keys', '### 1. Keys', /^23 repeats section 1, which stands in line 15 already/],
    ['a heading without a ref', '### 1.a. Keys', '### Keys', /^23 has a heading without a ref: "Keys"/],
    ['text before the first section', '## 1. Sheds', 'Sheds are good.', /^15 has text before the first section/],
    ['an empty gap', '> The names are missing.\n', '', /^27 has an empty gap/],
    ['a misspelt gap', '[!GAP]', '[!GAPS]', /^27 has "\[!GAPS\]".*Did you mean \[!GAP\]\?/],
    ['a quotation', '> [!GAP]\n', '', /^27 has a quotation that is no gap/],
    ['a list in a list', '- right', '  - right', /^21 has a list inside a list item/],
    [
      'a block of code',
      'Three people have one:',
      '```\ncode\n```',
      /^25 has a block that an edition cannot hold \(code\)/,
    ],
  ] as const) {
    it(`tells of ${what}, with its line and what to do`, () => {
      expect(read((source) => source.replace(from, to)).said.join('\n')).to.match(expected)
    })
  }

  it('tells of a file without sections', () => {
    expect(readEdition('x.md', record).problems.map(({ what }) => what)).to.deep.equal(['has no sections'])
  })

  it('goes on after a problem, so that all are told at once', () => {
    const { edition, said } = read((source) =>
      source.replace('### 1.a. Keys', '### Keys').replace('2026-01-15', 'soon'),
    )
    expect(said).to.have.length(2)
    expect(edition?.sections.map(({ ref }) => ref)).to.deep.equal(['1', 'A1'])
  })
})
