// The table of what a person can do on each platform is true: each ✓ has a test that runs for that platform, and each –
// has a reason. `README=FILE` reads the table from another file.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import type { Platform } from '../../src/chat/people.ts'
import { stages } from '../kit/stages.ts'
import { columns, proofs } from './parity.ts'

const file = process.env.README ?? 'adapters/README.md'

interface Row {
  readonly what: string
  /** One for each column. */
  readonly cells: readonly string[]
}

/** The table between its two comments: its headings and its rows. */
function readTable(markdown: string): { readonly headings: readonly string[]; readonly rows: readonly Row[] } {
  const table = /<!-- parity -->\n([\s\S]*?)<!-- \/parity -->/.exec(markdown)?.[1] ?? ''
  const [head = [], , ...body] = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .replace(/^\||\|\s*$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    )
  return { headings: head, rows: body.map(([what = '', ...cells]) => ({ what, cells })) }
}

const Listed = z.object({ passes: z.array(z.object({ fullTitle: z.string(), file: z.string() })) })
type Test = z.infer<typeof Listed>['passes'][number]

/**
 * All tests that `npm test` runs and does not skip. They are listed, not run: a failing test is reported by its own
 * run.
 */
function listTests(): readonly Test[] {
  const folder = mkdtempSync(join(tmpdir(), 'parity-'))
  try {
    const output = join(folder, 'tests.json')
    const reporting = ['--dry-run', '--reporter', 'json', '--reporter-option', `output=${output}`]
    const specs = ['test/story/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/house/teams-manifest.test.ts']
    const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--no-config']
    execFileSync(process.execPath, [...mocha, ...reporting, ...specs], { stdio: ['ignore', 'ignore', 'pipe'] })
    return Listed.parse(JSON.parse(readFileSync(output, 'utf8'))).passes
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The titles of a story on a platform: one for each of the platform's stages. */
function endings(story: string, platform: Platform): readonly string[] {
  return stages.filter((stage) => stage.platform === platform).map(({ name }) => ` ${story} (${name})`)
}

/**
 * Whether the test exists under its own title or with the platform in front; where a platform has several connections,
 * it must exist for each.
 */
function runs(title: string, platform: Platform, tests: readonly Test[]): boolean {
  const titles = new Set(tests.map(({ fullTitle }) => fullTitle))
  if (titles.has(title) || titles.has(`${platform}: ${title}`)) return true
  const before = new RegExp(`^${platform} over (\\w+): `)
  const ways = new Set([...titles].flatMap((each) => before.exec(each)?.[1] ?? []))
  return ways.size > 0 && [...ways].every((way) => titles.has(`${platform} over ${way}: ${title}`))
}

/** Titles that are claimed for a platform and that no test has; undefined where nothing is claimed. */
function missing(what: string, platform: Platform, tests: readonly Test[]): readonly string[] | undefined {
  const proof = proofs[what]
  if (proof === undefined) return undefined
  if (!('stories' in proof)) return proof[platform]?.filter((title) => !runs(title, platform, tests))
  return proof.stories.filter((story) => {
    const ends = endings(story, platform)
    return ends.length === 0 || !ends.every((end) => tests.some(({ fullTitle }) => fullTitle.endsWith(end)))
  })
}

function expectNone(found: readonly string[], why: string, fix: string) {
  expect(found, `\n  what: ${found.join('\n        ')}\n  why:  ${why}\n  fix:  ${fix}\n`).to.be.empty
}

describe('adapters/README.md: what can be done where', () => {
  const { headings, rows } = readTable(readFileSync(file, 'utf8'))
  let tests: readonly Test[] = []
  before(() => (tests = listTests()))

  it('is a table between <!-- parity --> and <!-- /parity -->, with a column a platform', () => {
    expect(headings).to.deep.equal(['What you can do', ...columns.map(({ heading }) => heading)])
    expectNone(
      rows.filter(({ cells }) => cells.length !== columns.length).map(({ what }) => what),
      'a row says something of every platform',
      'give it a cell for each',
    )
  })

  it('has the rows that something stands behind, each once', () => {
    const named = rows.map(({ what }) => what)
    expectNone(
      named.filter((what, at) => proofs[what] === undefined || named.indexOf(what) !== at),
      'a row is a promise, and nothing shows that it is kept',
      'name its stories or tests in test/house/parity.ts, under the very same words',
    )
    expectNone(
      Object.keys(proofs).filter((what) => !named.includes(what)),
      'somebody can do this, and the table does not say so',
      `put the row into ${file}, between the comments`,
    )
  })

  for (const [at, { platform, heading }] of columns.entries()) {
    it(`${heading}: each ✓ is a test that runs there`, () => {
      expectNone(
        rows
          .filter(({ cells }) => cells[at] === '✓')
          .flatMap(({ what }) => (missing(what, platform, tests) ?? ['nothing']).map((title) => `${what}: ${title}`)),
        `no such test runs for ${heading}, or not for each way in`,
        'write it, mend its title in test/house/parity.ts, or say in the table why it cannot be done',
      )
    })

    it(`${heading}: each – has a reason, and no test that shows the contrary`, () => {
      const others = rows.filter(({ cells }) => cells[at] !== '✓')
      expectNone(
        others.filter(({ cells }) => !/^– \S+( \S+){2,}$/.test(cells[at] ?? '')).map(({ what }) => what),
        'who reads “no” wants to know why, and what to do instead',
        'write ✓, or – and the reason in a few words',
      )
      expectNone(
        others.filter(({ what }) => missing(what, platform, tests) !== undefined).map(({ what }) => what),
        'it can be done there: a test says so',
        'write ✓, or take the test out of test/house/parity.ts',
      )
    })
  }

  it('every kind of story stands behind some row', () => {
    const told = new Set<string>()
    for (const proof of Object.values(proofs)) {
      if (!('stories' in proof)) continue
      const ends = proof.stories.flatMap((story) => stages.map(({ name }) => ` ${story} (${name})`))
      for (const test of tests) if (ends.some((end) => test.fullTitle.endsWith(end))) told.add(test.file)
    }
    const played = tests.filter(({ fullTitle }) => stages.some(({ name }) => fullTitle.endsWith(` (${name})`)))
    const stories = new Set(played.map((test) => test.file))
    expect(stories.size).to.be.greaterThan(1)
    expectNone(
      [...stories].filter((path) => !told.has(path)).map((path) => basename(path)),
      'it tells of something that people can do, and the table does not say so',
      'add a row to adapters/README.md and its stories to test/house/parity.ts',
    )
  })
})
