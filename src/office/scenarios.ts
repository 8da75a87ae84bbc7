// The scenarios in the office: each as a picture, its rulings with their sections, and its worked cases, run at that
// moment.
import { checkCases } from '../check/cases.ts'
import { walkAll } from '../check/paths.ts'
import { treeOf, type ScenarioTree } from '../check/tree.ts'
import type { Scenario } from '../guide/scenario.ts'
import { readCases } from '../library/cases.ts'
import { findFiles } from '../library/files.ts'
import type { OfficeAnswer } from '../ports/office.ts'
import { editionInForce } from '../policy/force.ts'
import { casesPage, scenarioPage, scenariosPage, type CaseRun } from './scenario-pages.ts'
import { todayOf, type World } from './world.ts'

export async function openScenarios(world: World, [id, more]: readonly string[]): Promise<OfficeAnswer> {
  const { scenarios, policies } = world.library()
  if (id === undefined) return scenariosPage(scenarios)
  const scenario = scenarios.find((each) => each.id === id)
  if (scenario === undefined) return { kind: 'missing' }
  if (more === 'cases') return casesPage(scenario, await runCases(world, scenario))
  if (more !== undefined) return { kind: 'missing' }
  const policy = policies.find((each) => each.id === scenario.policy)
  const edition = policy && editionInForce(policy, todayOf(world))
  return scenarioPage({ scenario, edition, tree: await drawn(scenario) })
}

// Remembered: walking every way takes about a second, and a scenario never changes once it was read.
const trees = new WeakMap<Scenario, Promise<ScenarioTree>>()

function drawn(scenario: Scenario): Promise<ScenarioTree> {
  const known = trees.get(scenario)
  if (known !== undefined) return known
  const tree = walkAll(scenario).then((situations) => treeOf(scenario, situations))
  trees.set(scenario, tree)
  return tree
}

/** Undefined where nobody wrote any; a sentence where they cannot be read. */
async function runCases(world: World, scenario: Scenario): Promise<readonly CaseRun[] | string | undefined> {
  const file = findFiles(world).find(({ path }) => path === `scenarios/${scenario.id}.cases.yaml`)
  if (file === undefined) return undefined
  const { cases, problems } = readCases(file.shown, file.source, scenario)
  const [first] = problems
  if (cases === undefined || first !== undefined)
    return `The cases cannot be run: ${first === undefined ? 'the file is not in its form' : `line ${first.line} ${first.what}`}.`
  const failed = new Map((await checkCases(scenario, cases)).map(({ at, what }) => [at, what]))
  return cases.cases.map(({ says, ruling }, at) => ({ says, ruling, failed: failed.get(at) }))
}
