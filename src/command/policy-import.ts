// `policy import`: reads files and folders, shows what was found in each, asks about doubts, and writes editions.
import { choosePolicy, noSuchPolicy } from '../importer/choose.ts'
import { correctionNames, idForm, type CorrectionName } from '../importer/correct.ts'
import { importDocument } from '../importer/import.ts'
import { toJson, toLines } from '../importer/report.ts'
import type { Imported, Refusal } from '../importer/types.ts'
import { dayIn } from '../kit/days.ts'
import type { Library } from '../turn/library.ts'
import { difference } from '../policy/difference.ts'
import { editionInForce } from '../policy/force.ts'
import type { Edition } from '../policy/types.ts'
import type { UnreadDocument } from '../ports/document.ts'
import { noGeneral } from '../search/build.ts'
import { usualIn } from '../search/usual.ts'
import { flag, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { readDocument } from '../../adapters/documents/read.ts'
import type { DocumentFile } from '../office/brought.ts'
import { filesIn, openFile } from './document-file.ts'
import type { Brought } from '../office/brought.ts'
import type { DocumentAsked } from './policy-brought.ts'
import { openQuestions, type ImportQuestions } from './policy-ask.ts'
import { settle } from './policy-settle.ts'

export const importUsage =
  'policy import FILE… [--policy ID] [--new] [--replace] [--yes] [--json] [--title TITLE] [--adopted DAY] [--reviewed DAY] [--effective DAY] [--next-review DAY] [--declaration REF|none] [--edition YYYY-MM]'

export const importPolicies: Command = async (context, argv) => {
  const read = readArguments(argv)
  if (typeof read === 'string') {
    context.err(read)
    return status.misuse
  }
  const { paths, asked } = read
  if (paths.length > 1 && (asked.policy !== undefined || Object.keys(asked.corrections).length > 0)) {
    context.err(
      '--policy and the facts of an edition can be given for one file at a time. Leave them out, or import the files one by one.',
    )
    return status.misuse
  }
  const questions = openQuestions(context)
  let worst: number = status.done
  for (const path of paths) worst = Math.max(worst, await importOne(context, { path, asked, questions }))
  if (paths.length === 0) {
    context.err('There is no document in that folder. Nothing was changed.')
    return status.no
  }
  return worst
}

/** A sentence where something is wrong with them. */
function readArguments(argv: readonly string[]): { paths: readonly string[]; asked: DocumentAsked } | string {
  const facts = {
    title: word,
    adopted: word,
    reviewed: word,
    effective: word,
    'next-review': word,
    declaration: word,
    edition: word,
  }
  const flags = { new: flag, replace: flag, yes: flag, json: flag }
  const usage = `Usage: ${importUsage}`
  const read = readOptions(argv, { policy: word, ...facts, ...flags }, usage)
  if (read.kind === 'misused') return read.what
  const { policy, new: isNew, replace, yes, json, ...given } = read.values
  if (read.words.length === 0) return usage
  if (policy !== undefined && !idForm.test(policy))
    return `"${policy}" is not a policy id: lower-case letters, digits and hyphens, such as social-media.`
  if (given.edition !== undefined && !idForm.test(given.edition))
    return `"${given.edition}" is not an edition id. A month is best, such as 2026-09.`
  const corrections: { [name in CorrectionName]?: string } = {}
  for (const name of correctionNames) if (given[name] !== undefined) corrections[name] = given[name]
  return { paths: filesIn(read.words), asked: { policy, corrections, isNew, replace, yes, json } }
}

interface One {
  readonly path: string
  readonly asked: DocumentAsked
  readonly questions: ImportQuestions
}

async function importOne(context: CommandContext, { path, asked, questions }: One): Promise<number> {
  const { out, err } = context
  const library = await context.library()
  const ids = library.policies.map(({ id }) => id)
  if (asked.policy !== undefined && !asked.isNew && !ids.includes(asked.policy))
    return misuse(context, noSuchPolicy(asked.policy, ids))
  const file = openFile(path)
  if (typeof file === 'string') return misuse(context, file)
  const found = 'kind' in file ? file : await toImported(context, { file, library, asked })
  if ('kind' in file || found.kind === 'refused') {
    const { what, fix } = found.kind === 'refused' ? found : none
    err(`${path} ${what}. ${fix}`)
    err('Nothing was changed.')
    return status.no
  }
  const chosen =
    asked.policy === undefined
      ? choosePolicy(found.edition.title, library.policies)
      : { policy: asked.policy, isNew: asked.isNew }
  const imported = {
    ...found,
    edition: {
      ...found.edition,
      policy: chosen.policy,
      source: { file: file.name, sha256: file.sha256, unseen: found.unseen },
    },
  }
  const show = (each: Brought) => {
    const shown = { ...each, changes: changesTo(each.imported.edition, library, context) }
    if (asked.json) out(JSON.stringify(toJson(each.imported, each.declaration)))
    else for (const line of [...toLines(shown), sayUsualOf(each.imported.edition, library)]) out(line)
  }
  const settled = await questions.ask({
    imported,
    corrections: asked.corrections,
    asked,
    show: (given) => show({ ...given, file, isNew: chosen.isNew }),
  })
  if (settled.kind === 'wrong') return misuse(context, settled.what)
  return settle(context, {
    brought: { ...settled, file, isNew: chosen.isNew },
    asked,
    library,
    confirm: settled.confirm,
  })
}

const none = { what: '', fix: '' }

async function toImported(
  context: CommandContext,
  { file, library: { policies, school }, asked }: { file: DocumentFile; library: Library; asked: DocumentAsked },
): Promise<Imported | Refusal | UnreadDocument> {
  const read = await readDocument(file.bytes, file.name)
  if (read.kind === 'refused') return read
  const known = policies.find(({ id }) => id === asked.policy)
  const today = dayIn(school.zone, context.clock())
  return importDocument(read.document, {
    policy: asked.policy ?? 'policy',
    title: known?.title,
    edition: undefined,
    reviewEvery: known?.reviewEvery ?? school.reviewEvery,
    today,
  })
}

/** What was added, removed and changed since the school's own previous edition; a summary does not count as one. */
function changesTo(edition: Edition, { policies, school }: Library, { clock }: CommandContext) {
  const policy = policies.find(({ id }) => id === edition.policy)
  const was = policy && editionInForce(policy, dayIn(school.zone, clock()))
  return was === undefined || was.wording !== 'adopted' || was.id === edition.id ? undefined : difference(was, edition)
}

function misuse({ err }: CommandContext, what: string): number {
  err(what)
  return status.misuse
}

function sayUsualOf(edition: Edition, { general = noGeneral }: Library): string {
  const count = usualIn(edition, general).length
  return `Usual questions lead to ${count} of its ${edition.sections.length} sections; see npm run policy -- usual ${edition.policy}`
}
