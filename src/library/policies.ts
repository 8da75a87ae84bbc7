// Reads policies/<id>/: the policy's record, its editions, and the questions that its sections answer.
import { compact, defined } from '../kit/defined.ts'
import { z } from 'zod'
import { nearest } from '../kit/text.ts'
import type { Edition, Policy, Use } from '../policy/types.ts'
import type { AskedSection } from '../search/types.ts'
import { readEdition, type ReadText } from './editions.ts'
import type { KnowledgeFile } from './files.ts'
import { OutsideEdition, outsideEditions } from './outside.ts'
import { readWritten } from './pointers.ts'
import { readUnderstanding, type ReadUnderstanding } from './understanding.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

/** The edition that a file was written for; otherwise the oldest one shipped with it. */
const writtenFor = z.coerce.string().optional()

const PolicyRecord = z.strictObject({
  edition: writtenFor,
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens'),
  number: z.number().int().positive().optional(),
  title: z.string().min(1),
  owner: z.string().min(1),
  ask: z.strictObject({ who: z.string().min(1), why: z.string().min(1), cites: z.coerce.string().optional() }),
  declaration: z.coerce.string().optional(),
  // Months from one review to the next.
  reviewEvery: z.number().int().positive().max(120).optional(),
  openTo: z.literal('everybody', 'is not everybody; leave it out for staff alone').optional(),
  // Whether the questions of understanding.yaml are asked before somebody signs.
  understanding: z.boolean('is neither true nor false').default(false),
  // Sections whose usual questions are switched off, by the texts that they had then.
  usualOff: z
    .array(z.strictObject({ section: z.coerce.string(), hash: z.string().regex(/^[0-9a-f]{16}$/, 'is no hash') }))
    .max(1_000)
    .default([]),
  // Editions of a document that the school does not write itself: read outside, at a link.
  outside: z.array(OutsideEdition).max(50, 'may hold 50 editions at most').default([]),
})
type PolicyRecord = z.output<typeof PolicyRecord>

const AskedFile = z
  .object({ edition: writtenFor })
  .catchall(z.strictObject({ heading: z.string().min(1), asked: z.array(z.string().min(1)).default([]) }))
  .transform(({ edition, ...sections }) => ({ edition, sections }))

export interface ReadPolicy {
  readonly policy: Policy | undefined
  readonly asked: ReadonlyMap<string, AskedSection>
  /** The place where something about a section is written. */
  readonly at: (use: Use, ref: string) => { readonly file: string; readonly line: number }
  /** Whether the school has imported a text of its own. */
  readonly own: boolean
  readonly problems: readonly Problem[]
}

/** Reads one policy from the files of its folder. */
export function readPolicy(
  folder: string,
  files: readonly KnowledgeFile[],
  readText: ReadText = readEdition,
): ReadPolicy {
  const file = (name: string) => files.find(({ path }) => path === `${folder}/${name}`)
  const problems: Problem[] = []
  const { record, shown } = readRecord(folder, file('policy.yaml'))
  const { editions: texts, base } = readEditions({ folder, files, readText }, problems)
  const editions = [...texts, ...(record === undefined ? [] : outsideEditions(record.value))].toSorted(newestFirst)
  const asked = readAsked(file('asked.yaml'), editions, problems)
  problems.push(...shown.problems, ...incomplete({ folder, record: file('policy.yaml'), editions }))
  const understanding = readUnderstanding(file('understanding.yaml'), editions)
  problems.push(...understanding.problems)
  const at: ReadPolicy['at'] = (use, ref) => {
    if (use === 'questions') return { file: file('asked.yaml')?.shown ?? folder, line: asked.lineOf([ref]) }
    if (use === 'understanding')
      return { file: file('understanding.yaml')?.shown ?? folder, line: understanding.lineOf(ref) }
    return { file: shown.file, line: record?.lineOf(use === 'ask' ? ['ask', 'cites'] : [use]) ?? 1 }
  }
  const own = isOwn(folder, files, record?.value)
  if (record === undefined || editions.length === 0) {
    return { policy: undefined, asked: asked.sections, at, own, problems }
  }
  const {
    number,
    declaration,
    edition,
    reviewEvery,
    ask,
    understanding: asks,
    usualOff,
    ...rest
  } = withoutOutside(record.value)
  problems.push(...slips(record.value, { editions, texts, at }), ...unasked(asks, understanding, { editions, at }))
  const named = defined({
    declaration: edition,
    ask: edition,
    questions: asked.edition,
    understanding: understanding.edition,
  })
  const { written, problems: unread } = readWritten(file, { base: base(file('pointers.yaml') === undefined), named })
  problems.push(...unread)
  const questions = understanding.questions.length === 0 ? undefined : understanding.questions
  // Where the record names none, a person may have confirmed one.
  const [confirmed] = written.confirmed.declaration?.keys() ?? []
  const policy = {
    ...rest,
    ask: { ...ask, cites: ask.cites },
    number,
    declaration: declaration ?? confirmed,
    editions,
    written,
    ...defined({ reviewEvery, usualOff: usualOff.length > 0 ? usualOff.map(({ hash }) => hash) : undefined }),
    ...defined({ understanding: questions, asksUnderstanding: questions && asks }),
  }
  return { policy, asked: asked.sections, at, own, problems }
}

function readRecord(folder: string, file: KnowledgeFile | undefined) {
  if (file === undefined) return { record: undefined, shown: { file: folder, problems: [] } }
  const { yaml, problems } = readYaml({ file: file.shown, source: file.source }, PolicyRecord)
  return { record: yaml, shown: { file: file.shown, problems } }
}

