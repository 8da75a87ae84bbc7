// Asks the person at the keyboard before something is written; a script says --yes instead.
import type { CommandContext } from './context.ts'

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
