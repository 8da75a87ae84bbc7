// Reads which texts owners wrote about: pointers.yaml beside a policy, and confirmed.yaml, which `policy confirm`
// writes.
import { z } from 'zod'
import type { Edition, Hashes, Use, Written } from '../policy/types.ts'
import type { KnowledgeFile } from './files.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

export const uses = ['declaration', 'ask', 'questions', 'rules', 'understanding'] as const satisfies readonly Use[]

const Hash = z.string().regex(/^[0-9a-f]{16}$/, 'is not a hash of a section: sixteen of 0 to 9 and a to f')
const HashesByRef = z.record(z.string(), z.array(Hash)).transform((refs): Hashes => new Map(Object.entries(refs)))

export const ConfirmedFile = z.strictObject({
  declaration: HashesByRef.optional(),
  ask: HashesByRef.optional(),
  questions: HashesByRef.optional(),
  rules: HashesByRef.optional(),
  understanding: HashesByRef.optional(),
})

/** `file` returns a file of the policy's folder by its name. */
export function readWritten(
  file: (name: string) => KnowledgeFile | undefined,
  { base, named }: { base: readonly Edition[]; named: Written['for'] },
): { readonly written: Written; readonly problems: readonly Problem[] } {
  const sections = readFile(file('pointers.yaml'), HashesByRef)
  const confirmed = readFile(file('confirmed.yaml'), ConfirmedFile)
  const given = Object.entries(confirmed.value ?? {}).filter(([, hashes]) => hashes !== undefined)
  return {
    written: {
      sections: sections.value ?? new Map<string, readonly string[]>(),
      for: named,
      confirmed: Object.fromEntries(given),
      base,
    },
    problems: [...sections.problems, ...confirmed.problems],
  }
}

function readFile<S extends z.ZodType>(
  file: KnowledgeFile | undefined,
  schema: S,
): { readonly value: z.output<S> | undefined; readonly problems: readonly Problem[] } {
  if (file === undefined) return { value: undefined, problems: [] }
  const { yaml, problems } = readYaml({ file: file.shown, source: file.source }, schema)
  return { value: yaml?.value, problems }
}
