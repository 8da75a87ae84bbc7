// A real PostgreSQL behind a failing network: cut, stalled, half open, slow, or absent.
import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { sql, type Kysely } from 'kysely'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { ConnectionLost } from '../../adapters/store/patient-pool.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { StoreTrouble } from '../../src/ports/trouble.ts'
import { openNetwork, type Network } from '../kit/chaos.ts'
import { aPerson, deedsIn, parts, press } from '../kit/evidence.ts'
import { freshPostgres } from '../kit/postgres.ts'

const now = new Date('2026-11-23T09:00:00Z')
/** Short enough to be waited for in a test, and long enough for a statement on a machine that is busy with others. */
const short = { connecting: 10_000, statement: 3_000, lock: 1_000, reshaping: 60_000 }

describe('postgresql behind a network that fails', () => {
  let url: string
  let network: Network
  let db: Kysely<Tables>
  let kept: OpenStore
  beforeEach(async () => {
    url = await freshPostgres()
    network = await openNetwork(Number(new URL(url).port))
    db = await openPostgres(network.through(url)).catch(async (error: unknown) => {
      await network.close()
      throw error
    })
    kept = openStore(db, parts)
    await kept.people.put([aPerson('p1'), aPerson('p2')])
  })
  afterEach(async () => {
    network.resumes()
    // What is left open keeps the whole run from ending.
    await kept.close().finally(() => network.close())
  })

  const outcomeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => {
        const lost = error instanceof StoreTrouble ? error.cause : error
        return lost instanceof ConnectionLost ? `lost, perhaps done: ${lost.perhapsDone}` : String(error)
      },
    )

  it('a connection that is cut while a statement runs ends nothing but the statement', async () => {
    const slow = outcomeOf(sql`update person set name = name where pg_sleep(0.2) is not null`.execute(db))
    await sql`select 1`.execute(db)
    network.cut()
    expect(await slow).to.equal('lost, perhaps done: true')
    expect((await kept.people.byId('p1'))?.id).to.equal('p1')
  })

  it('a read that was cut is asked again', async () => {
    let cuts = 0
    network.cutsAt('from "person"', 'after', () => (cuts += 1))
    expect((await kept.people.byId('p1'))?.id).to.equal('p1')
    expect(cuts).to.equal(1)
  })

  it('a read that was cut, and can no longer connect, is told as the store’s failure', async () => {
    const role = `school_${randomUUID().replaceAll('-', '')}`
    await sql.raw(`create role ${role} superuser login password 'school'`).execute(db)
    const theirs = Object.assign(new URL(network.through(url)), { username: role, password: 'school' }).toString()
    const hasty = openStore(await openPostgres(theirs, short), parts)
    await sql.raw(`alter role ${role} password 'another'`).execute(db)
    network.cutsAt('from "person"', 'before')
    const failure = await hasty.people.byId('p1').catch((error: unknown) => error)
    expect(failure).to.be.instanceOf(StoreTrouble)
    expect(String(failure)).to.include('password authentication failed')
    await hasty.close()
  })

  it('a signature that was cut before it can have happened is made by another connection, once', async () => {
    network.cutsAt('journal_head', 'before')
    expect(await press(kept.journal, { person: 'p1', id: 'e1' })).to.equal('signed')
    expect(await deedsIn(kept.journal)).to.have.lengthOf(1)
  })

  it('a signature that was cut when it was all but done is not made twice, and whoever asks sees which', async () => {
    network.cutsAt('commit', 'after')
    expect(await outcomeOf(press(kept.journal, { person: 'p1', id: 'e1' }))).to.equal('lost, perhaps done: true')
    expect(await press(kept.journal, { person: 'p1', id: 'e2' })).to.equal('already-signed')
    expect(await deedsIn(kept.journal)).to.have.lengthOf(1)
  })

  it('a write by itself that was cut is not tried again, since it may have happened', async () => {
    network.cutsAt('insert into "claim"', 'before')
    expect(await outcomeOf(kept.store.claim('event:1', now))).to.equal('lost, perhaps done: true')
    expect(await kept.store.claim('event:1', now)).to.equal(true)
  })

  it('a network that falls silent is not waited for without end, and all goes on when it is back', async () => {
    const hasty = openStore(await openPostgres(network.through(url), short), parts)
    network.stalls()
    expect(await outcomeOf(hasty.store.claim('event:1', now))).to.match(/^lost|timeout/)
    network.cut()
    network.resumes()
    expect((await hasty.people.byId('p1'))?.id).to.equal('p1')
    expect(await press(hasty.journal, { person: 'p1', id: 'e1' })).to.equal('signed')
    await hasty.close()
  })

  it('what somebody else holds is not waited for without end, and is had when they let go', async () => {
    const other = await openPostgres(url)
    let letGo: () => void = () => undefined
    const letting = new Promise<void>((resolve) => (letGo = resolve))
    let holds: () => void = () => undefined
    const holding = new Promise<void>((resolve) => (holds = resolve))
    const held = other.transaction().execute(async (tx) => {
      await sql`update journal_head set seq = seq`.execute(tx)
      holds()
      await letting
    })
    await holding
    const hasty = openStore(await openPostgres(network.through(url), short), parts)
    expect(await outcomeOf(press(hasty.journal, { person: 'p1', id: 'e1' }))).to.include('lock timeout')
    letGo()
    await held
    expect(await press(hasty.journal, { person: 'p1', id: 'e1' })).to.equal('signed')
    await hasty.close()
    await other.destroy()
  })

  it('a slow network loses nothing', async () => {
    const patient = openStore(await openPostgres(network.through(url)), { ...parts, newId: () => 'id' })
    network.delays(20)
    const presses = await Promise.all(
      ['p1', 'p2'].map((person) => press(patient.journal, { person, id: `e-${person}` })),
    )
    expect(presses).to.deep.equal(['signed', 'signed'])
    await patient.close()
  })

  it('a server that is gone for a moment is found again', async () => {
    network.refuses(true)
    network.cut()
    const asked = kept.people.byId('p2')
    setTimeout(() => network.refuses(false), 150)
    expect((await asked)?.id).to.equal('p2')
  })

  it('two servers live through cuts at any moment, and no signature is lost or made twice', async () => {
    const second = openStore(await openPostgres(network.through(url)), { ...parts, newId: () => 'id' })
    const people = Array.from({ length: 60 }, (_, n) => aPerson(`many-${n}`))
    await kept.people.put(people)
    const cutting = setInterval(() => network.cut(), 60)
    const promised = await Promise.all(
      people.map(async ({ id }, n) => {
        const { journal } = n % 2 === 0 ? kept : second
        return (await outcomeOf(press(journal, { person: id, id: `e-${id}` }))) === 'done' ? [`e-${id}`] : []
      }),
    )
    clearInterval(cutting)
    const entries = await kept.journal.entries(0, 1_000)
    expect(entries.map(({ id }) => id)).to.include.members(promised.flat())
    expect(new Set(entries.map(({ id }) => id)).size).to.equal(entries.length)
    await second.close()
  })

  it('needs nothing of a session, so that a pooler in front may hand it round', async () => {
    const again = await openPostgres(network.through(url))
    const locks = sql<{ count: string }>`select count(*) as count from pg_locks where locktype = 'advisory'`
    expect((await locks.execute(again)).rows[0]?.count).to.equal('0')
    expect(
      (await sql<{ set: string }>`select current_setting('lock_timeout') as set`.execute(again)).rows[0]?.set,
    ).to.equal('0')
    await again.destroy()
  })
})
