import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { inspectCases } from '../../../src/library/cases.ts'
import { careFor } from '../../../src/library/scenario-care.ts'
import { readScenario } from '../../../src/library/scenarios.ts'
import { realCasesFile, realPolicy, realSections } from '../check/builders.ts'

const file = 'knowledge/scenarios/can-i-post-this.yaml'
const source = readFileSync(file, 'utf8')
const casesSource = readFileSync(realCasesFile, 'utf8')
const [edition] = realPolicy().editions

/** Everything that inspect would say about the file, as `file:line what`. */
async function told(text: string, { looked = true, cases = true, deep = false } = {}): Promise<string[]> {
  if (edition === undefined) throw new Error('no edition')
  const { scenario, problems } = readScenario(file, text, realSections())
  if (scenario === undefined || problems.length > 0) return problems.map(({ line, what }) => `${file}:${line} ${what}`)
  const beside = looked ? casesSource : casesSource.replace(/\nlooked:[^]*$/, '\n')
  const care = await careFor(
    scenario,
    { file, source: text },
    { cases: cases ? { file: realCasesFile, source: beside } : undefined, edition, today: '2026-12-01' },
  )
  const broken = deep ? await inspectCases(realCasesFile, beside, scenario) : []
  return [...care.problems, ...broken].map((each) => `${each.file}:${each.line} ${each.what}`)
}

function edited(from: string | RegExp, to: string): string {
  const changed = source.replace(from, to)
  if (changed === source) throw new Error(`${String(from)} is not in the scenario`)
  return changed
}

/** The file's text without the rule of that id. */
function withoutRule(id: string): string {
  return edited(new RegExp(`  - id: ${id}\\n(?:    .*\\n|\\n(?=    ))*`), '')
}

