import { expect } from 'chai'
import { inspectCases, readCases } from '../../../src/library/cases.ts'
import { readScenario } from '../../../src/library/scenarios.ts'

const sections = new Map([['social-media', new Set(['1', '6.d', '6.e', '8.1', 'A1.1'])]])

const sound = `id: sample
title: A sample
intro: A few questions.
policy: social-media
questions:
  - id: where
    text: Where?
    label: Where
    choices:
      - { id: web, text: On the web }
      - { id: unknown, text: I don’t know }
  - id: secret
    text: Is it secret?
    label: Secret
    choices:
      - { id: yes, text: Yes }
      - { id: no, text: No }
      - { id: unknown, text: I don’t know }
detections:
  - { finds: link, says: I can see a link., facts: { link: seen } }
rules:
  - id: fine
    ruling: go-ahead
    when: { fact: where, operator: in, value: [web, unknown] }
    reason: Fine.
    cites: '1'
  - id: leak
    ruling: do-not
    when:
      all:
        - { fact: secret, operator: equal, value: yes }
        - any:
            - { fact: where, operator: equal, value: web }
            - { fact: link, operator: equal, value: seen }
    reason: Secret.
    cites: 6.d
`

function problemsOf(source: string): string[] {
  return readScenario('s.yaml', source, sections).problems.map(
    ({ file, line, what, fix }) => `${file}:${line} ${what}. ${fix}`,
  )
}

/** The sound scenario with `from` replaced; throws where it does not contain `from`. */
function changed(from: string, to: string): string {
  if (!sound.includes(from)) throw new Error(`"${from}" is not in the sample`)
  return sound.replace(from, to)
}

