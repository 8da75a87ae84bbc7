// `policy confirm POLICY words`: one list of the rules whose words an edition does not have, with what is proposed for each;
// what a person agrees to is kept in the home.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rulesToConfirm, type ToConfirm } from '../check/propose.ts'
import { dayIn } from '../kit/days.ts'
import { findFiles } from '../library/files.ts'
import { readRests, writeRests, type ConfirmedRests } from '../library/rests.ts'
import { rehearse, writeWhole } from '../office/edition-files.ts'
import { latestEdition } from '../policy/force.ts'
import type { Policy } from '../policy/types.ts'
import { agreed } from './agreed.ts'
import { type CommandContext, status } from './context.ts'

const usage = 'Usage: policy confirm POLICY words [--edition ID] [--except NUMBER …] [--yes]'

export async function confirmWords(context: CommandContext, argv: readonly string[]): Promise<number> {
  const asked = readArguments(argv)
  const { policies, scenarios, school } = await context.library()
  const about = asked === undefined ? usage : find(policies, asked)
  if (asked === undefined || typeof about === 'string')
    return misuse(context, typeof about === 'string' ? about : usage)
  const { policy, edition } = about
  const list = rulesToConfirm(scenarios, edition)
  if (list.length === 0) {
    context.out(`Every rule about ${policy.title} rests on words that stand in edition ${edition.id}.`)
    return status.done
  }
  for (const [at, each] of list.entries()) for (const line of sayProposal(at + 1, each)) context.out(line)
  const chosen = list.filter(({ proposal }, at) => proposal !== undefined && !asked.except.includes(at + 1))
  context.out(`${list.length} rules are off; for ${chosen.length} of them words are proposed and not excepted.`)
  if (chosen.length === 0) return status.no
  const on = dayIn(school.zone, context.clock())
  return keep(context, filesFor(context, chosen, { edition: edition.id, on }), asked.yes)
}

async function keep(
  context: CommandContext,
  files: readonly { readonly path: string; readonly source: string }[],
  yes: boolean,
): Promise<number> {
  const { errors } = rehearse(context, files)
  if (errors.length > 0) {
    for (const line of errors) context.err(line)
    context.err('The bot could not start with it, so nothing was changed.')
    return status.no
  }
  if (!(await agreed(context, { yes, json: false, question: 'Do these words bear out these rules?' }))) return status.no
  for (const { path, source } of files) {
    writeWhole(join(context.home, path), source)
    context.out(`Written: ${join(context.home, path)}.`)
  }
  context.out(
    'A bot that runs uses it within a minute. Rules without words stay off: what they would have met is “ask first”.',
  )
  return status.done
}

function find(policies: readonly Policy[], { policy: id, edition: named }: Pick<Asked, 'policy' | 'edition'>) {
  const policy = policies.find((each) => each.id === id)
  if (policy === undefined) return `There is no policy “${id}”. ${usage}`
  const edition = named === undefined ? latestEdition(policy) : policy.editions.find((each) => each.id === named)
  return edition === undefined ? `There is no edition “${named ?? ''}”. ${usage}` : { policy, edition }
}

/** A rule, what it rested on, and what is proposed. */
export function sayProposal(number: number, { scenario, rule, proposal }: ToConfirm): string[] {
  const was = rule.rests?.find(({ quote }) => quote !== undefined)?.quote
  return [
    `${number}. ${scenario}, ${rule.id} (${rule.ruling}): ${rule.reason}`,
    `   rested on ${rule.cites ?? 'nothing'}${was === undefined ? '' : `: “${was}”`}`,
    proposal === undefined
      ? '   nothing comes near in this edition'
      : `   proposed, ${proposal.section}: “${proposal.sentence}”`,
  ]
}

/** With what was confirmed before. */
function filesFor(
  context: CommandContext,
  chosen: readonly ToConfirm[],
  { edition, on }: { readonly edition: string; readonly on: string },
): { readonly path: string; readonly source: string }[] {
  const all = findFiles(context)
  return [...new Set(chosen.map(({ scenario }) => scenario))].map((scenario) => {
    const path = `scenarios/${scenario}.words.yaml`
    const before = all.find((file) => file.path === path)
    const rules: ConfirmedRests = before === undefined ? {} : { ...readRests(before.shown, before.source).rules }
    for (const { rule, proposal } of chosen.filter((each) => each.scenario === scenario))
      if (proposal !== undefined) rules[rule.id] = { section: proposal.section, quote: proposal.sentence, edition, on }
    return { path, source: writeRests(scenario, rules) }
  })
}

interface Asked {
  readonly policy: string
  readonly edition: string | undefined
  readonly except: readonly number[]
  readonly yes: boolean
}

function readArguments(argv: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        edition: { type: 'string' },
        except: { type: 'string', multiple: true, default: [] },
        yes: { type: 'boolean', default: false },
      },
    })
    const [policy, words, ...more] = positionals
    const except = values.except.flatMap((each) => each.split(',')).map(Number)
    if (policy === undefined || words !== 'words' || more.length > 0 || except.some(Number.isNaN)) return undefined
    return { policy, edition: values.edition, except, yes: values.yes }
  } catch {
    return undefined
  }
}

function misuse({ err }: CommandContext, what: string): number {
  err(what)
  return status.misuse
}
