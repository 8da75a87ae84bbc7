// Reads the worked cases of a scenario and reports which of them it does not meet.
import { z } from 'zod'
import { misfitOf } from '../check/answers.ts'
import { checkCases } from '../check/cases.ts'
import { silent } from '../check/decide.ts'
import { walk } from '../check/paths.ts'
import { sayList } from '../kit/text.ts'
import { findingKinds, rulings, type ScenarioCases, type Scenario } from '../guide/scenario.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

export interface ReadCases {
  /** Undefined where the file does not match its schema. */
  readonly cases: ScenarioCases | undefined
  readonly problems: readonly Problem[]
  /** The line on which a case begins. */
  readonly lineOf: (at: number) => number
}

export function readCases(file: string, source: string, scenario: Scenario): ReadCases {
  const { yaml, problems } = readYaml({ file, source }, CasesFile)
  if (yaml === undefined) return { cases: undefined, problems, lineOf: () => 1 }
  const lineOf = (at: number) => yaml.lineOf(['cases', at])
  const { scenario: named, ...cases } = yaml.value
  const slips = cases.cases.flatMap(({ answers }, at) =>
    Object.entries(answers).flatMap(([question, choice]): Problem[] => {
      const misfit = misfitOf(scenario, { question, choice })
      return misfit === undefined ? [] : [{ file, line: yaml.lineOf(['cases', at, 'answers', question]), ...misfit }]
    }),
  )
  if (named !== scenario.id) {
    const fix = `Write scenario: ${scenario.id}.`
    slips.push({ file, line: yaml.lineOf(['scenario']), what: `is about the scenario "${named}"`, fix })
  }
  return { cases, problems: slips, lineOf }
}

/**
 * Every mistake in the cases, every case that the scenario fails, and any way through the scenario that no rule covers.
 */
export async function inspectCases(file: string, source: string, scenario: Scenario): Promise<Problem[]> {
  const { cases, problems, lineOf } = readCases(file, source, scenario)
  if (cases === undefined || problems.length > 0) return [...problems]
  const deadEnd = await deadEndOf(scenario)
  if (deadEnd !== undefined) {
    return [
      { file, line: 1, what: deadEnd, fix: 'Add a rule to the scenario that holds then, such as one for going ahead.' },
    ]
  }
  const failed = await checkCases(scenario, cases)
  return failed.map(({ at, what }) => ({
    file,
    line: lineOf(at),
    what: `the case "${cases.cases[at]?.says ?? ''}" ${what}`,
    fix: 'Mend the scenario, or the case if the scenario is right.',
  }))
}

/** The first way that no rule covers. */
async function deadEndOf(scenario: Scenario): Promise<string | undefined> {
  for await (const { step } of walk(scenario)) {
    if (step.kind !== 'conclude' || !step.verdict.because.includes(silent)) continue
    const known = Object.entries(step.facts).map(([fact, value]) => `${fact} is ${value}`)
    return `scenario ${scenario.id} comes to no ruling when ${sayList(known)}`
  }
  return undefined
}

const id = z.string().min(1)

const CasesFile = z.strictObject({
  scenario: id,
  /** Invented names of people and schools, for the drafts. */
  directory: z.array(z.string()).default([]),
  schoolNames: z.array(z.string()).default([]),
  /**
   * Who looked the scenario over, and the hash of each part at that time: `npm run scenario -- look ID` prints them.
   */
  looked: z
    .strictObject({
      by: z.string().min(1),
      on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day such as 2026-11-30'),
      parts: z.record(z.string(), z.string()),
    })
    .optional(),
  cases: z
    .array(
      z
        .strictObject({
          says: z.string().min(1),
          draft: z.string().optional(),
          urgent: z.literal(true).optional(),
          found: z.array(z.enum(findingKinds)).optional(),
          because: z.array(z.string()).optional(),
          answers: z.record(id, id),
          ruling: z.enum(rulings),
          cites: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
        })
        .transform((each) => ({ ...each, draft: each.draft })),
    )
    .min(1),
})
