// `policy original`: says where the school's own file of an edition is kept, or copies it elsewhere.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { originalIn } from '../office/originals.ts'
import { readOptions, word } from './asked.ts'
import { type Command, status } from './context.ts'
import { findEdition } from './policy-show.ts'

const usage = 'Usage: policy original POLICY [EDITION] [--out FILE]'

export const openOriginal: Command = async (context, argv) => {
  const { out, err, home } = context
  const read = readOptions(argv, { out: word }, usage)
  const found = read.kind === 'misused' ? read.what : await findEdition(context, read.words)
  if (read.kind === 'misused' || typeof found === 'string') {
    err(typeof found === 'string' ? found : usage)
    return status.misuse
  }
  const { edition } = found
  const path = originalIn(home, edition)
  if (path === undefined) {
    const why =
      edition.source === undefined
        ? 'was not brought in from a file'
        : `was brought in from “${edition.source.file}”, which is no longer kept in ${home}`
    err(
      `${edition.title}, edition ${edition.id}, ${why}. Its text is there: policy show ${edition.policy} ${edition.id}.`,
    )
    return status.no
  }
  const to = read.values.out
  if (to === undefined) {
    out(resolve(path))
    return status.done
  }
  if (existsSync(to)) {
    err(`${to} exists already, so nothing was written. Name another file.`)
    return status.no
  }
  mkdirSync(dirname(resolve(to)), { recursive: true })
  copyFileSync(path, to)
  out(`Written: ${to}`)
  return status.done
}