describe('reading a scenario', () => {
  it('reads questions, detections and rules', () => {
    const { scenario, problems } = readScenario('s.yaml', sound, sections)
    expect(problems).to.be.empty
    expect(scenario?.questions.map(({ id }) => id)).to.deep.equal(['where', 'secret'])
    expect(scenario?.rules[1]?.when).to.deep.equal({
      all: [
        { fact: 'secret', operator: 'equal', value: 'yes' },
        {
          any: [
            { fact: 'where', operator: 'equal', value: 'web' },
            { fact: 'link', operator: 'equal', value: 'seen' },
          ],
        },
      ],
    })
  })

  it('takes the question’s name and the choice’s name for the fact where none is written', () => {
    const { scenario } = readScenario('s.yaml', sound, sections)
    expect(scenario?.questions[0]?.choices.map(({ facts }) => facts)).to.deep.equal([
      { where: 'web' },
      { where: 'unknown' },
    ])
  })

  it('reads a section number without quotes', () => {
    expect(readScenario('s.yaml', changed("cites: '1'", 'cites: 8.1'), sections).scenario?.rules[0]?.cites).to.equal(
      '8.1',
    )
  })

  const noThenUnknown = '      - { id: no, text: No }\n      - { id: unknown, text: I don’t know }\n'
  const where = '{ fact: where, operator: in, value: [web, unknown] }'
  // For each slip: the text replaced, its replacement, where the problem is reported, and its wording.
  // prettier-ignore
  const slips: Record<string, readonly [from: string, to: string, at: string, problem: RegExp]> = {
    'a question twice': ['id: secret', 'id: where # again', 'id: where # again', /the question "where" is there twice/],
    'a choice twice': ['{ id: no, text: No }', '{ id: yes, text: No }', '{ id: yes, text: No }', /the choice "yes" is there twice/],
    'a rule twice': ['id: leak', 'id: fine # again', 'id: fine # again', /the rule "fine" is there twice/],
    'a detection twice': ['rules:', '  - { finds: link, says: Again., facts: { link: seen } }\nrules:', 'says: Again.', /the detection "link" is there twice/],
    'choices with different facts': ['{ id: no, text: No }', '{ id: no, text: No, facts: { hidden: no } }', 'hidden', /choice "no" of "secret" gives the facts hidden, but the first gives secret/],
    'no "unknown"': [noThenUnknown, '      - { id: no, text: No }\n', 'choices:\n      - { id: yes', /question "secret" has no choice "unknown"\. Add it as the last choice/],
    '"unknown" not last': [noThenUnknown, noThenUnknown.split('\n').toSorted().toReversed().join('\n') + '\n', '{ id: unknown, text: I don’t know }\n      - { id: no', /"unknown" is not the last choice of "secret"/],
    '"unknown" taken for no': [noThenUnknown, noThenUnknown.replace('know }', 'know, facts: { secret: no } }'), 'facts: { secret: no }', /choice "unknown" of "secret" mixes up what is known/],
    '"no" taken for unknown': ['{ id: no, text: No }', '{ id: no, text: No, facts: { secret: unknown } }', 'facts: { secret: unknown }', /choice "no" of "secret" mixes up what is known/],
    'a fact that nothing gives': ['fact: secret', 'fact: secrets', 'fact: secrets', /nothing gives the fact "secrets"\. Did you mean secret\?/],
    'a value that nothing gives': ['value: yes }', 'value: yess }', 'yess', /no choice or detection gives "secret" the value "yess"\. Did you mean yes\? There is yes, no and unknown\./],
    'a value of a list that nothing gives': ['[web, unknown]', '[web, unknwon]', 'unknwon', /the value "unknwon"\. Did you mean unknown\?/],
    'a section that does not exist': ['cites: 6.d', 'cites: 6.f', 'cites: 6.f', /cites social-media 6\.f, which no edition contains\. Did you mean 6\.[de]\? Run npm run inspect/],
    'a policy that does not exist': ['policy: social-media', 'policy: social-medai', 'policy:', /there is no policy "social-medai"\. Did you mean social-media\?/],
    'a condition that "not" would turn round': [where, '{ not: { fact: secret, operator: equal, value: yes } }', 'not:', /uses "not", which is refused: a fact that nobody has given/],
    'an operator that an open fact would satisfy': ['operator: in, value: [web, unknown]', 'operator: notEqual, value: web', 'notEqual', /the operator "notEqual", which is refused: a fact that nobody has given/],
    'a reference to a named condition': [where, '{ condition: other }', 'condition: other', /uses "condition", which is refused/],
    'an empty list of conditions': [where, '{ all: [] }', 'all: []', /"all" needs a list of conditions/],
    'a list beside something else': [where, '{ all: [{ fact: where, operator: equal, value: web }], priority: 2 }', 'priority', /has more beside "all"/],
    'a value that is no text': ['value: yes }', 'value: true }', 'value: true', /must be a text, in quotes if need be/],
    'a list for equal': ['operator: in, value: [web, unknown]', 'operator: equal, value: [web]', 'value: [web]', /must be a text/],
    'a text for in': ['value: [web, unknown]', 'value: web', 'operator: in, value: web', /must be a list of texts/],
    'a strange key in a condition': ['value: yes }', 'value: yes, path: $.x }', 'path: $.x', /has "path", which is neither/],
    'a rule that contradicts itself': ['        - any:', '        - { fact: secret, operator: equal, value: no }\n        - any:', 'when:\n      all:', /no answers can make the rule "leak" hold/],
    'a question that no rule uses': ['fact: secret, operator: equal, value: yes', 'fact: link, operator: equal, value: seen', 'id: secret', /no rule uses what the question "secret" asks/],
    'a question too long for a phone': ['text: Is it secret?', `text: Is it ${'very '.repeat(25)}secret?`, 'very', /"questions\.1\.text" is too long: at most 110 characters/],
    'a choice too long for a button': ['text: On the web', `text: On the ${'web '.repeat(20)}`, 'On the web', /is too long: at most 70 characters/],
    'a ruling that does not exist': ['ruling: do-not', 'ruling: dont', 'ruling: dont', /"rules\.1\.ruling" invalid option/],
    'a label that is missing': ['    label: Secret\n', '', 'id: secret', /"questions\.1\.label"/],
  }
  for (const [what, [from, to, at, problem]] of Object.entries(slips)) {
    it(`names the line and the remedy: ${what}`, () => {
      const source = changed(from, to)
      const line = source.slice(0, source.indexOf(at)).split('\n').length
      const found = problemsOf(source)
      const hit = found.find((each) => problem.test(each))
      expect(hit, found.join('\n')).to.match(new RegExp(`^s\\.yaml:${line} `))
    })
  }

  it('names a fact that two questions give', () => {
    const both = '{ id: $1, text: $2, facts: { where: $1, secret: $1 } }'
    const source = sound.replaceAll(/\{ id: (yes|no|unknown), text: (Yes|No|I don’t know) }/g, both)
    expect(problemsOf(source).join('\n')).to.contain('questions "where" and "secret" both give the fact "where"')
  })

  it('says that YAML cannot be read', () => {
    expect(problemsOf(changed('title: A sample', 'title: "A sample')).join('\n')).to.contain('is not readable YAML')
  })

  it('takes a rule that one of its ways can satisfy', () => {
    expect(
      problemsOf(
        changed('{ fact: link, operator: equal, value: seen }', '{ fact: where, operator: equal, value: unknown }'),
      ),
    ).to.be.empty
  })
})

