// `setup --from`: a whole school from one file (settings, policies and people); mistakes are reported, and nothing is
// left half done.
import { expect } from 'chai'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from '../../../src/command/inspect.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { setup } from '../../../src/command/setup.ts'
import { run } from '../../kit/command.ts'

let home: string
let folder: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'setup-home-'))
  folder = mkdtempSync(join(tmpdir(), 'setup-'))
})
afterEach(() => {
  for (const each of [home, folder]) rmSync(each, { recursive: true, force: true })
})

const from = (text: string) => {
  const path = join(folder, 'setup.yaml')
  writeFileSync(path, text)
  return run(setup, ['--from', path], { home })
}

const school = [
  'school: { name: Hilltop School, shortNames: [Hilltop], zone: Europe/London, nation: wales }',
  'contacts:',
  '  slt: { who: "Mrs Clarke, the headteacher", how: Ring extension 4. }',
  '  safeguarding: { who: "Mr Hughes, the safeguarding lead", how: Ring extension 5. }',
  'terms: ["Autumn 1: 2 September 2026 to 23 October 2026"]',
  'inset: [2026-09-01]',
  'people: staff.csv',
  '',
].join('\n')

describe('the setup command', () => {
  it('sets up a school from a file', async () => {
    writeFileSync(join(folder, 'staff.csv'), 'Name,Email,Roles\nAda Okafor,ada@s.example,slt\n')
    const { status, out, err } = await from(school)
    expect(err.join('\n')).to.equal('')
    expect(status).to.equal(0)
    const written = readFileSync(join(home, 'school.yaml'), 'utf8')
    expect(written)
      .to.contain('name: Hilltop School')
      .and.contain('bankHolidays: wales')
      .and.contain('# About the school.')
    expect(out.join('\n')).to.contain('The only policy is the sample').and.not.contain('names nobody')
    expect((await run(inspect, [], { home })).status).to.equal(0)
    const { out: people } = await run(peopleCommand, ['list', '--json'], { home })
    expect(people.join('')).to.contain('Ada Okafor')
    expect((await from(school)).status).to.equal(0)
  })

  it('does not say that all is set up where the list could not be read', async () => {
    writeFileSync(join(folder, 'staff.csv'), 'Name,Email,Group\nAda Okafor,ada@s.example,pirates\n')
    const { status, out, err } = await from(school)
    expect(status).to.equal(1)
    expect(out.join('\n')).to.not.contain('The school is set up')
    expect(err.join('\n')).to.contain('Not everything could be brought in').and.contain('pirates')
    expect(readFileSync(join(home, 'school.yaml'), 'utf8')).to.contain('name: Hilltop School')
  })

  for (const [what, text, said] of [
    ['a word that it does not know', 'schol: { name: X }\n', 'Unrecognized key'],
    ['a term that is none', 'terms: [autumn]\n', 'Not understood as days: autumn'],
    ['a zone that is none', 'school: { zone: Europe/Londn }\n', 'is not a time zone'],
    ['what is not YAML', 'school: [\n', 'cannot be read as YAML'],
  ] as const) {
    it(`refuses ${what}, and changes nothing`, async () => {
      const { status, err } = await from(text)
      expect(status).to.not.equal(0)
      expect(err.join('\n')).to.contain(said)
      expect(() => readFileSync(join(home, 'school.yaml'))).to.throw()
    })
  }

  it('asks nobody where nobody is there', async () => {
    expect((await run(setup, [], { home })).err.join('\n')).to.contain('Nobody is here to ask')
  })
})
