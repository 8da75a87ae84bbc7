// Lists what an owner should look at in a scenario, with file and line: its analysis, its cases, and what changed since
// it was looked over.
import { z } from 'zod'
import { analyse } from '../check/analyse.ts'
import { foundIn } from '../check/cases.ts'
import { noticedBy, uncovered, unnoticed, type Noticed, type CoveredSituation } from '../check/covered.ts'
import { leadPlainly } from '../check/lead.ts'
import { changedSince } from '../check/looked.ts'
import type { Remark } from '../check/remark.ts'
import type { ScenarioCases, Scenario } from '../guide/scenario.ts'
import type { Edition } from '../policy/types.ts'
import { readCases } from './cases.ts'
import { waysThrough } from './conditions.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

interface File {
  readonly file: string
  readonly source: string
}

export interface Care {
  readonly problems: readonly Problem[]
  /** How many cases there are and how many slips they would notice; undefined where there are none. */
  readonly noticed: (Noticed & { readonly cases: number }) | undefined
}

/** `cases` is the file beside the scenario. Without it nothing shows that the scenario is right. */
export async function careFor(
  scenario: Scenario,
  { file, source }: File,
  { cases, edition, today }: { readonly cases: File | undefined; readonly edition: Edition; readonly today: string },
): Promise<Care> {
  const { yaml } = readYaml({ file, source }, z.unknown())
  const lineOf = (path: readonly PropertyKey[]) => yaml?.lineOf(path) ?? 1
  const warn = ({ path, what, fix }: Remark): Problem => ({ file, line: lineOf(path), what, fix, warning: true })
  const remarks = analyse(scenario, { edition, today, ways: waysThrough })
  if (cases === undefined) {
    const fix = `Write ${scenario.id}.cases.yaml beside it, with the situations that it must get right.`
    const none = { path: [], what: `the scenario "${scenario.id}" has no cases`, fix }
    return { problems: [...remarks, none].map(warn), noticed: undefined }
  }
  const read = readCases(cases.file, cases.source, scenario).cases
  if (read === undefined) return { problems: remarks.map(warn), noticed: undefined }
  const situations = await situationsOf(read)
  const noticed = noticedBy(situations, scenario)
  const covered = uncovered(scenario, decidedBy(situations, scenario), read.cases)
  const looked = read.looked === undefined ? [] : changedSince(scenario, read.looked.parts)
  const enough = 1 - noticed.missed.length / noticed.slips >= wanted
  const slips = enough ? [] : unnoticed(scenario, noticed)
  return {
    problems: [...remarks, ...covered, ...slips, ...looked].map(warn),
    noticed: { ...noticed, cases: read.cases.length },
  }
}

/** The share of slips that the cases of a scenario should notice. */
const wanted = 0.95

function situationsOf({ cases, directory, schoolNames }: ScenarioCases): Promise<CoveredSituation[]> {
  return Promise.all(
    cases.map(async (each) => ({
      answers: each.answers,
      found: await foundIn(each, { names: directory, schoolNames }),
    })),
  )
}

/** The rules that decide at least one case. */
function decidedBy(situations: readonly CoveredSituation[], scenario: Scenario): Set<string> {
  return new Set(
    situations.flatMap(({ answers, found }) => leadPlainly(scenario, answers, found).because.map(({ id }) => id)),
  )
}
