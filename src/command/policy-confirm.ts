// `policy confirm`: a person says that what was written about a section also holds for an edition's text.
import { join } from 'node:path'
import { confirm, writeConfirmed, type Confirming } from '../guide/confirm.ts'
import { nearest, sayList } from '../kit/text.ts'
import { uses } from '../library/pointers.ts'
import type { Library } from '../turn/library.ts'
import { saySection } from '../policy/cite.ts'
import { latestEdition } from '../policy/force.ts'
import { textOf } from '../policy/text.ts'
import type { Edition, Policy, Section } from '../policy/types.ts'
import { confirmWords } from './policy-words.ts'
import { agreed } from './agreed.ts'
import { flag, readOptions, word } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { rehearse, writeWhole } from '../office/edition-files.ts'

const usage = `Usage: policy confirm POLICY ${uses.join('|')} REF … [--as REF] [--edition ID] [--yes]; policy confirm POLICY words (what rules rest on)`

export async function confirmFor(context: CommandContext, argv: readonly string[]): Promise<number> {
  if (argv[1] === 'words') return confirmWords(context, argv)
  const asked = readArguments(argv)
  const library = await context.library()
  const about = typeof asked === 'string' ? asked : find(library, asked)
  if (typeof asked === 'string' || typeof about === 'string') {
    context.err(typeof about === 'string' ? about : usage)
    return status.misuse
  }
  const { policy, edition } = about
  const found = confirm(policy, asked, edition)
  if (found.kind === 'refused') {
    context.err(`${found.what} Run npm run inspect to list the sections. Nothing was changed.`)
    return status.no
  }
  for (const line of found.sections.flatMap((section) => show(section, edition))) context.out(line)
  const path = `policies/${policy.id}/confirmed.yaml`
  const source = writeConfirmed(found.confirmed)
  const { errors } = rehearse(context, [{ path, source }])
  if (errors.length > 0) {
    for (const line of errors) context.err(line)
    context.err('The bot could not start with it, so nothing was changed.')
    return status.no
  }
  if (!(await agreed(context, { yes: asked.yes, json: false, question: questions[asked.use] }))) return status.no
  writeWhole(join(context.home, path), source)
  context.out(`Written: ${join(context.home, path)}. A bot that runs uses it within a minute.`)
  return status.done
}

const questions: Readonly<Record<Confirming['use'], string>> = {
  declaration: 'Are these the words that people sign?',
  ask: 'Does this section say whom to ask?',
  questions: 'Do the heading and the questions belong to this text?',
  rules: 'Does this text bear out the rules that cite it?',
  understanding: 'Does this text still answer the questions that are asked before signing?',
}

interface Asked extends Confirming {
  readonly policy: string
  readonly edition: string | undefined
  readonly yes: boolean
}

/** A sentence where something is wrong with them. */
function readArguments(argv: readonly string[]): Asked | string {
  const read = readOptions(argv, { as: word, edition: word, yes: flag }, usage)
  if (read.kind === 'misused') return read.what
  const [policy, said, ...refs] = read.words
  const use = uses.find((each) => each === said)
  if (policy === undefined || use === undefined || refs.length === 0) return usage
  return { policy, use, refs, as: read.values.as, edition: read.values.edition, yes: read.values.yes }
}

function find({ policies }: Library, asked: Asked): { policy: Policy; edition: Edition } | string {
  const policy = policies.find(({ id }) => id === asked.policy)
  if (policy === undefined) return `There is no policy “${asked.policy}”. ${suggest(asked.policy, policies)}`
  if (asked.edition === undefined) return { policy, edition: latestEdition(policy) }
  const edition = policy.editions.find(({ id }) => id === asked.edition)
  return edition === undefined
    ? `There is no edition “${asked.edition}”. ${suggest(asked.edition, policy.editions)}`
    : { policy, edition }
}

function suggest(said: string, known: readonly { readonly id: string }[]): string {
  const ids = known.map(({ id }) => id)
  const near = nearest(said, ids)
  return `There is ${sayList(ids)}.${near === undefined ? '' : ` Did you mean ${near}?`}`
}

function show(section: Section, edition: Edition): string[] {
  return [`${edition.title}, edition ${edition.id}, section ${saySection(section)}:`, '', textOf(section), '']
}
