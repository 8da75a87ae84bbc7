import { expect } from 'chai'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { askCommand } from '../../../src/command/ask.ts'
import { withHome } from '../../../src/command/open-home.ts'
import { hashesOf } from '../../../src/guide/hash.ts'
import { parseDay } from '../../../src/kit/days.ts'
import { run } from '../../kit/command.ts'
import { theProjects } from '../../kit/library.ts'

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
      notes: z.array(z.strictObject({ text: z.string(), who: z.string(), until: z.string() })).optional(),
    }),
  ),
  urgent: z.looseObject({ kind: z.string() }).optional(),
})

/** A home with what an owner adopted in chat: a note beside 8.2, and a question that 8.2 answers. */
async function homeWithAdopted(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'asked-'))
  const edition = theProjects().policies[0]?.editions[0]
  const hash = edition && hashesOf(edition).get('8.2')
  if (edition === undefined || hash === undefined) throw new Error('The sample has no section 8.2.')
  const at = new Date('2026-11-01T09:00:00Z')
  const until = parseDay('2027-07-31')
  if (until === undefined) throw new Error('That is no day.')
  const given = { policy: 'social-media', pointer: { ref: '8.2', hashes: [hash] }, by: 'p_1', at }
  const which = { home, config: { databaseUrl: undefined }, newId: randomUUID, clock: () => at }
  await withHome(which, async ({ lessons, schoolNotes }) => {
    for (const [id, text, practice] of [
      ['n1', 'HR is in room 4.', false],
      ['n2', 'Only for trying out.', true],
    ] as const) {
      await schoolNotes.propose({ ...given, id, text, who: 'the head', until, practice })
      await schoolNotes.takeUp(id, { by: 'p_1', at })
    }
    await lessons.takeUp({ ...given, key: 'k1', questions: ['what is the purple slip about'], practice: false })
  })
  return home
}

describe('the ask command', () => {
  it('knows the school’s own notes and what the owner adopted, as the chat does', async () => {
    const home = await homeWithAdopted()
    const question = 'what is the purple slip about'
    const plain = await run(askCommand, [question], { home })
    expect(plain.out.join('\n')).to.include('8.2')
    expect(plain.out.join('\n')).to.include(
      'The school’s own note, not part of the policy: HR is in room 4. (written by the head, until 31 July 2027)',
    )
    const { out } = await run(askCommand, ['--json', question], { home })
    const [best] = AskJson.parse(JSON.parse(out[0] ?? '')).matches
    expect(best?.notes).to.deep.equal([{ text: 'HR is in room 4.', who: 'the head', until: '2027-07-31' }])
    const late = await run(askCommand, [question], { home, now: '2027-09-01T09:00:00Z' })
    expect(late.out.join('\n')).to.include('8.2').and.not.include('HR is in room 4.')
  })

  it('answers without them where the database cannot be read, and says so', async () => {
    const home = mkdtempSync(join(tmpdir(), 'asked-'))
    writeFileSync(join(home, 'policy-guide.db'), 'no database '.repeat(100))
    const { status, out, err } = await run(askCommand, ['Can I be sacked for a post?'], { home })
    expect(status).to.equal(0)
    expect(out.join('\n')).to.include('8.2')
    expect(err.join('\n')).to.include('so this is answered without')
  })

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
