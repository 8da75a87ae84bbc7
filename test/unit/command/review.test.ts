// `review record`: the outcome of a review, recorded on the command line, and how reviews stand afterwards.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { doctor } from '../../../src/command/doctor.ts'
import { review } from '../../../src/command/review.ts'
import { verifyCommand } from '../../../src/command/verify.ts'
import { run, type Ran } from '../../kit/command.ts'

describe('npm run review -- record', () => {
  let home: string
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'policy-guide-review-'))))
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  const record = (outcome: string, ...argv: string[]): Promise<Ran> =>
    run(review, ['record', '--policy', 'social-media', '--outcome', outcome, ...argv], { home })
  const standing = async (on: string, ...argv: string[]) => {
    const { out, err } = await run(review, ['--on', on, '--json', ...argv], { home })
    expect(err).to.deep.equal([])
    const [first] = JSON.parse(out[0] ?? '') as { due: string; state: string; said: string; last?: { said: string } }[]
    if (first === undefined) throw new Error('nothing came')
    return first
  }

  it('a look makes no database', async () => {
    expect((await standing('2026-11-23')).state).to.equal('overdue')
    expect(existsSync(join(home, 'policy-guide.db'))).to.equal(false)
  })

  it('no change: the next review is a month, from that day on', async () => {
    const ran = await record('no-change', '--next', '2027-10', '--reason', 'Read by two of us')
    expect(ran).to.deep.equal({
      status: 0,
      out: [
        'Recorded. The Social Media Policy was reviewed, and nothing changes in it. Signatures stand. The next review is October 2027; I’ll warn you from 9 July 2027.',
      ],
      err: [],
    })
    expect(await standing('2026-11-22')).to.include({ due: '2016-10', state: 'overdue' })
    const now = await standing('2026-11-23')
    expect(now).to.include({ due: '2027-10', state: 'current', said: 'due in October 2027, in 10 months' })
    expect(now.last?.said).to.equal('Reviewed on 23 November 2026, no change; the next review is in October 2027.')
    expect(await standing('2027-11-01')).to.include({ state: 'overdue' })
    expect(await standing('2026-11-23', '--practice')).to.include({ due: '2016-10' })
    const { out } = await run(review, ['--on', '2026-11-24'], { home })
    expect(out.slice(0, 3)).to.deep.equal([
      'Social Media Policy, edition 2015-10: due in October 2027, in 10 months.',
      '  Reviewed on 23 November 2026, no change; the next review is in October 2027.',
      '  It is for the Senior Leadership Team; no warning is due yet, the next falls on 9 July 2027.',
    ])
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
  })

  it('postponed: with a reason, at an instant of the school’s day', async () => {
    const ran = await record('postponed', '--until', 'March 2027', '--reason', 'New deputy', '--json')
    expect(JSON.parse(ran.out[0] ?? '')).to.deep.include({ outcome: 'recorded', policy: 'social-media' })
    expect(await standing('2026-12-01')).to.include({ due: '2027-03' })
    expect(await standing('2027-04-01')).to.include({ state: 'overdue' })
  })

  it('a change by hand of what was recorded is found by verify', async () => {
    await record('no-change', '--next', '2027-10')
    const { openSqlite } = await import('../../../adapters/store/sqlite.ts')
    const db = await openSqlite(join(home, 'policy-guide.db'))
    const { sql } = await import('kysely')
    await sql`update entry set fact = replace(fact, '2027-10', '2037-10')`.execute(db)
    await db.destroy()
    expect((await run(verifyCommand, [], { home })).status).to.equal(1)
  })

  for (const [what, argv, status, said] of [
    ['a next review in the past', ['no-change', '--next', '2016-10'], 1, /not after today, 23 November 2026/],
    ['one too far off', ['no-change', '--next', '2040-01'], 1, /23 November 2031 at the latest/],
    ['no reason', ['postponed', '--until', '2027-03'], 1, /why it is postponed/],
    [
      'no new edition',
      ['new-edition', '--replacement', '2026-12'],
      1,
      /No newer edition is imported yet.*npm run policy -- import FILE --policy social-media --edition 2026-11/,
    ],
    ['a day that is none', ['no-change', '--next', '2027-02-30'], 2, /neither month nor day/],
    ['the wrong option', ['no-change', '--until', '2027-02'], 2, /Usage/],
    ['two options', ['no-change', '--next', '2027-02', '--replacement', '2026-12'], 2, /Usage/],
    ['an unknown outcome', ['shelved', '--next', '2027-02'], 2, /Usage/],
  ] as const)
    it(`refuses ${what}, and writes nothing`, async () => {
      const [outcome, ...rest] = argv
      const ran = await record(outcome, ...rest)
      expect(ran.status).to.equal(status)
      expect(ran.err.join(' ')).to.match(said)
      expect((await standing('2026-11-23')).due).to.equal('2016-10')
    })

  it('refuses another policy, and recording without one', async () => {
    const rest = ['--outcome', 'no-change', '--next', '2027-10']
    expect((await run(review, ['record', '--policy', 'social-meda', ...rest], { home })).err.join()).to.include(
      'Did you mean social-media?',
    )
    expect((await run(review, ['record', ...rest], { home })).status).to.equal(2)
    expect((await run(review, rest, { home })).status).to.equal(2)
  })

  it('new edition: the one that came into force, in the place of the one before', async () => {
    const folder = join(home, 'policies', 'social-media')
    mkdirSync(folder, { recursive: true })
    const text = readFileSync('knowledge/policies/social-media/2015-10.md', 'utf8')
    writeFileSync(
      join(folder, '2026-11.md'),
      text
        .replace('2015-10-26', '2026-11-02')
        .replace(/^nextReview:.*$/m, 'nextReview: 2028-11')
        .replace(/^edition:.*$/m, 'edition: 2026-11'),
    )
    expect(await standing('2026-11-23')).to.include({ due: '2028-11' })
    const ran = await record('new-edition', '--replacement', '2026-11')
    expect(ran.err).to.deep.equal([])
    expect(ran.out[0]).to.equal(
      'Recorded. The Social Media Policy was reviewed: edition November 2026 takes its place. Its next review is November 2028.',
    )
    expect(ran.out[1]).to.include(
      'npm run campaign -- mark --policy social-media --edition 2026-11 --as material|editorial',
    )
    expect((await standing('2026-11-23')).last?.said).to.equal(
      'Recorded on 23 November 2026: edition 2026-11 takes the place of 2015-10.',
    )
    expect((await record('new-edition', '--replacement', '2026-11')).status).to.equal(1)
  })

  it('doctor says how reviews stand, and that nobody would hear of it', async () => {
    const { out } = await run(doctor, [], { home })
    expect(out.find((line) => line.includes('reviews: due'))).to.match(
      /ok .*Social Media Policy: due in October 2016, overdue by 10 years; nobody has the role slt or policy-owner, so nobody is warned/,
    )
    await record('no-change', '--next', '2027-10')
    const after = await run(doctor, [], { home })
    expect(after.out.find((line) => line.includes('reviews: due'))).to.include('none overdue')
  })
})
