// `reminders`: a day's plan, listed without sending anything.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { campaignCommand } from '../../../src/command/campaign.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { remindersCommand } from '../../../src/command/reminders.ts'
import { verifyCommand } from '../../../src/command/verify.ts'
import { run } from '../../kit/command.ts'

describe('npm run reminders', () => {
  let home: string
  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'policy-guide-reminders-'))
    const school = readFileSync('knowledge/school.yaml', 'utf8')
    const own = `signing: { acceptRestated: [social-media@2015-10] }
calendar: { terms: [2026-09-02 to 2026-10-23, 2026-11-02 to 2026-12-18], closed: [2026-10-08] }
`
    writeFileSync(join(home, 'school.yaml'), `${school}\n${own}`)
    const list = join(home, 'people.csv')
    writeFileSync(
      list,
      `Name,Email,Group,Manager,Away,Start,Leave,Working days
Priya Nair,priya@x.example,teaching,sam@x.example,,,,
Sam Boss,sam@x.example,support,,,,,Tue-Fri
Ann Away,ann@x.example,teaching,,2026-10-01 to 2026-10-06,,,
Joe Joiner,joe@x.example,teaching,,,2026-10-06,,
Lee Leaver,lee@x.example,teaching,,,,2026-09-30,
`,
    )
    expect(
      (await run(peopleCommand, ['import', list, '--yes'], { home, now: '2026-09-07T08:00:00Z' })).status,
    ).to.equal(0)
    const opening = ['open', '--policy', 'social-media', '--audience', 'teaching', '--due', '2026-10-12']
    expect((await run(campaignCommand, opening, { home, now: '2026-09-07T09:00:00Z' })).status).to.equal(0)
  })
  after(() => rmSync(home, { recursive: true, force: true }))

  interface Listed {
    readonly on: string
    readonly notices: readonly { key: string; kind: string; name: string; time: string; reason: string; way: string }[]
    readonly others: readonly { name: string; why: string; reason: string }[]
  }
  const list = async (...argv: string[]) => {
    const ran = await run(remindersCommand, [...argv, '--json'], { home })
    expect(ran.err).to.deep.equal([])
    return JSON.parse(ran.out[0] ?? '') as Listed
  }
  const short = ({ notices, others }: Listed): [string[], string[]] => [
    notices.map(({ name, key }) => `${name} ${key.split(':').at(-1) ?? ''}`),
    others.map(({ name, why }) => `${name} ${why}`),
  ]

  it('looks at tomorrow as it will be: in the evening what did not go out today goes out then', async () => {
    const tomorrow = async (now: string) => {
      const ran = await run(remindersCommand, ['--on', '2026-10-06', '--json'], { home, now })
      return short(JSON.parse(ran.out[0] ?? '') as Listed)[0].filter((line) => line.startsWith('Priya'))
    }
    expect(await tomorrow('2026-10-05T09:00:00Z'), 'by day it goes out today').to.deep.equal([])
    expect(await tomorrow('2026-10-05T19:00:00Z')).to.deep.equal(['Priya Nair due-7'])
  })

  it('lists each notice with its key, and why others get none', async () => {
    const listed = await list('--on', '2026-10-05')
    expect(short(listed)).to.deep.equal([
      ['Priya Nair due-7'],
      ['Ann Away away', 'Joe Joiner not-started', 'Lee Leaver left', 'Sam Boss not-asked'],
    ])
    const [notice] = listed.notices
    expect(notice?.key).to.match(/^reminder:social-media@2015-10\.1:[\w-]+:due-7$/)
    expect(notice?.time).to.match(/^2026-10-05T07:\d\d:00\.000Z$/)
    expect(notice).to.include({
      kind: 'reminder',
      reason: '7 days before the due day, due 12 October 2026',
      way: 'none',
    })
  })

  it('gives a reason to everybody on a day on which nobody works, and after the clock change an hour later', async () => {
    expect(short(await list('--on', '2026-10-08'))[0]).to.deep.equal([])
    expect((await list('--on', '2026-10-08')).others.map(({ why }) => why)).to.include('day-off')
    expect(short(await list('--on', '2026-10-26'))[0]).to.deep.equal([])
    const after = await list('--on', '2026-11-02')
    expect(after.notices.find(({ kind }) => kind === 'reminder')?.time).to.match(/^2026-11-02T08:/)
    expect(short(after)[0]).to.include('Priya Nair over-21').and.to.include('Ann Away over-21')
  })

  it('welcomes a joiner, and tells a line manager after the due day', async () => {
    expect(short(await list('--on', '2026-10-06'))[0]).to.deep.include('Joe Joiner asked')
    const managers = (await list('--on', '2026-10-13')).notices.filter(({ kind }) => kind === 'manager')
    expect(managers.map(({ name, reason }) => [name, reason])).to.deep.equal([['Sam Boss', 'a colleague is overdue']])
  })

  it('takes a moment for now: in hours at once, and after them not any more', async () => {
    const times = (await list('--at', '2026-10-05T10:00:00Z')).notices.map(({ time }) => time)
    expect(times).to.deep.equal(['2026-10-05T10:00:00.000Z'])
    expect(short(await list('--at', '2026-10-05T16:30:00Z'))[1]).to.include('Priya Nair hours-over')
  })

  it('says why not: on their day off, and while it is paused', async () => {
    const file = join(home, 'part-time.csv')
    writeFileSync(file, 'Name,Email,Days\nPriya Nair,priya@x.example,"Wed, Thu & Fri"\n')
    await run(peopleCommand, ['import', file, '--part', '--yes'], { home, now: '2026-10-06T09:00:00Z' })
    expect(short(await list('--on', '2026-10-05'))[1]).to.include('Priya Nair own-day-off')
    expect(short(await list('--on', '2026-10-07'))[0]).to.include('Priya Nair due-7')
    // Priya has been overdue since Tuesday. Her manager Sam hears on a Tuesday, because Sam is off on Mondays.
    expect((await list('--on', '2026-10-19')).notices.filter(({ kind }) => kind === 'manager')).to.deep.equal([])
    const turn = async (verb: string) =>
      (await run(campaignCommand, [verb, 'social-media@2015-10.1'], { home, now: '2026-10-06T09:00:00Z' })).out[0]
    expect(await turn('pause')).to.match(/^Paused/)
    expect(await turn('pause')).to.equal(undefined)
    const paused = await list('--on', '2026-10-07')
    expect(short(paused)).to.deep.equal([[], short(paused)[1]])
    expect(paused.others.find(({ name }) => name === 'Priya Nair')).to.include({ why: 'paused', reason: 'the campaign has been paused since 6 October 2026' }) // prettier-ignore
    expect((await list('--on', '2026-10-13')).notices).to.deep.equal([])
    expect((await run(campaignCommand, ['list'], { home })).out[0]).to.include('; paused since 6 October 2026.')
    expect(await turn('resume')).to.match(/^It goes on/)
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
    writeFileSync(file, 'Name,Email,Days\nPriya Nair,priya@x.example,\n')
    await run(peopleCommand, ['import', file, '--part', '--yes'], { home, now: '2026-10-06T09:00:00Z' })
  })

  it('keeps to a campaign’s own days', async () => {
    const opening = ['open', '--policy', 'social-media', '--audience', 'support', '--due', '2026-12-10']
    expect(
      (await run(campaignCommand, [...opening, '--remind', 'soon'], { home, now: '2026-10-06T10:00:00Z' })).status,
    ).to.equal(2)
    const { out } = await run(campaignCommand, [...opening, '--remind', '14,2', '--every', '3'], {
      home,
      now: '2026-10-06T10:00:00Z',
    })
    expect(out[0]).to.include('reminds 14 and 2 days before the due day, then every 3 days')
    const steps = async (on: string) => short(await list('--on', on))[0].filter((line) => line.startsWith('Sam Boss r') || /^Sam Boss \w+-\d+$/.test(line)) // prettier-ignore
    expect(await steps('2026-11-26')).to.deep.equal(['Sam Boss due-14'])
    expect(await steps('2026-12-03')).to.deep.equal([])
    expect(await steps('2026-12-08')).to.deep.equal(['Sam Boss due-2'])
    expect(await steps('2026-12-16')).to.deep.equal(['Sam Boss over-6'])
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
  })

  it('says it in words, and sends nothing', async () => {
    const { out } = await run(remindersCommand, ['--on', '2026-10-05'], { home })
    expect(out[0]).to.equal('5 October 2026: 1 would be written to.')
    expect(out.join('\n')).to.include('Ann Away: is away')
    expect(short(await list('--on', '2026-10-05'))[0]).to.deep.equal(['Priya Nair due-7'])
  })

  for (const argv of [
    ['--on', 'monday'],
    ['--at', 'noon'],
    ['now'],
    ['--on', '2026-10-05', '--at', '2026-10-06T09:00:00Z'],
  ])
    it(`refuses ${argv.join(' ')}`, async () =>
      expect((await run(remindersCommand, argv, { home })).status).to.equal(2))
})
