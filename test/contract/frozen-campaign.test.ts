// A home frozen in the middle of a campaign, as left by the version before campaigns were part of keys: it is migrated,
// nobody hears again of what they have heard, and the next step is sent under its new key.
import { join } from 'node:path'
import { expect } from 'chai'
import { Kysely, sql, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { DatabaseSync } from '@photostructure/sqlite'
import { createDriver } from '../../adapters/store/driver.ts'
import { createGroups, noDisk } from '../../adapters/store/groups.ts'
import { migrate } from '../../adapters/store/migrations.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { createReminding } from '../../src/reminder/job.ts'
import { openDesk } from '../../src/turn/desk.ts'
import { houseOf } from '../../src/turn/house.ts'
import { aFolder } from '../kit/databases.ts'
import { anEdition, aPolicy, aSection } from '../kit/builders.ts'
import { hilltop } from '../kit/hilltop.ts'
import { memoryPorts } from '../kit/ports.ts'

const edition = anEdition({
  sections: [aSection('1', 'Words', 'Be kind.'), aSection('2', 'Declaration', 'I am kind.')],
})
const policy = { ...aPolicy(edition), declaration: '2' }
const library = { ...hilltop, policies: [policy] }
const about = `${policy.id}@${edition.id}`

/**
 * The campaign was opened on Monday 7 September and was due on Thursday 8 October; Priya's manager has heard that she
 * is late.
 */
async function freeze(file: string): Promise<void> {
  const database = new DatabaseSync(file)
  const groups = createGroups((statement) => database.exec(statement), noDisk)
  const old = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => createDriver(database, { groups, disk: noDisk }),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  await migrate(old, 6)
  for (const [id, name, manager] of [
    ['p1', 'Priya Nair', 'p2'],
    ['p2', 'Joanne Clarke', null],
  ]) {
    await sql`insert into person (id, name, email, roles, all_roles, "group", manager, away, listed, practice, sort, erased) values (${id}, ${name}, null, '["staff"]', '["staff"]', ${manager === null ? 'governor' : 'teaching'}, ${manager}, '[]', 0, 0, ${name}, 0)`.execute(old) // prettier-ignore
    await sql`insert into account (platform, id, person, roles, open) values ('slack', ${`U-${id ?? ''}`}, ${id}, '["staff"]', 1)`.execute(old) // prettier-ignore
  }
  const teaching = JSON.stringify({ everybody: false, groups: ['teaching'], roles: [], people: [] })
  await sql`insert into campaign (id, seq, policy, edition, audience, due, opened_on, practice) values (${`${about}.1`}, 1, ${policy.id}, ${edition.id}, ${teaching}, '2026-10-08', '2026-09-07', 0)`.execute(old) // prettier-ignore
  for (const [key, kind, person, at] of [
    [`reminder:${about}:p1:asked`, 'reminder', 'p1', '2026-09-07T08:00:00.000Z'],
    [`reminder:${about}:p1:due-7`, 'reminder', 'p1', '2026-10-01T08:00:00.000Z'],
    [`reminder:${about}:p1:due-0`, 'reminder', 'p1', '2026-10-08T08:00:00.000Z'],
    [`manager:${about}:p1`, 'manager', 'p2', '2026-10-09T08:00:00.000Z'],
  ])
    await sql`insert into notice (key, kind, person, state, at, tries, planned) values (${key}, ${kind}, ${person}, 'sent', ${at}, 0, 0)`.execute(old) // prettier-ignore
  await old.destroy()
}

describe('a home frozen in the middle of a campaign', () => {
  it('is brought up, and nobody hears again', async () => {
    const file = join(aFolder(), 'policy-guide.db')
    await freeze(file)
    const test = await memoryPorts('2026-10-12T08:00:00Z', file)
    const posted: string[] = []
    const ports = {
      ...test.ports,
      chat: {
        ...test.ports.chat,
        post: (place: { readonly id: string }, _card: object, given: { readonly key: string } | undefined) => {
          posted.push(`${place.id} ${given?.key ?? ''}`)
          return Promise.resolve({ kind: 'sent', message: 'm' } as const)
        },
      },
    }
    const [job, desk, { words }] = [createReminding(), openDesk(library), houseOf([])]
    const pass = async (day: string) => {
      for (const time of ['08:00', '09:30', '11:00', '14:00']) {
        const now = new Date(`${day}T${time}:00Z`)
        test.setClock(now.toISOString())
        await job({ now, ports, library, desk: desk(now), words })
      }
    }
    for (const day of ['2026-10-12', '2026-10-13', '2026-10-14']) await pass(day)
    expect(posted).to.deep.equal([])
    await pass('2026-10-15')
    expect(posted).to.deep.equal([`U-p1 reminder:${about}.1:p1:over-7`])
    const [campaign] = await test.ports.journal.campaigns()
    expect([campaign?.leastDays, campaign?.changedOn]).to.deep.equal([undefined, undefined])
    await test.close()
  })
})
