import { expect } from 'chai'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { doctor } from '../../../src/command/doctor.ts'
import { inspect } from '../../../src/command/inspect.ts'
import { policyCommand } from '../../../src/command/policy.ts'
import { run } from '../../kit/command.ts'
import { threePolicies, writeMeadowLane } from '../../kit/three-policies.ts'

/** A home with a new edition of the Visitors Policy: it has a section in front, and another declaration. */
function renewed(): string {
  const home = mkdtempSync(join(tmpdir(), 'confirm-'))
  writeMeadowLane(home)
  const next = (threePolicies['policies/visitors/2026-09.md'] ?? '')
    .replace('edition: 2026-09', 'edition: 2026-11')
    .replace('published: 2026-09-01', 'published: 2026-11-01')
    .replace('## 4. Declaration', '## 5. Declaration')
    .replace('## 3. Leaving', '## 4. Leaving')
    .replace('## 2. Walking', '## 3. Walking')
    .replace('## 1. Arriving', '## 1. Aims\n\nEverybody who visits is welcome and safe with us.\n\n## 2. Arriving')
    .replace('I will stay with', 'I will always stay with')
  mkdirSync(join(home, 'policies/visitors'), { recursive: true })
  writeFileSync(join(home, 'policies/visitors/2026-11.md'), next)
  return home
}

const confirming = ['confirm', 'visitors', 'declaration', '5']

describe('policy confirm', () => {
  const home = renewed()

  it('is proposed by inspect and doctor, with file, line and command, for what alone has changed', async () => {
    const { err, status } = await run(inspect, [], { home })
    expect(status).to.equal(0)
    expect(err).to.have.lengthOf(1)
    expect(err[0]).to.match(
      /policies\/visitors\/policy\.yaml:10 .*nobody is asked to sign until.*visitors declaration 5\./,
    )
    const found = await run(doctor, [], { home })
    expect(found.out.join('\n')).to.match(/knowledge: waits .*policies\/visitors\/policy\.yaml:10/)
  })

  it('writes nothing without a yes', async () => {
    const { err, out, status } = await run(policyCommand, confirming, { home })
    expect(status).to.equal(1)
    expect(out.join('\n')).to.include('section 5 Declaration').and.include('I will always stay with')
    expect(err.join()).to.include('nothing was changed')
  })

  it('keeps it in the home, and nothing waits any more', async () => {
    expect((await run(policyCommand, [...confirming, '--yes'], { home })).status).to.equal(0)
    expect(readFileSync(join(home, 'policies/visitors/confirmed.yaml'), 'utf8')).to.match(/declaration:\n {2}"4": \['/)
    expect((await run(inspect, [], { home })).err).to.deep.equal([])
  })

  for (const [what, argv, status, expected] of [
    ['no use', ['confirm', 'visitors', 'everything', '1'], 2, /Usage: policy confirm/],
    ['no section', ['confirm', 'visitors', 'rules'], 2, /Usage: policy confirm/],
    ['an unknown policy', ['confirm', 'visitor', 'rules', '1'], 2, /Did you mean visitors\?/],
    ['an unknown edition', ['confirm', 'visitors', 'rules', '1', '--edition', '2026-1'], 2, /There is no edition/],
    ['an unknown section', ['confirm', 'visitors', 'rules', '9', '--yes'], 1, /no section 9.*Nothing was changed/],
    ['an unknown option', ['confirm', 'visitors', 'rules', '1', '--all'], 2, /--all/],
  ] as const) {
    it(`says what is wrong with ${what}`, async () => {
      const found = await run(policyCommand, argv, { home })
      expect(found.err.join('\n')).to.match(expected)
      expect(found.status).to.equal(status)
    })
  }
})
