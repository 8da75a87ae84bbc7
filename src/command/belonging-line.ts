// Who belongs, in a line for `doctor`: how many by which rule, how many the rules left out and why, and what to do where
// a setting waits for a list that nobody has imported.
import type { OpenStore } from '../../adapters/store/store.ts'
import type { Account, Person, Platform } from '../chat/people.ts'
import { everybody } from '../outbox/slt.ts'
import { hasDomain, type Belongings, type BelongingRule, type Outside } from '../people/belongs.ts'
import type { LeftOut } from '../ports/memberships.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import type { CommandContext } from './context.ts'

interface BelongingLine {
  readonly what: string
  readonly fix: string
}

type Known = Pick<OpenStore, 'people' | 'memberships'>

const chats = ['slack', 'teams'] as const
const names = { slack: 'Slack', teams: 'Teams' } as const

/** The rows of `doctor`; what is wrong with the files has rows of its own. */
export async function checkBelonging(context: Pick<CommandContext, 'library'>, known: Known) {
  const row = { check: 'people', ok: true, needed: false }
  const school = await context.library().then(
    (library) => library.school,
    () => undefined,
  )
  if (school === undefined) return [{ ...row, what: 'not looked at (see above)', fix: '' }]
  const left = await saysLeftOut(known, school.zone)
  return [
    { ...row, ...(await lookAtBelonging(known, school.belonging)) },
    { ...row, check: 'left out', what: left, fix: '' },
  ]
}

async function lookAtBelonging(known: Known, rules: Belongings): Promise<BelongingLine> {
  const by = new Map<string, number>()
  let [listed, leaders] = [0, 0]
  const member = await membersOf(known, rules)
  for await (const person of everybody(known, false)) {
    if (person.roles.includes('slt')) leaders += 1
    if (person.listed) {
      listed += 1
      continue
    }
    const why = byWhich(person, await known.people.accountsOf(person.id), rules, member)
    by.set(why, (by.get(why) ?? 0) + 1)
  }
  const others = [...by].toSorted(([a, some], [b, more]) => more - some || a.localeCompare(b))
  const counts = [['by the list', listed] as const, ...others].map(([why, count]) => `${count} ${why}`).join(', ')
  const what = `${counts}. Slack: ${sayRule(rules.slack)}, Teams: ${sayRule(rules.teams)}. SLT: ${leaders}`
  const waiting = chats.filter((platform) => rules[platform].kind === 'listed')
  if (listed > 0 || waiting.length === 0) return { what, fix: leaders > 0 ? '' : noLeaders }
  const where = sayList(waiting.map((each) => names[each]))
  return {
    what: `${what}. There is no list yet`,
    fix: `In ${where} signing and counting wait for it: npm run people -- import FILE.csv`,
  }
}

const noLeaders =
  'Nobody is SLT, so nobody is asked to sign: write slt into the column “role” of the list (npm run people -- import FILE.csv), name a user group of Slack in SLACK_SLT_GROUPS, or addresses or a group in TEAMS_SLT.'

type IsMember = (account: Account) => boolean

/** By what was last read of the groups that rules name. */
async function membersOf({ memberships }: Known, rules: Belongings): Promise<IsMember> {
  const known = new Map<Platform, ReadonlySet<string>>()
  for (const platform of chats) {
    const rule = rules[platform]
    if (rule.kind !== 'group') continue
    const group = platform === 'teams' ? rule.group.toLowerCase() : rule.group
    const last = await memberships.find({ platform, group })
    if (last !== undefined) known.set(platform, new Set(last.members))
  }
  // Of a group in Slack that was never read, nobody is known whom the rule did not let in.
  return ({ platform, id }) => known.get(platform)?.has(id) ?? platform === 'slack'
}

/** Why somebody belongs whom no list names. */
function byWhich(person: Person, accounts: readonly Account[], rules: Belongings, isMember: IsMember): string {
  for (const account of accounts) {
    const { platform } = account
    if (platform === 'web') continue
    const rule = rules[platform]
    if (rule.kind === 'everybody') return `as everybody on ${names[platform]}`
    if (rule.kind === 'group' && isMember(account)) return `by a group on ${names[platform]}`
    if (rule.kind === 'domain' && hasDomain(person.email, rule.domains)) return `by their address on ${names[platform]}`
    if (person.roles.includes('slt')) return `as SLT by a setting on ${names[platform]}`
  }
  return 'by hand or from before the rule'
}

async function saysLeftOut({ memberships }: Known, zone: string): Promise<string> {
  const found: string[] = []
  for (const platform of chats) {
    const left = await memberships.leftOut(platform)
    if (left !== undefined) found.push(`${names[platform]}: ${sayCounts(left, zone)}`)
  }
  return found.length === 0 ? 'nobody was left out, as far as the platforms have shown anybody' : found.join('; ')
}

function sayCounts({ counts, since }: LeftOut, zone: string): string {
  const each = Object.entries(counts).map(([why, count]) => `${count} ${words[why as Outside]}`)
  const from = `(since ${sayDay(dayIn(zone, since))})`
  return each.length === 0 ? `nobody ${from}` : `${each.join(', ')} ${from}`
}

const words: Readonly<Record<Outside, string>> = {
  program: 'programs',
  gone: 'whose account is closed',
  'another-organisation': 'of another organisation',
  guest: 'guests who are not on the list',
  'not-listed': 'not on the list',
  'no-list': 'waiting, because there is no list',
  'not-in-group': 'not in the group',
  'no-group': 'waiting, because the group was never read',
  'other-domain': 'with another address',
}

/**
 * The group that the school's setting names for a platform; undefined where the setting cannot be read, which has a line
 * of its own.
 */
export async function staffGroup(
  context: Pick<CommandContext, 'library'>,
  platform: 'slack' | 'teams',
): Promise<string | undefined> {
  const rule = await context.library().then(
    ({ school }) => school.belonging[platform],
    () => undefined,
  )
  return rule?.kind === 'group' ? rule.group : undefined
}

function sayRule(rule: BelongingRule): string {
  switch (rule.kind) {
    case 'everybody':
    case 'listed':
      return rule.kind
    case 'group':
      return `group ${rule.group}`
    case 'domain':
      return `addresses at ${rule.domains.join(' or ')}`
  }
}
