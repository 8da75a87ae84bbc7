// Reads everything that policy owners wrote, once, and returns either a usable library or what is wrong and where.
import { z } from 'zod'
import type { Scenario } from '../guide/scenario.ts'
import { roles } from '../chat/people.ts'
import { sayList } from '../kit/text.ts'
import type { Policy } from '../policy/types.ts'
import type { AskedSection, UrgentKind } from '../search/types.ts'
import { readBundles } from './bundles.ts'
import { CalendarFile, openCalendar, Reminders } from './calendar.ts'
import { readEdition, type ReadText } from './editions.ts'
import type { KnowledgeFile } from './files.ts'
import { readLaws } from './law.ts'
import { readLexicon } from './lexicon.ts'
import { missing, readPolicy } from './policies.ts'
import { readRests, withRests } from './rests.ts'
import { readScenario } from './scenarios.ts'
import { shelve } from './shelve.ts'
import type { Library, Problem, School } from '../turn/library.ts'
import { StatementText, unconfirmable, withStandard } from './statement.ts'
import { readTopics } from './topics.ts'
import { readUrgent } from './urgent.ts'
import { withWeights } from './urgent-weights.ts'
import { listWaiting } from './waiting.ts'
import { readAllWords } from './words.ts'
import { readYaml, type YamlFile } from './yaml.ts'

export interface ReadLibrary {
  /** Undefined where a problem is an error. */
  readonly library: Library | undefined
  readonly problems: readonly Problem[]
}

/** `readText` reads the text of an edition: whoever reads the same files often may remember what came of it. */
export function readLibrary(files: readonly KnowledgeFile[], readText: ReadText = readEdition): ReadLibrary {
  const problems: Problem[] = []
  const file = (path: string) => files.find((each) => each.path === path)
  const school = readSchool(file('school.yaml'), problems)
  const words = readAllWords(files, problems)
  const lexicon = readLexicon(file('lexicon.yaml'), problems)
  const topics = readTopics(files, problems)
  const { policies, asked, waiting, own } = readPolicies(files, problems, readText)
  const urgentFile = file('urgent.yaml')
  const kinds = readUrgentKinds(urgentFile, policies, problems)
  const urgent = withWeights(kinds, file('urgent-weights.txt'), { own: urgentFile?.own ?? false, problems })
  const scenarios = readScenarios(files, policies, problems)
  const bundles = readBundles(files, policies, problems)
  const laws = readLaws(file('law.yaml'), problems)
  if (school !== undefined) problems.push(...strangers(school, policies, file('school.yaml')?.shown))

  const broken = problems.some((problem) => !problem.warning)
  const library =
    broken || school === undefined
      ? undefined
      : {
          school: school.value,
          words,
          general: { lexicon, topics },
          asked,
          urgent,
          bundles,
          laws,
          ...forSchool({ policies: policies.map(withStandard(school.value)), scenarios, waiting, own }, school.value),
        }
  return { library, problems: [...problems, ...(library?.waiting ?? [])] }
}

/** Without anything about policies that are not the school's. */
function forSchool(
  { policies, scenarios, waiting, own }: Omit<ReturnType<typeof readPolicies>, 'asked'> & Pick<Library, 'scenarios'>,
  { policies: named }: School,
): Pick<Library, 'policies' | 'aside' | 'scenarios' | 'idle' | 'waiting'> {
  const shelved = shelve(policies, { own, named })
  const has = (id: string) => shelved.policies.some((policy) => policy.id === id)
  return {
    ...shelved,
    scenarios: scenarios.filter(({ policy }) => has(policy)),
    idle: scenarios.filter(({ policy }) => !has(policy)),
    waiting: shelved.policies.flatMap(({ id }) => waiting.get(id) ?? []),
  }
}

