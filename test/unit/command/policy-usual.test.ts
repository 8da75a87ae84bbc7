// `policy usual`: what usual questions lead to is listed, switched off and on with the name of who did it.
import { expect } from 'chai'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { policyCommand } from '../../../src/command/policy.ts'
import { run } from '../../kit/command.ts'
import { writeMeadowLane } from '../../kit/three-policies.ts'

const badges =
  'Every badge is worn on a lanyard where it is seen. Visitors wear a pass, and hand the badge in when they leave.'

function aHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'usual-'))
  writeMeadowLane(home)
  mkdirSync(join(home, 'policies', 'hire'))
  writeFileSync(
    join(home, 'policies', 'hire', 'policy.yaml'),
    'id: hire\ntitle: Hire of the Hall Policy\nowner: the caretaker\nask: { who: the caretaker, why: The caretaker knows. }\n',
  )
  writeFileSync(
    join(home, 'policies', 'hire', '2026-09.md'),
    [
      '---\npolicy: hire\nedition: 2026-09\ntitle: Hire of the Hall Policy\nschool: Meadow Lane School',
      'wording: adopted\npublished: 2026-09-01\nnextReview: 2027-09\n---\n',
      `## 1. Charges\n\nThe hall costs twenty pounds an hour.\n\n## 2. Identity badges\n\n${badges}\n`,
    ].join('\n'),
  )
  return home
}

describe('policy usual', () => {
  const home = aHome()
  const usual = (...words: string[]) => run(policyCommand, ['usual', ...words], { home })
  const record = () => readFileSync(join(home, 'policies', 'hire', 'policy.yaml'), 'utf8')

  it('lists the sections, switches one off and on again, and says so in the file', async () => {
    const before = await usual('hire')
    expect(before.status).to.equal(0)
    expect(before.out[0]).to.match(/^on {2} 2 Identity badges: /)
    expect(before.out.at(-1)).to.equal('1 of 2 sections of the Hire of the Hall Policy, edition 2026-09.')
    const off = await usual('hire', 'off', '2')
    expect([off.status, off.out.join()]).to.deep.equal([
      0,
      'Section 2 is off. The journal says so. A bot that runs uses it within a minute.',
    ])
    expect(record()).to.match(/usualOff:\n\s+- section: "2"\n\s+hash: [0-9a-f]{16}/)
    expect((await usual('hire')).out[0]).to.match(/^off {2}2 Identity badges: /)
    expect((await usual('hire', 'on', '2')).status).to.equal(0)
    expect(record()).not.to.include('usualOff')
  })

  it('says what it cannot do, and changes nothing', async () => {
    expect((await usual('hire', 'off')).status).to.equal(2)
    expect((await usual('nowhere')).err.join()).to.include('There is no policy “nowhere”')
    const none = await usual('hire', 'off', '1')
    expect([none.status, none.err.join()]).to.deep.equal([
      1,
      'No usual questions lead to section 1 of the Hire of the Hall Policy. Nothing was changed.',
    ])
    expect((await usual('hire', 'off', '2', '--by', 'nobody@school.example')).err.join()).to.include(
      'Nothing was changed',
    )
    expect(record()).not.to.include('usualOff')
  })
})
