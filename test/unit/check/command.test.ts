import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { usualBelongings } from '../../../src/turn/meeting.ts'
import { expect } from 'chai'
import { checkCommand } from '../../../src/command/check.ts'
import type { CommandContext } from '../../../src/command/context.ts'
import { scenarioCommand } from '../../../src/command/scenario.ts'
import { readConfig } from '../../../src/config.ts'
import type { Library } from '../../../src/turn/library.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { theLibrary } from '../../kit/library.ts'
import { realPolicy, realScenario } from './builders.ts'

const library: Library = {
  school: {
    name: 'Larkmead Community School',
    shortNames: [],
    zone: 'Europe/London',
    signing: { acceptRestated: [], joinerDays: 14, linkDays: 7, headTo: [] },
    belonging: usualBelongings,
    calendar: weekdaysAllYear,
    reminders: { before: [7, 3, 1, 0], every: 7 },
    keptDays: 90,
    contacts: {},
  },
  policies: [realPolicy()],
  words: [],
  asked: new Map(),
  urgent: [],
  laws: [],
  scenarios: [realScenario()],
}

interface Run {
  readonly exit: number
  readonly out: string
  readonly err: string
}

type Given = Partial<Pick<CommandContext, 'interactive'>> & {
  readonly typed?: readonly string[]
  readonly library?: Library
}

async function run(command: typeof checkCommand, argv: readonly string[], given: Given = {}): Promise<Run> {
  const out: string[] = []
  const err: string[] = []
  const read = readConfig({}, 'nowhere')
  if (read.kind === 'problems') throw new Error(read.problems.join())
  const context: CommandContext = {
    config: read.config,
    home: 'nowhere',
    root: '.',
    clock: () => new Date('2026-11-23T09:00:00Z'),
    newId: () => 'id',
    interactive: given.interactive ?? false,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    input: lines(given.typed ?? []),
    library: () => Promise.resolve(given.library ?? library),
    names: () => Promise.resolve(['Jane Smith']),
  }
  return { exit: await command(context, argv), out: out.join('\n'), err: err.join('\n') }
}

async function* lines(typed: readonly string[]): AsyncGenerator<string> {
  for (const line of typed) yield await Promise.resolve(line)
}

function answers(given: Record<string, string>): string[] {
  return Object.entries(given).flatMap(([question, choice]) => ['--answer', `${question}=${choice}`])
}

const start = ['--json', '--scenario', 'can-i-post-this']

