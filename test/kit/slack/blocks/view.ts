// Checks whether Slack would accept this modal or home.
import { fieldsOf, type Json, listOf } from '../../json.ts'
import { checkBlocks, type Problem } from './check.ts'
import { anything, flag, object, oneOf, optional, string } from './schema.ts'
import { plainText } from './texts.ts'

export function checkView(view: Json | undefined, kind: 'modal' | 'home', at = '/view'): Problem[] {
  const problems: Problem[] = []
  const report = (rule: string, where: string) => void problems.push({ rule, at: where })
  const shape = kind === 'modal' ? modal : home
  shape(view, at, report)
  const given = fieldsOf(view)
  if (given['blocks'] !== undefined) problems.push(...checkBlocks(given['blocks'], kind, `${at}/blocks`))
  const asks = listOf(given['blocks']).some((block) => block['type'] === 'input')
  if (kind === 'modal' && asks && given['submit'] === undefined) report('missing required field: submit', at)
  return problems
}

/** In bytes; Slack refuses larger views with `view_too_large`. */
export const viewBytes = 250_000

const common = {
  blocks: anything,
  private_metadata: optional(string(3000, 0)),
  callback_id: optional(string(255, 0)),
  external_id: optional(string(255, 0)),
}

const modal = object({
  ...common,
  type: oneOf('modal'),
  title: plainText(24),
  close: optional(plainText(24)),
  submit: optional(plainText(24)),
  clear_on_close: optional(flag),
  notify_on_close: optional(flag),
})

const home = object({ ...common, type: oneOf('home') })
