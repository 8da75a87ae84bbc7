// Reads who may be responsible: people with a role, and people whom the school names as contacts.
import type { Person, Role } from '../chat/people.ts'
import type { Ports } from '../ports/ports.ts'
import type { School } from '../turn/library.ts'
import type { Staff } from './whom.ts'

const pageSize = 200
/** Everybody with a role, up to this number, the first by name. */
const mostPages = 5

/** Contacts are real people, so in practice nobody is named. */
export async function readStaff(
  { people }: Pick<Ports, 'people'>,
  { contacts }: Pick<School, 'contacts'>,
  practice: boolean,
): Promise<Staff> {
  const named: Record<string, readonly Person[]> = {}
  for (const [contact, { people: emails = [] }] of Object.entries(contacts)) {
    const known = practice ? [] : await Promise.all(emails.map((email) => people.byEmail(email)))
    named[contact] = known.filter((person) => person !== undefined)
  }
  return {
    named,
    owners: await withRole(people, 'policy-owner', practice),
    leaders: await withRole(people, 'slt', practice),
    administrators: await withRole(people, 'administrator', practice),
  }
}

async function withRole(people: Ports['people'], role: Role, practice: boolean): Promise<readonly Person[]> {
  const found: Person[] = []
  for (let page = 0, after: string | undefined; page < mostPages; page++) {
    const some = await people.list(
      after === undefined ? { practice, role, most: pageSize } : { practice, role, most: pageSize, after },
    )
    found.push(...some)
    if (some.length < pageSize) break
    after = some.at(-1)?.id
  }
  return found
}
