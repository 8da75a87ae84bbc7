import { expect } from 'chai'
import { sortAnswers } from '../../../src/check/aside.ts'
import { decide } from '../../../src/check/decide.ts'
import type { Answers, FindingKind, Scenario } from '../../../src/guide/scenario.ts'
import { all, any, aScenario, is, realScenario } from './builders.ts'

/** The next step: "? question", or the ruling with the rules behind it. */
async function step(scenario: Scenario, answers: Answers, found: readonly FindingKind[] = []): Promise<string> {
  const next = await decide(scenario, answers, found)
  if (next.kind === 'ask') return `? ${next.question.id}`
  return `${next.verdict.ruling}: ${next.verdict.because.map(({ id }) => id).join(', ')}`
}

describe('deciding', () => {
  const fine = ['go-ahead', is('where', 'web', 'paper', 'unknown')] as const
  const questions = { where: ['web', 'paper'], who: ['pupil', 'nobody'], secret: ['yes', 'no'] }

  it('asks only what can still make the ruling stricter', async () => {
    const scenario = aScenario(questions, {
      fine,
      leak: ['do-not', all(is('where', 'web'), is('secret', 'yes'))],
      pupil: ['ask-first', all(is('where', 'web'), is('who', 'pupil', 'unknown'))],
    })
    expect(await step(scenario, {})).to.equal('? where')
    expect(await step(scenario, { where: 'paper' })).to.equal('go-ahead: fine')
    expect(await step(scenario, { where: 'web' })).to.equal('? who')
    expect(await step(scenario, { where: 'web', who: 'pupil' })).to.equal('? secret')
    expect(await step(scenario, { where: 'web', who: 'pupil', secret: 'no' })).to.equal('ask-first: pupil')
  })

  it('ends at once when nothing stricter is possible any more', async () => {
    const scenario = aScenario(questions, {
      fine,
      leak: ['do-not', is('secret', 'yes')],
      pupil: ['ask-first', is('who', 'pupil')],
    })
    expect(await step(scenario, { secret: 'yes' })).to.equal('do-not: leak')
  })

  it('passes over a question whose branch has fallen away', async () => {
    const scenario = aScenario(questions, {
      fine,
      either: [
        'do-not',
        all(is('where', 'web', 'paper'), any(all(is('where', 'web'), is('who', 'pupil')), is('secret', 'yes'))),
      ],
    })
    expect(await step(scenario, { where: 'paper' }), 'who matters on the web only').to.equal('? secret')
  })

  it('passes over a question when another way has settled the rule', async () => {
    const scenario = aScenario(questions, { fine, either: ['ask-first', any(is('who', 'pupil'), is('secret', 'yes'))] })
    expect(await step(scenario, { where: 'web', who: 'pupil' })).to.equal('ask-first: either')
  })

  it('never takes "I don’t know" for no, nor for yes', async () => {
    const scenario = aScenario(questions, {
      fine,
      leak: ['do-not', is('secret', 'yes')],
      unsure: ['ask-first', is('secret', 'unknown')],
    })
    expect(await step(scenario, { where: 'web', secret: 'unknown' })).to.equal('ask-first: unsure')
  })

  it('gives every rule of the deciding ruling, and milder ones beside it', async () => {
    const scenario = aScenario(questions, {
      fine,
      second: ['do-not', is('secret', 'yes')],
      first: ['do-not', is('who', 'pupil')],
      mild: ['go-ahead-if', is('where', 'web')],
    })
    const next = await decide(scenario, { where: 'web', who: 'pupil', secret: 'yes' }, [])
    if (next.kind !== 'conclude') throw new Error('asks')
    expect(
      next.verdict.because.map(({ id }) => id),
      'in the order in which they are written',
    ).to.deep.equal(['second', 'first'])
    expect(
      next.verdict.also.map(({ id }) => id),
      'without "go ahead"',
    ).to.deep.equal(['mild'])
  })

  it('says nothing stricter or milder beside a matter that is not for this tool', async () => {
    const scenario = aScenario(questions, {
      fine,
      union: ['not-for-this-tool', is('where', 'paper')],
      leak: ['do-not', is('secret', 'yes')],
    })
    const next = await decide(scenario, { where: 'paper', secret: 'yes' }, [])
    if (next.kind !== 'conclude') throw new Error('asks')
    expect(next.verdict).to.deep.include({ ruling: 'not-for-this-tool', also: [] })
  })

  describe('with findings', () => {
    const scenario = aScenario(
      questions,
      {
        fine,
        leak: ['do-not', is('secret', 'yes')],
        hinted: ['ask-first', all(is('hint', 'seen'), is('who', 'pupil'))],
      },
      [
        { finds: 'phone-number', says: 'I can see a phone number.', facts: { secret: 'yes' } },
        { finds: 'year-group', says: 'I can see a year group.', facts: { hint: 'seen' } },
      ],
    )

    it('takes a finding for an answer', async () => {
      expect(await step(scenario, {}, ['phone-number'])).to.equal('do-not: leak')
    })

    it('believes the person more than the finding', async () => {
      expect(await step(scenario, { where: 'web', secret: 'no' }, ['phone-number'])).to.equal('go-ahead: fine')
    })

    it('asks about a hint, and does not without it', async () => {
      expect(await step(scenario, { where: 'web', secret: 'no' }, ['year-group'])).to.equal('? who')
      expect(await step(scenario, { where: 'web', secret: 'no' })).to.equal('go-ahead: fine')
    })
  })

  it('asks first where no rule gives a ruling', async () => {
    const scenario = aScenario(questions, { leak: ['do-not', is('secret', 'yes')] })
    expect(await step(scenario, { secret: 'no' })).to.equal('ask-first: no-rule')
  })

  it('sets aside what no longer applies, and gives no reason that rests on it', async () => {
    const scenario = aScenario(questions, {
      fine,
      union: ['not-for-this-tool', is('where', 'paper')],
      pupil: ['ask-first', all(is('where', 'web'), is('who', 'pupil'))],
      leak: ['do-not', is('secret', 'yes')],
    })
    expect(sortAnswers(scenario, { where: 'paper', who: 'pupil', secret: 'yes' }, [])).to.deep.equal({
      counting: { where: 'paper' },
      aside: { who: 'pupil', secret: 'yes' },
    })
    expect(await step(scenario, { where: 'paper', who: 'pupil', secret: 'yes' })).to.equal('not-for-this-tool: union')
    expect(sortAnswers(scenario, { where: 'web', who: 'pupil', secret: 'yes' }, []).aside).to.be.empty
  })

  it('says the ruling so far, and what it can still become', async () => {
    const scenario = aScenario(questions, {
      fine,
      leak: ['do-not', is('secret', 'yes')],
      pupil: ['ask-first', is('who', 'pupil')],
    })
    const next = await decide(scenario, { where: 'web' }, [])
    expect(next).to.include({ kind: 'ask', settled: 'go-ahead' })
    expect(next.kind === 'ask' && next.could).to.deep.equal(['ask-first', 'do-not'])
  })

  it('decides ten things at once as it decides them one by one', async () => {
    const scenario = realScenario()
    const ways: Answers[] = [
      {},
      { received: 'threat' },
      { received: 'none', about: 'union' },
      { received: 'none', about: 'school', where: 'own', people: 'pupil' },
      { received: 'unknown', about: 'other', where: 'unknown' },
    ]
    const together = await Promise.all([...ways, ...ways].map((answers) => step(scenario, answers)))
    const apart: string[] = []
    for (const answers of [...ways, ...ways]) apart.push(await step(scenario, answers))
    expect(together).to.deep.equal(apart)
  })
})
