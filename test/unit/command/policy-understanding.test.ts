// `policy understanding`: turned on and off with the name of who did it, and comments kept; a question whose section
// was reworded waits.
import { expect } from 'chai'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { doctor } from '../../../src/command/doctor.ts'
import { inspect } from '../../../src/command/inspect.ts'
import { loadLibrary } from '../../../src/command/knowledge.ts'
import { policyCommand } from '../../../src/command/policy.ts'
import { withAsking } from '../../../src/office/understanding-file.ts'
import { questionsAsked } from '../../../src/understanding/asked.ts'
import { run } from '../../kit/command.ts'
import { threePolicies, writeMeadowLane } from '../../kit/three-policies.ts'
import { questionsAtMeadowLane } from '../../kit/understanding.ts'

function aHome(more: Readonly<Record<string, string>> = questionsAtMeadowLane): string {
  const home = mkdtempSync(join(tmpdir(), 'understanding-'))
  writeMeadowLane(home, more)
  return home
}

const asked = (home: string, id: string) => {
  const policy = loadLibrary({ root: '.', home }).policies.find((each) => each.id === id)
  const [edition] = policy?.editions ?? []
  return policy === undefined || edition === undefined ? [] : questionsAsked(policy, edition).map((each) => each.id)
}

describe('policy understanding', () => {
  it('says how it stands, and nothing of fewer than five people', async () => {
    const { out, status } = await run(policyCommand, ['understanding', 'visitors'], { home: aHome() })
    expect(status).to.equal(0)
    expect(out).to.deep.equal([
      'Visitors Policy, edition 2026-09: on',
      '2 of 2 questions fit this edition.',
      'No figures yet: a section is shown once five people have answered.',
    ])
  })

  it('turns them on with a yes, and off again, and says so in the file', async () => {
    const home = aHome()
    const turn = (...words: string[]) => run(policyCommand, ['understanding', 'attendance', ...words], { home })
    expect(asked(home, 'attendance')).to.deep.equal([])
    expect((await turn('on')).status).to.equal(1)
    expect(asked(home, 'attendance')).to.deep.equal([])
    const on = await turn('on', '--yes')
    expect([on.status, on.out.join()]).to.deep.equal([
      0,
      'They are on. The journal says so. A bot that runs uses it within a minute.',
    ])
    expect(asked(home, 'attendance')).to.deep.equal(['when'])
    expect(readFileSync(join(home, 'policies/attendance/policy.yaml'), 'utf8')).to.match(/\nunderstanding: true\n$/)
    expect((await turn('on', '--yes')).out.join()).to.include('They are on already')
    expect((await turn('off', '--yes')).status).to.equal(0)
    expect(asked(home, 'attendance')).to.deep.equal([])
  })

  for (const [what, words, said] of [
    ['no such policy', ['nothing', 'on', '--yes'], /There is no policy “nothing”/],
    ['a policy without questions', ['first-aid', 'on', '--yes'], /There is no question to ask/],
    ['somebody unknown', ['attendance', 'on', '--yes', '--by', 'nobody@school.example'], /Nobody here has the email/],
    ['another word', ['attendance', 'perhaps'], /Usage/],
  ] as const)
    it(`is refused: ${what}`, async () => {
      const home = aHome()
      const { err, status } = await run(policyCommand, ['understanding', ...words], { home })
      expect(status).to.be.oneOf([1, 2])
      expect(err.join('\n')).to.match(said)
      expect(asked(home, 'attendance')).to.deep.equal([])
    })

  it('a question whose section reads otherwise is listed with its line, not asked, and confirmed', async () => {
    const home = aHome()
    const next = (threePolicies['policies/visitors/2026-09.md'] ?? '')
      .replace('edition: 2026-09', 'edition: 2026-11')
      .replace('published: 2026-09-01', 'published: 2026-11-01')
      .replace('a yellow lanyard. The', 'a green lanyard. The')
    mkdirSync(join(home, 'policies/visitors'), { recursive: true })
    writeFileSync(join(home, 'policies/visitors/2026-11.md'), next)
    const waits =
      /visitors\/understanding\.yaml:4 .*it is not asked until somebody confirms it.*visitors understanding 1/
    expect((await run(inspect, [], { home })).err.join('\n')).to.match(waits)
    const found = await run(doctor, [], { home })
    expect(found.out.join('\n')).to.match(/knowledge: waits .*visitors\/understanding\.yaml:4/)
    expect(asked(home, 'visitors')).to.deep.equal(['alone'])
    const shown = await run(policyCommand, ['understanding', 'visitors'], { home })
    expect(shown.out.join('\n')).to.include('1 of 2 questions fit').and.include('confirm visitors understanding 1')
    const confirmed = await run(policyCommand, ['confirm', 'visitors', 'understanding', '1', '--yes'], { home })
    expect(confirmed.status).to.equal(0)
    expect(asked(home, 'visitors')).to.deep.equal(['lanyard', 'alone'])
  })

  it('asked for without any questions, `inspect` warns and the bot starts', async () => {
    const policy = `${threePolicies['policies/first-aid/policy.yaml'] ?? ''}understanding: true\n`
    const { err, status } = await run(inspect, [], { home: aHome({ 'policies/first-aid/policy.yaml': policy }) })
    expect([status, err.join('\n')]).to.satisfy(
      ([code, said]: [number, string]) => code === 0 && /there are none/.test(said),
    )
  })

  it('keeps every comment of the file', () => {
    const source = '# Ours\nid: x # the id\n'
    expect(withAsking(source, false)).to.equal(source)
    const on = withAsking(source, true)
    expect(on).to.equal('# Ours\nid: x # the id\nunderstanding: true\n')
    expect(withAsking(`${on}\n# The end\n`, false)).to.equal(
      '# Ours\nid: x # the id\nunderstanding: false\n\n# The end\n',
    )
  })
})