describe('caring for a scenario', function () {
  it('has nothing to say of the real one', async () => {
    expect(await told(source)).to.be.empty
  })

  // Edits that an owner might make by hand, and what inspect then says, with file and line.
  // prettier-ignore
  const edits: Record<string, readonly [text: () => string, says: RegExp]> = {
    'a choice without a rule': [() => edited("      - { id: me, text: Only me,", "      - { id: press, text: A journalist, facts: { people: press, shown: 'no' } }\n      - { id: me, text: Only me,"), /:\d+ no rule covers the choice "press" of "people"/],
    'a harmless choice that is no longer called so': [() => edited("facts: { people: nobody, shown: 'no' }, harmless: true }", "facts: { people: nobody, shown: 'no' } }"), /no rule covers the choice "nobody"/],
    'a rule deleted': [() => withoutRule('derogatory'), /the rule "derogatory" was looked over and is gone/],
    'a gap rule deleted': [() => withoutRule('pupil-rules-missing'), /the rule "pupil-rules-missing" was looked over and is gone/],
    'the unknown rule deleted': [() => withoutRule('unsure-people'), /the rule "unsure-people" was looked over and is gone/],
    'a reason turned round': [() => edited('are never yours to give out.', 'are yours to give out.'), /the rule "details-of-others" has been changed/],
    'a reason emptied of its point': [() => edited('because copyright law may apply to what is posted.\n    cites: A1.1', 'because it is polite.\n    cites: A1.1'), /the rule "(?:material-of-others|repost)" has been changed/],
    'a ruling made milder': [() => edited(/(id: records\n    ruling: )do-not/, '$1ask-first'), /the rule "records" has been changed/],
    'a ruling made stricter': [() => edited(/(id: critical\n    ruling: )ask-first/, '$1do-not'), /the rule "critical" has been changed/],
    'a value dropped from a list': [() => edited('value: [school, unknown] }', 'value: [school] }'), /"pupil-school-account" has been changed/],
    'a value swapped': [() => edited(/(id: threatens[^]*?value: )threat/, '$1critical'), /"threatens" has been changed/],
    'a condition dropped': [() => edited(/(id: commercial\n    ruling: do-not\n    when:\n      all:\n)        - \*about-school\n/, '$1'), /"commercial" has been changed/],
    'words that do not stand in the policy': [() => edited('Using both is therefore actively encouraged.', 'Using both is therefore forbidden.').replace(/hashes: \['[0-9a-f]{16}'\](?= \}\n\n?$)/, ''), /the rule "responsible-use" (?:is off|has been changed)/],
    'words of another section': [() => edited(/(id: own-life[^]*?section: )'6\.d'/, "$1'6.e'"), /the rule "own-life" (?:is off|cites 6\.d and rests on words of 6\.e)/],
    'another section cited': [() => edited(/(id: own-life[^]*?cites: )6\.d/, '$16.e'), /the rule "own-life" cites 6\.e and rests on words of 6\.d/],
    'a section that no edition has': [() => edited(/(id: own-life[^]*?cites: )6\.d/, '$16.x'), /cites social-media 6\.x, which no edition contains/],
    'the words it rests on taken out': [() => edited(/(\n  - id: confidence\n[^]*?)    rests: .*\n/, '$1'), /the rule "confidence" does not say on which words it rests/],
    'a rule that says the same as another': [() => edited('\n  - id: whistleblowing\n', "\n  - { id: report-again, ruling: report-now, when: { fact: received, operator: equal, value: threat }, reason: 'A threat that reaches you through social media has to be reported, using the school’s procedures.', cites: null }\n  - id: whistleblowing\n"), /the rules "report-threat" and "report-again" say the same/],
    'a rule that contradicts another': [() => edited('\n  - id: whistleblowing\n', "\n  - { id: threat-fine, ruling: go-ahead, when: { fact: received, operator: equal, value: threat }, reason: Never mind., cites: null }\n  - id: whistleblowing\n"), /the rules "report-threat" and "threat-fine" hold at the same time and contradict each other/],
    'a rule that is never said': [() => edited('\n  - id: whistleblowing\n', "\n  - { id: late, ruling: do-not, when: { all: [{ fact: received, operator: equal, value: threat }, { fact: made-by, operator: equal, value: ai }] }, reason: Late., cites: null }\n  - id: whistleblowing\n"), /the rule "late" is never said/],
    'a question deleted': [() => edited(/  - id: made-by\n    text[^]*?(?=\n# What a pasted)/, ''), /nothing gives the fact "made-by"/],
    'a choice reworded': [() => edited('text: A former pupil,', 'text: A pupil of another school,'), /the question "people" has been changed/],
    'a question reworded': [() => edited('text: Who from the school could be recognised?', 'text: Who is in the middle of it?'), /the question "people" has been changed/],
    'two choices swapped': [() => edited('id: own-child, text: Only my own child,', "id: own-child, text: 'Only adults: staff, parents, visitors',"), /the question "people" has been changed/],
    'a finding that answers wrongly': [() => edited("{ finds: phone-number, says: I can see a phone number., facts: { details: 'yes' } }", "{ finds: phone-number, says: I can see a phone number., facts: { details: 'no' } }"), /the detection "phone-number" has been changed/],
    'a finding deleted': [() => edited(/  - \{ finds: link, .*\n/, ''), /./],
    'a condition that goes round in a circle': [() => edited('  - &about-school { fact: about, operator: equal, value: school }', '  - &about-school { all: [*about-school] }'), /goes round in a circle/],
  }
  for (const [what, [text, says]] of Object.entries(edits)) {
    it(`finds ${what}`, async () => {
      const found = await told(text())
      expect(found.join('\n')).to.match(says)
      for (const line of found) expect(line).to.match(/^knowledge\/scenarios\/can-i-post-this(?:\.cases)?\.yaml:\d+ /)
    })
  }

  it('says that a scenario has no cases', async () => {
    expect((await told(source, { cases: false })).join('\n')).to.contain('the scenario "can-i-post-this" has no cases')
  })

  it('says which rules no case is decided by, and which choices no case takes', async () => {
    const without = casesSource
      .replaceAll(/  - says: a cat that a program painted\n(?:    .*\n)*/g, '')
      .replaceAll('made-by: ai', 'made-by: others')
    if (edition === undefined) throw new Error('no edition')
    const { scenario } = readScenario(file, source, realSections())
    if (scenario === undefined) throw new Error('no scenario')
    const care = await careFor(
      scenario,
      { file, source },
      { cases: { file: realCasesFile, source: without }, edition, today: '2026-12-01' },
    )
    expect(care.problems.map(({ what }) => what)).to.include.members([
      'no case is decided by the rule "made-by-a-program"',
      'no case takes the choice "ai" of "made-by"',
    ])
  })
})
