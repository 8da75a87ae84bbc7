import { expect } from 'chai'
import { confirm, writeConfirmed, type Confirming } from '../../../src/guide/confirm.ts'
import { proposeDeclaration } from '../../../src/guide/declared.ts'
import { placeWritten } from '../../../src/guide/written.ts'
import { waitsFor } from '../../../src/guide/waiting.ts'
import { follow } from '../../../src/guide/written.ts'
import type { Policy, Use } from '../../../src/policy/types.ts'
import { anEdition, aPolicy, aSection } from '../../kit/builders.ts'

const signing = aSection('2', 'Signing', 'Everybody reads the declaration below and signs it each September.')
const declaration = aSection(
  '3',
  'Declaration',
  'I have read the policy.',
  'I will keep to it and ask when I am unsure.',
)
const older = anEdition({ sections: [aSection('1', 'Aims', 'We keep everybody safe.'), signing, declaration] })
const newer = anEdition({
  id: '2026-09',
  published: '2026-09-01',
  sections: [
    aSection('1', 'Aims', 'We keep everybody safe and welcome.'),
    aSection('2', 'Visitors', 'Visitors sign in at the office and wear a badge.'),
    aSection('3', 'Signing', 'Everybody reads the declaration below and signs it each September.'),
    aSection('4', 'Declaration', 'I have read the policy.', 'I will keep to it, always, and ask when I am unsure.'),
  ],
})
const policy: Policy = { ...aPolicy(newer, older), declaration: '3' }
const place = (given: Policy, use: Use, ref: string) => placeWritten(given, use, { ref, edition: newer }) ?? 'waits'

function confirmed(confirming: Confirming, given = policy): Policy {
  const found = confirm(given, confirming, newer)
  if (found.kind === 'refused') throw new Error(found.what)
  return { ...given, written: { sections: new Map(), for: {}, base: [], confirmed: found.confirmed } }
}

describe('confirming what was written for another text', () => {
  it('finds the declaration in the section that a person names, never by its old number', () => {
    expect(place(policy, 'declaration', '3')).to.equal('waits')
    expect(place(confirmed({ use: 'declaration', refs: ['4'] }), 'declaration', '3')).to.equal('4')
  })

  it('holds for that use alone', () => {
    const asked = confirmed({ use: 'questions', refs: ['1'] })
    expect(place(asked, 'questions', '1')).to.equal('1')
    expect(place(asked, 'rules', '1')).to.equal('waits')
  })

  it('can say that it belongs to another section', () => {
    expect(place(confirmed({ use: 'questions', refs: ['1'], as: '2' }), 'questions', '1')).to.equal('2')
  })

  it('keeps what was confirmed before', () => {
    const both = confirmed({ use: 'rules', refs: ['1'] }, confirmed({ use: 'declaration', refs: ['4'] }))
    expect([place(both, 'declaration', '3'), place(both, 'rules', '1')]).to.deep.equal(['4', '1'])
  })

  it('holds no longer when the text changes again', () => {
    const again = anEdition({
      id: '2027-09',
      sections: [aSection('4', 'Declaration', 'I have read it all, twice, at home.')],
    })
    const given = confirmed({ use: 'declaration', refs: ['4'] })
    expect(placeWritten(given, 'declaration', { ref: '3', edition: again })).to.equal(undefined)
  })

  for (const [what, confirming, expected] of [
    ['a section that is not there', { use: 'rules', refs: ['9'] }, /no section 9/],
    ['another place for several at once', { use: 'rules', refs: ['1', '2'], as: '3' }, /one section at a time/],
  ] as const) {
    it(`refuses ${what}`, () => {
      const found = confirm(policy, confirming, newer)
      expect(found.kind === 'refused' ? found.what : '').to.match(expected)
    })
  }

  it('is written so that it reads back', () => {
    const { written } = confirmed({ use: 'rules', refs: ['1'] }, confirmed({ use: 'declaration', refs: ['4'] }))
    expect(writeConfirmed(written?.confirmed ?? {})).to.match(
      /^# .*\ndeclaration:\n {2}"3": \['[0-9a-f]{16}'\]\nrules:\n {2}"1": \['[0-9a-f]{16}'\]\n$/,
    )
  })
})

describe('what waits for a person', () => {
  const said = (use: Use, ref: string, edition = newer) => {
    const [carried] = follow(policy, use, { refs: [ref], edition })
    return carried && waitsFor(carried, { use, policy, edition })
  }
  it('is nothing where the text is there, under whatever number', () => {
    expect(said('rules', '2')).to.equal(undefined)
    expect(said('rules', '3', older)).to.equal(undefined)
  })

  it('is a changed section, with the command that confirms it', () => {
    expect(said('questions', '1')?.what).to.include(
      'section 1 Aims of edition 2026-09 reads differently: they are left out until',
    )
    expect(said('questions', '1')?.fix).to.include('confirm social-media questions 1. Otherwise take it out')
  })

  it('is the declaration, with the section that looks like it', () => {
    expect(said('declaration', '3')?.what).to.include('nobody is asked to sign')
    expect(said('declaration', '3')?.fix).to.include('4 Declaration').and.include('confirm social-media declaration 4.')
  })

  it('is what stands nowhere, with a way to say where it belongs', () => {
    const short = anEdition({ id: '2026-10', sections: [aSection('1', 'Aims', 'We keep everybody safe.')] })
    expect(said('questions', '2', short)?.fix)
      .to.include('Take it out')
      .and.include('--as REF')
  })
})

describe('the section that looks like a declaration', () => {
  for (const [what, sections, expected] of [
    ['is the one that people speak in', [signing, declaration], '3'],
    ['is none where nobody says I', [signing], undefined],
    ['is the fuller one', [aSection('1', 'Aims', 'I agree, said the head.'), declaration], '3'],
  ] as const) {
    it(what, () => expect(proposeDeclaration(anEdition({ sections }))?.ref).to.equal(expected))
  }
})
