// What an owner should look at in a scenario, with file and line: its analysis, its cases, and what was looked over.
import { z } from 'zod'
import { analyse, changedSince, uncovered, type Remark } from '../check/analyse.ts'
import { foundIn } from '../check/cases.ts'
import { leadPlainly } from '../check/lead.ts'
import type { Cases, Scenario } from '../guide/scenario.ts'
import type { Edition } from '../policy/types.ts'
import { readCases } from './cases.ts'
import { waysOf } from './conditions.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

interface File {
  readonly file: string
  readonly source: string
}

/** `cases` is the file beside it; a scenario without one has nothing to prove it right. */
export async function careFor(
  scenario: Scenario,
  { file, source }: File,
  { cases, edition, today }: { readonly cases: File | undefined; readonly edition: Edition; readonly today: string },
): Promise<Problem[]> {
  const { yaml } = readYaml({ file, source }, z.unknown())
  const lineOf = (path: readonly PropertyKey[]) => yaml?.lineOf(path) ?? 1
  const warn = ({ path, what, fix }: Remark): Problem => ({ file, line: lineOf(path), what, fix, warning: true })
  const remarks = analyse(scenario, { edition, today, ways: waysOf })
  if (cases === undefined) {
    const fix = `Write ${scenario.id}.cases.yaml beside it, with the situations that it must get right.`
    return [...remarks, { path: [], what: `the scenario "${scenario.id}" has no cases`, fix }].map(warn)
  }
  const read = readCases(cases.file, cases.source, scenario).cases
  if (read === undefined) return remarks.map(warn)
  const decided = await decidedBy(scenario, read)
  const looked = read.looked === undefined ? [] : changedSince(scenario, read.looked.parts)
  return [...remarks, ...uncovered(scenario, decided, read.cases), ...looked].map(warn)
}

/** The rules by which some case is decided. */
async function decidedBy(scenario: Scenario, { cases, directory, schoolNames }: Cases): Promise<Set<string>> {
  const decided = new Set<string>()
  for (const each of cases) {
    const found = await foundIn(each, { names: directory, schoolNames })
    for (const { id } of leadPlainly(scenario, each.answers, found).because) decided.add(id)
  }
  return decided
}
