// The command line accepts a policy's id or what people call it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { askCommand } from '../../../src/command/ask.ts'
import { campaignCommand } from '../../../src/command/campaign.ts'
import { registerCommand } from '../../../src/command/register.ts'
import { review } from '../../../src/command/review.ts'
import { policyNamed } from '../../../src/command/which-policy.ts'
import { run } from '../../kit/command.ts'
import { meadowLane, morePolicies, writeMeadowLane } from '../../kit/three-policies.ts'

describe('a policy on the command line', () => {
  const { policies } = meadowLane(morePolicies(2))
  for (const [said, means] of [
    ['first-aid', 'first-aid'],
    ['First Aid', 'first-aid'],
    ['the first aid policy', 'first-aid'],
    ['12', 'first-aid'],
    [
      'atendance',
      'There is no policy “atendance”, only: visitors, first-aid, attendance, rules-1, rules-2. Did you mean attendance?',
    ],
    ['room 2', 'rules-2'],
    ['rules', 'Several policies are called “rules”. Say --policy with one of: rules-1, rules-2.'],
    ['lettings', 'There is no policy “lettings”, only: visitors, first-aid, attendance, rules-1, rules-2.'],
    [
      'visitrs-x',
      'There is no policy “visitrs-x”, only: visitors, first-aid, attendance, rules-1, rules-2. Did you mean visitors?',
    ],
    [undefined, 'Which policy? Say --policy with one of: visitors, first-aid, attendance, rules-1, rules-2.'],
  ] as const)
    it(`${said ?? 'nothing'} is ${means}`, () => {
      const found = policyNamed(policies, said)
      expect(typeof found === 'string' ? found : found.id).to.equal(means)
    })

  describe('in a school with three', () => {
    const home = mkdtempSync(join(tmpdir(), 'policy-guide-which-'))
    before(() => writeMeadowLane(home))
    after(() => rmSync(home, { recursive: true, force: true }))

    it('the register, the review and a campaign are of the one that is named', async () => {
      const register = await run(registerCommand, ['list', '--policy', 'Attendance', '--json'], { home })
      expect(register.out.join(), register.err.join()).to.include('"policy":"attendance"')
      const found = await run(review, ['--policy', 'First Aid', '--json'], { home })
      expect(found.out.join(), found.err.join()).to.include('first-aid').and.not.include('visitors')
      const asking = [
        'open',
        '--policy',
        'visitors policy',
        '--audience',
        'all',
        '--due',
        '2099-12-18',
        '--practice',
        '--yes',
      ]
      const campaign = await run(campaignCommand, asking, { home })
      expect(campaign.out.join(), campaign.err.join()).to.include('to sign visitors')
    })

    it('who owes what is counted over all of them', async () => {
      const { out, err } = await run(registerCommand, ['overview'], { home })
      expect(out, err.join()).to.deep.equal([
        'Attendance Policy: nobody is asked.',
        'Visitors Policy: nobody is asked.',
      ])
      const { out: json } = await run(registerCommand, ['overview', '--json', '--practice'], { home })
      expect(json.join()).to.include('"policy":"attendance"').and.include('"practice":true')
    })

    it('which is asked where none is named, or one with nothing to sign', async () => {
      const none = await run(registerCommand, ['list'], { home })
      expect(none.err.join()).to.include('Which policy?')
      const unsigned = await run(registerCommand, ['list', '--policy', 'First Aid'], { home })
      expect(unsigned.err.join()).to.include(
        'First Aid Policy (2026-09) has no declaration, and the school has no standard statement',
      )
    })

    it('an answer says where a section beside it is from another policy', async () => {
      const asked = await run(askCommand, ['who telephones the family when a pupil is absent without a reason'], {
        home,
      })
      expect(asked.out.join('\n'))
        .to.include('Attendance Policy 3')
        .and.match(/See also: .*, First Aid Policy/)
    })
  })
})
