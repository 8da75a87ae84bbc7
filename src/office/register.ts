// The register in the office: how every policy stands, and everybody who matches the filters, as a page and as a file.
import { groups, roles } from '../chat/people.ts'
import { defined } from '../kit/defined.ts'
import { parseDay, type Day } from '../kit/days.ts'
import { readDayCell } from '../people/cells.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import { standings } from '../register/actions.ts'
import { registerHead, registerLines } from '../register/csv.ts'
import { isMeant, type RegisterFilter } from '../register/filter.ts'
import { rowsOf } from '../register/read-rows.ts'
import { totalsOf, type RegisterLine, type RegisterRow } from '../standing/totals.ts'
import { countingOf } from '../turn/counting.ts'
import type { Matter } from '../turn/matter.ts'
import { mattersIn } from './matters.ts'
import { registerPage, type FoundRow, type PolicyCount } from './register-page.ts'
import { todayOf, type World } from './world.ts'

const perPage = 50

export async function openRegisterRoom(
  world: World,
  [file]: readonly string[],
  { request: { fields } }: { readonly request: OfficeRequest },
): Promise<OfficeAnswer> {
  const read = readFilter(fields, world.library().school.zone)
  const all = mattersIn(world)
  const matters = all.filter(({ policy }) => read.policy === undefined || policy.id === read.policy)
  const found = () => rowsIn(world, matters, read.filter)
  if (file === 'file') return spreadsheet(world, { matters, filter: read.filter })
  if (file !== undefined) return { kind: 'missing' }
  const from = /^\d{1,7}$/.test(fields['from-row'] ?? '') ? Number(fields['from-row']) : 0
  const shown: FoundRow[] = []
  let count = 0
  for await (const row of found()) {
    if (count >= from && shown.length < perPage) shown.push(row)
    count += 1
  }
  return registerPage({
    matters: all,
    counts: await countsOf(world, all),
    fields,
    problems: read.problems,
    found: { rows: shown, count, from, perPage },
    zone: world.library().school.zone,
  })
}

interface ReadFilter {
  readonly policy: string | undefined
  readonly filter: RegisterFilter
  readonly problems: readonly string[]
}

/** A filter that cannot be read is reported, and excludes nobody. */
function readFilter(fields: OfficeRequest['fields'], zone: string): ReadFilter {
  const problems: string[] = []
  const day = (id: string): Day | undefined => {
    const read = readDayCell((fields[id] ?? '').trim())
    if (read.kind === 'wrong') problems.push(read.fix)
    return read.kind === 'wrong' || read.value === 'none' ? undefined : parseDay(read.value)
  }
  const [from, to] = [day('from'), day('to')]
  const name = (fields['q'] ?? '').trim().slice(0, 80)
  const policy = fields['policy'] ?? ''
  const filter = defined({
    group: [...groups, 'none' as const].find((each) => each === fields['group']),
    standing: (['unsigned', ...standings] as const).find((each) => each === fields['standing']),
    role: roles.find((each) => each === fields['role']),
    name: name === '' ? undefined : name,
    period: from === undefined && to === undefined ? undefined : { from, to, zone },
  })
  return { policy: policy === '' ? undefined : policy, filter, problems }
}

async function* rowsIn(world: World, matters: readonly Matter[], filter: RegisterFilter): AsyncGenerator<FoundRow> {
  for (const matter of matters) for await (const row of filtered(world, matter, filter)) yield { ...row, matter }
}

async function* filtered(
  { ports }: World,
  matter: Matter,
  filter: RegisterFilter,
): AsyncGenerator<RegisterRow & RegisterLine> {
  const counting = await countingOf({ ports }, matter, { practice: false })
  const rows = rowsOf(ports, matter, { counting, practice: false, group: filter.group })
  for await (const row of rows) if (isMeant(row, filter)) yield row
}

async function countsOf({ ports }: World, matters: readonly Matter[]): Promise<readonly PolicyCount[]> {
  return Promise.all(
    matters.map(async (matter) => {
      const counting = await countingOf({ ports }, matter, { practice: false })
      const today = matter.asOf.today
      const tally = await ports.register.tally({ policy: matter.policy.id, practice: false, today })
      return { matter, count: totalsOf(tally, counting).all }
    }),
  )
}

function spreadsheet(
  world: World,
  { matters, filter }: { readonly matters: readonly Matter[]; readonly filter: RegisterFilter },
): OfficeAnswer {
  const { zone } = world.library().school
  const [only, ...others] = matters
  const which = only === undefined || others.length > 0 ? 'all' : only.policy.id
  const pieces = async function* () {
    yield Buffer.from(registerHead)
    for (const matter of matters) {
      const about = { policy: matter.policy.id, edition: matter.edition.id, zone }
      for await (const line of registerLines(filtered(world, matter, filter), about)) yield Buffer.from(line)
    }
  }
  const name = `register-${which}-${todayOf(world)}.csv`
  return { kind: 'file', name, type: 'text/csv; charset=utf-8', pieces: pieces() }
}
