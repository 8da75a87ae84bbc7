// Asks the person at the keyboard about an import's doubts, and lets them correct facts before anything is written.
import { correct, correctionNames, type Corrections } from '../importer/correct.ts'
import { isDoubt } from '../importer/report.ts'
import type { Imported, ImportProblem, FactProposal } from '../importer/types.ts'
import type { CommandContext } from './context.ts'
import { status } from './context.ts'
import type { DocumentAsked } from './policy-brought.ts'

export interface Given {
  readonly imported: Imported
  readonly declaration: string | undefined
}

export interface ImportAsking {
  readonly imported: Imported
  readonly corrections: Corrections
  readonly asked: DocumentAsked
  readonly show: (given: Given) => void
}

export type Answered =
  | (Given & { readonly kind: 'given'; readonly confirm: () => Promise<number | undefined> })
  | { readonly kind: 'wrong'; readonly what: string }

export interface ImportQuestions {
  readonly ask: (asking: ImportAsking) => Promise<Answered>
}

/** One reader of the input for all files, because a line that was read is gone. */
export function openQuestions(context: CommandContext): ImportQuestions {
  const lines = context.input[Symbol.asyncIterator]()
  const line = async () => {
    const next = await lines.next()
    return next.done === true ? undefined : next.value.trim()
  }
  return { ask: (asking) => ask(context, asking, line) }
}

type ReadLine = () => Promise<string | undefined>

async function ask(
  context: CommandContext,
  { imported, corrections, asked, show }: ImportAsking,
  line: ReadLine,
): Promise<Answered> {
  const first = correct(imported, corrections)
  if (first.kind === 'wrong') return first
  show(first)
  const isAsked = context.interactive && !asked.yes && !asked.json
  const given = isAsked
    ? await askProposals(context, { imported, corrections, given: first }, line)
    : { ...first, corrections }
  if (!isAsked)
    return {
      kind: 'given',
      imported: given.imported,
      declaration: given.declaration,
      confirm: () => Promise.resolve(agreeBefore(context, asked)),
    }
  const looked = await askDoubts(context, given, line)
  const left = { ...given, imported: without(given.imported, looked) }
  return askFacts(context, { imported: without(imported, looked), given: left, show }, line)
}

interface Standing extends Given {
  readonly corrections: Corrections
}

const names: Readonly<Record<FactProposal['field'], 'next-review' | 'declaration' | 'effective'>> = {
  nextReview: 'next-review',
  declaration: 'declaration',
  inForceFrom: 'effective',
}

/** Each proposal is one question. Yes accepts it; any other answer leaves it open. */
async function askProposals(
  { out }: CommandContext,
  { imported, corrections, given }: { imported: Imported; corrections: Corrections; given: Given },
  line: ReadLine,
): Promise<Standing> {
  let standing: Standing = { ...given, corrections }
  const open = given.imported.problems.filter(
    (each): each is ImportProblem & { proposal: FactProposal } => each.proposal !== undefined,
  )
  for (const { what, proposal } of open) {
    if (standing.corrections[names[proposal.field]] !== undefined) continue
    out(`${what} [y/N]`)
    if (!isYes(await line())) continue
    const more = { ...standing.corrections, [names[proposal.field]]: proposal.value }
    const next = correct(imported, more)
    if (next.kind === 'corrected') standing = { ...next, corrections: more }
  }
  return standing
}

/** Doubts without a proposal are looked at one by one; those that nobody has looked at stay open. */
async function askDoubts(
  { out }: CommandContext,
  { imported }: Standing,
  line: ReadLine,
): Promise<ReadonlySet<ImportProblem>> {
  const looked = new Set<ImportProblem>()
  for (const problem of imported.problems.filter((each) => isDoubt(each) && each.proposal === undefined)) {
    out(`${problem.what} Is it right as it was read? [y/N]`)
    if (isYes(await line())) looked.add(problem)
  }
  return looked
}

function without(imported: Imported, looked: ReadonlySet<ImportProblem>): Imported {
  return { ...imported, problems: imported.problems.filter((each) => !looked.has(each)) }
}

/** Facts are corrected line by line, until somebody says yes or no. */
async function askFacts(
  { out, err }: CommandContext,
  { imported, given, show }: { imported: Imported; given: Standing; show: (given: Given) => void },
  line: ReadLine,
): Promise<Answered> {
  let standing = given
  for (;;) {
    out(
      `Write this edition? [y/N], or put a fact right first: ${correctionNames.join(', ')}, each with its value, such as: next-review 2026-09`,
    )
    const said = await line()
    const [, name, value] = new RegExp(`^(${correctionNames.join('|')})\\s+(\\S.*)$`).exec(said ?? '') ?? []
    if (name === undefined || value === undefined) {
      const isAgreed = isYes(said)
      if (!isAgreed) err('Nothing was changed.')
      const { imported: now, declaration } = standing
      return {
        kind: 'given',
        imported: now,
        declaration,
        confirm: () => Promise.resolve(isAgreed ? undefined : status.no),
      }
    }
    const corrections = { ...standing.corrections, [name]: value }
    const next = correct(imported, corrections)
    if (next.kind === 'wrong') err(next.what)
    else {
      standing = { ...next, corrections }
      show(standing)
    }
  }
}

/** Undefined where it may be written; otherwise the exit status. */
function agreeBefore({ err, interactive }: CommandContext, { yes, json }: DocumentAsked): number | undefined {
  if (yes) return undefined
  if (json) {
    err('Nothing was changed: say --yes to do it.')
    return status.done
  }
  if (!interactive) err('Nobody is here to ask, so nothing was changed. Say --yes to do it.')
  return status.no
}

function isYes(line: string | undefined): boolean {
  return /^y(es)?$/i.test(line ?? '')
}
