// What is kept of the questions before signing, and what is not: over restarts, when they are turned on or off halfway,
// on paper, and in the evidence. The whole app, without a platform.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { sql } from 'kysely'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { createApp, type App } from '../../src/app.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Account } from '../../src/chat/people.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { peopleCommand } from '../../src/command/people.ts'
import { registerCommand } from '../../src/command/register.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { run } from '../kit/command.ts'
import { findReceipt } from '../../src/declaration/read-receipt.ts'
import { receiptText } from '../../src/declaration/receipt.ts'
import { declarationOf } from '../../src/standing/declared.ts'
import { verify } from '../../src/proof/verify.ts'
import type { FactOf } from '../../src/journal/types.ts'
import type { Library } from '../../src/turn/library.ts'
import { questionsWritten, type PlacedQuestion } from '../../src/understanding/asked.ts'
import { aFolder } from '../kit/databases.ts'
import { day, parts } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { asking } from '../kit/understanding.ts'

const on = asking()
const off = theLibrary()
const cites = { policy: 'social-media', edition: '2015-10' }
const boss: Account = { platform: 'slack', id: 'U9' }
const names = ['Ann Able', 'Ben Best', 'Cleo Carr', 'Dan Dole', 'Eve East', 'Fay Fell'] as const
const everybody = names.map((name, at) => ({ name, account: { platform: 'slack', id: `U${at}` } as const }))

