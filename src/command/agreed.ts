// Asks the person at the keyboard before something is written; a script says --yes instead.
import type { CommandContext } from './context.ts'

export interface AgreementAsked {
  readonly yes: boolean
  readonly json: boolean
  /** Such as "Write this edition?". */
  readonly question: string
}

export async function agreed(
  { interactive, input, out, err }: CommandContext,
  { yes, json, question }: AgreementAsked,
): Promise<boolean> {
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
  for await (const line of input) {
    if (/^\s*y(es)?\s*$/i.test(line)) return true
    break
  }
  err('Nothing was changed.')
  return false
}
