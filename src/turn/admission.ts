// Letting somebody into the web page by the school's own account: found by tenant and object, judged by the one decision
// of who belongs. Whoever does not belong is shown what the bot would say to them.
import type { ChatEvent } from '../chat/events.ts'
import type { Account } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'
import type { Directory, Meeting, Met } from '../ports/ports.ts'
import type { Admits, Joins, SchoolAccount } from '../ports/school-accounts.ts'

export interface Admitting {
  readonly directory: Pick<Directory, 'find'>
  readonly meeting: Pick<Meeting, 'meet'>
  hear(event: ChatEvent): Promise<readonly Reply[]>
  readonly newId: () => string
}

export function admitting({ directory, meeting, hear, newId }: Admitting): Admits {
  return async ({ object, name, guest }) => {
    const account = accountOf(object)
    const known = await directory.find(account)
    // What the school knows of them counts. The token says nothing about an address: it may hold anybody's.
    const belonging = await meeting.meet(account, {
      name: known?.name ?? name,
      email: known?.email,
      roles: ['staff'],
      shown: shownOf(guest),
    })
    const person = belonging.kind === 'belongs' ? await directory.find(account) : undefined
    if (person !== undefined) return { kind: 'person', person }
    if (belonging.kind === 'outside' && belonging.asks) return { kind: 'no-list' }
    const said = await hear({
      kind: 'opened',
      id: `school-account:${newId()}`,
      account,
      place: { platform: 'teams', id: object, kind: 'private' },
      surface: 'home',
      outsider: true,
    })
    return { kind: 'outside', cards: said.map(({ card }) => card) }
  }
}

export function joining({ directory, meeting }: Pick<Admitting, 'directory' | 'meeting'>): Joins {
  return async ({ object, guest, address }, { name, email, practice }) => {
    if (practice || email === undefined || address?.trim().toLowerCase() !== email.toLowerCase()) return false
    const account = accountOf(object)
    if ((await directory.find(account)) !== undefined) return false
    const belonging = await meeting.meet(account, { name, email, roles: ['staff'], shown: shownOf(guest) })
    return belonging.kind === 'belongs'
  }
}

/** As the adapter of Teams knows people, too. */
function accountOf(object: SchoolAccount['object']): Account {
  return { platform: 'teams', id: object }
}

function shownOf(guest: boolean): Met['shown'] {
  return { is: 'person', gone: false, from: 'ours', guest, leads: false, inGroup: false }
}
