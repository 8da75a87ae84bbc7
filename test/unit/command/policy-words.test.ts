import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { checkCommand } from '../../../src/command/check.ts'
import { inspect } from '../../../src/command/inspect.ts'
import { sha256 } from '../../../src/kit/hash.ts'
import { policyCommand } from '../../../src/command/policy.ts'
import { run } from '../../kit/command.ts'
import { importInto } from '../../kit/four-sections.ts'
import { withHome } from '../../../src/command/open-home.ts'
import { readConfig } from '../../../src/config.ts'
import { randomUUID } from 'node:crypto'

const pupil = ['received=none', 'about=school', 'where=own', 'people=pupil'].flatMap((each) => ['--answer', each])
const asked = ['--json', '--scenario', 'can-i-post-this', ...pupil]

interface Step {
  readonly verdict?: {
    readonly ruling: string
    readonly because: readonly { rule: string; cites: unknown; quote?: string }[]
  }
}

async function verdict(home: string) {
  const { out } = await run(checkCommand, asked, { home })
  return (JSON.parse(out[0] ?? '{}') as Step).verdict
}

describe('policy confirm POLICY words', function () {
  const home = mkdtempSync(join(tmpdir(), 'words-'))

  it('is proposed by the import, rule by rule', async () => {
    const { status, out, err } = await importInto(home)
    expect(status, err.join('\n')).to.equal(0)
    expect(out.join('\n'))
      .to.match(/records \(do-not\).*\n.*rested on A1\.1.*\n {3}proposed, 2: “Staff must never publish confidential/)
      .and.match(/\d+ rules of the checks rest on words that this text does not have/)
  })

  it('until then a prohibition becomes “ask first”, and never a yes', async () => {
    const found = await verdict(home)
    expect(found?.ruling).to.not.match(/^go-ahead/)
    expect(JSON.stringify(found)).to.not.match(/A1\.1|"6\./)
  })

  it('writes nothing without a yes', async () => {
    const { status, out } = await run(policyCommand, ['confirm', 'social-media', 'words'], { home })
    expect(status).to.equal(1)
    expect(out.join('\n')).to.match(/rules are off; for \d+ of them words are proposed/)
  })

  it('leaves out what is excepted, keeps the rest in the home, and rules by it', async () => {
    const list = (await run(policyCommand, ['confirm', 'social-media', 'words'], { home })).out
    const at = list.find((line) => /^\d+\. can-i-post-this, derogatory /.test(line))?.split('.')[0] ?? ''
    const { status } = await run(policyCommand, ['confirm', 'social-media', 'words', '--except', at, '--yes'], { home })
    expect(status).to.equal(0)
    const kept = readFileSync(join(home, 'scenarios/can-i-post-this.words.yaml'), 'utf8')
    expect(kept)
      .to.match(/"pupil-own-account": \{ section: "2", quote: "Staff must never publish/)
      .and.not.match(/"derogatory":/)
    const found = await verdict(home)
    expect(found?.ruling).to.equal('do-not')
    expect(found?.because[0]).to.deep.include({ rule: 'pupil-own-account' })
    expect(JSON.stringify(found?.because[0]))
      .to.match(/"section":"2"/)
      .and.match(/Staff must never publish/)
    const { err } = await run(inspect, [], { home })
    expect(err.join('\n'))
      .to.match(/the rule "derogatory" is off/)
      .and.not.match(/the rule "pupil-own-account" is off/)
  })

  it('tells the journal who confirmed what: the file, before and after, by hash', async () => {
    const read = readConfig({}, home)
    if (read.kind === 'problems') throw new Error(read.problems.join())
    const which = { home, config: read.config, newId: randomUUID, clock: () => new Date() }
    const entries = await withHome(which, ({ journal }) => journal.happened({ kinds: ['knowledge-changed'], most: 9 }))
    const file = 'scenarios/can-i-post-this.words.yaml'
    const found = entries.find(({ fact }) => fact.kind === 'knowledge-changed' && fact.file === file)
    expect(found?.fact).to.include({ by: 'operator', is: sha256(readFileSync(join(home, file), 'utf8')) })
  })

  it('is misused, and says how to mend it', async () => {
    for (const argv of [
      ['confirm', 'socail', 'words'],
      ['confirm', 'social-media', 'words', '--except', 'x'],
      ['confirm', 'social-media', 'words', '--edition', '1066-10'],
    ])
      expect((await run(policyCommand, argv, { home })).status).to.equal(2)
  })

  it('does not start with words that were spoilt by hand, and says where', async () => {
    const path = join(home, 'scenarios/can-i-post-this.words.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('section: "2", quote:', 'quote:'))
    const { err, status } = await run(inspect, [], { home })
    expect(status).to.equal(1)
    expect(err.join('\n')).to.match(/can-i-post-this\.words\.yaml:\d+ /)
  })
})
