import { expect } from 'chai'
import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { policyCommand } from '../../../src/command/policy.ts'
import { sha256 } from '../../../src/kit/hash.ts'
import type { KnowledgeFile } from '../../../src/library/files.ts'
import { readLibrary, sayProblem } from '../../../src/library/read.ts'
import { editionText, readOutside } from '../../../src/standing/declared.ts'
import { run } from '../../kit/command.ts'

const school = 'name: Hilltop School\nzone: Europe/London\nsigning:\n  statement: I have read it.\n'
const record = `id: guide
title: Guidance for Schools
owner: the head
ask:
  who: the head
  why: The head can help.
outside:
  - edition: '2026-09'
    by: the Department of Examples
    link: https://guidance.example/a.pdf
    sha256: ${'ab'.repeat(32)}
`

function read(policy: string, schoolFile = school) {
  const files = { 'school.yaml': schoolFile, 'policies/guide/policy.yaml': policy }
  const { library, problems } = readLibrary(
    Object.entries(files).map(([path, source]): KnowledgeFile => ({ path, shown: path, source, own: true })),
  )
  return { library, said: problems.map(sayProblem).join('\n') }
}

describe('an edition that is outside', () => {
  it('needs no text beside it, counts as the school’s, and has the document as its one section', () => {
    const { library, said } = read(record)
    expect(said).to.equal('')
    const [edition] = library?.policies[0]?.editions ?? []
    expect(edition?.sections.map(({ ref, title, parts }) => ({ ref, title, parts }))).to.deep.equal([
      { ref: '1', title: 'Guidance for Schools', parts: [] },
    ])
  })

  it('has a text of its own for the evidence: whose it is, where it is, and the hash of its file', () => {
    const [edition] = read(record).library?.policies[0]?.editions ?? []
    if (edition === undefined) throw new Error('there is no edition')
    const text = editionText(edition)
    expect(text).to.include('Published by: the Department of Examples')
    expect(readOutside(text)).to.deep.equal({ link: 'https://guidance.example/a.pdf', sha256: 'ab'.repeat(32) })
    const other = { ...edition, outside: { by: '', link: '', ...edition.outside, sha256: 'cd'.repeat(32) } }
    expect(sha256(editionText(other))).not.to.equal(sha256(text))
    expect(readOutside('Bicycle Policy\n\n1 Sheds\n\nBicycles go into the shed.')).to.equal(undefined)
  })

  for (const [what, from, to, expected] of [
    [
      'a link that is no web address',
      'https://guidance.example/a.pdf',
      'javascript:alert(1)',
      /:10 .*is not a web address/,
    ],
    ['a hash that is none', 'ab'.repeat(32), 'abcd', /64 hexadecimal digits/],
    [
      'an edition that stands twice',
      'outside:\n',
      `outside:\n${record.slice(record.indexOf('  - edition'))}`,
      /2026-09 twice/,
    ],
    ['a declaration that nobody can see', 'owner:', "declaration: '1'\nowner:", /whose text is not here/],
    ['a school’s own policy that cites nothing', /outside:[^]*/, '', /no edition beside it/],
  ] as const)
    // prettier-ignore
    it(`tells of ${what}`, () => {
      expect(read(record.replace(from, to)).said).to.match(expected)
    })

  it('warns where no statement could be signed for it', () => {
    const { library, said } = read(record, 'name: Hilltop School\nzone: Europe/London\n')
    expect(said).to.match(/school\.yaml:1 .*warning: has no standard statement.*Guidance for Schools/)
    expect(library?.policies[0]?.statements).to.equal(undefined)
  })

  it('is written down with a hash that the command line works out', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'outside-')), 'a.pdf')
    writeFileSync(file, 'guidance')
    const { out, status } = await run(policyCommand, ['outside', file])
    expect(status).to.equal(0)
    expect(out.join('\n')).to.include(`sha256: ${sha256('guidance')}`)
    expect((await run(policyCommand, ['outside', 'nothing-here.pdf'])).err.join()).to.include('can’t be read')
  })
})
