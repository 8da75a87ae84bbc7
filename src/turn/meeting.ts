// Meeting somebody on a platform: whether they belong is decided first, and of whoever does not nothing is stored.
import type { Platform } from '../chat/people.ts'
import type { Directory, Meeting, People } from '../ports/ports.ts'
import { belongs, type Belongings, type BelongingRule } from '../people/belongs.ts'

/** Pupils are members of a school's tenant as staff are; a workspace of Slack is mostly staff's alone. */
export const usualBelongings: Belongings = { slack: { kind: 'everybody' }, teams: { kind: 'listed' } }

interface Kept {
  readonly directory: Pick<Directory, 'keep' | 'close'>
  readonly people: Pick<People, 'listing'>
}

export function meeting({ directory, people }: Kept, rules: Belongings): Meeting {
  return {
    async meet(account, { name, email, roles, shown }) {
      const rule = ruleOn(account.platform, rules)
      // Whose address it is only the school's own platform can say: of others it is not even looked up.
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

/** The web page lets in by a link, which is made for somebody who belongs. */
function ruleOn(platform: Platform, rules: Belongings): BelongingRule {
  return platform === 'web' ? { kind: 'everybody' } : rules[platform]
}
