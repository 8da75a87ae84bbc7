// Reads understanding.yaml beside a policy: the questions that may be asked before somebody signs.
import { z } from 'zod'
import type { Edition, UnderstandingQuestion } from '../policy/types.ts'
import type { Problem } from '../turn/library.ts'
import type { KnowledgeFile } from './files.ts'
import { readYaml, type YamlFile } from './yaml.ts'

/** One line: how it was put is kept line by line. */
const Words = (most: number) =>
  z
    .string()
    .transform((words) => words.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, { error: 'has no words', abort: true })
        .max(most, { error: `may have ${most} characters at most`, abort: true }),
    )

/** A choice is short, because on a phone it is a button. */
const Choice = z
  .union([z.strictObject({ right: Words(150) }), z.strictObject({ wrong: Words(150) })], {
    error: 'is neither “right: …” nor “wrong: …” with at most 150 characters',
  })
  .transform((choice) =>
    'right' in choice ? { text: choice.right, right: true } : { text: choice.wrong, right: false },
  )

const Question = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens')
      .max(40),
    section: z.coerce.string().min(1),
    asks: Words(300),
    choices: z.array(Choice).min(2, 'needs two choices at least').max(4, 'may have four choices at most'),
  })
  .refine(({ choices }) => choices.some(({ right }) => right), 'has no right choice')
  .refine(({ choices }) => choices.some(({ right }) => !right), 'has only right choices')
  .refine(
    ({ choices }) => new Set(choices.map(({ text }) => text.toLowerCase())).size === choices.length,
    'has the same choice twice',
  )
  .transform(({ asks, ...question }): UnderstandingQuestion => ({ ...question, text: asks }))

const UnderstandingFile = z.strictObject({
  /** The edition that it was written for; otherwise the oldest one shipped with it. */
  edition: z.coerce.string().optional(),
  questions: z.array(Question).min(1, 'holds no question').max(20, 'may hold 20 questions at most'),
})

export interface ReadUnderstanding {
  readonly edition: string | undefined
  readonly questions: readonly UnderstandingQuestion[]
  /** The line of the first question about a section. */
  readonly lineOf: (ref: string) => number
  readonly problems: readonly Problem[]
}

export function readUnderstanding(file: KnowledgeFile | undefined, editions: readonly Edition[]): ReadUnderstanding {
  const none = { edition: undefined, questions: [], lineOf: () => 1 }
  if (file === undefined) return { ...none, problems: [] }
  const { yaml, problems } = readYaml({ file: file.shown, source: file.source }, UnderstandingFile)
  if (yaml === undefined) return { ...none, problems }
  const { edition, questions } = yaml.value
  return {
    edition,
    questions,
    lineOf: (ref) => yaml.lineOf(['questions', questions.findIndex(({ section }) => section === ref), 'section']),
    problems: [...twice(file.shown, yaml), ...unknownEdition(file.shown, yaml, editions)],
  }
}

type Read = YamlFile<z.output<typeof UnderstandingFile>>

function twice(file: string, { value: { questions }, lineOf }: Read): Problem[] {
  return questions.flatMap(({ id }, at) =>
    questions.findIndex((each) => each.id === id) === at
      ? []
      : [
          {
            file,
            line: lineOf(['questions', at, 'id']),
            what: `has the question ${id} twice`,
            fix: 'Give one of them another id: an answer is known by it.',
          },
        ],
  )
}

function unknownEdition(file: string, { value: { edition }, lineOf }: Read, editions: readonly Edition[]): Problem[] {
  if (edition === undefined || editions.some(({ id }) => id === edition)) return []
  const what = `was written for the edition ${edition}, which is not here`
  const fix = 'Name one that is, or leave the line out: npm run policy -- list shows them.'
  return [{ file, line: lineOf(['edition']), what, fix, warning: true }]
}
