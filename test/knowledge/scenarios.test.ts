// The real scenario is sound: its form, its worked cases, and every path through it.
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { decide } from '../../src/check/decide.ts'
import { foundIn } from '../../src/check/cases.ts'
import { countWays, walkAll } from '../../src/check/paths.ts'
import { findingKinds, rulings, type FindingKind } from '../../src/guide/scenario.ts'
import { inspectCases, readCases } from '../../src/library/cases.ts'
import { realCasesFile, realScenario, realSections } from '../unit/check/builders.ts'

const scenario = realScenario()
const sections = realSections().get(scenario.policy) ?? new Set()
const casesSource = readFileSync(realCasesFile, 'utf8')

/** No findings, each single finding, and all of them. */
const drafts: readonly (readonly FindingKind[])[] = [[], ...findingKinds.map((kind) => [kind]), findingKinds]

describe('the scenario "Can I post this?"', () => {
  for (const found of drafts) {
    it(`ends on every way, with a ruling that cites what exists: ${found.length > 3 ? 'everything found' : found.join() || 'no draft'}`, async () => {
      const situations = await walkAll(scenario, found)
      const keys = new Set(situations.map(({ key }) => key))
      for (const { step, next } of situations) {
        for (const { key } of next) expect(keys).to.include(key)
        if (step.kind === 'ask') {
          expect(next).to.have.length(step.question.choices.length)
          continue
        }
        expect(next).to.be.empty
        expect(step.verdict.because).to.not.be.empty
        for (const { cites } of [...step.verdict.because, ...step.verdict.also])
          if (cites !== undefined) expect(sections).to.include(cites)
      }
      const { ways, longest } = countWays(situations)
      expect(ways).to.be.greaterThan(500)
      expect(longest).to.be.at.most(11)
    })
  }

  it('comes to every ruling', async () => {
    const situations = await walkAll(scenario)
    const reached = new Set(situations.flatMap(({ step }) => (step.kind === 'conclude' ? [step.verdict.ruling] : [])))
    expect([...reached]).to.have.members([...rulings])
  })

  it('has at least forty worked cases, and all of them hold', async () => {
    const { cases } = readCases(realCasesFile, casesSource, scenario)
    expect(cases?.cases.length).to.be.at.least(40)
    const problems = await inspectCases(realCasesFile, casesSource, scenario)
    expect(problems.map(({ file, line, what }) => `${file}:${line} ${what}`)).to.be.empty
  })

  it('has a worked case for every rule and every choice', async () => {
    const { cases } = readCases(realCasesFile, casesSource, scenario)
    if (cases === undefined) throw new Error('the cases cannot be read')
    const rules = new Set<string>()
    for (const each of cases.cases) {
      const found = await foundIn(each, { names: cases.directory, schoolNames: cases.schoolNames })
      const step = await decide(scenario, each.answers, found)
      if (step.kind === 'conclude') for (const { id } of step.verdict.because) rules.add(id)
    }
    expect(scenario.rules.map(({ id }) => id).filter((id) => !rules.has(id)), 'rules that decide no case').to.be.empty
    const taken = new Set(cases.cases.flatMap(({ answers }) => Object.entries(answers).map((each) => each.join('='))))
    const choices = scenario.questions.flatMap(({ id, choices }) => choices.map((choice) => `${id}=${choice.id}`))
    expect(choices.filter((each) => !taken.has(each)), 'choices that no case takes').to.be.empty
  })

  it('says what a finding of every kind means', () => {
    expect(scenario.detections.map(({ finds }) => finds)).to.have.members([...findingKinds])
  })

  it('never jumps from findings alone to a ruling, nor past the first two questions', async () => {
    for (const found of drafts) {
      const start = await decide(scenario, {}, found)
      expect(start.kind === 'ask' && start.question.id).to.equal('received')
      const second = await decide(scenario, { received: 'none' }, found)
      expect(second.kind === 'ask' && second.question.id).to.equal('about')
    }
  })

  for (const matter of ['whistleblowing', 'union', 'grievance']) {
    it(`ends at once with "not for this tool" on ${matter}, whatever a draft holds`, async () => {
      for (const found of drafts) {
        for (const received of ['none', 'unknown']) {
          const step = await decide(scenario, { received, about: matter }, found)
          expect(step.kind === 'conclude' && step.verdict.ruling).to.equal('not-for-this-tool')
        }
      }
    })
  }

  const harmless = { received: 'none', confidential: 'none', details: 'no', reputation: 'fine', 'made-by': 'me' }
  const lengths: Record<string, readonly [answers: Record<string, string>, most: number]> = {
    'a trip photo without people on the school’s account': [{ ...harmless, about: 'school', where: 'school', people: 'nobody' }, 8],
    'a holiday photo on an own account': [{ ...harmless, about: 'other', where: 'own' }, 6],
    'a threat that was received': [{ received: 'threat' }, 1],
  }
  for (const [what, [answers, most]] of Object.entries(lengths)) {
    it(`asks at most ${most}: ${what}`, async () => {
      const given: Record<string, string> = {}
      let step = await decide(scenario, given, [])
      while (step.kind === 'ask') {
        given[step.question.id] = answers[step.question.id] ?? 'missing'
        step = await decide(scenario, given, [])
        expect(Object.values(given)).not.to.include('missing')
      }
      expect(Object.keys(given).length).to.be.at.most(most)
    })
  }

  it('sends "I don’t know" to a person, from every question that asks it', async () => {
    for (const { step, answers } of await walkAll(scenario)) {
      if (step.kind !== 'ask') continue
      const after = await settle({ ...answers, [step.question.id]: 'unknown' })
      expect(['ask-first', 'do-not'], `${step.question.id} after ${JSON.stringify(answers)}`).to.include(after)
    }
  })

  /** The ruling when every further question gets the choice that leads to the mildest ruling. */
  async function settle(answers: Record<string, string>): Promise<string> {
    const step = await decide(scenario, answers, [])
    if (step.kind === 'conclude') return step.verdict.ruling
    const mildest: Record<string, string> = {
      received: 'none', about: 'other', where: 'own', people: 'nobody', said: 'kind', confidential: 'none',
      details: 'no', whose: 'nobody', reputation: 'fine', 'made-by': 'me',
    } // prettier-ignore
    return settle({ ...answers, [step.question.id]: mildest[step.question.id] ?? 'unknown' })
  }

  it('advises nobody to keep an indecent image', () => {
    const reasons = scenario.rules.filter(({ id }) => id.startsWith('image-')).map(({ reason }) => reason)
    expect(reasons).to.have.length(2)
    for (const reason of reasons) expect(reason).not.to.match(/\b(keep|evidence|screen-?print)\b/i)
    const keep = scenario.rules.find(({ id }) => id === 'keep-evidence')
    expect(JSON.stringify(keep?.when)).not.to.contain('indecent')
  })
})
