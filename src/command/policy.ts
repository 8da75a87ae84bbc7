// `policy`: imports the school's own documents as editions, shows what there is, and sets from when an edition applies.
import { sayNoVerb } from './asked.ts'
import { type Command, status } from './context.ts'
import { confirmFor } from './policy-confirm.ts'
import { importPolicies, importUsage } from './policy-import.ts'
import { sayOutsideLines } from './policy-outside.ts'
import { listPolicies, outlineEdition, showEdition } from './policy-show.ts'
import { openOriginal } from './policy-original.ts'
import { understandingOf } from './policy-understanding.ts'
import { usualOf } from './policy-usual.ts'
import { publishEdition, withdrawEdition } from './policy-force.ts'

const usage = [
  'Usage: policy list',
  '       policy show POLICY [EDITION]',
  '       policy outline POLICY [EDITION]',
  '       policy original POLICY [EDITION] [--out FILE]',
  '       policy publish POLICY [EDITION] [--from DAY] [--yes]',
  '       policy withdraw POLICY EDITION [--from DAY] [--yes]',
  '       policy confirm, see npm run inspect',
  '       policy understanding POLICY [on|off] [--by EMAIL] [--yes]',
  '       policy usual POLICY [off SECTION|on SECTION] [--by EMAIL]',
  '       policy outside FILE',
  `       ${importUsage}`,
].join('\n')

const verbs: Readonly<Record<string, Command>> = {
  list: listPolicies,
  show: showEdition,
  outline: outlineEdition,
  original: openOriginal,
  publish: publishEdition,
  withdraw: withdrawEdition,
  import: importPolicies,
  confirm: confirmFor,
  understanding: understandingOf,
  usual: usualOf,
  outside: sayOutsideLines,
}

export const policyCommand: Command = (context, [verb = '', ...rest]) => {
  const command = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (command !== undefined) return command(context, rest)
  context.err(sayNoVerb('policy', verb, usage) ?? usage)
  return Promise.resolve(status.misuse)
}
