import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { checkCommand } from '../../../src/command/check.ts'
import { inspect } from '../../../src/command/inspect.ts'
import { policyCommand } from '../../../src/command/policy.ts'
import { run } from '../../kit/command.ts'

// Another school's text: four sections, of which some say what the rules rest on in words of their own.
const text = `Social Media Policy

September 2026

1. Purpose

This policy tells everybody who works here how we use social media.

2. Confidential information

Staff must never publish confidential information that identifies a person, such as the records of pupils or employees. The personal details of other people, for example their home address or telephone numbers, must never be given out.

3. Conduct online

Offensive or derogatory comments about a person are bullying, even when that person is unaware of them. Staff may seek clarification about their own use of social media from a member of the leadership team.

4. Declaration

I have read and understood this policy and I will keep to it.
`

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
  this.timeout(60_000)
  const home = mkdtempSync(join(tmpdir(), 'words-'))
  const file = join(home, 'social.txt')

  it('is proposed by the import, rule by rule', async () => {
    writeFileSync(file, text)
    const { status, out, err } = await run(policyCommand, ['import', file, '--policy', 'social-media', '--yes'], {
      home,
    })
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
