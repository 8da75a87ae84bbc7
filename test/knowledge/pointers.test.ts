// Everything that the project wrote about the Social Media Policy still points to text in its summary and in the
// document that the school adopted.
import { expect } from 'chai'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { hashesOf } from '../../src/guide/hash.ts'
import { follow } from '../../src/guide/written.ts'
import type { Library } from '../../src/turn/library.ts'
import type { Use } from '../../src/policy/types.ts'
import { importInto } from '../kit/adopted.ts'
import { theProjects } from '../kit/library.ts'

const document = '../shared/policy/43-social-media-policy.txt'

function everything({ policies, asked, scenarios }: Library) {
  const policy = policies.find(({ id }) => id === 'social-media')
  const [edition] = policy?.editions ?? []
  if (policy === undefined || edition === undefined) throw new Error('there is no Social Media Policy')
  const refs: Record<Use, readonly string[]> = {
    declaration: [policy.declaration ?? ''],
    ask: [policy.ask.cites ?? ''],
    questions: [...(asked.get(policy.id)?.keys() ?? [])],
    understanding: policy.understanding?.map(({ section }) => section) ?? [],
    rules: scenarios.flatMap(({ rules }) => rules.flatMap(({ cites }) => cites ?? [])),
  }
  const uses: readonly Use[] = ['declaration', 'ask', 'questions', 'rules', 'understanding']
  const carried = uses.flatMap((use) => follow(policy, use, { refs: refs[use], edition }))
  return { edition, carried }
}

function expectAllKept(library: Library) {
  const { edition, carried } = everything(library)
  const hashes = hashesOf(edition)
  const others = carried.filter(({ kind }) => kind !== 'kept')
  const said = others.map(({ kind, pointer: { ref } }) => `${ref} is ${kind}; its text has ${hashes.get(ref) ?? 'gone'}`)
  // After changing the summary's words, review what was written about the section, then put the new hash here.
  expect(said.join('\n'), 'knowledge/policies/social-media/pointers.yaml').to.equal('')
  expect(carried.length).to.be.greaterThan(40)
  expect(library.waiting).to.deep.equal([])
  return edition
}

describe('what was written about the Social Media Policy', () => {
  it('is all kept in the summary', () => {
    expect(expectAllKept(theProjects()).wording).to.equal('restated')
  })

  it('is all kept in the document that the school adopted', async function () {
    if (!existsSync(document)) this.skip() // The document belongs to the school, and is not part of the project.
    const home = mkdtempSync(join(tmpdir(), 'pointers-'))
    await importInto(home, document)
    expect(expectAllKept(loadLibrary({ root: '.', home })).wording).to.equal('adopted')
  })
})
