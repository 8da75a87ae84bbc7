// Asks the person at the keyboard before something is written; a script says --yes instead.
import { refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'

export interface AgreementAsked {
  readonly yes: boolean
  readonly json: boolean
  /** Such as "Write this edition?". */
  readonly question: string
}

export async function agreed(context: CommandContext, { yes, json, question }: AgreementAsked): Promise<boolean> {
  const { interactive, out, err } = context
  if (yes) return true
  if (json) {
    err('Nothing was changed: say --yes to do it.')
    return false
  }
  if (!interactive) {
    err('Nobody is here to ask, so nothing was changed. Say --yes to do it.')
    return false
  }
  out(`${question} [y/N]`)
  // Standard input is opened only here: once opened, it keeps a script waiting until its other end is closed.
  for await (const line of context.input) {
    if (/^\s*y(es)?\s*$/i.test(line)) return true
    break
  }
  err('Nothing was changed.')
  return false
}

/** What is shown before something begins or is changed. */
export interface ShownBefore {
  readonly doubts: readonly { readonly what: string }[]
  /** What it will do, one sentence each. */
  readonly lines: readonly string[]
  /** How many can't be written to. */
  readonly unreached: number
}

/**
 * True where it may be done; otherwise the exit status. Whoever sits at a terminal is shown it and asked. A script goes
 * on without --yes where nothing is doubtful. `verb`: "open" or "change".
 */
export async function agreedAfter(
  context: CommandContext,
  { doubts, lines, unreached }: ShownBefore,
  { yes, json, question, verb }: AgreementAsked & { readonly verb: string },
): Promise<true | number> {
  if (yes) return true
  if (context.interactive && !json) {
    for (const line of [...doubts.map(({ what }) => what), ...lines]) context.out(line)
    return (await agreed(context, { yes, json, question })) || status.no
  }
  if (doubts.length === 0) return true
  const what = `${doubts.map((each) => each.what).join(' ')} Say --yes to ${verb} it all the same.`
  if (!json) return refused(context, json, { outcome: 'doubtful', what })
  context.out(JSON.stringify({ outcome: 'doubtful', what, doubts, unreached }))
  return status.no
}
