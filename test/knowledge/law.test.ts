// What has changed in the law, as it stands in knowledge/law.yaml: where to read on, when somebody last looked, and how
// sure it is.
import { expect } from 'chai'
import { theLibrary } from '../kit/library.ts'

describe('the law that policies name', () => {
  const { laws } = theLibrary()
  const table: readonly (readonly [names: string, says: RegExp, since: string | undefined, sure: string])[] = [
    ['Equality Act 2010', /all reasonable steps.*others than their staff.*October 2026/, undefined, 'likely'],
    ['Equality Act 2010', /^Employers must now take reasonable steps/, '2024-10-26', 'certain'],
    ['UK GDPR', /Data \(Use and Access\) Act 2025/, '2026-06-19', 'certain'],
    ['Libel Act 1843', /England and Wales and in Northern Ireland, sections 4 to 6 were repealed/, '2010-01-12', 'certain'],
    ['del.icio.us', /what was saved can be read/, '2017-06-15', 'certain'],
    ['Communications Act 2003', /In England and Wales and in Northern Ireland.*In Scotland it stands/, '2024-01-31', 'likely'],
  ] // prettier-ignore
  for (const [name, says, since, sure] of table)
    it(`${name}: ${says.source.slice(0, 40)}…`, () => {
      const found = laws.filter(({ names, change }) => names.includes(name) && says.test(change))
      expect(found).to.have.length(1)
      expect(found[0]).to.include({ since, sure })
      expect(found[0]?.looked, 'somebody looked').to.be.a('string')
      expect(found[0]?.source).to.match(/^https:/)
    })
})