describe('the command "check"', () => {
  it('prints the next question with its choices and what is known', async () => {
    const { exit, out, err } = await run(checkCommand, [...start, ...answers({ received: 'none' })])
    expect({ exit, err }).to.deep.equal({ exit: 0, err: '' })
    const step = JSON.parse(out) as {
      step: string
      question: { id: string; text: string; choices: unknown[] }
      facts: unknown
    }
    expect(Object.keys(step)).to.deep.equal(['step', 'question', 'facts', 'findings', 'urgent', 'ruling'])
    expect(step).to.deep.include({ step: 'ask', facts: { received: 'none' } })
    expect(Object.keys(step.question)).to.deep.equal(['id', 'text', 'choices'])
    expect(step.question.choices.at(-1)).to.deep.equal({ id: 'unknown', text: 'I don’t know' })
  })

  it('prints the verdict with its reasons and where they stand', async () => {
    const way = { received: 'none', about: 'other', where: 'own', details: 'yes', whose: 'others' }
    const { exit, out } = await run(checkCommand, [...start, ...answers(way)])
    expect(exit).to.equal(0)
    const told = JSON.parse(out) as { verdict: { reference: { version: string } } }
    expect(told).to.deep.equal({
      step: 'conclude',
      verdict: {
        ruling: 'do-not',
        because: [
          {
            rule: 'details-of-others',
            reason:
              'Other people’s personal details, a home address or a phone number for example, are never yours to give out.',
            cites: { policy: 'social-media', edition: '2015-10', section: '6.e' },
            quote:
              "Other people's personal details, for example a home address or telephone numbers, must never be given out by school staff.",
          },
        ],
        also: [],
        reference: {
          scenario: 'can-i-post-this',
          version: told.verdict.reference.version,
          edition: 'social-media@2015-10',
          on: '2026-11-23',
          rules: ['details-of-others@2026-11-30'],
        },
      },
      facts: {
        received: 'none',
        about: 'other',
        beside: 'none',
        account: 'own',
        connection: 'own',
        details: 'yes',
        whose: 'others',
      },
      findings: [],
      urgent: null,
    })
    expect(told.verdict.reference.version).to.match(/^[0-9a-f]{8}$/)
  })

  it('says that the policy says nothing, and names a person, instead of a citation', async () => {
    const { out } = await run(checkCommand, [...start, ...answers({ received: 'none', about: 'union' })])
    expect(JSON.parse(out)).to.nested.include({
      'verdict.ruling': 'not-for-this-tool',
      'verdict.because[0].cites': null,
      'verdict.because[0].ask': 'your union representative.',
    })
  })

  it('begins an urgent draft with what to do now, and never says go ahead in the end', async () => {
    const steps = [{ text: 'Ring the lead.', cites: undefined }]
    const word = ['=stabbing']
    const pattern = { words: [word], within: 8, near: [], unless: [], asks: [], tells: [] }
    const urgent = [
      { id: 'threat', title: 'Tell somebody now', steps, patterns: [pattern], cases: { trigger: [], nearMiss: [] } },
    ]
    const way = { received: 'none', about: 'other', where: 'own', details: 'no', reputation: 'fine', 'made-by': 'me' }
    const argv = [...answers(way), '--draft', 'There was a stabbing at the gates']
    const { out } = await run(checkCommand, [...start, ...argv], { library: { ...library, urgent } })
    expect(JSON.parse(out)).to.deep.include({
      urgent: { kind: 'threat', title: 'Tell somebody now', steps: [{ text: 'Ring the lead.' }] },
    })
    expect(JSON.parse(out)).to.nested.include({ 'verdict.ruling': 'ask-first' })
    const aloud = await run(checkCommand, argv, { library: { ...library, urgent } })
    expect(aloud.out.split('\n').slice(0, 2)).to.deep.equal(['Tell somebody now', '1. Ring the lead.'])
  })

  it('rules as at a day', async () => {
    const { out } = await run(checkCommand, [...start, '--at', '2027-01-05', ...answers({ received: 'threat' })])
    expect(JSON.parse(out)).to.nested.include({ 'verdict.reference.on': '2027-01-05' })
    expect((await run(checkCommand, [...start, '--at', 'soon'])).err).to.contain(
      '--at "soon" is not a day. Write one such as',
    )
  })

  it('sets a finding aside that the person says is none', async () => {
    const draft = ['--draft', 'Ring Jane Smith on 07700 900123', '--set-aside', 'phone-number']
    const { out } = await run(checkCommand, [...start, ...draft])
    expect(JSON.parse(out)).to.deep.include({ facts: { name: 'seen' } })
  })

  it('reads a draft and gives what it sees as facts', async () => {
    const { out } = await run(checkCommand, [...start, '--draft', 'Ring Jane Smith on 07700 900123'])
    expect(JSON.parse(out)).to.deep.include({
      facts: { details: 'yes', name: 'seen' },
      findings: [
        { kind: 'phone-number', says: 'I can see a phone number.', passages: ['07700 900123'] },
        { kind: 'person-name', says: 'I can see a name that is in the school’s directory.', passages: ['Jane Smith'] },
      ],
    })
  })

  it('asks which of two answers is right that do not go together', async () => {
    const way = answers({ received: 'none', about: 'other', where: 'own', people: 'pupil' })
    const { out } = await run(checkCommand, ['--json', ...way], { library: theLibrary() })
    expect(JSON.parse(out)).to.nested.include({
      'contradiction.counts.question': 'about',
      'contradiction.aside.question': 'people',
    })
    const aloud = await run(checkCommand, way, { library: theLibrary() })
    expect(aloud.out).to.match(
      /^Two answers do not go together: .*Which of them is right\?\nWhat follows rests on the first/,
    )
    const calm = answers({ received: 'none', about: 'school', where: 'own', people: 'pupil' })
    expect(
      JSON.parse((await run(checkCommand, ['--json', ...calm], { library: theLibrary() })).out),
    ).not.to.have.property('contradiction')
  })

  it('takes the only scenario when none is named', async () => {
    expect((await run(checkCommand, ['--json'])).exit).to.equal(0)
  })

  const misuses: Record<string, readonly [argv: readonly string[], says: RegExp]> = {
    'a scenario that does not exist': [['--json', '--scenario', 'can-i-post-that'], /There is no scenario "can-i-post-that"\. Did you mean can-i-post-this\? There is can-i-post-this\./],
    'a question that does not exist': [[...start, '--answer', 'abuot=school'], /there is no question "abuot"\. Did you mean about\? There is received, about, .* and made-by\./],
    'a choice that does not exist': [[...start, '--answer', 'about=shcool'], /"about" has no choice "shcool"\. Did you mean school\? There is school, other, .* and unknown\./],
    'an answer without a choice': [[...start, '--answer', 'about'], /"about" is not QUESTION=CHOICE\. Usage: check/],
    'two answers to one question': [[...start, '--answer', 'about=school', '--answer', 'about=other'], /answered twice, with school and other/],
    'a strange option': [['--jason'], /--jason.*Usage: check/s],
    'a stray word': [['hello'], /hello.*Usage: check/s],
    'a word that every object has': [[...start, '--answer', 'constructor=toString'], /there is no question "constructor"/],
  } // prettier-ignore
  for (const [what, [argv, says]] of Object.entries(misuses)) {
    it(`is misused, and says how to mend it: ${what}`, async () => {
      const { exit, out, err } = await run(checkCommand, argv)
      expect({ exit, out }).to.deep.equal({ exit: 2, out: '' })
      expect(err).to.match(says)
    })
  }

  it('asks for a scenario where there are several, and says so where there is none', async () => {
    const [one] = library.scenarios
    if (one === undefined) throw new Error('no scenario')
    const two = {
      ...library,
      scenarios: [
        { ...one, id: 'first' },
        { ...one, id: 'second' },
      ],
    }
    expect((await run(checkCommand, ['--json'], { library: two })).err).to.equal(
      'Which scenario? Add --scenario first or --scenario second.',
    )
    const usual = { ...library, scenarios: [{ ...one, id: 'first' }, one] }
    expect((await run(checkCommand, ['--json'], { library: usual })).exit).to.equal(0)
    expect((await run(checkCommand, ['--json'], { library: { ...library, scenarios: [] } })).exit).to.equal(2)
  })

  it('takes the scenarios of one policy, and says so where it has none', async () => {
    const [one] = library.scenarios
    const [policy] = library.policies
    if (one === undefined || policy === undefined) throw new Error('no scenario or no policy')
    const several = {
      ...library,
      policies: [policy, { ...policy, id: 'visitors', editions: policy.editions }],
      scenarios: [one, { ...one, id: 'who-may-come', policy: 'visitors' }],
    }
    const of = (...argv: string[]) => run(checkCommand, ['--json', ...argv], { library: several })
    expect((await of('--policy', 'visitors', '--scenario', 'who-may-come')).exit).to.equal(0)
    expect((await of('--policy', 'visitors')).exit).to.equal(0)
    expect((await of('--policy', 'visitors', '--scenario', 'can-i-post-this')).err).to.match(/There is no scenario/)
    expect((await of('--policy', 'visitor')).err).to.equal(
      'There is no policy “visitor”. There are: social-media, visitors.',
    )
    const without = { ...several, scenarios: [one] }
    expect((await run(checkCommand, ['--json', '--policy', 'visitors'], { library: without })).err).to.match(
      /^There is no check for the Social Media Policy\. There are checks for: social-media\./,
    )
  })

  it('prints one step in plain lines without --json', async () => {
    const { out } = await run(checkCommand, ['--draft', 'Ring 07700 900123', ...answers({ received: 'none' })])
    expect(out).to.contain('I can see a phone number.')
    expect(out).to.contain('(whistleblowing)')
    expect(out).to.contain('To answer, add --answer about=CHOICE.')
  })

  it('leads a person at a terminal to the verdict, by number or by name, and asks again after a slip', async () => {
    const { exit, out, err } = await run(checkCommand, [], {
      interactive: true,
      typed: ['4', 'other', '99', 'own', '2', '3', '1', '9'],
    })
    expect(exit).to.equal(0)
    expect(err).to.equal('Please answer with a number from 1 to 4.')
    expect(out.split('\n').slice(-3)).to.deep.equal([
      'Go ahead (go-ahead)',
      '  You have a right to a private life, and nothing that you have told me goes against the policy. “An employee has a right to a private life, and the school recognises this.” (Social Media Policy 6.d, edition October 2015)',
      'This is guidance from the policy, not permission from the school.',
    ])
  })
})

