// `policy publish` and `policy withdraw`: from when one of the school's own editions is in force, and when it ends.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeRecord } from '../importer/write.ts'
import { parseDayOrMonth, sayDay, type DayOrMonth } from '../kit/days.ts'
import { agreed } from './agreed.ts'
import { flag, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { rehearse, writeWhole } from '../office/edition-files.ts'
import { findEdition, type FoundEdition } from './policy-show.ts'

export const publishEdition: Command = (context, argv) =>
  change(context, argv, {
    usage: 'Usage: policy publish POLICY [EDITION] [--from DAY] [--yes]',
    needsEdition: false,
    judge: () => undefined,
    changes: (from) => ({ inForceFrom: from, withdrawn: undefined }),
    say: (title, from) => `${title} is in force from ${from}.`,
  })

export const withdrawEdition: Command = (context, argv) =>
  change(context, argv, {
    usage: 'Usage: policy withdraw POLICY EDITION [--from DAY] [--yes]',
    needsEdition: true,
    // Staff must never find a policy without a text.
    judge: ({ policy, edition }) =>
      policy.editions.some((each) => each !== edition && each.withdrawn === undefined)
        ? undefined
        : `${edition.id} is the only edition of ${policy.id} that stands, so it cannot be withdrawn. Import the one that takes its place first.`,
    changes: (from) => ({ withdrawn: from }),
    say: (title, from) => `${title} is withdrawn from ${from}.`,
  })

interface Change {
  readonly usage: string
  readonly needsEdition: boolean
  /** Why it cannot be done. */
  readonly judge: (found: FoundEdition) => string | undefined
  readonly changes: (from: DayOrMonth) => Readonly<Record<string, string | undefined>>
  readonly say: (title: string, from: string) => string
}

interface Wanted {
  readonly found: FoundEdition
  readonly from: DayOrMonth
  readonly yes: boolean
}

/** A sentence where something is wrong with what was typed. */
async function readWanted(
  context: CommandContext,
  argv: readonly string[],
  { usage, needsEdition }: Change,
): Promise<Wanted | string> {
  const read = readOptions(argv, { from: word, yes: flag }, usage)
  if (read.kind === 'misused') return read.what
  if (needsEdition && read.words.length < 2) return usage
  const found = await findEdition(context, newestOf(await context.library(), read.words))
  if (typeof found === 'string') return `${found} ${usage}`
  const from = read.values.from === undefined ? found.today : parseDayOrMonth(read.values.from)
  if (from === undefined) return `--from “${read.values.from ?? ''}” is not a date. Write one such as 2026-09-01.`
  return { found, from, yes: read.values.yes }
}

async function change(context: CommandContext, argv: readonly string[], change: Change): Promise<number> {
  const wanted = await readWanted(context, argv, change)
  if (typeof wanted === 'string') return misuse(context, wanted)
  const { found, from, yes } = wanted
  const refused = change.judge(found) ?? notOwn(context, found)
  if (refused !== undefined) return no(context, refused)
  const path = pathOf(found)
  const source = changeRecord(readFileSync(join(context.home, path), 'utf8'), change.changes(from))
  const { errors } = rehearse(context, [{ path, source }])
  if (errors.length > 0) return no(context, errors.join('\n'))
  const said = change.say(`${found.edition.title}, edition ${found.edition.id},`, sayDay(from))
  if (!(await agreed(context, { yes, json: false, question: `${said} Is that right?` }))) return status.no
  writeWhole(join(context.home, path), source)
  context.out(`${said} A bot that runs uses it within a minute.`)
  return status.done
}

/** Without an edition, the newest is meant: it is the one that waits. */
function newestOf(
  { policies }: Awaited<ReturnType<CommandContext['library']>>,
  words: readonly string[],
): readonly string[] {
  const newest = policies.find(({ id }) => id === words[0])?.editions[0]?.id
  return words.length === 1 && newest !== undefined ? [...words, newest] : words
}

function pathOf({ policy, edition }: FoundEdition): string {
  return `policies/${policy.id}/${edition.id}.md`
}

function notOwn({ home }: CommandContext, found: FoundEdition): string | undefined {
  if (existsSync(join(home, pathOf(found)))) return undefined
  if (found.edition.outside !== undefined)
    return `${found.edition.id} is outside: write its days into policies/${found.policy.id}/policy.yaml.`
  return `${found.edition.id} comes with the program and is not one of the school’s own. Import the school’s own text first.`
}

function no({ err }: CommandContext, what: string): number {
  err(`${what} Nothing was changed.`)
  return status.no
}

function misuse({ err }: CommandContext, what: string): number {
  err(what)
  return status.misuse
}
