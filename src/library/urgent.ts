// Reads urgent.yaml: named groups of words, the kinds of urgent message, and the cases that each must meet.
import { defined } from '../kit/defined.ts'
import { memoByName } from '../kit/memo.ts'
import { z } from 'zod'
import type { UrgentKind, UrgentPattern } from '../search/types.ts'
import { compilePatterns } from '../search/urgent.ts'
import { didYouMean, resolveGroups, type Report } from './groups.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml, type YamlFile } from './yaml.ts'

interface ReadUrgent {
  /** Undefined where the file cannot be used: it does not match its schema, or a pattern names a missing group. */
  readonly urgent: readonly UrgentKind[] | undefined
  readonly problems: readonly Problem[]
}

/** After an edit all files are read again, this one mostly as it was; to read it is a fifth of that work. */
export const readUrgent = memoByName((file: string, source: string): ReadUrgent => {
  const { yaml, problems } = readYaml({ file, source }, UrgentFile)
  if (yaml === undefined) return { urgent: undefined, problems }
  const problem: Report = (path, what, fix) => problems.push({ file, line: yaml.lineOf(path), what, fix })

  const groups = resolveGroups(yaml.value.groups, problem)
  const { kinds, policy, questions, doubt } = yaml.value
  const named = namesIn(yaml.value)
  for (const { name, path } of named) {
    if (!groups.has(name))
      problem(path, `names the group "${name}", which does not exist`, didYouMean(name, yaml.value.groups))
  }
  for (const [i, { id }] of kinds.entries()) {
    if (kinds.findIndex((kind) => kind.id === id) < i)
      problem(['kinds', i, 'id'], `uses the id "${id}" twice`, 'Rename one.')
  }
  if (problems.length > 0) return { urgent: undefined, problems }

  const group = (name: string) => groups.get(name) ?? []
  const [asks, tells] = [group(questions.asks), group(questions.tells)]
  const stepsOf = (steps: z.output<typeof Steps>) =>
    steps.map(({ text, cites }) => ({ text, cites: cites === undefined ? undefined : { policy, section: cites } }))
  const inDoubt = doubt && { title: doubt.title, steps: stepsOf(doubt.steps) }
  const urgent = kinds.map(({ id, title, steps, handling, children, patterns, cases }): UrgentKind => {
    return {
      id,
      title,
      steps: stepsOf(steps),
      ...defined({ handling: handling === undefined ? undefined : stepsOf(handling), children, inDoubt }),
      patterns: patterns.map(({ words, within, near, unless }): UrgentPattern => {
        return { words: words.map(group), within, near: near.map(group), unless: unless.map(group), asks, tells }
      }),
      cases,
    }
  })
  return { urgent, problems }
})

/** Tries every case in the file. This is slower than reading it, and is only for whoever has changed it. */
export function inspectUrgent(file: string, source: string): readonly Problem[] {
  const { yaml } = readYaml({ file, source }, UrgentFile)
  const { urgent } = readUrgent(file, source)
  if (yaml === undefined || urgent === undefined) return []
  const problems: Problem[] = []
  tryCases(urgent, yaml, (path, what, fix) => problems.push({ file, line: yaml.lineOf(path), what, fix }))
  return problems
}

const Name = z.string().min(1)
const Text = z.string().trim().min(1)

const Steps = z.array(z.strictObject({ text: Text, cites: Name.optional() })).min(1)

const UrgentFile = z.strictObject({
  /** The policy whose sections the steps cite. */
  policy: Name,
  /** The group of words that asks about rules, and the group that reports something at first hand. */
  questions: z.strictObject({ asks: Name, tells: Name }),
  groups: z.record(Name, Text),
  /** What to do where it is in doubt whether a child is harmed, or somebody who works here. */
  doubt: z.strictObject({ title: Text, steps: Steps }).optional(),
  kinds: z
    .array(
      z.strictObject({
        id: Name,
        title: Text,
        steps: Steps,
        handling: Steps.optional(),
        children: z.enum(['own', 'other']).optional(),
        patterns: z
          .array(
            z.strictObject({
              words: z.array(Name).min(1),
              within: z.int().min(1).max(20).default(8),
              near: z.array(Name).default([]),
              unless: z.array(Name).default([]),
            }),
          )
          .min(1),
        cases: z.strictObject({ trigger: z.array(Text).min(1), nearMiss: z.array(Text).min(1) }),
      }),
    )
    .min(1),
})
type UrgentFile = z.output<typeof UrgentFile>

function namesIn({ kinds, questions }: UrgentFile): { readonly name: string; readonly path: readonly PropertyKey[] }[] {
  const asked = (['asks', 'tells'] as const).map((part) => ({ name: questions[part], path: ['questions', part] }))
  const inPatterns = kinds.flatMap(({ patterns }, kind) =>
    patterns.flatMap((pattern, i) =>
      (['words', 'near', 'unless'] as const).flatMap((part) =>
        pattern[part].map((name, j) => ({ name, path: ['kinds', kind, 'patterns', i, part, j] })),
      ),
    ),
  )
  return [...asked, ...inPatterns]
}

function tryCases(urgent: readonly UrgentKind[], yaml: YamlFile<UrgentFile>, problem: Report): void {
  const find = compilePatterns(urgent)
  const expected = new Map(
    urgent.flatMap((kind) => kind.cases.trigger.map((text): [string, string] => [text, kind.id])),
  )
  for (const [k, { id, cases }] of urgent.entries()) {
    for (const [list, texts] of Object.entries(cases)) {
      for (const [i, text] of texts.entries()) {
        const found = find(text)
        // A near miss of one kind may be a case of another kind.
        const wanted = list === 'trigger' ? id : expected.get(text)
        if (found?.kind.id === wanted) continue
        const line = found && yaml.lineOf(['kinds', urgent.indexOf(found.kind), 'patterns', found.pattern])
        const is =
          found === undefined ? 'is not urgent' : `is taken for "${found.kind.id}" by the pattern in line ${line ?? 1}`
        problem(
          ['kinds', k, 'cases', list, i],
          `the case "${text}" ${is}, but should ${wanted === undefined ? 'not be urgent' : `be "${wanted}"`}`,
          found === undefined
            ? 'Add the missing words to a group that fits.'
            : 'Add an "unless" group to that pattern, or move the case.',
        )
      }
    }
  }
}
