import { expect } from 'chai'
import { z } from 'zod'
import { askCommand } from '../../../src/command/ask.ts'
import { run } from '../../kit/command.ts'

const AskJson = z.strictObject({
  id: z.union([z.string(), z.number()]).optional(),
  query: z.string(),
  outcome: z.enum(['answered', 'unsure', 'not-covered']),
  why: z.enum(['nearest', 'which']).optional(),
  certainty: z.number().min(0).max(1),
  certaintyOfFirst: z.number().min(0).max(1),
  matches: z.array(
    z.strictObject({
      policy: z.string(),
      edition: z.string(),
      section: z.string(),
      score: z.number(),
      passage: z.string(),
      wording: z.enum(['adopted', 'restated']),
    }),
  ),
  urgent: z.looseObject({ kind: z.string() }).optional(),
})

describe('the ask command', () => {
  it('prints one line of JSON', async () => {
    const { status, out } = await run(askCommand, ['--json', 'Can I be sacked for a post?'])
    expect(status).to.equal(0)
    expect(out).to.have.lengthOf(1)
    const answer = AskJson.parse(JSON.parse(out[0] ?? ''))
    expect(answer.outcome).to.equal('answered')
    expect(answer.matches[0]).to.include({
      policy: 'social-media',
      edition: '2015-10',
      section: '8.2',
      wording: 'restated',
    })
  })

  it('answers line by line in order, with the ids, whatever they hold', async () => {
    const asked = ['a:b^~*', '', '🙂', 'x'.repeat(10_000), 'هل يمكنني', 'Who has to sign?']
    const { status, out } = await run(askCommand, ['--jsonl'], {
      input: asked.map((q, id) => JSON.stringify({ id, q })),
    })
    expect(status).to.equal(0)
    const answers = out.map((line) => AskJson.parse(JSON.parse(line)))
    expect(answers.map(({ id }) => id)).to.deep.equal(asked.map((_, id) => id))
    expect(answers.map(({ query }) => query)).to.deep.equal(asked)
    expect(answers[1]).to.deep.include({ outcome: 'not-covered', certainty: 0 })
  })

  it('asks one policy alone, and says which there are where it is none of them', async () => {
    const { out } = await run(askCommand, ['--policy', 'social-media', '--json', 'Who has to sign?'])
    expect(AskJson.parse(JSON.parse(out[0] ?? '')).matches.map(({ policy }) => policy)).to.include('social-media')
    const none = await run(askCommand, ['--policy', 'lettings', 'Who has to sign?'])
    expect(none.status).to.equal(2)
    expect(none.err.join()).to.include('There are: social-media')
  })

  it('leaves out a line that it cannot read, says which, and ends with 1', async () => {
    const { status, out, err } = await run(askCommand, ['--jsonl'], {
      input: ['{"id":1,"q":"hello"}', 'nonsense', '{"id":2}', '', '{"id":3,"q":"x"}'],
    })
    expect(status).to.equal(1)
    expect(out.map((line) => AskJson.parse(JSON.parse(line)).id)).to.deep.equal([1, 3])
    expect(err.join()).to.include('Line 2').and.include('Line 3')
  })

  it('says what comes first when a message is urgent', async () => {
    const { out } = await run(askCommand, ['--json', 'a parent threatened to stab me on facebook'])
    expect(AskJson.parse(JSON.parse(out[0] ?? '')).urgent?.kind).to.equal('threat')
  })

  for (const argv of [[], ['--jsonl', 'x'], ['--nonsense', 'x']]) {
    it(`refuses ${JSON.stringify(argv)} with the usage`, async () => {
      const { status, out, err } = await run(askCommand, argv)
      expect(status).to.equal(2)
      expect(out).to.be.empty
      expect(err.join()).to.include('Usage: ask')
    })
  }
})
