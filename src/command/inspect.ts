// `inspect`: reads every knowledge file as the bot would, and lists each problem with file and line, what it is, and
// how to mend it.
import { inspectCases } from '../library/cases.ts'
import type { Scenario } from '../guide/scenario.ts'
import { careFor, type Care } from '../library/scenario-care.ts'
import { findFiles, type KnowledgeFile } from '../library/files.ts'
import { readLibrary, sayProblem } from '../library/read.ts'
import type { Library, Problem } from '../turn/library.ts'
import { inspectUrgent } from '../library/urgent.ts'
import { dayIn } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import { guideTo } from '../guide/edition.ts'
import { saySection } from '../policy/cite.ts'
import { editionInForce } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import { questionsWritten } from '../understanding/asked.ts'
import type { AskedSection } from '../search/types.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { inspectEscalation } from './escalation-line.ts'

export const inspect: Command = async (context, argv) => {
  if (argv.length > 0) {
    context.err('Usage: inspect')
    return status.misuse
  }
  const files = findFiles(context)
  const { library, problems: found } = readLibrary(files)
  const cares = await careForAll(context, files, library)
  const problems = [
    ...found,
    ...(await inspectEscalation(context, { files, library })),
    ...(await inspectAllCases(files, library)),
    ...cares.flatMap(({ care }) => care.problems),
  ]
  for (const problem of problems) context.err(sayProblem(problem))
  const errors = problems.filter((problem) => !problem.warning).length
  if (library !== undefined) list(context, library)
  for (const { scenario, care } of cares) context.out(sayNoticed(scenario, care))
  const warnings = problems.length - errors
  context.out(
    `${files.length} files read: ${errors} ${errors === 1 ? 'problem' : 'problems'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
  )
  return errors > 0 ? status.no : status.done
}

async function inspectAllCases(files: readonly KnowledgeFile[], library: Library | undefined): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { path, shown, source } of files) {
    if (path === 'urgent.yaml') problems.push(...inspectUrgent(shown, source))
    const id = /^scenarios\/([^/]+)\.cases\.yaml$/.exec(path)?.[1]
    const scenario = [...(library?.scenarios ?? []), ...(library?.idle ?? [])].find((each) => each.id === id)
    if (scenario !== undefined) problems.push(...(await inspectCases(shown, source, scenario)))
  }
  return problems
}

/** What owners should look at; the bot starts all the same. */
async function careForAll(
  { clock }: CommandContext,
  files: readonly KnowledgeFile[],
  library: Library | undefined,
): Promise<{ scenario: Scenario; care: Care }[]> {
  const cares: { scenario: Scenario; care: Care }[] = []
  for (const scenario of library?.scenarios ?? []) {
    const policy = library?.policies.find(({ id }) => id === scenario.policy)
    const written = files.find(({ path }) => path === `scenarios/${scenario.id}.yaml`)
    if (library === undefined || policy === undefined || written === undefined) continue
    const cases = files.find(({ path }) => path === `scenarios/${scenario.id}.cases.yaml`)
    const today = dayIn(library.school.zone, clock())
    const care = {
      cases: cases && { file: cases.shown, source: cases.source },
      edition: editionInForce(policy, today),
      today,
    }
    cares.push({
      scenario,
      care: await careFor(scenario, { file: written.shown, source: written.source }, care),
    })
  }
  return cares
}

/** A slip is one small change of a rule; it should change the outcome of some case. */
function sayNoticed({ title, id, questions, rules }: Scenario, { noticed }: Care): string {
  const size = `${title} (${id}): ${questions.length} questions, ${rules.length} rules`
  if (noticed === undefined) return `${size}, no cases.`
  const { cases, slips, missed } = noticed
  return `${size}, ${cases} cases, which would notice ${slips - missed.length} of ${slips} slips in the rules.`
}

/** Undefined where nobody wrote any. */
function sayBefore(policy: Policy, edition: Edition): string | undefined {
  const all = policy.understanding?.length ?? 0
  if (all === 0) return undefined
  const waiting = all - questionsWritten(policy, edition).length
  const asked = policy.asksUnderstanding === true ? 'asked before signing' : 'not asked (understanding is off)'
  return `${all} ${all === 1 ? 'question' : 'questions'} about understanding, ${asked}${waiting === 0 ? '' : `, ${waiting} waiting`}`
}

function list(
  { out, clock }: CommandContext,
  { school, policies, aside = [], asked, words, urgent, scenarios, idle = [] }: Library,
): void {
  const today = dayIn(school.zone, clock())
  for (const policy of policies) {
    const edition = editionInForce(policy, today)
    const guide = guideTo(policy, asked.get(policy.id) ?? new Map<string, AskedSection>(), edition)
    out(`${policy.title} (${policy.id}), edition ${edition.id}, ${edition.wording}:`)
    for (const section of edition.sections) {
      const questions = guide.get(section.ref)?.asked.length ?? 0
      const gap = section.parts.some(({ kind }) => kind === 'gap') ? ', has a gap' : ''
      out(`  ${saySection(section)}: ${questions} questions${gap}`)
    }
    const before = sayBefore(policy, edition)
    if (before !== undefined) out(`  ${before}`)
  }
  if (aside.length > 0)
    out(`Left out, as the school has policies of its own: ${sayList(aside.map(({ title }) => title))}.`)
  for (const { title, policy } of idle) out(`${title} waits for the policy ${policy}.`)
  out(`${words.length} word entries, ${urgent.length} urgent kinds, ${scenarios.length} scenarios.`)
}
