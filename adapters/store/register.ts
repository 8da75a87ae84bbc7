// The Register port: everybody with what their standing rests on, page by page or counted by the database.
import { compact } from '../../src/kit/defined.ts'
import { sql, type Kysely } from 'kysely'
import type { RegisterLine } from '../../src/standing/totals.ts'
import type { Register, RegisterQuery } from '../../src/ports/evidence.ts'
import type { Involvement } from '../../src/standing/types.ts'
import type { Day } from '../../src/kit/days.ts'
import { campaignsOf } from './campaigns.ts'
import { toInvolvement } from './involvement.ts'
import { inParts } from './parts.ts'
import { keyOf } from './people.ts'
import { personColumns, toPerson, type PersonCells } from './rows.ts'
import type { Tables } from './tables.ts'

export function registerOver(db: Kysely<Tables>): Register {
  return {
    async page({ policy, ...which }) {
      const rows = await pageOf(db, which)
      const involved = await involvementsOf(db, [policy], rows)
      return rows.map((row) => ({ person: toPerson(row), involvement: involved(policy, row.id) }))
    },
    async pageOfAll({ policies, ...which }) {
      const rows = await pageOf(db, which)
      const involved = await involvementsOf(db, policies, rows)
      return rows.map((row) => ({
        person: toPerson(row),
        involvements: policies.map((policy) => involved(policy, row.id)),
      }))
    },
    async tally({ today, ...which }) {
      const counted = await everybody(db, which)
        .select(({ fn }) => [fn.min('person.id').as('id'), fn.countAll().as('count')])
        .groupBy(await alike(db, which.policy, today))
        .execute()
      const examples = new Map<string, RegisterLine>()
      for (const some of inParts(counted.map(({ id }) => id))) {
        const rows = await people(db, which).where('person.id', 'in', some).execute()
        const involved = await involvementsOf(db, [which.policy], rows)
        for (const row of rows)
          examples.set(row.id, { person: toPerson(row), involvement: involved(which.policy, row.id) })
      }
      return counted.flatMap(({ id, count }) => {
        const example = examples.get(id)
        return example === undefined ? [] : [{ ...example, count: Number(count) }]
      })
    },
  }
}

/**
 * Everybody asked for, including leavers, each with their row for this policy where they have one. With an index, every
 * row would be fetched from a different place, which takes twice as long; so computed values have no index.
 */
function everybody(db: Kysely<Tables>, { policy, practice, group }: RegisterQuery) {
  const query = db
    .selectFrom('person')
    .leftJoin('involvement as i', (join) => join.onRef('i.person', '=', 'person.id').on('i.policy', '=', policy))
    .where(sql`person.practice + 0`, '=', practice ? 1 : 0)
    .where(sql<boolean>`coalesce(person.same_as, '') = ''`)
    .where('person.erased', '=', 0)
  if (group === undefined) return query
  return group === 'none' ? query.where('person.group', 'is', null) : query.where('person.group', '=', group)
}

type Page = Omit<RegisterQuery, 'policy'> & { readonly after?: string | undefined; readonly most: number }

async function pageOf(db: Kysely<Tables>, { after, most, ...which }: Page): Promise<readonly PersonCells[]> {
  const from = await keyOf(db, after)
  let query = people(db, which)
  if (from !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('person.sort', 'person.id'), '>', tuple(from.sort, from.id)),
    )
  }
  return query.orderBy('person.sort').orderBy('person.id').limit(most).execute()
}

function people(db: Kysely<Tables>, { practice, group }: Omit<RegisterQuery, 'policy'>) {
  const query = db
    .selectFrom('person')
    .select(personColumns)
    .where('practice', '=', practice ? 1 : 0)
    .where('same_as', 'is', null)
    .where('erased', '=', 0)
  if (group === undefined) return query
  return group === 'none' ? query.where('group', 'is', null) : query.where('group', '=', group)
}

/** Apart from the people: most columns of most rows would be empty if they came with them. */
async function involvementsOf(
  db: Kysely<Tables>,
  policies: readonly string[],
  rows: readonly Pick<PersonCells, 'id'>[],
): Promise<(policy: string, person: string) => Involvement | undefined> {
  const found = new Map(policies.map((policy) => [policy, new Map<string, Involvement>()] as const))
  for (const some of inParts(rows.map(({ id }) => id))) {
    const involved = await db
      .selectFrom('involvement')
      .selectAll()
      .where('policy', 'in', policies)
      .where('person', 'in', some)
      .execute()
    for (const row of involved) found.get(row.policy)?.set(row.person, toInvolvement(row))
  }
  return (policy, person) => found.get(policy)?.get(person)
}

/**
 * Everything that a standing's kind depends on, and nothing finer: of a day, only whether it is before or after today.
 * In one text, because databases take longer to sort by many columns than to read the rows.
 */
async function alike(db: Kysely<Tables>, policy: string, today: Day) {
  const open = (await campaignsOf(db, policy)).filter(({ closedOn }) => closedOn === undefined)
  const anew = new Set(open.flatMap(({ since }) => (since === undefined ? [] : [since.toISOString()])))
  const named = new Set(open.flatMap(({ audience }) => audience.people))
  const signs = compact([
    sql.ref('person.group'),
    sql.ref('person.all_roles'),
    sql`case when person.leaves_on < ${today} then '1' end`,
    sql`case when person.starts_on > ${today} then '1' end`,
    sql`case when i.excused_by is null then '' when i.excused_until < ${today} then '1' else '2' end`,
    sql.ref('i.signed_edition'),
    // An edition has one declaration, seldom two.
    sql.ref('i.signed_wording'),
    sql.ref('i.open_kind'),
    sql.ref('i.open_edition'),
    sql.ref('i.reading_edition'),
    ...[...anew].flatMap((since) => [
      sql`case when i.signed_at < ${since} then '1' end`,
      sql`case when i.open_at < ${since} then '1' end`,
    ]),
    // Somebody who is asked by name is counted individually.
    named.size !== 0 && sql`case when person.id in (${sql.join([...named])}) then person.id end`,
  ])
  return sql<string>`${sql.join(
    signs.map((sign) => sql`coalesce(${sign}, '')`),
    sql` || '|' || `,
  )}`
}
