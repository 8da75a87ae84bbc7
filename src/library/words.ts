// Reads words.yaml: everyday words and the policy words they stand for, for one policy in its folder, or for the whole
// school.
import { z } from 'zod'
import type { WordEntry } from '../search/types.ts'
import type { KnowledgeFile } from './files.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

/** A policy's own words apply within it; those of a words.yaml at the top apply in every policy. */
export function readAllWords(files: readonly KnowledgeFile[], problems: Problem[]): readonly WordEntry[] {
  return files.flatMap((file) => {
    const found = /^(?:policies\/([^/]+)\/)?words\.yaml$/.exec(file.path)
    if (found === null) return []
    const policy: string | undefined = found[1]
    return readWords(file, problems).map((entry) => (policy === undefined ? entry : { ...entry, policy }))
  })
}

const phrases = z.array(z.string().min(1)).min(1)
const WordsFile = z.array(
  z.union(
    [
      z
        .strictObject({ says: phrases, means: phrases, everyday: z.literal(true).optional() })
        .transform(({ says, means, everyday }) => ({ says, means, shows: everyday ? 'nothing' : 'ours' }) as const),
      z
        .strictObject({ elsewhere: z.string().min(1), says: phrases })
        .transform(({ says }) => ({ says, means: [], shows: 'elsewhere' }) as const),
    ],
    'needs "says" with "means", or "elsewhere" with "says"',
  ),
)

function readWords(file: KnowledgeFile, problems: Problem[]): readonly WordEntry[] {
  const { yaml, problems: found } = readYaml({ file: file.shown, source: file.source }, WordsFile)
  problems.push(...found)
  return yaml?.value ?? []
}
