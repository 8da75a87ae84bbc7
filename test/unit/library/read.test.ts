import { expect } from 'chai'
import type { KnowledgeFile } from '../../../src/library/files.ts'
import { readLibrary, sayProblem } from '../../../src/library/read.ts'

const sound: Record<string, string> = {
  'school.yaml': 'name: Hilltop School\nzone: Europe/London\n',
  'words.yaml': '- says: [bike]\n  means: [bicycles]\n',
  'policies/bikes/policy.yaml':
    'id: bikes\ntitle: Bicycle Policy\nowner: the site manager\nask:\n  who: the office\n  why: The office can help.\n  cites: "1"\n',
  'policies/bikes/2026-01.md':
    '---\npolicy: bikes\nedition: 2026-01\ntitle: Bicycle Policy\nwording: adopted\n---\n\n## 1. Sheds\n\nBicycles go into the shed.\n',
  'policies/bikes/asked.yaml': "'1':\n  heading: Where bikes go\n  asked:\n    - Where do bikes go?\n",
}

function read(changes: Record<string, string | undefined> = {}) {
  const files = Object.entries({ ...sound, ...changes }).flatMap(([path, source]): KnowledgeFile[] =>
    source === undefined ? [] : [{ path, shown: `knowledge/${path}`, source, own: false }],
  )
  const { library, problems } = readLibrary(files)
  return { library, said: problems.map(sayProblem) }
}

describe('reading knowledge', () => {
  it('gives a library when everything is sound', () => {
    const { library, said } = read()
    expect(said).to.deep.equal([])
    expect(library?.policies[0]?.editions[0]?.sections.map(({ ref }) => ref)).to.deep.equal(['1'])
  })

  it('opens a policy to people who do not belong only where its file says so', () => {
    const path = 'policies/bikes/policy.yaml'
    const saying = (line: string) => read({ [path]: `${sound[path] ?? ''}${line}` })
    expect(read().library?.policies[0]?.openTo).to.equal(undefined)
    expect(saying('openTo: everybody\n').library?.policies[0]?.openTo).to.equal('everybody')
    const { library, said } = saying('openTo: staff\n')
    expect(library).to.equal(undefined)
    expect(said.join()).to.match(/policy\.yaml:\d+ .*is not everybody; leave it out for staff alone/)
  })

  for (const [what, path, from, to, expected] of [
    ['broken YAML', 'words.yaml', '[bike]', '[bike', /^knowledge\/words\.yaml:\d+ .*not readable YAML/],
    ['a key that does not exist', 'words.yaml', 'means:', 'meens:', /words\.yaml:\d+ /],
    ['a wrong zone', 'school.yaml', 'Europe/London', 'Europe/Lundon', /school\.yaml:2 .*time zone/],
    [
      'a policy that cites what is not there',
      'policies/bikes/policy.yaml',
      '"1"',
      '"11"',
      /policy\.yaml:7 .*section 11.*Did you mean 1\?/,
    ],
    [
      'questions for what is not there',
      'policies/bikes/asked.yaml',
      "'1'",
      "'7'",
      /asked\.yaml:1 .*names section 7.*Did you mean 1\?/,
    ],
    [
      'a question that stands twice',
      'policies/bikes/asked.yaml',
      '- Where do bikes go?',
      '- Where do bikes go?\n    - where do bikes go?',
      /asked\.yaml:5 .*again/,
    ],
    [
      'a file with another name than its edition',
      'policies/bikes/2026-01.md',
      'edition: 2026-01',
      'edition: 2026-02',
      /2026-01\.md:1 .*Name the file policies\/bikes\/2026-02\.md/,
    ],
  ] as const) {
    it(`tells of ${what}`, () => {
      const { said } = read({ [path]: (sound[path] ?? '').replace(from, to) })
      expect(
        said.some((line) => expected.test(line)),
        said.join('\n'),
      ).to.be.true
    })
  }

  const school = (signing: string) => read({ 'school.yaml': `${sound['school.yaml'] ?? ''}signing: ${signing}\n` })

  it('has the usual days for signing, and no summary accepted, unless the school says otherwise', () => {
    const usual = { acceptRestated: [], joinerDays: 14, linkDays: 7, headTo: [] }
    expect(read().library?.school.signing).to.deep.equal(usual)
    const { library, said } = school('{ joinerDays: 30, acceptRestated: [bikes@2026-01] }')
    expect(library?.school.signing).to.deep.equal({ ...usual, joinerDays: 30, acceptRestated: ['bikes@2026-01'] })
    expect(said).to.be.empty
  })

  it('warns of an accepted edition that is not there, on its line', () => {
    const { library, said } = school('\n  acceptRestated:\n    - bikes@2026-01\n    - bikes@2026-10')
    expect(said).to.have.length(1)
    expect(said[0]).to.match(/school\.yaml:6 .*warning: accepts bikes@2026-10.*There is bikes@2026-01\./)
    expect(library).not.to.be.undefined
  })

  for (const signing of [
    '{ joinerDays: -1 }',
    '{ linkDays: 0 }',
    '{ acceptRestated: [everything] }',
    '{ joinerdays: 7 }',
  ]) {
    it(`does not start with signing: ${signing}`, () => {
      expect(school(signing).library).to.be.undefined
      expect(school(signing).said[0]).to.match(/^knowledge\/school\.yaml:3 /)
    })
  }

  it('is no library while an error stands', () => {
    expect(read({ 'school.yaml': undefined }).library).to.equal(undefined)
    expect(read({ 'policies/bikes/2026-01.md': undefined }).library).to.equal(undefined)
    expect(read({ 'policies/bikes/policy.yaml': undefined }).library).to.equal(undefined)
  })

  it('starts all the same, with a warning, when the school’s own text numbers its sections in another way', () => {
    const { library, said } = read({ 'policies/bikes/asked.yaml': "'1':\n  heading: Bikes\n'9':\n  heading: Old\n" })
    expect(library).to.not.equal(undefined)
    expect(said.join()).to.include('warning').and.include('section 9')
  })
})
