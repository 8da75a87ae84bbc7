// `campaign open` without a terminal: what is not doubtful goes, what is doubtful needs --yes, and whoever cannot be reached
// is only named.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { campaignCommand } from '../../../src/command/campaign.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { run } from '../../kit/command.ts'
import { morePolicies, writeMeadowLane } from '../../kit/three-policies.ts'

interface Said {
  readonly outcome: string
  readonly doubts: readonly { readonly kind: string; readonly what: string }[]
  readonly unreached: number
}

describe('campaign open, without a terminal', () => {
  const root = mkdtempSync(join(tmpdir(), 'policy-guide-'))
  const home = join(root, 'home')
  const campaign = (...argv: string[]) => run(campaignCommand, argv, { home })
  const open = async (audience: string, due: string, ...more: string[]) => {
    const about = ['--policy', 'visitors', '--audience', audience, '--due', due]
    const { status, out } = await campaign('open', ...about, '--json', ...more)
    const { outcome, doubts, unreached } = JSON.parse(out[0] ?? '{}') as Said
    return { status, outcome, doubts: doubts.map(({ kind }) => kind), unreached }
  }

  before(async () => {
    writeMeadowLane(home, morePolicies(1))
    const list = 'Name,Email,Group,Start date\nAnn Able,ann@school.example,teaching,2019-09-01\nBo Best,bo@school.example,support,2019-09-01\n' // prettier-ignore
    writeFileSync(join(root, 'staff.csv'), list)
    expect((await run(peopleCommand, ['import', join(root, 'staff.csv'), '--yes'], { home })).status).to.equal(0)
  })
  after(() => rmSync(root, { recursive: true, force: true }))

  const table: readonly (readonly [what: string, audience: string, due: string, doubts: readonly string[]])[] = [
    ['a Sunday', 'all', '2026-12-20', ['day-off']],
    ['a bank holiday', 'all', '2026-12-25', ['day-off']],
    ['a slip of a century', 'all', '2126-12-18', ['far']],
    ['an audience to which nobody belongs', 'governor', '2026-12-18', ['nobody']],
  ]
  for (const [what, audience, due, doubts] of table)
    it(`asks about ${what}, and opens nothing`, async () => {
      expect(await open(audience, due))
        .to.include({ status: 1, outcome: 'doubtful' })
        .and.deep.include({ doubts })
      expect((await campaign('list', '--json')).out).to.deep.equal(['[]'])
    })

  it('opens what is not doubtful, and only says how many cannot be reached', async () => {
    expect(await open('all', '2026-12-18')).to.deep.equal({ status: 0, outcome: 'opened', doubts: [], unreached: 2 })
  })

  it('opens what is doubtful with --yes, and still says what is doubtful', async () => {
    expect(await open('governor', '2026-12-20', '--yes')).to.deep.equal({
      ...{ status: 0, outcome: 'opened', doubts: ['nobody', 'day-off'], unreached: 0 },
    })
  })
})