/** The school's files cannot be used: the bot must not start with them. */
export function sayProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}  ${problem.warning ? 'warning: ' : ''}${problem.what}. ${problem.fix}`
}

const zoneName = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return true
  } catch {
    return false
  }
}, 'is not a time zone, such as Europe/London')

const Signing = z.strictObject({
  acceptRestated: z
    .array(z.string().regex(/^[a-z0-9-]+@[a-z0-9-]+$/, 'is not a policy and an edition, such as social-media@2015-10'))
    .default([]),
  joinerDays: z.int('is not a whole number of days').min(0).max(365).default(14),
  linkDays: z.int('is not a whole number of days').min(1).max(90).default(7),
  headTo: z.array(z.email('is not an email address')).max(10, 'may name ten mailboxes at most').default([]),
  statement: StatementText.optional(),
  earlierStatements: z.array(StatementText).max(20, 'may hold 20 statements at most').optional(),
  stampBy: z.url({ protocol: /^https?$/, error: 'is not a web address' }).optional(),
})

const Group = z.strictObject({ group: z.string().min(1, 'names no group') })
const Domains = z.strictObject({
  domains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'is not a domain, such as school.example')).min(1),
})
const kindOf = (
  rule: 'everybody' | 'listed' | z.infer<typeof Group> | z.infer<typeof Domains>,
): School['belonging']['slack'] => {
  if (typeof rule === 'string') return { kind: rule }
  return 'group' in rule ? { kind: 'group', ...rule } : { kind: 'domain', ...rule }
}
const groupId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const EntraGroup = z.strictObject({
  group: z.string().regex(groupId, 'is not the object id of a group in Entra (8-4-4-4-12 characters)'),
})
const plain = z.enum(['everybody', 'listed'], 'is neither everybody nor listed, and names no group or domains')
const Belonging = z.strictObject({
  slack: z.union([plain, Group, Domains]).default('everybody').transform(kindOf),
  teams: z.union([plain, EntraGroup, Domains]).default('listed').transform(kindOf),
})

const Contact = z.strictObject({
  who: z.string().min(1),
  how: z.string().min(1),
  people: z.array(z.email('is not an email address')).max(20, 'may name 20 people at most').optional(),
})

const RungFile = z.strictObject({
  to: z.union(
    [z.enum(['manager', 'slt', 'administrator']), z.email()],
    'is neither manager, slt, administrator nor an email address',
  ),
  after: z.int('is not a whole number of working days').min(0).max(200),
})

const SchoolFile = z.strictObject({
  name: z.string().min(1),
  shortNames: z.array(z.string().min(1)).default([]),
  policies: z.array(z.string().min(1)).optional(),
  zone: zoneName,
  contacts: z.record(z.string(), Contact).default({}),
  signing: Signing.prefault({}),
  belonging: Belonging.prefault({}),
  calendar: CalendarFile.prefault({}),
  reminders: Reminders.prefault({}),
  escalation: z.array(RungFile).max(10, 'may have ten steps at most').optional(),
  owners: z
    .record(z.string(), z.array(z.union([z.enum(roles), z.email()], 'is neither a role nor an email address')).min(1))
    .optional(),
  urgentAtOnce: z.boolean('is neither true nor false').default(false),
  reviewEvery: z.int('is not a whole number of months').min(1).max(120).optional(),
  keptDays: z.int('is not a whole number of days').min(1).max(730).default(90),
})

function readSchool(file: KnowledgeFile | undefined, problems: Problem[]): YamlFile<School> | undefined {
  if (file === undefined) {
    problems.push({ file: 'knowledge/school.yaml', line: 1, what: 'is missing', fix: 'Restore it from the project.' })
    return undefined
  }
  const { yaml, problems: found } = readYaml({ file: file.shown, source: file.source }, SchoolFile)
  problems.push(...found)
  if (yaml === undefined) return undefined
  const { calendar, ...school } = yaml.value
  return { ...yaml, value: { ...school, calendar: openCalendar(school.zone, calendar) } }
}

/**
 * Without this check, a mistake in an acceptance would go unnoticed until somebody wants to sign, and one in a policy
 * until somebody asks.
 */
function strangers(
  { value: { signing, policies: named = [] }, lineOf }: YamlFile<School>,
  policies: readonly Policy[],
  file = 'school.yaml',
): Problem[] {
  const ids = policies.map(({ id }) => id)
  const unknown = named.flatMap((id, at): Problem[] => {
    if (ids.includes(id)) return []
    const line = lineOf(['policies', at])
    return [
      {
        file,
        line,
        what: `names the policy ${id}, which is not here`,
        fix: `There is ${sayList(ids)}.`,
        warning: true,
      },
    ]
  })
  const editions = policies.flatMap((policy) => policy.editions.map(({ id }) => `${policy.id}@${id}`))
  const idle = signing.acceptRestated.flatMap((accepted, at): Problem[] => {
    if (editions.includes(accepted)) return []
    const what = `accepts ${accepted} for signing, which is not an edition here`
    const line = lineOf(['signing', 'acceptRestated', at])
    return [{ file, line, what, fix: `There is ${sayList(editions)}.`, warning: true }]
  })
  return [...unknown, ...idle, ...(signing.statement === undefined ? unconfirmable(policies, file) : [])]
}

function readPolicies(files: readonly KnowledgeFile[], problems: Problem[], readText: ReadText) {
  const folders = new Set(files.flatMap(({ path }) => /^policies\/[^/]+(?=\/)/.exec(path) ?? []))
  const policies: Policy[] = []
  const asked = new Map<string, ReadonlyMap<string, AskedSection>>()
  const waiting = new Map<string, readonly Problem[]>()
  const own = new Set<string>()
  for (const folder of folders) {
    const read = readPolicy(folder, files, readText)
    problems.push(...read.problems)
    if (read.policy === undefined) continue
    policies.push(read.policy)
    asked.set(read.policy.id, read.asked)
    waiting.set(read.policy.id, listWaiting(read))
    if (read.own) own.add(read.policy.id)
  }
  if (policies.length === 0 && problems.length === 0) {
    const fix = 'Import one: npm run policy -- import FILE --policy ID.'
    problems.push({ file: 'knowledge/policies', line: 1, what: 'holds no policy', fix })
  }
  return { policies, asked, waiting, own }
}

function readUrgentKinds(
  file: KnowledgeFile | undefined,
  policies: readonly Policy[],
  problems: Problem[],
): readonly UrgentKind[] {
  if (file === undefined) return []
  const read = readUrgent(file.shown, file.source)
  problems.push(...read.problems)
  const urgent = read.urgent ?? []
  const steps = urgent.flatMap((kind) => [...kind.steps, ...(kind.handling ?? [])])
  for (const { cites } of [...steps, ...(urgent[0]?.inDoubt?.steps ?? [])]) {
    if (cites === undefined) continue
    const policy = policies.find(({ id }) => id === cites.policy)
    if (policy !== undefined)
      problems.push(...missing(cites.section, policy.editions, () => ({ file: file.shown, line: 1 })))
  }
  return urgent
}

function readScenarios(files: readonly KnowledgeFile[], policies: readonly Policy[], problems: Problem[]): Scenario[] {
  const sections = new Map(
    policies.map(({ id, editions }) => [
      id,
      new Set(editions.flatMap((edition) => edition.sections.map(({ ref }) => ref))),
    ]),
  )
  const scenarios: Scenario[] = []
  for (const { path, shown, source } of files) {
    if (!/^scenarios\/[^/]+(?<!\.cases|\.words)\.yaml$/.test(path)) continue
    const read = readScenario(shown, source, sections)
    problems.push(...read.problems)
    if (read.scenario === undefined || read.problems.length > 0) continue
    const beside = files.find((each) => each.path === path.replace(/\.yaml$/, '.words.yaml'))
    const words = beside && readRests(beside.shown, beside.source)
    problems.push(...(words?.problems ?? []))
    scenarios.push(words === undefined ? read.scenario : withRests(read.scenario, words.rules))
  }
  return scenarios
}
