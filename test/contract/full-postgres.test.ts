// The whole program on a PostgreSQL whose own disk is full: its tables cannot grow, or it has ended itself because its
// log cannot. Urgent help, answers, browsing and the check go on, signing says kindly why not now, `/readyz` says it, it
// mends itself, and nothing that was acknowledged is lost.
import { expect } from 'chai'
import { sql } from 'kysely'
import pg from 'pg'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openStore } from '../../adapters/store/store.ts'
import { verify } from '../../src/proof/verify.ts'
import { aFolder } from '../kit/databases.ts'
import { eventually } from '../kit/eventually.ts'
import { deedsIn, parts } from '../kit/evidence.ts'
import { smallPostgres, type SmallPostgres } from '../kit/full-postgres.ts'
import { serveProgram, socketMode } from '../kit/serving.ts'
import { installed } from '../kit/slackbot.ts'
import { acceptSummary, signingWalk } from '../kit/slack/signing-walk.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack } from '../kit/slack/types.ts'

const question = 'who has to follow the social media policy?'
const urgent = 'a parent threatened to stab me on facebook'
const notNow = 'Please try again in a few minutes'

for (const [name, what] of [
  ['whose tables cannot grow', 'tables'],
  ['that has ended itself, for its log cannot grow', 'log'],
] as const)
  describe(`the whole program on a PostgreSQL ${name}`, () => {
    let slack: Slack
    const { answered, submits, signs } = signingWalk(() => slack.ids.botUser)
    let postgres: SmallPostgres
    const closing: (() => Promise<void> | void)[] = []
    before(async function () {
      const opened = await smallPostgres(what)
      if ('missing' in opened) {
        // Said where whoever reads the outcome looks.
        process.stderr.write(`    left out: this machine lacks ${opened.missing}\n`)
        this.skip()
      }
      postgres = opened
      slack = await startSlack({ mode: 'socket', settings: installed(), ackWithin: 60_000 })
      closing.push(opened.close, slack.close)
    })
    after(async () => {
      for (const close of closing.toReversed()) await close()
    })

    it('goes on, says kindly what has to wait, mends itself, and has kept what it promised', async () => {
      const env = { ...socketMode(slack), DATABASE_URL: postgres.url }
      const running = serveProgram({ home: aHome(), now: new Date().toISOString(), env })
      closing.push(() => void running.child.kill('SIGKILL'))
      await running.said('Press Ctrl-C')
      const url = await running.url
      const [ada, bea, cy] = ['Ada Teacher', 'Bea Teacher', 'Cy Teacher'].map((each) => slack.user(each))
      if (ada === undefined || bea === undefined || cy === undefined) throw new Error('nobody is there')
      for (const each of [ada, bea, cy]) await answered(each, question)
      await signs(ada)
      const form = await answered(bea, 'sign')
      expect((await fetch(`${url}/readyz`)).status).to.equal(200)

      // The room of the pages that are there is used up first, as it is when a disk runs full.
      postgres.fills()
      await useUp(postgres.url, what)
      if (what === 'log') await postgres.ended()
      const ready = async () => {
        const response = await fetch(`${url}/readyz`)
        return { status: response.status, says: await response.text() }
      }
      const red = await eventually(async () => {
        const now = await ready()
        return now.status === 503 ? now : undefined
      })
      expect(red.says).to.match(/"store","ok":false/)
      expect((await fetch(`${url}/healthz`)).status).to.equal(200)
      const asked = [ada, bea, cy].flatMap((each) => [each, each])
      for (const each of asked) {
        expect(await answered(each, urgent)).to.match(/999|police/i)
        expect(await answered(each, question))
          .to.include('Scope')
          .and.not.match(/sorry/i)
        expect(await answered(each, 'sections')).not.to.match(/sorry|not just now/i)
        expect(await answered(each, 'can I post this?')).not.to.match(/sorry|went wrong/i)
      }
      expect(await submits(bea, form)).to.include(notNow)
      expect((await ready()).status, 'as long as there is no room').to.equal(503)
      expect(running.lines.join('\n')).to.match(/the store does not answer/)

      postgres.empties()
      if (what === 'log') await postgres.startsAgain()
      await eventually(async () => ((await ready()).status === 200 ? true : undefined))
      await signs(bea)
      await signs(cy)
      const db = await openPostgres(postgres.url)
      await sql`delete from hidden where entry like 'filler%'`.execute(db)
      const store = openStore(db, parts)
      closing.push(store.close)
      await eventually(async () => ((await store.outbox.open()).count === 0 ? true : undefined))
      const signed = await deedsIn(store.journal)
      expect(await verify(store, parts)).to.include({ kind: 'holds', signatures: 3 })
      expect(new Set(signed.map(({ fact }) => JSON.stringify(fact))).size, 'each signed once').to.equal(3)
      // What could not be noted when it was asked is made up for at a beat, once.
      const urgentOnes = async () => (await store.store.questionCounts(new Date(0))).urgent
      await eventually(async () => ((await urgentOnes()) >= asked.length ? true : undefined))
      expect(await urgentOnes()).to.equal(asked.length)
      expect(slack.deliveries.every(({ acknowledged }) => acknowledged)).to.equal(true)
      expect(running.lines.join()).not.to.include('Teacher')
    })
  })

/** The room that is left in pages of tables, or in the log, until it ends itself. */
async function useUp(url: string, what: 'tables' | 'log'): Promise<void> {
  const client = new pg.Client(url)
  client.on('error', () => undefined)
  await client.connect()
  const takes = async (statement: string) => {
    try {
      await client.query(statement)
      return true
    } catch {
      return false
    }
  }
  const fillsLog = `select pg_logical_emit_message(true, 'filler', repeat('x', 1000000))`
  if (what === 'log') while (await takes(fillsLog));
  else
    for (const [table, values] of fillers)
      for (const size of [1_500, 10]) {
        let n = 0
        while (await takes(`insert into ${table} values (${values(`filler-${size}-${n}`, 'x'.repeat(size))})`)) n += 1
      }
  await client.end().catch(() => undefined)
}

/** What a question, a claim of a delivery and a signature write, with values that nobody looks at. */
const fillers = [
  ['claim (key, at)', (key: string, filler: string) => `'${key}', '${filler}'`],
  [
    'question (id, at, text, outcome, certainty)',
    (key: string, filler: string) => `'${key}', '2000', '${filler}', 'answered', 0`,
  ],
  [
    'arrival (id, at, platform, account, place, kind, tries, settled_at, content)',
    (key: string, filler: string) => `'${key}', '2000', 'slack', '', '{}', 'answer', 0, '2000', '${filler}'`,
  ],
  ['hidden (entry, salt, fields)', (key: string, filler: string) => `'${key}', '', '${filler}'`],
] as const

/** One in which the summary may be signed. */
function aHome(): string {
  const home = aFolder()
  acceptSummary(home)
  return home
}
