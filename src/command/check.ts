// `check`: one step of a check for a script, or the whole check for a person at a terminal.
import { defined } from '../kit/defined.ts'
import { suggest } from '../check/answers.ts'
import { decide } from '../check/decide.ts'
import { sortAnswers } from '../check/aside.ts'
import { bind } from '../check/bind.ts'
import { readDraft } from '../check/detect.ts'
import { sayAwaited } from '../check/idle.ts'
import { referenceOf } from '../check/reference.ts'
import type { Answers, Facts, Finding, FindingKind, Rule, Scenario, CheckStep, Verdict } from '../guide/scenario.ts'
import { dayIn, parseDay, type Day } from '../kit/days.ts'
import type { Library } from '../turn/library.ts'
import { editionInForce } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { UrgentKind } from '../search/types.ts'
import { compileUrgent } from '../search/urgent.ts'
import { lead, printStep } from './check-aloud.ts'
import { checkReference } from './check-reference.ts'
import { contradictionIn, type Contradiction } from '../check/contradict.ts'
import { readAnswers, toImport } from './check-answers.ts'
import { flag, misused, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'

const usage =
  'Usage: check [--json] [--scenario ID] [--policy ID] [--at DAY] [--answer QUESTION=CHOICE …] [--draft TEXT] [--set-aside FINDING …]; check --reference LINE (whether it was ruled so)'

export const checkCommand: Command = async (context, argv) => {
  const asked = readArgs(argv)
  if (typeof asked === 'string') return misused(context, asked)
  if (asked.reference !== undefined) return checkReference(context, asked.reference)
  const library = await context.library()
  const today = asked.at === undefined ? dayIn(library.school.zone, context.clock()) : parseDay(asked.at)
  if (today === undefined)
    return misused(context, `--at "${asked.at ?? ''}" is not a day. Write one such as 2026-11-23.`)
  const among = scenariosOf(library, asked.policy)
  if (typeof among === 'string') return misused(context, among)
  const written = pick(among, asked.scenario)
  if (typeof written === 'string') return misused(context, written)
  const answers = readAnswers(written, asked.answers)
  if (typeof answers === 'string') return misused(context, `${answers} ${usage}`)

  const edition = editionOf(written, { library, today })
  // Looking at another day is a preview, in which rules that wait for approval take part.
  const { scenario } = bind(written, { edition, today, preview: asked.at !== undefined })
  const read = await readGiven(asked, context, library)
  const step = await decide(scenario, answers, read.found)
  if (asked.json)
    context.out(
      JSON.stringify(toJson(step, { scenario, edition, today, answers, policy: policyOf(written, library), ...read })),
    )
  else if (context.interactive) await lead(context, { scenario, edition, answers, ...read })
  else printStep(context, { step, edition, scenario, answers, ...read })
  return status.done
}

interface Asked {
  readonly json: boolean
  readonly scenario: string | undefined
  /** Only this policy's scenarios count. */
  readonly policy: string | undefined
  readonly answers: readonly string[]
  readonly draft: string | undefined
  /** A day: it decides which edition and which rules apply. */
  readonly at: string | undefined
  /** Kinds of findings that the person rejects. */
  readonly setAside: readonly string[]
  /** As somebody quotes it from their card. */
  readonly reference: string | undefined
}

const options = {
  json: flag,
  scenario: word,
  policy: word,
  answer: { type: 'string', multiple: true, default: [] as string[] },
  draft: word,
  at: word,
  reference: word,
  'set-aside': { type: 'string', multiple: true, default: [] as string[] },
} as const

/** What was asked for, or what is wrong with it. */
function readArgs(argv: readonly string[]): Asked | string {
  const read = readOptions(argv, options, usage)
  if (read.kind === 'misused') return read.what
  if (read.words.length > 0) return `“${read.words.join(' ')}” is not an option of check.\n${usage}`
  const { json, scenario, policy, answer: answers, draft, at, reference, 'set-aside': setAside } = read.values
  return { json, scenario, policy, answers, draft, at, setAside, reference }
}

/** The library with this policy's scenarios alone; or what is wrong. */
function scenariosOf(library: Library, id: string | undefined): Library | string {
  if (id === undefined) return library
  const policy = library.policies.find((each) => each.id === id)
  if (policy === undefined) {
    const there = library.policies.map((each) => each.id)
    return there.length === 0
      ? `There is no policy “${id}”, and no other yet. Import one: npm run policy -- import FILE --policy ID.`
      : `There is no policy “${id}”. There are: ${there.join(', ')}.`
  }
  const scenarios = library.scenarios.filter((each) => each.policy === id)
  if (scenarios.length > 0) return { ...library, scenarios, idle: [] }
  const others = [...new Set(library.scenarios.map((each) => each.policy))]
  const where = others.length === 0 ? 'No policy has one yet' : `There are checks for: ${others.join(', ')}`
  return `There is no check for the ${policy.title}. ${where}. knowledge/README.md says how to write one.`
}

/** The scenario with that id; without one "Can I post this?", or the only one there is; or what is wrong. */
function pick(library: Library, id: string | undefined): Scenario | string {
  const { scenarios } = library
  const awaited = sayAwaited(library, id)
  if (awaited !== undefined && !scenarios.some((each) => id === undefined || each.id === id))
    return `${awaited} ${toImport}`
  const [only, ...others] = scenarios
  if (only === undefined) return 'There is no scenario yet. Put one in knowledge/scenarios/.'
  if (id !== undefined)
    return scenarios.find((each) => each.id === id) ?? `There is no scenario "${id}". ${suggest(id, scenarios)}`
  const usual = others.length === 0 ? only : scenarios.find((each) => each.id === 'can-i-post-this')
  return usual ?? `Which scenario? Add --scenario ${scenarios.map((each) => each.id).join(' or --scenario ')}.`
}

interface Read {
  readonly found: readonly FindingKind[]
  readonly findings: readonly Finding[]
  readonly urgent: UrgentKind | undefined
}

async function readGiven({ draft, setAside }: Asked, context: CommandContext, library: Library): Promise<Read> {
  if (draft === undefined) return { found: [], findings: [], urgent: undefined }
  const { name, shortNames } = library.school
  const urgent = compileUrgent(library.urgent)(draft)
  const seen = await readDraft(draft, { names: await context.names(), schoolNames: [name, ...shortNames] })
  const findings = seen.filter(({ kind }) => !setAside.includes(kind))
  const first = urgent === undefined || setAside.includes('urgent') ? [] : (['urgent'] as const)
  return { found: [...first, ...findings.map(({ kind }) => kind)], findings, urgent }
}

function policyOf(scenario: Scenario, { policies }: Library): Policy {
  const policy = policies.find(({ id }) => id === scenario.policy)
  if (policy === undefined)
    throw new Error(`scenario ${scenario.id} names the policy ${scenario.policy}, which does not exist`)
  return policy
}

function editionOf(scenario: Scenario, { library, today }: { library: Library; today: Day }): Edition {
  return editionInForce(policyOf(scenario, library), today)
}

interface Told extends Read {
  readonly scenario: Scenario
  readonly edition: Edition
  readonly today: string
  readonly answers: Answers
  readonly policy: Policy
}

function toJson(step: CheckStep, told: Told) {
  const { scenario, answers, found } = told
  const aside = Object.keys(sortAnswers(scenario, answers, found).aside)
  const rest = {
    facts: shownFacts(step.facts, scenario.inner),
    findings: told.findings.map(({ kind, passages }) => ({ kind, says: sayFinding(scenario, kind), passages })),
    urgent: urgentJson(told.urgent),
    ...defined({
      aside: aside.length === 0 ? undefined : aside,
      contradiction: contradictionJson(contradictionIn(scenario, answers, found)),
    }),
  }
  if (step.kind === 'conclude') return { step: 'conclude', verdict: verdictJson(step.verdict, told), ...rest }
  const { id, text, choices } = step.question
  const shown = choices.map((choice) => ({ id: choice.id, text: choice.text }))
  return {
    step: 'ask',
    question: { id, text, choices: shown },
    ...rest,
    ruling: { soFar: step.settled ?? null, could: step.could },
  }
}

/** Two answers of which only one can be right: the reader asks which, before the verdict counts. */
function contradictionJson(found: Contradiction | undefined) {
  if (found === undefined) return undefined
  const { counts, aside } = found
  return {
    counts: { question: counts.question.id, choice: counts.choice.id },
    aside: { question: aside.question.id, choice: aside.choice.id },
  }
}

function shownFacts(facts: Facts, inner: readonly string[] = []): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !inner.includes(fact)))
}

function sayFinding({ detections }: Scenario, kind: FindingKind): string {
  return detections.find(({ finds }) => finds === kind)?.says ?? kind
}

function urgentJson(urgent: UrgentKind | undefined) {
  if (urgent === undefined) return null
  const steps = urgent.steps.map(({ text, cites }) => ({ text, ...defined({ cites }) }))
  return { kind: urgent.id, title: urgent.title, steps }
}

function verdictJson(verdict: Verdict, { scenario, edition, today, policy }: Told) {
  const reasons = (rules: readonly Rule[]) =>
    rules.map(({ id, reason, cites, words, ask }) => ({
      rule: id,
      reason,
      cites: cites === undefined ? null : { policy: edition.policy, edition: edition.id, section: cites },
      ...defined({ quote: words, ask: cites === undefined || ask !== undefined ? (ask ?? policy.ask.who) : undefined }),
    }))
  return {
    ruling: verdict.ruling,
    because: reasons(verdict.because),
    also: reasons(verdict.also),
    reference: referenceOf(scenario, verdict, { edition, today }),
  }
}
