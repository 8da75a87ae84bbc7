// Reads lexicon.yaml: for each subject, everyday school English and the words that policies use instead.
import { z } from 'zod'
import type { LexiconLine } from '../search/types.ts'
import type { KnowledgeFile } from './files.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

const Line = z.string('needs the words of policies, between commas').trim().min(1)
const LexiconFile = z.record(z.string(), z.record(z.string(), Line))

export function readLexicon(file: KnowledgeFile | undefined, problems: Problem[]): readonly LexiconLine[] {
  if (file === undefined) return []
  const { yaml, problems: found } = readYaml({ file: file.shown, source: file.source }, LexiconFile)
  problems.push(...found)
  return Object.entries(yaml?.value ?? {}).flatMap(([subject, lines]) =>
    Object.entries(lines).map(([says, means]) => ({ subject, says: betweenCommas(says), means: betweenCommas(means) })),
  )
}

export function betweenCommas(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}
