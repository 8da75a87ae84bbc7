// Measures the checks: how many steps, questions and words they cost, whether their cases would notice a slip, how long
// a step takes, and how they rule on situations and read drafts that they were not written for.
import { readFileSync } from 'node:fs'
import { foundIn } from '../../src/check/cases.ts'
import { noticedBy } from '../../src/check/covered.ts'
import { decide } from '../../src/check/decide.ts'
import { detect } from '../../src/check/detect.ts'
import { seeded, sampleWays } from '../../src/check/compare.ts'
import { rulings, type Ruling, type Scenario } from '../../src/guide/scenario.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { findFiles } from '../../src/library/files.ts'
import { readCases } from '../../src/library/cases.ts'
import { compileUrgent } from '../../src/search/urgent.ts'
import { stepsOf } from '../kit/check-steps.ts'
import { harmless, telling, urgent } from './fresh-drafts.ts'

export async function* benchCheck(home: string): AsyncIterable<string> {
  const files = findFiles({ root: '.', home })
  const library = loadLibrary({ root: '.', home })
  for (const scenario of library.scenarios) {
    const file = files.find(({ path }) => path === `scenarios/${scenario.id}.cases.yaml`)
    if (file !== undefined) yield* benchScenario(scenario, file.source)
  }
  yield* benchSituations(library.scenarios)
  yield* benchDrafts(compileUrgent(library.urgent))
}

async function* benchScenario(scenario: Scenario, source: string): AsyncIterable<string> {
  const { cases } = readCases(scenario.id, source, scenario)
  if (cases === undefined) throw new Error(`the cases of ${scenario.id} cannot be read`)
  const known = { names: cases.directory, schoolNames: cases.schoolNames }
  const situations = await Promise.all(
    cases.cases.map(async (each) => ({ answers: each.answers, found: await foundIn(each, known) })),
  )
  const taken = await Promise.all(situations.map((each) => stepsOf(scenario, each)))
  const mean = (of: (each: (typeof taken)[number]) => number) =>
    (taken.reduce((sum, each) => sum + of(each), 0) / taken.length).toFixed(1)
  const { slips, missed } = noticedBy(situations, scenario)
  yield `  ${scenario.id}: over ${taken.length} cases ${mean(({ steps }) => steps)} steps (at most ${Math.max(...taken.map(({ steps }) => steps))}), ${mean(({ questions }) => questions)} questions, ${mean(({ words }) => words)} words; ${slips - missed.length} of ${slips} slips noticed; a step takes ${await stepTime(scenario)} ms`
}

/**
 * Processor time in milliseconds, over many steps after warming up, so that other work on the machine does not count.
 */
async function stepTime(scenario: Scenario): Promise<string> {
  const ways = sampleWays(scenario, 400, seeded(1)).map(({ answers, found }) => ({
    answers: Object.fromEntries(Object.entries(answers).slice(0, 3)),
    found,
  }))
  for (const { answers, found } of ways.slice(0, 100)) await decide(scenario, answers, found)
  const started = process.cpuUsage()
  for (const { answers, found } of ways) await decide(scenario, answers, found)
  const { user, system } = process.cpuUsage(started)
  return ((user + system) / 1000 / ways.length).toFixed(2)
}

async function* benchSituations(scenarios: readonly Scenario[]): AsyncIterable<string> {
  let scenario = scenarios[0]
  const differing: string[] = []
  let [all, milder, grave] = [0, 0, 0]
  for (const line of readFileSync('test/bench/situations.txt', 'utf8').split('\n')) {
    const named = scenarios.find(({ id }) => line === `# ${id}`)
    if (named !== undefined) scenario = named
    if (line.startsWith('#') || line === '' || scenario === undefined) continue
    const [wanted = '', given = '', says = ''] = line.split('|').map((part) => part.trim())
    const answers: Record<string, string> = {}
    for (const [question = '', choice = ''] of given.split(' ').map((each) => each.split('=')))
      answers[question] = choice
    const { ruling } = await stepsOf(scenario, { answers })
    const ruled = wanted.replace(' !', '')
    all += 1
    if (ruling === ruled) continue
    const isMilder = strictness(ruling) < strictness(ruled)
    if (isMilder) milder += 1
    if (isMilder && wanted.endsWith('!')) grave += 1
    differing.push(`    ${says}: ${ruling}, wanted ${ruled}`)
  }
  yield `  situations: ${all - differing.length} of ${all} ruled as a careful deputy head would, ${milder} milder, ${grave} of them about a pupil or an urgent matter`
  yield* differing
}

function strictness(ruling: string): number {
  return rulings.indexOf(ruling as Ruling)
}

async function* benchDrafts(isUrgent: (text: string) => unknown): AsyncIterable<string> {
  const known = { names: [], schoolNames: [] }
  const names = ['name', 'pupil-name']
  const missed: string[] = []
  for (const [kind, draft] of telling) {
    const found = await detect(draft, known)
    const seen = found.some((each) => each === kind || (names.includes(each) && names.includes(kind)))
    if (!seen) missed.push(`    not seen, ${kind}: ${draft}`)
  }
  const noisy: string[] = []
  for (const draft of harmless) {
    const found = await detect(draft, known)
    if (found.length > 0) noisy.push(`    seen in a harmless one, ${found.join()}: ${draft}`)
  }
  const late = urgent.filter((draft) => isUrgent(draft) === undefined).map((draft) => `    not urgent: ${draft}`)
  yield `  drafts: ${telling.length - missed.length} of ${telling.length} seen, ${harmless.length - noisy.length} of ${harmless.length} harmless ones clean, ${urgent.length - late.length} of ${urgent.length} urgent ones first`
  yield* [...missed, ...noisy, ...late]
}
