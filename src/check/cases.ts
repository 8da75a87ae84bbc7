// Checks a scenario against its worked cases: the same questions, and in the end the same ruling with the same
// sections.
import { sayList } from '../kit/text.ts'
import { decide } from './decide.ts'
import { detect, type KnownNames } from './detect.ts'
import type { ScenarioCase, ScenarioCases, FindingKind, Scenario, Verdict } from '../guide/scenario.ts'

/** A case that fails. */
export interface FailedCase {
  /** Its position in the list. */
  readonly at: number
  readonly what: string
}

export async function checkCases(
  scenario: Scenario,
  { cases, directory, schoolNames }: ScenarioCases,
): Promise<FailedCase[]> {
  const failed: FailedCase[] = []
  for (const [at, each] of cases.entries()) {
    const found = await foundIn(each, { names: directory, schoolNames })
    const what = await differenceOf(scenario, each, found)
    if (what !== undefined) failed.push({ at, what })
  }
  return failed
}

/** What is found in the draft of a case. */
export async function foundIn({ draft, urgent, found = [] }: ScenarioCase, known: KnownNames): Promise<FindingKind[]> {
  const seen = draft === undefined ? [] : await detect(draft, known)
  return [...(urgent === true ? (['urgent'] as const) : []), ...seen, ...found]
}

/** Walks through the case one question at a time, so that an answer to a question that is never asked is noticed. */
async function differenceOf(
  scenario: Scenario,
  expected: ScenarioCase,
  found: readonly FindingKind[],
): Promise<string | undefined> {
  const answers: Record<string, string> = {}
  for (;;) {
    const step = await decide(scenario, answers, found)
    if (step.kind === 'conclude') return differenceIn(step.verdict, { expected, asked: Object.keys(answers) })
    const { id } = step.question
    const choice = expected.answers[id]
    if (choice === undefined) return `asks "${id}", to which it has no answer`
    answers[id] = choice
  }
}

function differenceIn(
  { ruling, because }: Verdict,
  { expected, asked }: { expected: ScenarioCase; asked: readonly string[] },
): string | undefined {
  if (ruling !== expected.ruling)
    return `comes to ${ruling} (${sayList(because.map(({ id }) => id))}), not to ${expected.ruling}`
  const idle = Object.keys(expected.answers).filter((id) => !asked.includes(id))
  if (idle.length > 0) return `is settled without asking ${sayList(idle)}`
  const ids = because.map(({ id }) => id)
  const wanted = expected.because ?? ids
  const [lost, strange] = [wanted.filter((id) => !ids.includes(id)), ids.filter((id) => !wanted.includes(id))]
  if (lost.length > 0) return `no longer rests on ${sayList(lost)}`
  if (strange.length > 0) return `rests on ${sayList(strange)}, too`
  const missing = expected.cites.filter((ref) => !because.some(({ cites }) => cites === ref))
  if (missing.length > 0) return `does not cite ${sayList(missing)}`
  return undefined
}
