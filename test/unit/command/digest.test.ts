// `digest`: what SLT would be told on a day, and when; names appear only on request.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { campaignCommand } from '../../../src/command/campaign.ts'
import { digestCommand } from '../../../src/command/digest.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { run } from '../../kit/command.ts'

describe('npm run digest', () => {
  let home: string
  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'policy-guide-digest-'))
    const school = readFileSync('knowledge/school.yaml', 'utf8')
    const own = `signing: { acceptRestated: [social-media@2015-10] }
calendar: { closed: [2026-10-19] }
`
    writeFileSync(join(home, 'school.yaml'), `${school}\n${own}`)
    const opened = '2026-09-07T09:00:00Z'
    const list = join(home, 'people.csv')
    writeFileSync(
      list,
      `Name,Email,Group,Roles,Away
Priya Nair,priya@x.example,teaching,,
Joanne Clarke,jo@x.example,teaching,slt,
Away Head,away@x.example,teaching,slt,2026-10-19 to 2026-10-25
`,
    )
    expect((await run(peopleCommand, ['import', list, '--yes'], { home, now: opened })).status).to.equal(0)
    const opening = ['open', '--policy', 'social-media', '--audience', 'teaching', '--due', '2026-10-12']
    expect((await run(campaignCommand, opening, { home, now: opened })).status).to.equal(0)
  })
  after(() => rmSync(home, { recursive: true, force: true }))

  const digest = (...argv: string[]) => run(digestCommand, argv, { home })

  it('says how things stand on a day, and to whom it goes when', async () => {
    const { status, out } = await digest('--on', '2026-10-21', '--names')
    expect(status).to.equal(0)
    const all = out.join('\n')
    expect(all).to.include('Digest of 21 October 2026, week 2026-W43')
    expect(all).to.include('Social Media Policy: 0 of 3 have signed (0%). 3 people are overdue.')
    expect(all).to.include('overdue: Priya Nair, teaching, asked, not begun, due 12 October 2026')
    expect(all).to.match(/to Joanne Clarke: Wednesday 08:00 {2}digest:2026-W43:[\w-]+/)
    expect(all).to.match(/to Away Head: not any more this week/)
  })

  it('names nobody unless asked, as JSON too', async () => {
    for (const argv of [
      ['--on', '2026-10-19'],
      ['--on', '2026-10-19', '--json'],
    ]) {
      const { status, out } = await digest(...argv)
      expect(status).to.equal(0)
      expect(out.join('\n')).to.not.match(/Priya|Joanne|Away Head/)
    }
    const { out } = await digest('--on', '2026-10-19', '--json')
    const told = JSON.parse(out[0] ?? '') as { week: string; state: string; receives: { key: string; time?: string }[] }
    expect([told.week, told.state]).to.deep.equal(['2026-W43', 'news'])
    expect(told.receives.map(({ time }) => time).toSorted(), 'Monday is closed').to.deep.equal([
      '2026-10-20T07:00:00.000Z',
      undefined,
    ])
  })

  it('refuses what is no day or no word of it, and sends nothing', async () => {
    for (const argv of [
      ['--on', '2026-02-30'],
      ['--at', 'x'],
      ['now'],
      ['--loud'],
      ['--on', '2026-10-21', '--at', '2026-10-20T09:00:00Z'],
    ]) {
      const { status, out, err } = await digest(...argv)
      expect([status, out.length]).to.deep.equal([2, 0])
      expect(err.join('')).to.not.equal('')
    }
  })

  it('says that it goes to nobody where nobody has the role', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'policy-guide-digest-'))
    try {
      const { out } = await run(digestCommand, [], { home: empty })
      expect(out.join('\n')).to.include('It would go to nobody').and.include('The journal has no entries yet.')
    } finally {
      rmSync(empty, { recursive: true, force: true })
    }
  })
})
