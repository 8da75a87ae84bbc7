// Meeting somebody on a platform. Whether they belong is decided first; nothing is stored about people who do not.
import type { Platform } from '../chat/people.ts'
import type { Directory, Meeting, People } from '../ports/ports.ts'
import { belongs, type Belongings, type BelongingRule } from '../people/belongs.ts'

/** Pupils are members of a school's tenant, as staff are; a Slack workspace mostly holds staff only. */
export const usualBelongings: Belongings = { slack: { kind: 'everybody' }, teams: { kind: 'listed' } }

interface Kept {
  readonly directory: Pick<Directory, 'keep' | 'close'>
  readonly people: Pick<People, 'listing'>
}

export function meeting({ directory, people }: Kept, rules: Belongings): Meeting {
  return {
    async meet(account, { name, email, roles, shown }) {
      const rule = ruleOn(account.platform, rules)
      // Only the school's own platform can say whose address it is; for others it is not even looked up.
      const listing =
        shown.from === 'ours' && shown.is === 'person' ? await people.listing({ account, email }) : 'not-listed'
      const belonging = belongs({ ...shown, email }, { listing, rule })
      if (belonging.kind === 'belongs') await directory.keep(account, { name, email, roles })
      else await directory.close(account)
      return belonging
    },
    groupOn: (platform) => {
      const rule = ruleOn(platform, rules)
      return rule.kind === 'group' ? rule.group : undefined
    },
  }
}

/** The web page lets people in by a link, and links are made only for people who belong. */
function ruleOn(platform: Platform, rules: Belongings): BelongingRule {
  return platform === 'web' ? { kind: 'everybody' } : rules[platform]
}
