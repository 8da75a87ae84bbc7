// Small documents, each of a kind that schools have, with the values that a person reads in them.
import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { z } from 'zod'
import { readText } from '../../../adapters/documents/text.ts'
import { importDocument } from '../../../src/importer/import.ts'
import { sureDeclaration } from '../../../src/importer/declarations.ts'
import { textOf } from '../../../src/policy/text.ts'
import { today } from '../../kit/documents.ts'

const folder = '../shared/documents'

const Right = z.strictObject({
  title: z.string(),
  edition: z.string(),
  nextReview: z.string(),
  sections: z.array(z.string()),
  refs: z.array(z.string()).optional(),
  declaration: z.string().nullable(),
  orDoubt: z.string().optional(),
  neverInASection: z.string().optional(),
  after: z.string().optional(),
})
type Right = z.infer<typeof Right>

describe('the documents with right values', () => {
  if (!existsSync(`${folder}/right.json`)) {
    it(`reads them (left out: ${folder} is not here)`, function () {
      this.skip()
    })
    return
  }
  const { about: _, ...files } = z
    .looseObject({ about: z.string() })
    .parse(JSON.parse(readFileSync(`${folder}/right.json`, 'utf8')))
  for (const [name, value] of Object.entries(files)) {
    it(`reads ${name}`, () => expectRight(name, Right.parse(value)))
  }
})

function bring(name: string) {
  const read = readText(readFileSync(`${folder}/${name}`), { isMarkdown: name.endsWith('.md') })
  if (read.kind === 'refused') throw new Error(read.what)
  const found = importDocument(read.document, { policy: 'a-policy', title: undefined, edition: undefined, today })
  if (found.kind === 'refused') throw new Error(found.what)
  return found
}

function expectRight(name: string, right: Right): void {
  const { edition, problems, declarations } = bring(name)
  const is = (value: string, pattern: string, flags = '') =>
    expect(value).to.match(new RegExp(`^(?:${pattern})$`, flags))
  is(edition.title, right.title)
  is(edition.id, right.edition)
  const said = problems.map(({ what }) => what).join('\n')
  const isDoubted = right.orDoubt !== undefined && new RegExp(right.orDoubt, 'i').test(said)
  // The right answer is a month, so any day in it is accepted.
  if (right.nextReview !== '' && !isDoubted) is((edition.nextReview ?? '').slice(0, 7), right.nextReview)

  // A numbered paragraph has no title of its own and takes its section's.
  const titleOf = new Map(edition.sections.map(({ ref, title }) => [ref, title]))
  const titled = edition.sections.filter(({ ref, title, parent }) => ref !== '0' && title !== titleOf.get(parent ?? ''))
  expect(titled.map(({ title }) => title.toLowerCase())).to.deep.equal(
    right.sections.map((title) => title.toLowerCase()),
  )
  if (right.refs !== undefined) expect(titled.map(({ ref }) => ref)).to.deep.equal(right.refs)
  expect(problems.filter(({ kind }) => kind === 'gap')).to.be.empty

  const declaration = edition.sections.find(({ ref }) => ref === sureDeclaration(declarations)?.ref)
  if (right.declaration === null) expect(declaration).to.equal(undefined)
  else expect(declaration && textOf(declaration)).to.match(new RegExp(right.declaration))
  if (right.neverInASection !== undefined) {
    // Where there is a declaration, only that must not contain it: pupils' declarations are not for staff.
    const judged = declaration === undefined ? edition.sections : [declaration]
    expect(judged.map(textOf).join('\n')).to.not.match(new RegExp(right.neverInASection))
  }
}
