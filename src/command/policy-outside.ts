// `policy outside`: computes the hash of a file that the school reads elsewhere, and prints the lines for policy.yaml.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { dayIn } from '../kit/days.ts'
import { sha256 } from '../kit/hash.ts'
import { type Command, status } from './context.ts'

const usage = 'Usage: policy outside FILE. FILE is the document as it was downloaded from where staff will read it.'

export const sayOutsideLines: Command = async (context, argv) => {
  const [file, ...more] = argv
  if (file === undefined || more.length > 0) {
    context.err(usage)
    return status.misuse
  }
  const bytes = readOrSay(file)
  if (typeof bytes === 'string') {
    context.err(bytes)
    return status.misuse
  }
  const { school } = await context.library()
  const month = dayIn(school.zone, context.clock()).slice(0, 7)
  for (const line of linesFor(bytes, month)) context.out(line)
  context.err(
    `These lines are for ${basename(file)}. Put them into policies/ID/policy.yaml in your home, with who publishes it and the link. Then run npm run inspect.`,
  )
  return status.done
}

function readOrSay(file: string): Uint8Array | string {
  try {
    return readFileSync(file)
  } catch {
    return `${file} can’t be read. Download the document first, and name the file. ${usage}`
  }
}

function linesFor(bytes: Uint8Array, month: string): readonly string[] {
  return [
    'outside:',
    `  - edition: '${month}' # the month of the edition`,
    '    by: # who publishes it, such as the Department for Education',
    '    link: # where staff read it',
    `    sha256: ${sha256(bytes)}`,
  ]
}