describe('questions before signing: what is kept', () => {
  let test: TestPorts
  let app: App
  let file: string
  let events = 0

  beforeEach(async () => {
    const folder = aFolder()
    mkdirSync(folder, { recursive: true })
    file = join(folder, 'policy-guide.db')
    test = await memoryPorts('2026-11-23T10:00:00Z', file)
    app = createApp(test.ports, on)
    const { directory } = test.ports
    for (const { name, account } of everybody)
      await directory.keep(account, { name, email: `${account.id}@school.example`, roles: ['staff'] })
    await directory.keep(boss, { name: 'Joanne Clarke', email: 'boss@school.example', roles: ['staff', 'slt'] })
  })
  afterEach(() => test.close())

  const place = ({ id }: Account) => ({ platform: 'slack', id: `D-${id}`, kind: 'private' }) as const
  const cardsOf = async (event: Parameters<App['hear']>[0]): Promise<readonly Card[]> =>
    (await app.hear(event)).map(({ card }) => card)
  const does = async (account: Account, action: Action, fields: Readonly<Record<string, string>> = {}) => {
    const pressed = { kind: 'pressed', id: `e${++events}`, account, place: place(account) } as const
    return cardsOf({ ...pressed, packed: pack(action), fields })
  }
  const says = (account: Account, text: string) =>
    cardsOf({ kind: 'said', id: `e${++events}`, account, place: place(account), text })

  const { policy, edition, declaration } = about(on)
  const questions = questionsWritten(policy, edition)
  const answer = (account: Account, { key, choices }: PlacedQuestion, how: 'right' | 'wrong', again = false) => {
    const chosen = choices.map((_, at) => at).filter((at) => choices[at]?.right === (how === 'right'))
    const understand = { do: 'understand', ...cites, question: key, ...(again ? { again } : {}) }
    return choices.filter(({ right }) => right).length > 1
      ? does(account, understand, Object.fromEntries(chosen.map((at) => [`c${at}`, 'yes'])))
      : does(account, { ...understand, chosen: chosen[0] ?? 0 })
  }
  const answersAll = async (account: Account) => {
    for (const question of questions) await answer(account, question, 'right')
  }
  const signs = ({ name, account }: { name: string; account: Account }) =>
    does(
      account,
      { do: 'sign', ...cites, wording: declaration.hash },
      { ...Object.fromEntries(declaration.statements.map((_, at) => [`s${at}`, 'yes'])), name },
    )
  const asksAnew = (since: string) =>
    test.ports.journal.record({ policy: cites.policy }, (facts) =>
      openCampaign(facts, {
        policy,
        edition,
        audience: { everybody: true, groups: [], roles: [], people: [] },
        due: day('2027-10-01'),
        since: new Date(since),
        practice: false,
        zone: 'Europe/London',
        accepted: ['social-media@2015-10'],
        by: 'operator',
        stamp: { id: `c${++events}`, at: new Date(since), salt: 'salt' },
      }),
    )
  const signatures = async () =>
    (await test.ports.journal.entries(0, 1_000)).flatMap((entry) =>
      entry.fact.kind === 'signed' ? [{ id: entry.id, fact: entry.fact satisfies FactOf<'signed'> }] : [],
    )
  const told = (cards: readonly Card[]) => JSON.stringify(cards)
  const [ann, ben] = [must(everybody[0]), must(everybody[1])]
  const first = must(questions[0])

  it('a restart in the middle loses nothing', async () => {
    await answer(ann.account, first, 'right')
    await test.close()
    test = await memoryPorts('2026-11-23T10:05:00Z', file)
    app = createApp(test.ports, on)
    expect(told(await says(ann.account, 'sign'))).to.include('You have answered 1 of 8 questions')
  })

  it('pressed twice, or on an old card after the right answer, it leads on', async () => {
    await answer(ann.account, first, 'right')
    for (const how of ['right', 'wrong'] as const)
      expect(told(await answer(ann.account, first, how))).to.include('Question 2 of 8')
  })

  it('no signature is taken while one is left, also from a card from before they were turned on', async () => {
    app.learn(off)
    expect(told(await says(ann.account, 'sign'))).to.include('"do":"sign"')
    app.learn(on)
    expect(told(await signs(ann)))
      .to.include('first, the questions')
      .and.include('Nothing is signed yet')
    for (const question of questions.slice(1)) await answer(ann.account, question, 'right')
    await signs(ann)
    expect(await signatures()).to.have.lengthOf(0)
    await answer(ann.account, first, 'right')
    expect(told(await signs(ann))).to.include('Thank you, Ann')
  })

  it('turned off in the middle, the card says so, and the signature says nothing of questions', async () => {
    await answer(ann.account, first, 'right')
    app.learn(off)
    expect(told(await answer(ann.account, must(questions[1]), 'right'))).to.include('No more questions')
    expect(told(await signs(ann)))
      .to.include('Thank you, Ann')
      .and.not.include('Questions about it')
    expect((await signatures()).map(({ fact }) => fact.understood)).to.deep.equal([undefined])
  })

  it('whoever signed before they were turned on keeps the signature', async () => {
    app.learn(off)
    await signs(ann)
    app.learn(on)
    expect(told(await says(ann.account, 'sign'))).to.include('You have signed this already')
    expect(told(await answer(ann.account, first, 'right'))).to.include('You have signed this already')
    expect(told(await says(ann.account, 'status'))).to.include('You signed the Social Media Policy')
  })

  it('a question that was worded anew is asked anew, and a card with the old words says so', async () => {
    await answer(ann.account, first, 'right')
    const reworded = {
      ...on,
      policies: on.policies.map((each) => ({
        ...each,
        understanding: each.understanding?.map((question) =>
          question.id === first.id ? { ...question, text: 'Who is staff in it?' } : question,
        ),
      })),
    }
    app.learn(reworded as Library)
    expect(told(await says(ann.account, 'sign'))).to.include('there are 8 short questions')
    expect(told(await answer(ben.account, first, 'right')))
      .to.include('That question has changed')
      .and.include('Who is staff in it?')
  })

  it('what somebody chose first is nowhere: not in the database, the journal or the log', async () => {
    await answer(ann.account, first, 'wrong')
    const db = await openSqlite(file)
    const rows = await sql<{
      n: number
    }>`select (select count(*) from right_answer) + (select count(*) from understood_count) as n`.execute(db)
    expect(rows.rows).to.deep.equal([{ n: 0 }])
    await answer(ann.account, first, 'right', true)
    await answersAll(ann.account)
    await signs(ann)
    expect(await db.selectFrom('right_answer').selectAll().execute()).to.deep.equal([])
    await db.destroy()
    const [signed] = await signatures()
    expect(signed?.fact.understood).to.have.all.keys('how', 'questions', 'asked')
    expect(test.logged.join('\n')).to.not.match(/again|missed|who-is-staff/)
  })

  it('SLT sees a section once five people have answered, and then five more', async () => {
    const seen: string[] = []
    for (const [at, { account }] of everybody.entries()) {
      if (at < 2) await answer(account, first, 'wrong')
      await answer(account, first, 'right', at < 2)
      seen.push(told(await says(boss, 'misunderstood')))
    }
    for (const before of seen.slice(0, 4)) expect(before).to.include('There is nothing to show yet')
    for (const after of seen.slice(4)) expect(after).to.include('4 Scope: 2 of 5 first answers were not right')
  })

  it('whoever is asked anew answers anew, and is counted once', async () => {
    for (const { account } of everybody.slice(0, 4)) await answer(account, first, 'right')
    await answersAll(ann.account)
    await signs(ann)
    test.setClock('2027-09-06T10:00:00Z')
    await asksAnew('2027-09-06T09:00:00Z')
    expect(told(await says(ann.account, 'sign'))).to.include('there are 8 short questions')
    await answersAll(ann.account)
    expect(told(await says(boss, 'misunderstood'))).to.include('There is nothing to show yet')
    expect(told(await signs(ann))).to.include('Thank you, Ann')
    await answer(must(everybody[4]).account, first, 'right')
    expect(told(await says(boss, 'misunderstood'))).to.include('4 Scope: 0 of 5')
  })

  it('the certificate says it, `verify` finds what was changed, and nothing else', async () => {
    await answersAll(ann.account)
    await signs(ann)
    const { id, fact } = must((await signatures())[0])
    const found = await findReceipt(test.ports.journal, { entry: id, school: 'A school' })
    const lines = found === undefined ? [] : receiptText(found.receipt)
    expect(lines.filter((line) => line.startsWith('Questions about it'))).to.deep.equal([
      'Questions about it: all questions were answered right',
    ])
    const evidence = { journal: test.ports.journal, register: test.ports.register }
    const holds = () => verify(evidence, { fold: parts.fold })
    expect(await holds()).to.include({ kind: 'holds', signatures: 1 })
    const asked = fact.understood?.how === 'all-right' ? fact.understood.asked : ''
    expect(await test.ports.journal.wording(asked))
      .to.match(/^Questions about the Social Media Policy/)
      .and.include('8. ')
    const db = await openSqlite(file)
    await db.updateTable('wording').set({ text: 'Questions' }).where('hash', '=', asked).execute()
    expect(await holds()).to.include({ kind: 'broken', why: 'wording' })
    await db.deleteFrom('wording').where('hash', '=', asked).execute()
    expect(await holds()).to.include({ kind: 'broken', why: 'wording' })
    const { understood: _gone, ...less } = fact
    await db
      .updateTable('entry')
      .set({ fact: JSON.stringify(less) })
      .where('id', '=', id)
      .execute()
    expect(await holds()).to.include({ kind: 'broken', why: 'changed' })
    await db.destroy()
  })

  it('an inspector finds the questions as they were put, and the person sees what is kept of them', async () => {
    await answer(ben.account, first, 'right')
    await answersAll(ann.account)
    await signs(ann)
    await test.close()
    const [home, pack] = [dirname(file), join(dirname(file), 'pack')]
    const packed = await run(registerCommand, ['pack', pack], { home })
    const names = readdirSync(join(pack, 'editions/2015-10')).filter((name) => name.startsWith('questions-'))
    const shown = await run(peopleCommand, ['show', 'U1@school.example'], { home })
    test = await memoryPorts()
    expect([packed.status, names.length]).to.deep.equal([0, 1])
    const words = readFileSync(join(pack, 'editions/2015-10', names[0] ?? ''), 'utf8')
    expect(`questions-${sha256(words)}.txt`).to.equal(names[0])
    expect(words).to.include('1. You are a volunteer').and.include('- right: Yes, volunteers count as staff in it')
    expect(shown.out).to.include('Questions before signing: social-media 2015-10, 1 answered right')
  })

  it('on paper nobody asks them, and the record says that they were not answered', async () => {
    const person = must(await test.ports.directory.find(ben.account))
    const paper = { do: 'sign-paper', ...cites, person: person.id } as const
    await does(boss, paper, { on: '2026-11-20', kept: 'the office' })
    const [signed] = await signatures()
    expect(signed?.fact.understood).to.deep.equal({ how: 'not-asked' })
    expect(told(await does(boss, { do: 'receipt', entry: signed?.id ?? '' }))).to.include(
      'not answered: signed on paper',
    )
  })
})

function about({ policies }: Library) {
  const policy = must(policies.find(({ id }) => id === 'social-media'))
  const edition = must(policy.editions[0])
  return { policy, edition, declaration: must(declarationOf(policy, edition)) }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is not there')
  return value
}
