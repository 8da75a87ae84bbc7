// Reads an edition file: a record at the top, then the text in Markdown, section by section.
import { defined } from '../kit/defined.ts'
import { z } from 'zod'
import { parseDayOrMonth, type DayOrMonth } from '../kit/days.ts'
import { memoByName } from '../kit/memo.ts'
import { nearest } from '../kit/text.ts'
import { unseenKinds, type Edition, type Wording } from '../policy/types.ts'
import { readBlocks } from './blocks.ts'
import { readSections } from './sections.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml, type YamlFile } from './yaml.ts'

export interface ReadEdition {
  /** Undefined only where the record at the top cannot be used. */
  readonly edition: Edition | undefined
  readonly problems: readonly Problem[]
}

/** `file` is the path shown in problems. */
export type ReadText = (file: string, source: string) => ReadEdition

/**
 * `file` is the path shown in problems. A text that has not changed is not read again, and is the same object: whatever
 * was worked out for it stays true.
 */
export const readEdition = memoByName((file: string, source: string): ReadEdition => {
  const problems: Problem[] = []
  const [first, ...rest] = readBlocks(source.replace(/\r\n?/g, '\n'))
  if (first?.type !== 'yaml') {
    problems.push({
      file,
      line: 1,
      what: 'does not begin with the record of the edition',
      fix: 'Begin the file with a line "---", then policy, edition, title and wording, then another line "---".',
    })
    return { edition: undefined, problems }
  }
  const record = readRecord({ file, source: first.value }, problems)
  const sections = readSections(file, rest, problems)
  return { edition: record && { ...record, sections }, problems }
})

const Text = z.string().trim().min(1)
const Id = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens'))

const fields = {
  policy: Id,
  edition: Id,
  number: z.number().int().positive().nullish(),
  title: Text,
  school: Text.nullish(),
  wording: Text,
  published: z.unknown().optional(),
  adopted: z.unknown().optional(),
  amended: z.unknown().optional(),
  inForceFrom: z.unknown().optional(),
  withdrawn: z.unknown().optional(),
  reviewed: z.unknown().optional(),
  ratified: z.unknown().optional(),
  nextReview: z.unknown().optional(),
  approvedBy: Text.nullish(),
  // The school's own file that the edition was read from.
  source: z
    .strictObject({
      file: Text,
      sha256: z.string().regex(/^[\da-f]{64}$/, 'must be 64 hexadecimal digits'),
      unseen: z.array(z.enum(unseenKinds)).optional(),
    })
    .nullish(),
  // What an imported document holds besides its sections (title page, contents, page footers), so that nothing is lost.
  aside: z.array(z.string()).nullish(),
}
const Record = z.looseObject(fields)
type Record = z.output<typeof Record>

function readRecord(at: { file: string; source: string }, problems: Problem[]): Omit<Edition, 'sections'> | undefined {
  const { yaml, problems: found } = readYaml({ ...at, firstLine: 2 }, Record)
  problems.push(...found)
  if (yaml === undefined) return undefined
  checkKeys(yaml, at.file, problems)
  const wording = readWording(yaml, at.file, problems)
  if (wording === undefined) return undefined
  const day = (key: DateKey) => readDate(yaml, key, { file: at.file, problems })
  const { policy, edition, title, school, approvedBy, source } = yaml.value
  return {
    policy,
    id: edition,
    title,
    school: school ?? undefined,
    wording,
    published: day('published'),
    reviewed: day('reviewed'),
    ratified: day('ratified'),
    nextReview: day('nextReview'),
    approvedBy: approvedBy ?? undefined,
    // Missing where they are not stated, as in older files.
    ...optional('adopted', day('adopted')),
    ...optional('amended', day('amended')),
    ...optional('inForceFrom', day('inForceFrom')),
    ...optional('withdrawn', day('withdrawn')),
    ...defined({ source: source === undefined || source === null ? undefined : source }),
  }
}

function optional(key: DateKey, when: DayOrMonth | undefined): { readonly [key in DateKey]?: DayOrMonth } {
  return when === undefined ? {} : { [key]: when }
}

function checkKeys(yaml: YamlFile<Record>, file: string, problems: Problem[]): void {
  const known = Object.keys(fields)
  for (const key of Object.keys(yaml.value)) {
    if (known.includes(key)) continue
    const near = nearest(key, known)
    const fix = near === undefined ? `Take it out, or use one of ${known.join(', ')}.` : `Did you mean ${near}?`
    problems.push({ file, line: yaml.lineOf([key]), what: `has an unknown line "${key}"`, fix })
  }
}

const wordings: readonly Wording[] = ['adopted', 'restated']

function readWording(yaml: YamlFile<Record>, file: string, problems: Problem[]): Wording | undefined {
  const wording = wordings.find((each) => each === yaml.value.wording)
  if (wording !== undefined) return wording
  const near = nearest(yaml.value.wording, wordings)
  problems.push({
    file,
    line: yaml.lineOf(['wording']),
    what: `has the unknown wording "${yaml.value.wording}"`,
    fix: `${near === undefined ? '' : `Did you mean ${near}? `}Write adopted for the school's own text, restated for a summary of it.`,
  })
  return undefined
}

type DateKey =
  'published' | 'adopted' | 'amended' | 'inForceFrom' | 'withdrawn' | 'reviewed' | 'ratified' | 'nextReview'

function readDate(
  yaml: YamlFile<Record>,
  key: DateKey,
  { file, problems }: { file: string; problems: Problem[] },
): DayOrMonth | undefined {
  const value = yaml.value[key]
  if (value === undefined || value === null) return undefined
  const date = typeof value === 'string' ? parseDayOrMonth(value) : undefined
  if (date !== undefined) return date
  problems.push({
    file,
    line: yaml.lineOf([key]),
    what: `"${key}" ${JSON.stringify(value)} is not a date`,
    fix: 'Write a day as 2015-10-26 or a month as 2015-10.',
  })
  return undefined
}
