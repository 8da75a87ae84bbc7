// Letting somebody into the web page by the school's own account: found by tenant and object, judged by the one decision
// of who belongs. Whoever does not belong is shown what the bot would say to them.
import type { ChatEvent } from '../chat/events.ts'
import type { Account } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'
import type { ByGroups, Directory, Meeting, Met } from '../ports/people.ts'
import type { Admits, Joins, SchoolAccount } from '../ports/school-accounts.ts'
import type { ByKnownGroups } from './by-groups.ts'

export interface Admitting {
  readonly directory: Pick<Directory, 'find'>
  readonly meeting: Pick<Meeting, 'meet'>
  hear(event: ChatEvent): Promise<readonly Reply[]>
  readonly newId: () => string
  /** What groups and settings say of an account in Teams; without it, nobody belongs or leads by one. */
  readonly byGroups?: ByKnownGroups
}

const byNone: ByKnownGroups = () => Promise.resolve({ leads: false, inGroup: false })

export function admitting({ directory, meeting, hear, newId, byGroups = byNone }: Admitting): Admits {
  return async ({ object, name, guest }) => {
    const account = accountOf(object)
    const known = await directory.find(account)
    // What the school knows of them counts. The token says nothing about an address: it may hold anybody's.
    const belonging = await meeting.meet(account, {
      name: known?.name ?? name,
      email: known?.email,
      ...shownAs(guest, await byGroups(object, known?.email)),
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

type Joining = Pick<Admitting, 'directory' | 'meeting' | 'byGroups'>

export function joining({ directory, meeting, byGroups = byNone }: Joining): Joins {
  return async ({ object, guest, address }, { name, email, practice }) => {
    if (practice || email === undefined || address?.trim().toLowerCase() !== email.toLowerCase()) return false
    const account = accountOf(object)
    if ((await directory.find(account)) !== undefined) return false
    const by = await byGroups(object, email)
    const belonging = await meeting.meet(account, { name, email, ...shownAs(guest, by) })
    return belonging.kind === 'belongs'
  }
}

/** As the adapter of Teams knows people, too. */
function accountOf(object: SchoolAccount['object']): Account {
  return { platform: 'teams', id: object }
}

/** As in Teams itself, so that coming in by the page takes no role away. */
function shownAs(guest: boolean, by: ByGroups): Pick<Met, 'roles' | 'shown'> {
  return {
    roles: by.leads && !guest ? ['staff', 'slt'] : ['staff'],
    shown: { is: 'person', gone: false, from: 'ours', guest, ...by },
  }
}
