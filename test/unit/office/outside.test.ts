// What is wrong with the form for a document that is read elsewhere is said field by field.
import { expect } from 'chai'
import { withOutside, newOutsideRecord } from '../../../src/importer/policy-record.ts'
import { sha256 } from '../../../src/kit/hash.ts'
import { readLibrary } from '../../../src/library/read.ts'
import { readOutsideForm } from '../../../src/office/outside.ts'
import { theLibrary } from '../../kit/library.ts'

const file = { name: 'safe.pdf', bytes: Buffer.from('the file') }
const given = {
  title: ' Keeping  Pupils Safe ',
  by: 'the Department of Examples',
  link: 'https://guidance.example/a.pdf',
  edition: '2026-09',
  inForceFrom: '2026-09-01',
}
const { policies } = theLibrary()

describe('a document that is read elsewhere, as the office adds it', () => {
  it('becomes an entry that the library reads, in a record that is complete', () => {
    const read = readOutsideForm({ ...given, contents: '1. What to know\r\n2.a  Signs\r\n\r\n' }, file, policies)
    if (read.kind === 'wrong') throw new Error(JSON.stringify(read.errors))
    expect(read).to.deep.include({ policy: 'keeping-pupils-safe', title: 'Keeping Pupils Safe' })
    const id = read.policy
    const source = withOutside(newOutsideRecord({ id, title: read.title, contact: 'the head' }), read.entry)
    const school = 'name: Hilltop School\nzone: Europe/London\nsigning:\n  statement: I have read it.\n'
    const files = Object.entries({ 'school.yaml': school, [`policies/${id}/policy.yaml`]: source })
    const { library, problems } = readLibrary(
      files.map(([path, text]) => ({ path, shown: path, source: text, own: true })),
    )
    expect(problems).to.deep.equal([])
    const [edition] = library?.policies[0]?.editions ?? []
    expect(edition?.outside).to.deep.equal({ by: given.by, link: given.link, sha256: sha256('the file') })
    expect(edition?.sections.map(({ ref, title }) => `${ref} ${title}`)).to.deep.equal(['1 What to know', '2.a Signs'])
  })

  const wrong: readonly [string, Record<string, string>, string, RegExp][] = [
    ['no title', { title: ' ' }, 'title', /Write its title/],
    ['a title that a policy has', { title: 'Social Media Policy' }, 'title', /already\. If this is a new edition/],
    ['nobody who publishes it', { by: '' }, 'by', /who publishes it/],
    ['no address', { link: '' }, 'link', /Write the web address/],
    ['an address that runs a script', { link: 'javascript:alert(1)' }, 'link', /is not a web address/],
    ['a day that is none', { inForceFrom: 'September' }, 'inForceFrom', /“September” is not a date; write/],
    ['no day', { inForceFrom: '' }, 'inForceFrom', /from which day it counts/],
    ['a name that no file may have', { edition: '../../x' }, 'edition', /must be lower-case/],
    ['contents without numbers', { contents: 'Part one' }, 'contents', /does not begin with a number/],
    ['a number twice', { contents: '1 One\n1 Two' }, 'contents', /1 stands there twice/],
    ['a review that is no day', { nextReview: 'soon' }, 'nextReview', /“soon” is not a date/],
  ]
  for (const [what, fields, field, says] of wrong)
    it(`is refused with ${what}`, () => {
      const read = readOutsideForm({ ...given, ...fields }, file, policies)
      expect(read.kind === 'wrong' ? Object.keys(read.errors) : []).to.deep.equal([field])
      expect(read.kind === 'wrong' && read.errors[field]).to.match(says)
    })

  it('asks for the file', () => {
    expect(readOutsideForm(given, undefined, policies)).to.deep.equal({
      kind: 'wrong',
      errors: { file: 'Choose the file that you downloaded.' },
    })
  })
})
