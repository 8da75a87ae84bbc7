// `policy`: brings in the school's own text as an edition, after showing what was found; and lists what there is.
import { readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { importText } from '../importer/import.ts'
import { readText, tooLarge, mostBytes } from '../importer/read.ts'
import { toJson, toLines } from '../importer/report.ts'
import type { Imported, Refusal } from '../importer/types.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { nearest } from '../kit/text.ts'
import type { Library } from '../turn/library.ts'
import { editionInForce } from '../policy/force.ts'
import { agreed } from './agreed.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { filesFor, rehearse, writeWhole } from './policy-files.ts'

const usage =
  'Usage: policy list, or policy import FILE --policy ID [--edition YYYY-MM] [--new] [--replace] [--yes] [--json]'

export const policyCommand: Command = async (context, argv) => {
  const [verb, ...rest] = argv
  if (verb === 'list' && rest.length === 0) return list(context)
  const asked = verb === 'import' ? readArguments(rest) : usage
  if (typeof asked === 'string') {
    context.err(asked)
    return status.misuse
  }
  return bringIn(context, asked)
}

interface Asked {
  readonly file: string
  readonly policy: string
  readonly edition: string | undefined
  readonly isNew: boolean
  readonly replace: boolean
  readonly yes: boolean
  readonly json: boolean
}

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** A sentence when something is wrong with them. */
function readArguments(argv: readonly string[]): Asked | string {
  let read
  try {
    read = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        policy: { type: 'string' },
        edition: { type: 'string' },
        new: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return `${error instanceof Error ? error.message : 'Misused.'} ${usage}`
  }
  const { policy, edition, new: isNew, ...flags } = read.values
  const [file, ...more] = read.positionals
  if (file === undefined || more.length > 0 || policy === undefined) return usage
  if (!idForm.test(policy))
    return `"${policy}" is no policy id: lower-case letters, digits and hyphens, such as social-media.`
  if (edition !== undefined && !idForm.test(edition))
    return `"${edition}" is no edition id. A month is best, such as 2026-09.`
  return { file, policy, edition, isNew, ...flags }
}

async function bringIn(context: CommandContext, asked: Asked): Promise<number> {
  const { out, err } = context
  const library = await context.library()
  const stranger = checkPolicy(library, asked)
  if (stranger !== undefined) {
    err(stranger)
    return status.misuse
  }
  const bytes = readBytes(asked.file)
  if (typeof bytes === 'string') {
    err(bytes)
    return status.misuse
  }
  const imported = 'kind' in bytes ? bytes : toEdition(bytes, library, asked)
  if (imported.kind === 'refused') {
    err(`${asked.file}${imported.line === undefined ? '' : `:${imported.line}`} ${imported.what}. ${imported.fix}`)
    err('Nothing was changed.')
    return status.no
  }
  if (asked.json) out(JSON.stringify(toJson(imported)))
  else for (const line of toLines(imported)) out(line)
  return settle(context, { imported, asked })
}

/** Everything is read and shown; whether it is written depends on what is there, and on a yes. */
async function settle(
  context: CommandContext,
  { imported, asked }: { imported: Imported; asked: Asked },
): Promise<number> {
  const { err } = context
  const say = asked.json ? err : context.out
  const planned = filesFor(context.home, imported, asked)
  if (planned.kind === 'same') {
    say(`This text is already imported: ${planned.path}`)
    return status.done
  }
  if (planned.kind === 'differs') {
    err(
      `${planned.path} holds another text. An edition does not change once people rely on it. If it is a new edition, name it with --edition; if the file there is a mistake, say --replace. Nothing was changed.`,
    )
    return status.no
  }
  const { errors, warnings } = rehearse(context, planned.files)
  for (const line of warnings) err(line)
  if (errors.length > 0) {
    for (const line of errors) err(line)
    err('The bot could not start with it, so nothing was changed.')
    return status.no
  }
  say(`It belongs in ${planned.files.map(({ path }) => join(context.home, path)).join(' and ')}.`)
  if (!(await agreed(context, { ...asked, question: 'Write this edition?' })))
    return asked.json ? status.done : status.no
  for (const file of planned.files) writeWhole(join(context.home, file.path), file.source)
  say(`Written: ${planned.files.map(({ path }) => join(context.home, path)).join(', ')}. Restart the bot to use it.`)
  return status.done
}

function checkPolicy({ policies }: Library, { policy, isNew }: Asked): string | undefined {
  const ids = policies.map(({ id }) => id)
  if (ids.includes(policy)) return undefined
  if (isNew) return undefined
  const near = nearest(policy, ids)
  return `There is no policy "${policy}", only: ${ids.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`} To begin a new one, say --new.`
}

/** The file's bytes, a refusal of them, or a sentence when there is no such file. */
function readBytes(file: string): Uint8Array | Refusal | string {
  try {
    const { size } = statSync(file)
    return size > mostBytes ? tooLarge(size) : readFileSync(file)
  } catch {
    return `${file} cannot be read. Is the name right, and may you open it? Nothing was changed.`
  }
}

function toEdition(bytes: Uint8Array, { policies }: Library, { file, policy, edition }: Asked): Imported | Refusal {
  const read = readText(bytes)
  if (read.kind === 'refused') return read
  const isMarkdown = ['.md', '.markdown'].includes(extname(basename(file)).toLowerCase())
  const title = policies.find(({ id }) => id === policy)?.title
  return importText(read.text, { policy, title, edition, isMarkdown })
}

async function list(context: CommandContext): Promise<number> {
  const { school, policies } = await context.library()
  const today = dayIn(school.zone, context.clock())
  for (const policy of policies) {
    context.out(`${policy.title} (${policy.id})`)
    for (const edition of policy.editions) {
      const force = edition === editionInForce(policy, today) ? ', in force' : ''
      const review = edition.nextReview === undefined ? '' : `, next review ${sayDay(edition.nextReview)}`
      context.out(`  ${edition.id}, ${edition.wording}${force}${review}`)
    }
  }
  return status.done
}
