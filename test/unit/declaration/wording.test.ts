import { expect } from 'chai'
import { declarationOf, editionText } from '../../../src/standing/declared.ts'
import { sha256 } from '../../../src/kit/hash.ts'
import { anEdition, aPolicy, aSection } from '../../kit/builders.ts'
import { theLibrary } from '../../kit/library.ts'
import { policyToSign, toSign } from './builders.ts'

describe('the declaration of an edition', () => {
  it('is the words of its section, with each statement that begins with I', () => {
    const edition = anEdition({
      sections: [
        aSection('A2', 'Declaration', 'To be signed by all staff.', 'I have read it.', {
          kind: 'list',
          ordered: true,
          items: ['I’ll follow it.', 'In doubt, staff ask.'],
        }, 'SIGNED: ……'),
      ],
    }) // prettier-ignore
    const declaration = declarationOf(policyToSign(edition), edition)
    expect(declaration?.wording).to.equal(
      'To be signed by all staff.\n\nI have read it.\n\n1. I’ll follow it.\n2. In doubt, staff ask.\n\nSIGNED: ……',
    )
    expect(declaration?.statements).to.deep.equal(['I have read it.', 'I’ll follow it.'])
    expect(declaration?.hash).to.equal(sha256(declaration?.wording ?? ''))
    expect(declaration?.textHash).to.equal(sha256(editionText(edition)))
  })

  it('is one statement where nobody says I', () => {
    const edition = toSign({ says: ['Staff agree to the policy.'] })
    expect(declarationOf(policyToSign(edition), edition)?.statements).to.deep.equal(['Staff agree to the policy.'])
  })

  it('is missing where the policy names no section, or the edition has none or an empty one', () => {
    const gap = anEdition({ sections: [aSection('A2', 'Declaration', { kind: 'gap', text: 'It is missing.' })] })
    for (const [policy, edition] of [
      [aPolicy(toSign()), toSign()],
      [policyToSign(), anEdition()],
      [policyToSign(gap), gap],
    ] as const) {
      expect(declarationOf(policy, edition)).to.be.undefined
    }
  })

  it('is the school’s standard statement where the policy names no section, line by line', () => {
    const policy = {
      ...aPolicy(toSign()),
      statements: ['I have read it.\nStaff ask in doubt.\nI will work by it.', 'I read it.'],
    }
    const declaration = declarationOf(policy, toSign())
    expect(declaration).to.include({ section: undefined, wording: policy.statements[0] })
    expect(declaration?.statements).to.deep.equal(['I have read it.', 'I will work by it.'])
    expect(declaration?.counting).to.deep.equal(policy.statements.map(sha256))
    expect(declarationOf({ ...policyToSign(), statements: policy.statements }, toSign())?.section).to.equal('A2')
    // A declaration that waits for confirmation is not replaced by the standard statement.
    expect(declarationOf({ ...policyToSign(), statements: policy.statements }, anEdition())).to.be.undefined
  })

  it('of the real policy has its three statements', () => {
    const [policy] = theLibrary().policies
    const edition = policy?.editions[0]
    if (policy === undefined || edition === undefined) throw new Error('there is no policy')
    expect(declarationOf(policy, edition)?.statements).to.have.length(3)
  })
})

describe('the text of an edition', () => {
  it('is every section under its number and title', () => {
    const edition = anEdition({
      title: 'Phones',
      sections: [aSection('1', 'All'), aSection('1.a', 'Calls', 'Be kind.'), aSection('2', 'More', 'A.', 'B.')],
    })
    expect(editionText(edition)).to.equal('Phones\n\n1 All\n\n1.a Calls\n\nBe kind.\n\n2 More\n\nA.\n\nB.')
  })

  it('changes with a single letter anywhere', () => {
    const hash = (text: string) => sha256(editionText(anEdition({ sections: [aSection('1', 'All', text)] })))
    expect(hash('Be kind.')).not.to.equal(hash('Be kind!'))
  })
})
