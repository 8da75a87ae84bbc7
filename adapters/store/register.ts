// The Register port: everybody with what their standing rests on, a page at a time or counted by the database.
import { sql, type Kysely } from 'kysely'
import type { Register, RegisterLine, RegisterQuery } from '../../src/evidence.ts'
import type { Day } from '../../src/kit/days.ts'
import { campaignsOf } from './campaigns.ts'
import { toInvolvement } from './involvement.ts'
import { inParts } from './parts.ts'
import { keyOf } from './people.ts'
import { toPerson } from './rows.ts'
import type { InvolvementRow, PersonRow, Tables } from './tables.ts'

export function registerOver(db: Kysely<Tables>): Register {
  return {
    async page({ after, most, ...which }) {
      const from = await keyOf(db, after)
      let query = lines(db, which)
      if (from !== undefined) {
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('person.sort', 'person.id'), '>', tuple(from.sort, from.id)),
        )
      }
      return (await query.orderBy('person.sort').orderBy('person.id').limit(most).execute()).map(toLine)
    },
    async tally({ today, ...which }) {
      const counted = await everybody(db, which, 'all')
        .select(({ fn }) => [fn.min('person.id').as('id'), fn.countAll().as('count')])
        .groupBy(await alike(db, which.policy, today))
        .execute()
      const examples = new Map<string, RegisterLine>()
      for (const some of inParts(counted.map(({ id }) => id))) {
        const rows = await lines(db, which).where('person.id', 'in', some).execute()
        for (const line of rows.map(toLine)) examples.set(line.person.id, line)
      }
      return counted.flatMap(({ id, count }) => {
        const example = examples.get(id)
        return example === undefined ? [] : [{ ...example, count: Number(count) }]
      })
    },
  }
}

/**
 * The people asked for, leavers too, each with their row for this policy where they have one. Whoever counts them all
 * says so: along an index, every row would be fetched from somewhere else, which takes twice as long.
 */
function everybody(db: Kysely<Tables>, { policy, practice, group }: RegisterQuery, how: 'some' | 'all') {
  const query = db
    .selectFrom('person')
    .leftJoin('involvement as i', (join) => join.onRef('i.person', '=', 'person.id').on('i.policy', '=', policy))
    // No index is used for what is worked out.
    .where(how === 'all' ? sql`person.practice + 0` : sql`person.practice`, '=', practice ? 1 : 0)
    .where(how === 'all' ? sql<boolean>`coalesce(person.same_as, '') = ''` : sql<boolean>`person.same_as is null`)
    .where('person.erased', '=', 0)
  if (group === undefined) return query
  return group === 'none' ? query.where('person.group', 'is', null) : query.where('person.group', '=', group)
}

function lines(db: Kysely<Tables>, which: RegisterQuery) {
  return everybody(db, which, 'some')
    .selectAll('person')
    .select(['i.policy', 'i.signed_entry', 'i.signed_edition', 'i.signed_wording', 'i.signed_at'])
    .select(['i.open_kind', 'i.open_edition', 'i.open_at', 'i.excused_by', 'i.excused_until'])
    .select(['i.reading_edition', 'i.reading_sections'])
}

type Line = PersonRow & { [column in Exclude<keyof InvolvementRow, 'person'>]: InvolvementRow[column] | null }

function toLine(row: Line): RegisterLine {
  return { person: toPerson(row), involvement: row.policy === null ? undefined : toInvolvement(row) }
}

/**
 * All that a standing's kind depends on, and nothing finer: of a day, only the side of today that it is on. In one text,
 * because by many columns databases sort for longer than they read.
 */
async function alike(db: Kysely<Tables>, policy: string, today: Day) {
  const open = (await campaignsOf(db, policy)).filter(({ closedOn }) => closedOn === undefined)
  const named = new Set(open.flatMap(({ audience }) => audience.people))
  const signs = [
    sql.ref('person.group'),
    sql.ref('person.all_roles'),
    sql`case when person.leaves_on < ${today} then '1' end`,
    sql`case when person.starts_on > ${today} then '1' end`,
    sql`case when i.excused_by is null then '' when i.excused_until < ${today} then '1' else '2' end`,
    sql.ref('i.signed_edition'),
    // An edition has one wording, seldom two.
    sql.ref('i.signed_wording'),
    sql.ref('i.open_kind'),
    sql.ref('i.open_edition'),
    sql.ref('i.reading_edition'),
    // Whoever is asked by name counts for themselves.
    ...(named.size === 0 ? [] : [sql`case when person.id in (${sql.join([...named])}) then person.id end`]),
  ]
  return sql<string>`${sql.join(
    signs.map((sign) => sql`coalesce(${sign}, '')`),
    sql` || '|' || `,
  )}`
}
