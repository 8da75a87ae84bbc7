// Who belongs, in a line for `doctor`: how many by the school's list and how many by a platform's setting, and what to
// do where a setting waits for a list that nobody has imported.
import { everybody } from '../outbox/slt.ts'
import type { People } from '../ports/ports.ts'
import type { Belongings, BelongingRule } from '../people/belongs.ts'
import { sayList } from '../kit/text.ts'
import type { CommandContext } from './context.ts'

export interface BelongingLine {
  readonly what: string
  readonly fix: string
}

/** The row of `doctor`; what is wrong with the files has rows of its own. */
export async function checkBelonging(context: Pick<CommandContext, 'library'>, people: People) {
  const row = { check: 'people', ok: true, needed: false }
  try {
    return { ...row, ...(await lookAtBelonging(people, (await context.library()).school.belonging)) }
  } catch {
    return { ...row, what: 'not looked at (see above)', fix: '' }
  }
}

async function lookAtBelonging(people: People, rules: Belongings): Promise<BelongingLine> {
  let [listed, others, leaders] = [0, 0, 0]
  for await (const person of everybody({ people: people }, false)) {
    if (person.roles.includes('slt')) leaders += 1
    if (person.listed) listed += 1
    else others += 1
  }
  const what = `${listed} by the list, ${others} by a setting or from before there was one; Slack: ${sayRule(rules.slack)}, Teams: ${sayRule(rules.teams)}. SLT: ${leaders}`
  const waiting = Object.entries(rules).flatMap(([platform, { kind }]) => (kind === 'listed' ? [platform] : []))
  if (listed > 0 || waiting.length === 0) return { what, fix: leaders > 0 ? '' : noLeaders }
  const where = sayList(waiting.map((each) => (each === 'slack' ? 'Slack' : 'Teams')))
  return {
    what: `${what}. There is no list yet`,
    fix: `In ${where} signing and counting wait for it: npm run people -- import FILE.csv`,
  }
}

const noLeaders =
  'Nobody is SLT, so nobody is asked to sign: write slt into the column “role” of the list (npm run people -- import FILE.csv), or name a user group of Slack in SLACK_SLT_GROUPS.'

/**
 * The user group that the school's setting names; undefined where the setting cannot be read, which has a line of its
 * own.
 */
export async function staffGroup(context: Pick<CommandContext, 'library'>): Promise<string | undefined> {
  const rule = await context.library().then(
    ({ school }) => school.belonging.slack,
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
