// `policy list`, `policy show` and `policy outline`: what the school has, for whoever looks after it.
import { compact } from '../kit/defined.ts'
import { dayIn, sayDay, type Day } from '../kit/days.ts'
import { nearest, wordsOf } from '../kit/text.ts'
import { editionInForce } from '../policy/force.ts'
import { linesOf, textOf } from '../policy/text.ts'
import type { Edition, Policy } from '../policy/types.ts'
import { type Command, type CommandContext, status } from './context.ts'

export const listPolicies: Command = async (context, argv) => {
  if (argv.length > 0) return misuse(context, 'Usage: policy list. It needs no arguments.')
  const { school, policies } = await context.library()
  const today = dayIn(school.zone, context.clock())
  for (const policy of policies) {
    context.out(`${policy.title} (${policy.id})`)
    for (const edition of policy.editions) context.out(`  ${sayEditionLine(policy, edition, today)}`)
  }
  return status.done
}

function sayEditionLine(policy: Policy, edition: Edition, today: Day): string {
  const { id, wording, nextReview, inForceFrom, withdrawn } = edition
  const isInForce = edition === editionInForce(policy, today)
  const start =
    !isInForce && inForceFrom !== undefined && inForceFrom > today ? `, in force from ${sayDay(inForceFrom)}` : ''
  return [
    `${id}, ${wording}`,
    isInForce ? ', in force' : start,
    withdrawn === undefined ? '' : `, withdrawn ${sayDay(withdrawn)}`,
    nextReview === undefined ? '' : `, next review ${sayDay(nextReview)}`,
  ].join('')
}

/** The whole text, section by section, as staff can read it. */
export const showEdition: Command = (context, argv) =>
  withEdition(context, argv, (edition) =>
    compact([
      `${edition.title}, edition ${edition.id}`,
      edition.source !== undefined && `from ${edition.source.file}`,
      ...outsideLines(edition),
      ...edition.sections.flatMap((section) => ['', headOf(section), ...section.parts.flatMap(linesOf)]),
    ]),
  )

function outsideLines({ outside }: Edition): string[] {
  if (outside === undefined) return []
  return [`published by ${outside.by}, read outside: ${outside.link}`, `SHA-256 of the file: ${outside.sha256}`]
}

/** Numbers and titles only, indented by level. */
export const outlineEdition: Command = (context, argv) =>
  withEdition(context, argv, (edition) =>
    edition.sections.map((section) => {
      const depth = '  '.repeat(section.ref.split('.').length - 1)
      const page = section.page === undefined ? '' : `, page ${section.page}`
      return `${depth}${headOf(section)} (${wordsOf(textOf(section)).length} words${page})`
    }),
  )

function headOf({ ref, number, title }: { ref: string; number?: string | null; title: string }): string {
  return number === null ? title : `${number ?? ref} ${title}`
}

async function withEdition(
  context: CommandContext,
  argv: readonly string[],
  say: (edition: Edition) => readonly string[],
): Promise<number> {
  const found = await findEdition(context, argv)
  if (typeof found === 'string') return misuse(context, found)
  for (const line of say(found.edition)) context.out(line)
  return status.done
}

export interface FoundEdition {
  readonly policy: Policy
  readonly edition: Edition
  readonly today: Day
}

/** `POLICY [EDITION]`; without an edition the one in force. A sentence where there is none. */
export async function findEdition(
  context: CommandContext,
  [id, edition, ...more]: readonly string[],
): Promise<FoundEdition | string> {
  if (id === undefined || more.length > 0)
    return 'Name a policy, and an edition if it is not the one in force, such as: social-media 2015-10.'
  const { policies, school } = await context.library()
  const today = dayIn(school.zone, context.clock())
  const ids = policies.map((each) => each.id)
  const policy = policies.find((each) => each.id === id)
  if (policy === undefined) return `There is no policy "${id}", only: ${ids.join(', ')}.${hint(id, ids)}`
  const editions = policy.editions.map((each) => each.id)
  const found =
    edition === undefined ? editionInForce(policy, today) : policy.editions.find((each) => each.id === edition)
  if (found === undefined)
    return `There is no edition "${edition ?? ''}" of ${id}, only: ${editions.join(', ')}.${hint(edition ?? '', editions)}`
  return { policy, edition: found, today }
}

function hint(word: string, words: readonly string[]): string {
  const near = nearest(word, words)
  return near === undefined ? '' : ` Did you mean ${near}?`
}

function misuse({ err }: CommandContext, what: string): number {
  err(what)
  return status.misuse
}