describe('the command "scenario"', () => {
  it('draws a scenario, named or the only one', async () => {
    const { exit, out } = await run(scenarioCommand, ['graph', 'can-i-post-this'])
    expect(exit).to.equal(0)
    expect(out).to.match(/^flowchart TD\n/)
    expect((await run(scenarioCommand, ['graph'])).out).to.equal(out)
    expect((await run(scenarioCommand, ['graph', '--scenario', 'can-i-post-this'])).out).to.equal(out)
  })

  it('traces why it asks or rules so', async () => {
    const given = ['received=none', 'about=school', 'where=own', 'people=pupil'].flatMap((each) => ['--answer', each])
    const { exit, out } = await run(scenarioCommand, ['trace', 'can-i-post-this', ...given])
    expect(exit).to.equal(0)
    expect(out).to.match(/^Known: received is none, about is school/)
    expect(out).to.match(/ {2}do-not +holds: pupil-own-account: A1\.1 “.*”; decided by the makers of .* on 2026-11-30/)
    expect(out).to.match(/ {2}do-not +may still hold: hangs on said: derogatory/)
    expect(out).to.match(/ {2}report-now +cannot hold any more: report-threat/)
    expect(out.split('\n').at(-1)).to.equal('So it rules do-not.')
    expect((await run(scenarioCommand, ['trace', 'can-i-post-this'])).out).to.match(/So it asks "received"\.$/)
  })

  it('compares with a change before it is published: cases and a thousand ways, milder ones first', async () => {
    const source = readFileSync('knowledge/scenarios/can-i-post-this.yaml', 'utf8')
    const file = join(mkdtempSync(join(tmpdir(), 'compare-')), 'changed.yaml')
    writeFileSync(
      file,
      source
        .replace(/(id: records\n    ruling: )do-not/, '$1ask-first')
        .replace(/(id: critical\n    ruling: )ask-first/, '$1do-not'),
    )
    const { exit, out, err } = await run(scenarioCommand, ['compare', 'can-i-post-this', '--with', file])
    expect({ exit, err }).to.deep.equal({ exit: 0, err: '' })
    const lines = out.split('\n')
    expect(lines.at(-1)).to.match(/^\d+ of 1099 ways come out differently\.$/)
    expect(lines[0]).to.match(/^do-not → ask-first \(.*\)/)
    expect(lines.at(-2)).to.match(/ → do-not \(critical/)
    expect(out).to.contain('how a pupil did, from the records')
    const same = await run(scenarioCommand, [
      'compare',
      'can-i-post-this',
      '--with',
      'knowledge/scenarios/can-i-post-this.yaml',
    ])
    expect(same.out).to.equal('0 of 1099 ways come out differently.')
    expect((await run(scenarioCommand, ['compare', 'can-i-post-this'])).exit).to.equal(2)
  })

  it('lists scenarios with how many ways they have', async () => {
    expect((await run(scenarioCommand, ['list'])).out).to.match(
      /^can-i-post-this: Can I post this\? 10 questions, \d+ rules, \d+ ways through, at most 10 questions asked\.$/,
    )
  })

  it('says which policy it waits for, where the school has none with a scenario', async () => {
    const waits = { ...library, policies: [], scenarios: [], idle: library.scenarios, aside: library.policies }
    const says = /^“Can I post this\?” rests on a policy that your school has not brought in yet: the .* Import it:/
    expect((await run(scenarioCommand, ['list'], { library: waits })).out).to.match(says)
    expect((await run(scenarioCommand, ['graph', 'can-i-post-this'], { library: waits })).err).to.match(says)
  })

  const misuses: Record<string, readonly [argv: readonly string[], says: RegExp]> = {
    nothing: [[], /Usage: scenario list\n +scenario graph/],
    'a word that is no verb': [['grahp'], /There is no “scenario grahp”\. Did you mean graph\?/],
    'a scenario that does not exist': [['graph', 'post'], /There is no scenario "post"\. .*There is can-i-post-this\./],
    'too many words': [['graph', 'can-i-post-this', 'x'], /Usage: scenario list\n +scenario graph/],
  }
  for (const [what, [argv, says]] of Object.entries(misuses)) {
    it(`is misused, and says how to mend it: ${what}`, async () => {
      const { exit, out, err } = await run(scenarioCommand, argv)
      expect({ exit, out }).to.deep.equal({ exit: 2, out: '' })
      expect(err).to.match(says)
    })
  }
})
