// `campaign hand ID --to` and `--back`, on a real home folder: for a campaign and for a round, and what is refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { campaignCommand } from '../../../src/command/campaign.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { verifyCommand } from '../../../src/command/verify.ts'
import { run } from '../../kit/command.ts'
import { septemberPack } from '../../kit/september-pack.ts'
import { morePolicies, writeMeadowLane } from '../../kit/three-policies.ts'

const list = `Name,Email,Group,Start date,Roles
Ann Able,ann@school.example,teaching,2019-09-01,
Anna Bell,anna@school.example,support,2019-09-01,
Gita Rao,gita@school.example,governor,2019-09-01,
`

describe('campaign hand', () => {
  const root = mkdtempSync(join(tmpdir(), 'policy-guide-'))
  const home = join(root, 'home')
  const campaign = (...argv: string[]) => run(campaignCommand, argv, { home })
  const one = 'visitors@2026-09.1'

  before(async () => {
    writeMeadowLane(home, { ...morePolicies(1), ...septemberPack })
    writeFileSync(join(root, 'staff.csv'), list)
    await run(peopleCommand, ['import', join(root, 'staff.csv'), '--yes'], { home })
    await campaign('open', '--policy', 'visitors', '--audience', 'all', '--due', '2026-12-18')
    await campaign('open', '--bundle', 'september-pack', '--due', '2026-12-18', '--yes')
  })
  after(() => rmSync(root, { recursive: true, force: true }))

  it('refuses what is not there, is missing, or is not one person', async () => {
    expect((await campaign('hand', one)).status).to.equal(2)
    expect((await campaign('hand', one, '--to', 'Ann Able', '--back')).status).to.equal(2)
    expect((await campaign('hand', 'nothing.1', '--back')).err.join()).to.include('There is no campaign “nothing.1”.')
    expect((await campaign('hand', one, '--to', 'Zebedee')).err.join()).to.include('Nobody who works here matches')
    expect((await campaign('hand', one, '--to', 'Ann')).err.join()).to.include(
      'Ann Able (ann@school.example), Anna Bell',
    )
    expect((await campaign('hand', one, '--back')).err.join()).to.include('It is with nobody.')
  })

  it('hands one campaign and a whole round, says so in the list, and takes them back', async () => {
    const handed = await campaign('hand', one, '--to', 'ann@school.example')
    expect(handed.out.join()).to.include(
      'Ann Able now has the campaign for the Visitors Policy, due 18 December 2026, and is told',
    )
    expect((await campaign('hand', one, '--to', 'ann@school.example')).err.join()).to.include('with Ann Able already')
    expect((await campaign('list')).out.join('\n')).to.include('handed to a named person')
    const round = await campaign('hand', 'september-pack.1', '--to', 'gita@school.example', '--json')
    const { outcome, campaigns } = JSON.parse(round.out.join()) as { outcome: string; campaigns: { handed: { handing: string } }[] } // prettier-ignore
    expect(outcome).to.equal('handed')
    expect(campaigns.length).to.be.greaterThan(1)
    expect(new Set(campaigns.map((each) => each.handed.handing)).size).to.equal(1)
    expect((await campaign('remind', one)).out.join(), 'before it is agreed').to.include(
      'Ann Able is told how it went.',
    )
    expect((await campaign('hand', one, '--to', 'Gita Rao')).status).to.equal(0)
    expect((await campaign('hand', one, '--back')).out.join()).to.include('Taken back.')
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
  })

  it('tells whoever leads the school how reminding everybody went, where nobody has it', async () => {
    writeFileSync(join(root, 'staff.csv'), `${list}Joanne Clarke,jo@school.example,teaching,2019-09-01,slt\n`)
    await run(peopleCommand, ['import', join(root, 'staff.csv'), '--yes'], { home })
    expect((await campaign('remind', one)).out.join()).to.include('Joanne Clarke is told how it went.')
    const { out } = await campaign('remind', one, '--yes', '--json')
    expect(JSON.parse(out.join())).to.have.property('told').that.is.a('string')
  })
})
