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

  it('takes a round of a bundle by its id, and the journal holds', async () => {
    const set = await campaign('recur', 'september-pack.1', '--each', 'year')
    expect(set.out.join()).to.include('September pack: It is asked for again each year')
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
  })
})
