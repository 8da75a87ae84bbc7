// A real restore: a school is set up by the commands that a technician uses, backed up, restored, and used again.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import { createApp } from '../../src/app.ts'
import { backupCommand } from '../../src/command/backup.ts'
import { campaignCommand } from '../../src/command/campaign.ts'
import type { Command } from '../../src/command/context.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { openHome } from '../../src/command/open-home.ts'
import { peopleCommand } from '../../src/command/people.ts'
import { registerCommand } from '../../src/command/register.ts'
import { restoreCommand } from '../../src/command/restore.ts'
import { signCommand } from '../../src/command/sign.ts'
import { verifyCommand } from '../../src/command/verify.ts'
import { built } from '../kit/built.ts'
import { run } from '../kit/command.ts'
import { aFolder } from '../kit/databases.ts'
import { parts } from '../kit/evidence.ts'
import { fillSchool } from '../kit/full-school.ts'
import { memoryPorts } from '../kit/ports.ts'
import { freshPostgres } from '../kit/postgres.ts'

const staff = `Name,Email,Group,Start date,Roles
Ann Able,ann@school.example,teaching,2019-09-01,slt
Zoë Łukasz,zoe@school.example,governor,2026-11-20,
Bob Bell,bob@school.example,support,2020-09-01,
`

interface Where {
  readonly home: string
  readonly env: Record<string, string>
}

async function doIn(where: Where, command: Command, ...argv: string[]): Promise<string> {
  const { status, out, err } = await run(command, argv, where)
  expect(status, `${argv.join(' ')}: ${[...out, ...err].join('\n')}`).to.equal(0)
  return out.join('\n')
}

const sign = (where: Where, email: string) =>
  doIn(where, signCommand, 'paper', '--email', email, '--on', '2026-11-20', '--kept', 'Cabinet 2')
const register = (where: Where) => doIn(where, registerCommand, 'list', '--json')
const journal = async (where: Where) => JSON.parse(await doIn(where, verifyCommand, '--json')) as { entries: number }

const places = [
  ['a home of its own', (home: string) => Promise.resolve({ home, env: {} })],
  ['PostgreSQL', async (home: string) => ({ home, env: { DATABASE_URL: await freshPostgres() } })],
] as const

describe('a restore, tried for real', () => {
  for (const [n, [from, open]] of places.entries()) {
    const [to, reopen] = places[1 - n] ?? places[0]
    it(`makes of a school in ${from} the same school in ${to}`, async () => {
      const folder = aFolder()
      const school = await open(join(folder, 'school'))
      const receipt = await setUp(school, folder)
      const [lines, before] = [await register(school), await journal(school)]
      await doIn(school, backupCommand, '--to', join(folder, 'backup.db'))

      const again = await reopen(join(folder, 'again'))
      const said = await doIn(again, restoreCommand, join(folder, 'backup.db'))
      expect(said).to.include('The journal holds').and.include('school.yaml')
      expect(await register(again)).to.equal(lines)
      expect(await journal(again)).to.deep.equal(before)
      expect(await doIn(again, verifyCommand, receipt)).to.include('Ann Able')
      expect((await run(campaignCommand, campaign, again)).status, 'asked already').to.equal(1)
      await sign(again, 'bob@school.example')
      expect((await journal(again)).entries).to.be.greaterThan(before.entries)
      expect(await register(again)).not.to.equal(lines)
      expect(await askBot(again)).to.equal('answered')
    })
  }
})

const campaign = ['open', '--policy', 'social-media', '--audience', 'all', '--due', '2026-12-18']

/** Sets up people, a campaign and a signature; returns the path of its receipt. */
async function setUp(school: Where, folder: string): Promise<string> {
  mkdirSync(school.home)
  const own = readFileSync('knowledge/school.yaml', 'utf8').replace(/^name: .*$/m, 'name: Zoë’s School')
  const accepts = 'signing: { acceptRestated: [social-media@2015-10] }'
  writeFileSync(join(school.home, 'school.yaml'), `${own}\n${accepts}\n`)
  writeFileSync(join(folder, 'staff.csv'), staff)
  await doIn(school, peopleCommand, 'import', join(folder, 'staff.csv'), '--yes')
  await doIn(school, campaignCommand, ...campaign)
  await sign(school, 'ann@school.example')
  const receipt = join(folder, 'receipt.pdf')
  await doIn(school, registerCommand, 'receipt', 'ann@school.example', '--out', receipt)
  return receipt
}

/** The tone of the bot's answer in that home. */
async function askBot({ home, env }: Where): Promise<string | undefined> {
  const library = loadLibrary({ root: '.', home })
  expect(library.school.name).to.equal('Zoë’s School')
  const { close, ...kept } = await openHome({
    home,
    config: { databaseUrl: env['DATABASE_URL'] },
    newId: randomUUID,
    clock: () => new Date(),
  })
  const memory = await memoryPorts()
  const account = { platform: 'web', id: 'W1' } as const
  const place = { platform: 'web', id: 'W1', kind: 'private' } as const
  const app = createApp({ ...memory.ports, ...kept }, library)
  const replies = await app.hear({ kind: 'said', id: 'e1', account, place, text: 'can I be friends with pupils?' })
  await close()
  await memory.close()
  return replies[0]?.card.tone
}

describe('a restore that is killed', () => {
  it('leaves a home that says that it is half restored, or nothing', async () => {
    const folder = aFolder()
    const school = { home: join(folder, 'school'), env: {} }
    mkdirSync(school.home)
    const db = await openSqlite(join(school.home, 'policy-guide.db'), 'alone')
    await fillSchool(db).finally(() => db.destroy())
    const file = join(folder, 'backup.db')
    await doIn(school, backupCommand, '--to', file)

    const home = join(folder, 'again')
    mkdirSync(home)
    const child = spawn(process.execPath, [built('main'), 'restore', file, '--home', home], {
      stdio: 'ignore',
    })
    // The first file that a restore writes is the marker that it is not complete, so killing it at the first write
    // leaves that.
    const watching = watch(home, () => void child.kill('SIGKILL'))
    await once(child, 'exit')
    watching.close()
    expect(child.signalCode).to.equal('SIGKILL')
    const left = readdirSync(home)
    if (left.length > 0) {
      expect(left).to.include('restoring')
      expect(existsSync(join(home, 'policy-guide.db'))).to.equal(false)
      const failed = await run(verifyCommand, [], { home }).catch(String)
      expect(typeof failed === 'string' ? failed : failed.err.join(' ')).to.include('only half restored')
    }
    const whole = await run(restoreCommand, [file], { home: join(folder, 'third') })
    expect(whole.status, whole.err.join()).to.equal(0)
    const kept = openStore(await openSqlite(join(folder, 'third', 'policy-guide.db'), 'alone'), {
      ...parts,
      newId: () => 'id',
    })
    await kept.journal.head().finally(kept.close)
  })
})
