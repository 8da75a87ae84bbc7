// `campaign recur`, `agree` and `skip`, on a real home folder: for a policy and for a bundle.
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
Gita Rao,gita@school.example,governor,2019-09-01,
`

describe('campaign recur, agree and skip', () => {
  const root = mkdtempSync(join(tmpdir(), 'policy-guide-'))
  const home = join(root, 'home')
  const campaign = (...argv: string[]) => run(campaignCommand, argv, { home })

  before(async () => {
    writeMeadowLane(home, { ...morePolicies(1), ...septemberPack })
    writeFileSync(join(root, 'staff.csv'), list)
    await run(peopleCommand, ['import', join(root, 'staff.csv'), '--yes'], { home })
    await campaign('open', '--policy', 'visitors', '--audience', 'all', '--due', '2026-12-18')
    await campaign('open', '--bundle', 'september-pack', '--due', '2026-12-18')
  })
  after(() => rmSync(root, { recursive: true, force: true }))

  it('refuses what is not there, what does not recur, and what is missing', async () => {
    expect((await campaign('recur', 'visitors@2026-09.1')).status).to.equal(2)
    expect((await campaign('recur', 'visitors@2026-09.1', '--each', 'week')).status).to.equal(2)
    expect((await campaign('recur', 'nothing.1', '--each', 'year')).err.join()).to.include(
      'There is no open campaign “nothing.1”. Nothing was changed.',
    )
    expect((await campaign('agree', 'visitors@2026-09.1')).err.join()).to.include('is not asked for again')
    const terms = await campaign('recur', 'visitors@2026-09.1', '--each', 'term')
    expect([terms.status, terms.err.join()]).to.deep.equal([
      1,
      'No later term is known. Enter the next terms first, in the office under Settings. Nothing was changed.',
    ])
  })

  it('says each year, agrees to days without doubt, and leaves one out', async () => {
    const set = await campaign('recur', 'visitors@2026-09.1', '--each', 'year')
    expect(set.out.join()).to.include(
      'Visitors Policy: It is asked for again each year, next from 23 November 2027, to sign by 17 December 2027',
    )
    const sunday = await campaign('agree', 'visitors@2026-09.1', '--due', '2027-12-19')
    expect([sunday.status, sunday.err.join()]).to.deep.equal([
      1,
      '19 December 2027 is a Sunday. The last working day before it is 17 December 2027. Say --yes all the same. Nothing was changed.',
    ])
    expect((await campaign('agree', 'visitors@2026-09.1', '--due', 'soon')).status).to.equal(2)
    const yes = await campaign('agree', 'visitors@2026-09.1', '--due', '2027-12-20')
    expect(yes.out.join()).to.include('whoever looks after Policy Guide has said yes. It opens by itself.')
    expect((await campaign('list')).out.join('\n')).to.include(
      'asked for again each year; agreed from 23 November 2027.',
    )
    const skipped = await campaign('skip', 'visitors@2026-09.1', '--json')
    expect(JSON.parse(skipped.out[0] ?? '{}')).to.deep.include({ outcome: 'done' })
    expect((await campaign('recur', 'visitors@2026-09.1', '--each', 'never')).out.join()).to.include(
      'It is asked for once.',
    )
  })

  it('counts months from the last signature, and says which numbers it takes', async () => {
    for (const months of ['0', '61', 'some', '1.5'])
      expect((await campaign('recur', 'visitors@2026-09.1', '--months', months)).err.join()).to.include(
        'Write a whole number of months from 1 to 60',
      )
    expect((await campaign('recur', 'visitors@2026-09.1', '--months', '6', '--each', 'year')).status).to.equal(2)
    const set = await campaign('recur', 'visitors@2026-09.1', '--months', '1')
    expect([set.status, set.out.join()]).to.deep.equal([
      0,
      'Visitors Policy: It is asked for again 1 month after each person’s last signature, and nobody has signed yet. The day follows from the first signature.',
    ])
    expect((await campaign('recur', 'visitors@2026-09.1', '--months', '18')).status).to.equal(0)
    expect((await campaign('list')).out.join('\n')).to.include(
      'asked for again 18 months after each person’s last signature',
    )
    const skip = await campaign('skip', 'visitors@2026-09.1')
    expect([skip.status, skip.err.join()]).to.deep.equal([
      1,
      'Nobody has signed yet, so there is no next round to leave out. Nothing was changed.',
    ])
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
  })

  it('takes a round of a bundle by its id, and the journal holds', async () => {
    const set = await campaign('recur', 'september-pack.1', '--each', 'year')
    expect(set.out.join()).to.include('September pack: It is asked for again each year')
    const months = await campaign('recur', 'september-pack.1', '--months', '12')
    expect(months.out.join()).to.include('September pack: It is asked for again 12 months after each person’s last')
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
  })
})
