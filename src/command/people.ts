// `people`: the school's people, brought in from a list, shown, and removed at their wish.
import { parseArgs } from 'node:util'
import type { Person } from '../chat/people.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { readEmail } from '../people/cells.ts'
import { recordedAt } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'
import { erasePerson } from './people-erase.ts'
import { everybody, importPeople } from './people-import.ts'
import { showPerson } from './people-show.ts'

const usage = [
  'Usage: people import FILE.csv [--part] [--leavers] [--dry-run [--at INSTANT]] [--yes] [--json]',
  '       people list [--group GROUP] [--leavers] [--at INSTANT] [--json]',
  '       people show EMAIL [--json]',
  '       people erase EMAIL [--yes] [--json]',
].join('\n')

export const peopleCommand: Command = async (context, argv) => {
  const [verb = '', ...rest] = argv
  const asked = readArguments(rest, { now: context.clock(), looks: verb === 'list' })
  if (typeof asked === 'string') return misused(context, asked)
  const { about } = asked
  switch (verb) {
    case 'import':
      return about === undefined ? misused(context, usage) : importPeople(context, { ...asked, file: about })
    case 'list':
      return about === undefined ? list(context, asked) : misused(context, usage)
    case 'show':
    case 'erase': {
      const email = about === undefined ? undefined : readEmail(about)
      if (about === undefined) return misused(context, usage)
      if (email === undefined) return misused(context, `“${about}” is no email address.`)
      return verb === 'show' ? showPerson(context, { ...asked, email }) : erasePerson(context, { ...asked, email })
    }
    default:
      return misused(context, usage)
  }
}

function misused({ err }: CommandContext, what: string): number {
  err(what)
  return status.misuse
}

interface Asked {
  /** The file or email that it is about. */
  readonly about: string | undefined
  readonly at: Date
  readonly group: string | undefined
  readonly part: boolean
  readonly leavers: boolean
  readonly dryRun: boolean
  readonly yes: boolean
  readonly json: boolean
}

const flag = { type: 'boolean', default: false } as const

/** A sentence when something is wrong with them. */
function readArguments(
  argv: readonly string[],
  { now, looks }: { readonly now: Date; readonly looks: boolean },
): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        at: { type: 'string' },
        group: { type: 'string' },
        part: flag,
        leavers: flag,
        'dry-run': flag,
        yes: flag,
        json: flag,
      },
    })
    const { at, group, 'dry-run': dryRun, ...flags } = values
    if (positionals.length > 1) return usage
    const instant = recordedAt(at, now, { practice: looks || dryRun })
    if (typeof instant === 'string') return instant
    return { about: positionals[0], at: instant, group, dryRun, ...flags }
  } catch (error) {
    return `${error instanceof Error ? error.message : 'Misused.'}\n${usage}`
  }
}

async function list(context: CommandContext, { group, leavers, at, json }: Asked): Promise<number> {
  const today = dayIn((await context.library()).school.zone, at)
  const gone = (person: Person) => person.leavesOn !== undefined && person.leavesOn < today
  const found = await withHome(context, ({ people }) => everybody(people))
  const shown = found.filter(
    (person) => gone(person) === leavers && (group === undefined || (person.group ?? 'none') === group),
  )
  if (json) context.out(JSON.stringify(shown))
  else for (const person of shown) context.out(sayPerson(person))
  if (!json && shown.length === 0)
    context.out('Nobody. To bring in the school’s list: npm run people -- import FILE.csv')
  return status.done
}

function sayPerson({ name, email, group, roles, leavesOn }: Person): string {
  const parts = [
    name,
    email ?? 'no email',
    group ?? 'no group',
    roles.filter((role) => role !== 'staff').join(' and '),
    leavesOn === undefined ? '' : `last day ${sayDay(leavesOn)}`,
  ]
  return parts.filter((part) => part !== '').join('; ')
}