function withoutOutside({ outside: _outside, ...record }: PolicyRecord): Omit<PolicyRecord, 'outside'> {
  return record
}

/** The school has imported a text of its own, or has said itself what is read outside. */
function isOwn(folder: string, files: readonly KnowledgeFile[], record: PolicyRecord | undefined): boolean {
  const links = record !== undefined && record.outside.length > 0
  return files.some(
    ({ own, path }) =>
      own && path.startsWith(`${folder}/`) && (path.endsWith('.md') || (links && path.endsWith('/policy.yaml'))),
  )
}

/** What is wrong with what the record names in its editions. */
function slips(
  { ask, declaration, outside }: PolicyRecord,
  { editions, texts, at }: Pick<Policy, 'editions'> & Pick<ReadPolicy, 'at'> & { readonly texts: readonly Edition[] },
): Problem[] {
  const [ids, twice] = [new Set<string>(), new Set<string>()]
  for (const { id } of editions) (ids.has(id) ? twice : ids).add(id)
  const whom = ask.cites
  return compact([
    ...(whom === undefined ? [] : missing(whom, editions, () => at('ask', whom))),
    ...(declaration === undefined ? [] : missing(declaration, texts, () => at('declaration', declaration))),
    declaration !== undefined && texts.length === 0 && outside.length > 0 && wordless(at),
    ...[...twice].map((id) => ({
      ...at('declaration', ''),
      what: `has the edition ${id} twice`,
      fix: 'Give one of them another id: what is signed is known by it.',
    })),
  ])
}

/** What is wrong with the questions asked before signing, beside the form of their file. */
function unasked(
  asks: boolean,
  { questions }: ReadUnderstanding,
  { editions, at }: Pick<Policy, 'editions'> & Pick<ReadPolicy, 'at'>,
): Problem[] {
  const refs = new Set(questions.map(({ section }) => section))
  const wrong = [...refs].flatMap((ref) => missing(ref, editions, () => at('understanding', ref)))
  if (!asks || questions.length > 0) return wrong
  const { file } = at('declaration', '')
  const fix = 'Write understanding.yaml beside it, or take the line out: until then nothing is asked before signing.'
  return [
    ...wrong,
    { file, line: 1, what: 'wants questions asked before signing, and there are none', fix, warning: true },
  ]
}

function wordless(at: ReadPolicy['at']): Problem {
  const fix = 'Take the line out: what is outside is confirmed with the school’s standard statement (school.yaml).'
  return { ...at('declaration', ''), what: 'names a declaration in a document whose text is not here', fix }
}

function incomplete({
  folder,
  record,
  editions,
}: {
  folder: string
  record: KnowledgeFile | undefined
  editions: readonly Edition[]
}): readonly Problem[] {
  if (record === undefined) {
    const fix = 'Write policy.yaml beside the editions; knowledge/README.md shows one.'
    return [{ file: folder, line: 1, what: 'has no policy.yaml', fix }]
  }
  if (editions.length > 0) return []
  const fix = 'Import one: npm run policy -- import FILE --policy ID.'
  return [{ file: record.shown, line: 1, what: 'has no edition beside it', fix }]
}

/**
 * Newest first. `base` holds the editions that the project's notes were written for, oldest first; `hidden` also reads
 * those that the school's own text has replaced.
 */
function readEditions(
  { folder, files, readText }: { folder: string; files: readonly KnowledgeFile[]; readText: ReadText },
  problems: Problem[],
) {
  const editions: Edition[] = []
  const project: Edition[] = []
  const covered: KnowledgeFile[] = []
  for (const file of files) {
    const { path, shown, source, own, hidden } = file
    if (!path.startsWith(`${folder}/`) || !path.endsWith('.md')) continue
    if (hidden !== undefined) covered.push({ ...file, source: hidden })
    const read = readText(shown, source)
    problems.push(...read.problems)
    if (read.edition === undefined) continue
    if (path !== `policies/${read.edition.policy}/${read.edition.id}.md`) {
      const fix = `Name the file policies/${read.edition.policy}/${read.edition.id}.md, or mend its "policy" and "edition" lines.`
      problems.push({ file: shown, line: 1, what: 'has another name than its front matter says', fix })
    }
    editions.push(read.edition)
    if (!own) project.push(read.edition)
  }
  const base = (hidden: boolean) => {
    const read = hidden
      ? covered.flatMap(({ path, source }) => readText(`knowledge/${path}`, source).edition ?? [])
      : []
    return [...project, ...read].toSorted(newestFirst).toReversed()
  }
  return { editions: editions.toSorted(newestFirst), base }
}

const newestFirst = (a: Edition, b: Edition) => (b.id > a.id ? 1 : -1)

interface Asked {
  readonly edition: string | undefined
  readonly sections: ReadonlyMap<string, AskedSection>
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

function readAsked(file: KnowledgeFile | undefined, editions: readonly Edition[], problems: Problem[]): Asked {
  const none = { edition: undefined, sections: new Map<string, AskedSection>(), lineOf: () => 1 }
  if (file === undefined) return none
  const { yaml, problems: found } = readYaml({ file: file.shown, source: file.source }, AskedFile)
  problems.push(...found)
  if (yaml === undefined) return none
  const { edition, sections } = yaml.value
  const seen = new Map<string, string>()
  for (const [ref, { asked }] of Object.entries(sections)) {
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
  return { edition, sections: new Map(Object.entries(sections)), lineOf: yaml.lineOf }
}

/**
 * The problem that no edition contains `ref`, if there is one. It is only a warning where the school imported its own
 * text: its sections may have other numbers, and the bot must still start.
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
      ...defined({ warning: own ? (true as const) : undefined }),
    },
  ]
}
