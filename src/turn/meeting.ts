// Meeting somebody on a platform. Whether they belong is decided first; nothing is stored about people who do not.
import type { Platform } from '../chat/people.ts'
import type { Memberships } from '../ports/memberships.ts'
import type { Directory, Meeting, People } from '../ports/people.ts'
import { belongs, type Belongings, type BelongingRule } from '../people/belongs.ts'
import { countLeftOut } from './left-out.ts'

/** Pupils are members of a school's tenant, as staff are; a Slack workspace mostly holds staff only. */
export const usualBelongings: Belongings = { slack: { kind: 'everybody' }, teams: { kind: 'listed' } }

interface Kept extends Partial<Counting> {
  readonly directory: Pick<Directory, 'find' | 'keep' | 'close'>
  readonly people: Pick<People, 'listing'>
}

/** Where the numbers of people who were left out are kept; without it they are not counted. */
interface Counting {
  readonly memberships: Pick<Memberships, 'leaveOut'>
  readonly clock: () => Date
}

export function meeting({ directory, people, memberships, clock }: Kept, rules: Belongings): Meeting {
  const leftOut = memberships && clock && countLeftOut(memberships, clock)
  const meets: Meeting = {
    async meet(account, { name, email, roles, shown }) {
      const rule = ruleOn(account.platform, rules)
      // Only the school's own platform can say whose address it is; for others it is not even looked up.
      const listing =
        shown.from === 'ours' && shown.is === 'person' ? await people.listing({ account, email }) : 'not-listed'
      const belonging = belongs({ ...shown, email }, { listing, rule })
      leftOut?.count(account, belonging)
      if (belonging.kind === 'belongs') await directory.keep(account, { name, email, roles })
      // Where nobody can tell, whoever was known goes on as they were.
      else if (belonging.why !== 'no-group') await directory.close(account)
      return belonging
    },
    async meetAgain(account, shownNow) {
      const known = await directory.find(account)
      if (known === undefined) return
      const now = shownNow(known)
      const { name, email } = known
      const roles = now.leads ? (['staff', 'slt'] as const) : (['staff'] as const)
      // Guests are only ever known by the list, which decides before anything else about them matters.
      const shown = { is: 'person', gone: false, from: 'ours', guest: false, ...now } as const
      await meets.meet(account, { name, email, roles, shown })
    },
    noteLeftOut: (platform) => leftOut?.keep(platform) ?? Promise.resolve(),
    groupOn: (platform) => {
      const rule = ruleOn(platform, rules)
      return rule.kind === 'group' ? rule.group : undefined
    },
  }
  return meets
}

/** The web page lets people in by a link, and links are made only for people who belong. */
function ruleOn(platform: Platform, rules: Belongings): BelongingRule {
  return platform === 'web' ? { kind: 'everybody' } : rules[platform]
}
