// PostgreSQL behind pgbouncer in transaction mode, with fewer sessions than connections: each transaction may get
// another session, so no state may be left in one. A school is moved there, two servers sign at once, and each command
// ends.
import { join } from 'node:path'
import { expect } from 'chai'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openStore } from '../../adapters/store/store.ts'
import { backupCommand } from '../../src/command/backup.ts'
import { peopleCommand } from '../../src/command/people.ts'
import { registerCommand } from '../../src/command/register.ts'
import { storeCommand } from '../../src/command/store.ts'
import { verifyCommand } from '../../src/command/verify.ts'
import { verify } from '../../src/proof/verify.ts'
import { run } from '../kit/command.ts'
import { aFolder } from '../kit/databases.ts'
import { aPerson, parts, press } from '../kit/evidence.ts'
import { openPooler, pgbouncerHere, type Pooler } from '../kit/pgbouncer.ts'
import { aSchool, said } from '../kit/places.ts'
import { freshPostgres } from '../kit/postgres.ts'

const path = pgbouncerHere()
const leftOut = 'left out, because pgbouncer is not here (Debian: apt-get install pgbouncer)'
const sessions = 3
/** A time after everything that has happened in the school. */
const later = { ...parts, clock: () => new Date('2029-06-01T09:00:00Z') }
const many = 40

describe(`postgresql behind pgbouncer${path === undefined ? `: ${leftOut}` : ''}`, () => {
  let pooler: Pooler | undefined
  before(async function () {
    if (path === undefined) this.skip()
    pooler = await openPooler(await freshPostgres(), { folder: aFolder(), path, sessions })
  })
  after(() => pooler?.close())

  it('takes a whole school, signatures by two servers at once, and every command', async () => {
    const { home } = await aSchool('sqlite')
    if (pooler === undefined) throw new Error('it was opened before')
    const { url } = pooler
    const env = { DATABASE_URL: url }
    const moved = await run(storeCommand, ['copy'], { home, env })
    expect(moved.status, said(moved)).to.equal(0)

    const servers = await Promise.all([1, 2].map(async () => openStore(await openPostgres(url), later)))
    const [one, other] = servers
    if (one === undefined || other === undefined) throw new Error('two were opened')
    const before = await verify(one, later)
    const crowd = Array.from({ length: many }, (_, n) => `pooled-${n}`)
    await one.people.put(crowd.map((id) => aPerson(id)))
    // Each person presses on both servers at the same moment; only one press signs.
    const pressed = await Promise.all(
      crowd.flatMap((person) =>
        [one, other].map(({ journal }, at) => press(journal, { person, id: `e-${person}-${at}`, at: later.clock() })),
      ),
    )
    expect(pressed.filter((outcome) => outcome === 'signed')).to.have.lengthOf(many)
    const after = await verify(one, later)
    if (before.kind !== 'holds' || after.kind !== 'holds') throw new Error('the journal does not hold')
    expect(after.signatures - before.signatures).to.equal(many)

    // A home without the school's files: only the database matters here.
    const elsewhere = aFolder()
    const file = join(elsewhere, 'backup.db')
    for (const [command, words] of [
      [peopleCommand, ['list']],
      [registerCommand, ['list']],
      [verifyCommand, []],
      [backupCommand, ['--to', file]],
    ] as const) {
      const ran = await run(command, words, { home: elsewhere, env, now: '2030-01-01T09:00:00Z' })
      expect(ran.status, `${words.join(' ')}: ${said(ran)}`).to.equal(0)
    }
    await Promise.all(servers.map(({ close }) => close()))
  })
})
