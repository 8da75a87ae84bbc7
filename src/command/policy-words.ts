// `policy confirm POLICY words`: one list of the rules whose words an edition does not have, with a proposal for each;
// what a person confirms is kept in the home.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { confirmedOf, rulesToConfirm, type ToConfirm } from '../check/propose.ts'
import { dayIn } from '../kit/days.ts'
import { rehearse } from '../office/edition-files.ts'
import type { Saving } from '../office/save.ts'
import { filesWithWords, ruleWordsIn } from '../office/rule-words.ts'
import { latestEdition } from '../policy/force.ts'
import type { Policy } from '../policy/types.ts'
import type { Ports } from '../ports/ports.ts'
import type { WordsConfirmed } from '../ports/rule-words.ts'
import { agreed } from './agreed.ts'
import { type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'

const usage = 'Usage: policy confirm POLICY words [--edition ID] [--except NUMBER …] [--yes]'

export async function confirmWords(context: CommandContext, argv: readonly string[]): Promise<number> {
  const asked = readArguments(argv)
  const { policies, scenarios, idle = [], school } = await context.library()
  const about = asked === undefined ? usage : find(policies, asked)
  if (asked === undefined || typeof about === 'string')
    return misuse(context, typeof about === 'string' ? about : usage)
  const { policy, edition } = about
  const list = rulesToConfirm([...scenarios, ...idle], edition)
  if (list.length === 0) {
    context.out(`Every rule about ${policy.title} rests on words that stand in edition ${edition.id}.`)
    return status.done
  }
  for (const [at, each] of list.entries()) for (const line of sayProposal(at + 1, each)) context.out(line)
  const chosen = list.filter(({ proposal }, at) => proposal !== undefined && !asked.except.includes(at + 1))
  context.out(`${list.length} rules are off; for ${chosen.length} of them words are proposed and not excepted.`)
  if (chosen.length === 0) return status.no
  const on = dayIn(school.zone, context.clock())
  return keep(context, { by: 'operator', on, edition: edition.id, rules: confirmedOf(chosen) }, asked.yes)
}

async function keep(context: CommandContext, given: WordsConfirmed, yes: boolean): Promise<number> {
  const unsound = (lines: readonly string[]) => {
    for (const line of lines) context.err(line)
    context.err('The bot could not start with it, so nothing was changed.')
    return status.no
  }
  const { errors } = rehearse(context, filesWithWords(context, given))
  if (errors.length > 0) return unsound(errors)
  if (!(await agreed(context, { yes, json: false, question: 'Do these words bear out these rules?' }))) return status.no
  const kept = await withHome(context, ({ journal }) => ruleWordsIn(savingOf(context, journal)).confirm(given))
  switch (kept.kind) {
    case 'unsound':
      return unsound(kept.lines)
    case 'changed-since':
      context.err('Somebody has changed the files in this moment, so nothing was changed. Please try again.')
      return status.no
    case 'kept':
      for (const path of kept.files) context.out(`Written: ${join(context.home, path)}.`)
      context.out(
        'The journal says that it was done. A bot that runs uses it within a minute. Rules without words stay off: what they would have met is “ask first”.',
      )
      return status.done
  }
}

/** Prints what is done. */
const noLog: Ports['log'] = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A running bot reads the files again by itself. */
export function savingOf({ home, root, clock, newId }: CommandContext, journal: Ports['journal']): Saving {
  return { home, root, shared: undefined, renew: () => undefined, ports: { journal, clock, newId, log: noLog } }
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
      ? '   nothing comes close in this edition'
      : `   proposed, ${proposal.section}: “${proposal.sentence}”`,
  ]
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
