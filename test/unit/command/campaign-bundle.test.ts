// `campaign` with bundles, on a real home folder: what it shows, opens, lists, changes and refuses.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { campaignCommand } from '../../../src/command/campaign.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { remindersCommand } from '../../../src/command/reminders.ts'
import { verifyCommand } from '../../../src/command/verify.ts'
import { run } from '../../kit/command.ts'
import { septemberPack } from '../../kit/september-pack.ts'
import { morePolicies, writeMeadowLane } from '../../kit/three-policies.ts'

const list = `Name,Email,Group,Start date,Roles
Ann Able,ann@school.example,teaching,2019-09-01,
Gita Rao,gita@school.example,governor,2019-09-01,
`

describe('campaign, with bundles', () => {
  const root = mkdtempSync(join(tmpdir(), 'policy-guide-'))
  const home = join(root, 'home')
  const campaign = (...argv: string[]) => run(campaignCommand, argv, { home })
  const open = (...more: string[]) => campaign('open', '--bundle', 'september-pack', '--due', '2026-12-18', ...more)

  before(async () => {
    writeMeadowLane(home, { ...morePolicies(1), ...septemberPack })
    writeFileSync(join(root, 'staff.csv'), list)
    const { status, err } = await run(peopleCommand, ['import', join(root, 'staff.csv'), '--yes'], { home })
    expect(status, err.join()).to.equal(0)
  })
  after(() => rmSync(root, { recursive: true, force: true }))

  it('refuses a bundle that is not there, a day off without a yes, and a policy beside it', async () => {
    const near = await campaign('open', '--bundle', 'september-pac', '--due', '2026-12-18')
    expect(near.status).to.equal(2)
    expect(near.err.join()).to.include('Did you mean september-pack?')
    const sunday = await campaign('open', '--bundle', 'september-pack', '--due', '2026-12-20', '--json')
    expect(sunday.status).to.equal(1)
    expect(JSON.parse(sunday.out[0] ?? '{}')).to.deep.include({ outcome: 'doubtful', unreached: 2 })
    expect((await open('--policy', 'visitors')).status).to.equal(2)
    expect((await campaign('open', '--policy', 'visitors', '--audience', 'all', '--due', '2026-12-18', '--anew')).status).to.equal(2) // prettier-ignore
    expect((await campaign('list', '--json')).out).to.deep.equal(['[]'])
  })

  it('opens a campaign for each document, once', async () => {
    const opened = await open()
    expect(opened.status, opened.err.join()).to.equal(0)
    expect(opened.out[1]).to.equal(
      'september-pack.1: September pack (3 documents); open since 23 November 2026, by 18 December 2026.',
    )
    expect(opened.out[4]).to.include('asks governor to sign rules-1')
    const again = await open()
    expect(again.status).to.equal(1)
    expect(again.err.join()).to.include('is being asked already')
  })

  it('has everybody reminded once who owes something of it, and says so before', async () => {
    const nobodyThere = await campaign('remind', 'september-pack.1')
    expect(nobodyThere.status).to.equal(1)
    expect(nobodyThere.out.join('\n'))
      .to.include('Each hears privately')
      .and.include('Nobody is known who leads the school. Whoever leads it when it is done is told how it went')
    const { status, out } = await campaign('remind', 'september-pack.1', '--yes', '--json')
    expect(status).to.equal(0)
    const planned = JSON.parse(out[0] ?? '{}') as { outcome: string; told: null; documents: { people: number }[] }
    const { documents } = planned
    expect(planned).to.include({ outcome: 'planned', told: null })
    expect(
      documents.map(({ people }) => people),
      out.join(),
    ).to.deep.equal([2, 2, 1])
    const again = await campaign('remind', 'september-pack.1', '--yes')
    expect(again.status).to.equal(1)
    expect(again.err.join()).to.include('Nothing more is sent.')
    expect((await campaign('remind', 'no-such', '--yes')).err.join()).to.include('There is no campaign or bundle')
    expect((await campaign('remind')).status).to.equal(2)
  })

  it('reminds each in one message, of what their duties hold', async () => {
    const { out } = await run(remindersCommand, ['--on', '2026-11-23', '--json'], { home })
    expect(out.join('\n')).to.match(/attendance/)
  })

  it('pauses, changes, closes and reopens all of it by the round’s id', async () => {
    expect((await campaign('pause', 'september-pack.1')).out[1]).to.include('paused since 23 November 2026')
    expect((await campaign('resume', 'september-pack.1')).status).to.equal(0)
    expect((await campaign('resume', 'september-pack.1')).err.join()).to.include('It was like that already.')
    const sunday = ['change', 'september-pack.1', '--due', '2027-01-17', '--why', 'Snow.']
    const doubtful = await campaign(...sunday)
    expect(doubtful.status).to.equal(1)
    expect(doubtful.err.join()).to.include('17 January 2027 is a Sunday.').and.include('Say --yes to change it')
    const shown = await run(campaignCommand, sunday, { home, interactive: true, input: ['n'] })
    expect(shown.out.join(' ')).to.include('2 people are asked to sign at least one').and.include('Change it? [y/N]')
    expect((await campaign('list')).out.join(), 'only shown').to.not.include('17 January 2027')
    const changed = await campaign('change', 'september-pack.1', '--due', '2027-01-15', '--why', 'Snow.')
    expect(changed.out.filter((line) => line.includes('15 January 2027'))).to.have.lengthOf(4)
    const whom = await campaign('change', 'september-pack.1', '--audience', 'teaching', '--why', 'Fewer.')
    expect(whom.status).to.equal(2)
    expect((await campaign('close', 'september-pack.1', '--yes')).out[1]).to.include('closed on 23 November 2026')
    expect((await campaign('reopen', 'september-pack.1')).status).to.equal(0)
    expect((await campaign('list')).out[0]).to.match(/^september-pack\.1: September pack/)
  })

  it('asks anew only when it is told to, and the journal holds', async () => {
    const anew = await open('--anew')
    expect(anew.status, anew.err.join()).to.equal(0)
    expect(anew.out[1]).to.include('september-pack.2')
    const lines = (await campaign('list')).out.filter((line) => line.startsWith('september-pack'))
    expect(lines.map((line) => /closed|by 18/.exec(line)?.[0])).to.deep.equal(['by 18', 'closed'])
    const verified = await run(verifyCommand, [], { home })
    expect(verified.status, verified.out.join() + verified.err.join()).to.equal(0)
  })
})
