// Who may open the school's own file: this depends on what the file contains besides its text, and on who asks.
import { expect } from 'chai'
import { toDocument } from '../../../adapters/documents/text.ts'
import type { Person } from '../../../src/chat/people.ts'
import { importDocument } from '../../../src/importer/import.ts'
import type { Day } from '../../../src/kit/days.ts'
import type { Unseen } from '../../../src/policy/types.ts'
import { mayOpenOriginal } from '../../../src/reading/original.ts'
import { school } from '../../kit/visit.ts'

const today = '2026-11-23' as Day
const [teacher, , slt] = school
const gone: Person = { ...teacher, leavesOn: '2026-11-22' as Day }

describe('the original', () => {
  for (const [what, person, unseen, may] of [
    ['staff, where nothing is hidden', teacher, [], true],
    ['staff, where there are comments', teacher, ['comment'], false],
    ['staff, where there are deleted passages', teacher, ['deleted'], false],
    ['staff, where nobody has looked', teacher, undefined, false],
    ['SLT, whatever is in it', slt, ['comment', 'hidden'], true],
    ['SLT, where nobody has looked', slt, undefined, true],
    ['somebody who has left', gone, [], false],
    ['nobody known', undefined, [], false],
  ] as const satisfies readonly (readonly [string, Person | undefined, readonly Unseen[] | undefined, boolean])[]) {
    it(`${may ? 'is' : 'is not'} for ${what}`, () => {
      const source = { file: 'a.docx', sha256: 'a'.repeat(64), unseen }
      expect(mayOpenOriginal(person, { source }, today)).to.equal(may)
    })
  }

  it('is for nobody where there is no file', () => expect(mayOpenOriginal(slt, {}, today)).to.equal(false))

  it('is known by the import to hold more than its text', () => {
    const document = toDocument('Key Policy\n\nReviewed: May 2025\n\n1. Keys\n\nAll staff must lock up.', {
      isMarkdown: false,
    })
    const options = { policy: 'keys', title: undefined, edition: undefined, today }
    const lost = [{ kind: 'comment', count: 2 } as const, { kind: 'picture', count: 1 } as const]
    for (const [given, unseen] of [
      [[], []],
      [lost, ['comment']],
    ] as const) {
      const found = importDocument({ ...document, lost: given }, options)
      expect(found.kind === 'imported' && found.unseen).to.deep.equal(unseen)
    }
  })
})
