// Someone whom the school names to hear about late signatures does not exist: doctor fails, inspect warns with the
// line, and both are content where everybody named exists.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { doctor } from '../../../src/command/doctor.ts'
import { inspect } from '../../../src/command/inspect.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { run } from '../../kit/command.ts'

describe('whoever is to hear of those who are overdue', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'policy-guide-escalation-'))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  /** Writes the school's settings with these escalation steps. */
  function name(...steps: readonly string[]): void {
    const written = readFileSync('knowledge/school.yaml', 'utf8')
    const lines = steps.map((to) => `  - { to: ${to}, after: 2 }`)
    writeFileSync(join(home, 'school.yaml'), `${written}\nescalation:\n${lines.join('\n')}\n`)
  }

  async function bringIn(): Promise<void> {
    const list = join(home, 'people.csv')
    writeFileSync(list, 'Name,Email\nAda Head,head@s.example\n')
    expect((await run(peopleCommand, ['import', list, '--yes'], { home })).status).to.equal(0)
  }

  const rowIn = (out: readonly string[]) => out.find((line) => line.includes('reminders: overdue')) ?? ''

  it('an address that nobody has, and a role that nobody has: doctor exits 1 and inspect names the line', async () => {
    await bringIn()
    name('manager', 'Head@s.example', 'gone@s.example', 'administrator')
    const found = await run(doctor, [], { home })
    expect(rowIn(found.out))
      .to.match(/^WRONG/)
      .and.to.contain('nobody here is gone@s.example and administrator')
    expect(found.status).to.equal(1)
    const { err, status } = await run(inspect, [], { home })
    const lines = readFileSync(join(home, 'school.yaml'), 'utf8').split('\n')
    const line = lines.findIndex((each) => each.includes('gone@s.example')) + 1
    const warnings = err.filter((each) => each.includes('overdue'))
    expect(warnings[0]).to.contain(`school.yaml:${line}`).and.to.contain('names gone@s.example to hear')
    expect([warnings.length, status]).to.deep.equal([2, 0])
  })

  it('everybody is there', async () => {
    await bringIn()
    name('manager', 'Head@s.example')
    const found = await run(doctor, [], { home })
    expect(rowIn(found.out)).to.contain('manager and Head@s.example hear of whoever is overdue')
    expect((await run(inspect, [], { home })).err.filter((each) => each.includes('overdue'))).to.deep.equal([])
  })

  it('before there is a list of people nothing is made up, and no database is made', async () => {
    name('gone@s.example')
    expect(rowIn((await run(doctor, [], { home })).out)).to.contain('there is no list of people yet')
    expect((await run(inspect, [], { home })).err.filter((each) => each.includes('overdue'))).to.deep.equal([])
  })

  it('where nothing is set, line managers hear', async () => {
    expect(rowIn((await run(doctor, [], { home })).out)).to.contain('line managers hear')
  })
})
