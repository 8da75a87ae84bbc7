// Reads policies/<id>/: the policy's record, its editions and the questions that its sections answer.
import { z } from 'zod'
import { nearest } from '../kit/text.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { AskedSection } from '../search/types.ts'
import { readEdition } from './editions.ts'
import type { KnowledgeFile } from './files.ts'
import type { Problem } from './types.ts'
import { readYaml } from './yaml.ts'

const PolicyRecord = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens'),
  number: z.number().int().positive().optional(),
  title: z.string().min(1),
  owner: z.string().min(1),
  ask: z.strictObject({ who: z.string().min(1), why: z.string().min(1), cites: z.coerce.string() }),
  declaration: z.coerce.string().optional(),
  openTo: z.literal('everybody', 'is not everybody; leave it out for staff alone').optional(),
})

const AskedFile = z.record(
  z.string(),
  z.strictObject({ heading: z.string().min(1), asked: z.array(z.string().min(1)).default([]) }),
)

export interface ReadPolicy {
  readonly policy: Policy | undefined
  readonly asked: ReadonlyMap<string, AskedSection>
  readonly problems: readonly Problem[]
}

/** One policy from the files of its folder. */
export function readPolicy(folder: string, files: readonly KnowledgeFile[]): ReadPolicy {
  const file = (name: string) => files.find(({ path }) => path === `${folder}/${name}`)
  const problems: Problem[] = []
  const editions = readEditions(folder, files, problems)

  const recordFile = file('policy.yaml')
  if (recordFile === undefined) {
    const fix = 'Write policy.yaml beside the editions; knowledge/README.md shows one.'
    problems.push({ file: folder, line: 1, what: 'has no policy.yaml', fix })
    return { policy: undefined, asked: new Map(), problems }
  }
  const record = readYaml({ file: recordFile.shown, source: recordFile.source }, PolicyRecord)
  problems.push(...record.problems)
  const asked = readAsked(file('asked.yaml'), editions, problems)
  if (record.yaml === undefined || editions.length === 0) {
    if (editions.length === 0) {
      const fix = 'Import one: npm run policy -- import FILE --policy ID.'
      problems.push({ file: recordFile.shown, line: 1, what: 'has no edition beside it', fix })
    }
    return { policy: undefined, asked, problems }
  }
  const { value, lineOf } = record.yaml
  const { number, declaration, ...rest } = value
  for (const [key, ref] of [
    ['ask.cites', rest.ask.cites],
    ['declaration', declaration],
  ] as const) {
    if (ref !== undefined)
      problems.push(...missing(ref, editions, () => ({ file: recordFile.shown, line: lineOf(key.split('.')) })))
  }
  return { policy: { ...rest, number, declaration, editions }, asked, problems }
}

function readEditions(folder: string, files: readonly KnowledgeFile[], problems: Problem[]): Edition[] {
  const editions: Edition[] = []
  for (const { path, shown, source } of files) {
    if (!path.startsWith(`${folder}/`) || !path.endsWith('.md')) continue
    const read = readEdition(shown, source)
    problems.push(...read.problems)
    if (read.edition === undefined) continue
    if (path !== `policies/${read.edition.policy}/${read.edition.id}.md`) {
      const fix = `Name the file policies/${read.edition.policy}/${read.edition.id}.md, or mend its "policy" and "edition" lines.`
      problems.push({ file: shown, line: 1, what: 'has another name than its front matter says', fix })
    }
    editions.push(read.edition)
  }
  return editions.toSorted((a, b) => (b.id > a.id ? 1 : -1))
}

function readAsked(
  file: KnowledgeFile | undefined,
  editions: readonly Edition[],
  problems: Problem[],
): ReadonlyMap<string, AskedSection> {
  if (file === undefined) return new Map()
  const { yaml, problems: found } = readYaml({ file: file.shown, source: file.source }, AskedFile)
  problems.push(...found)
  if (yaml === undefined) return new Map()
  const seen = new Map<string, string>()
  for (const [ref, { asked }] of Object.entries(yaml.value)) {
    problems.push(...missing(ref, editions, () => ({ file: file.shown, line: yaml.lineOf([ref]) })))
    asked.forEach((question, index) => {
      const before = seen.get(question.toLowerCase())
      if (before !== undefined) {
        const fix = 'Keep it under the section that answers it best.'
        const what = `asks "${question}" again, which stands under ${before} already`
        problems.push({ file: file.shown, line: yaml.lineOf([ref, 'asked', index]), what, fix })
      }
      seen.set(question.toLowerCase(), ref)
    })
  }
  return new Map(Object.entries(yaml.value))
}

/**
 * The problem that no edition contains `ref`, if that is so. A warning where the school imported its own text: its
 * sections may be numbered in another way, and the bot must still start.
 */
export function missing(
  ref: string,
  editions: readonly Edition[],
  at: () => { file: string; line: number },
): Problem[] {
  const refs = editions.flatMap((edition) => edition.sections.map((section) => section.ref))
  if (editions.length === 0 || refs.includes(ref)) return []
  const near = nearest(ref, refs)
  const hint = near === undefined ? '' : `Did you mean ${near}? `
  const own = editions.some((edition) => edition.wording === 'adopted')
  const what = `names section ${ref}, which no edition contains`
  return [
    {
      ...at(),
      what,
      fix: `${hint}Run \`npm run inspect\` to list the sections.`,
      ...(own ? { warning: true as const } : {}),
    },
  ]
}