describe('reading cases', () => {
  const { scenario } = readScenario('s.yaml', sound, sections)
  if (scenario === undefined) throw new Error('the sample is not sound')
  const head = 'scenario: sample\ncases:\n'
  const leak = '  - says: a leak\n    answers: { where: web, secret: yes }\n    ruling: do-not\n    cites: [6.d]\n'

  // prettier-ignore
  const cases: Record<string, readonly [source: string, problem: RegExp | undefined]> = {
    'a case that holds': [head + leak, undefined],
    'another ruling': [head + leak.replace('do-not', 'ask-first'), /:3 the case "a leak" comes to do-not \(leak\), not to ask-first/],
    'a section that is not cited': [head + leak.replace('[6.d]', '[6.d, A1.1]'), /:3 the case "a leak" does not cite A1\.1/],
    'a question without an answer': [head + leak.replace('where: web, secret: yes', 'where: web'), /:3 the case "a leak" asks "secret", to which it has no answer/],
    'an answer that is never asked for': [head + leak.replace('where: web, secret: yes', 'where: unknown, secret: no').replace('do-not', 'go-ahead').replace('6.d', '1'), /is settled without asking secret/],
    'a question that does not exist': [head + leak.replace('where: web', 'were: web'), /:4 there is no question "were"\. Did you mean where\? There is where and secret\./],
    'a choice that does not exist': [head + leak.replace('where: web', 'where: wbe'), /:4 the question "where" has no choice "wbe"\. Did you mean web\?/],
    'another scenario': [`scenario: simple\ncases:\n${leak}`, /:1 is about the scenario "simple"/],
    'no cases': [`${head}  []\n`, /:2|:3/],
  }
  for (const [what, [source, problem]] of Object.entries(cases)) {
    it(`judges ${what}`, async () => {
      const found = (await inspectCases('c.yaml', source, scenario)).map(
        ({ file, line, what, fix }) => `${file}:${line} ${what}. ${fix}`,
      )
      if (problem === undefined) expect(found).to.be.empty
      else expect(found.join('\n')).to.match(problem)
    })
  }

  it('finds a way that comes to no ruling', async () => {
    const { scenario: dead } = readScenario('s.yaml', changed('value: [web, unknown]', 'value: [web]'), sections)
    if (dead === undefined) throw new Error('the sample is not sound')
    const [problem] = await inspectCases('c.yaml', head + leak, dead)
    expect(problem?.what).to.equal('scenario sample comes to no ruling when where is unknown')
  })

  it('reads a draft with the people it is read for', () => {
    const source = `scenario: sample\ndirectory: [Jane Smith]\nschoolNames: [Larkmead]\ncases:\n${leak}    draft: Hello\n`
    expect(readCases('c.yaml', source, scenario).cases).to.deep.include({
      directory: ['Jane Smith'],
      schoolNames: ['Larkmead'],
    })
  })
})
