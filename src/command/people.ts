// `people`: the school's people, imported from a list, shown, and removed at their request.
import type { Person } from '../chat/people.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { readEmail } from '../people/cells.ts'
import { flag, misused, readOptions, recordedAt, sayNoVerb, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { lookInHome } from './open-home.ts'
import { erasePerson } from './people-erase.ts'
import { everybodyKnown, importPeople } from './people-import.ts'
import { joinPeople, moveDomain, unjoinPeople } from './people-join.ts'
import { printLists, undoList } from './people-lists.ts'
import { printPerson } from './people-show.ts'

const usage = [
  'Usage: people import FILE.csv [--part] [--leavers] [--same | --different] [--dry-run [--at INSTANT]] [--yes] [--json]',
  '       people list [--group GROUP] [--leavers] [--at INSTANT] [--json]',
  '       people show EMAIL [--json]',
  '       people erase EMAIL [--yes] [--json]',
  '       people join EMAIL INTO-EMAIL [--yes] [--json], when two turn out to be one',
  '       people unjoin EMAIL [--yes] [--json], to take that back',
  '       people lists [--json], the lists that were brought in',
  '       people undo [LIST] [--yes] [--json], to take the latest list back, or that one',
  '       people move-domain OLD NEW [--dry-run] [--yes] [--json], when all addresses change',
].join('\n')

export const peopleCommand: Command = async (context, argv) => {
  const [verb = '', ...rest] = argv
  const slip = sayNoVerb('people', verb, usage)
  if (slip !== undefined) return misused(context, slip)
  const asked = readArguments(rest, { now: context.clock(), looks: verb === 'list' })
  if (typeof asked === 'string') return misused(context, asked)
  const { about, also } = asked
  if (also !== undefined || verb === 'unjoin') return ofTwo(context, verb, asked)
  switch (verb) {
    case 'import':
      return about === undefined ? misused(context, usage) : importPeople(context, { ...asked, file: about })
    case 'list':
    case 'lists':
      if (about !== undefined) return misused(context, usage)
      return verb === 'list' ? list(context, asked) : printLists(context, asked)
    case 'undo':
      return undoList(context, { ...asked, list: about })
    case 'show':
    case 'erase':
      return about === undefined ? misused(context, usage) : ofOne(context, verb, { ...asked, about })
    default:
      return misused(context, usage)
  }
}

/** Subcommands about one person. */
function ofOne(
  context: CommandContext,
  verb: 'show' | 'erase',
  { about, ...asked }: Asked & { readonly about: string },
): Promise<number> | number {
  const email = readEmail(about)
  if (email === undefined) return misused(context, `“${about}” is not an email address.`)
  return verb === 'show' ? printPerson(context, { ...asked, email }) : erasePerson(context, { ...asked, email })
}

/** Subcommands about two people. */
function ofTwo(context: CommandContext, verb: string, { about, also, ...asked }: Asked): Promise<number> | number {
  if (about === undefined) return misused(context, usage)
  if (verb === 'unjoin' && also === undefined) return unjoinPeople(context, { ...asked, who: about.toLowerCase() })
  if (verb === 'move-domain' && also !== undefined) return moveDomain(context, { ...asked, from: about, to: also })
  const [from, into] = [readEmail(about), readEmail(also ?? '')]
  if (verb !== 'join') return misused(context, usage)
  if (from === undefined) return misused(context, `“${about}” is not an email address.`)
  if (into === undefined) return misused(context, `“${also ?? ''}” is not an email address.`)
  return joinPeople(context, { ...asked, from, into })
}

interface Asked {
  /** The file or email address that it is about. */
  readonly about: string | undefined
  /** The second of two people. */
  readonly also: string | undefined
  readonly at: Date
  readonly group: string | undefined
  readonly part: boolean
  readonly leavers: boolean
  readonly same: boolean | undefined
  readonly dryRun: boolean
  readonly yes: boolean
  readonly json: boolean
}

const options = {
  at: word, group: word, part: flag, leavers: flag, 'dry-run': flag, same: flag, different: flag, yes: flag, json: flag,
} as const // prettier-ignore

/** A sentence where something is wrong with them. */
function readArguments(
  argv: readonly string[],
  { now, looks }: { readonly now: Date; readonly looks: boolean },
): Asked | string {
  const read = readOptions(argv, options, usage)
  if (read.kind === 'misused') return read.what
  const { at, group, same: isSame, different, 'dry-run': dryRun, ...flags } = read.values
  const [about, also, ...more] = read.words
  if (more.length > 0) return usage
  const instant = recordedAt(at, now, { practice: looks || dryRun })
  if (typeof instant === 'string') return instant
  const same = isSame === different ? undefined : isSame
  return { about, also, at: instant, group, same, dryRun, ...flags }
}

async function list(context: CommandContext, { group, leavers, at, json }: Asked): Promise<number> {
  const today = dayIn((await context.library()).school.zone, at)
  const gone = (person: Person) => person.leavesOn !== undefined && person.leavesOn < today
  const found = await lookInHome(context, ({ people }) => everybodyKnown(people))
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
