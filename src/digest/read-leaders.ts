// Everybody in one world who receives the digest. They are few in a school of any size.
import { defined } from '../kit/defined.ts'
import type { Person } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import { getsDigest } from './week.ts'

const pageSize = 200

export async function leadersOf(
  { people }: Pick<Ports, 'people'>,
  { practice, today }: { readonly practice: boolean; readonly today: Day },
): Promise<readonly Person[]> {
  const found: Person[] = []
  let after: string | undefined
  for (;;) {
    const page = await people.list({ practice, role: 'slt', most: pageSize, ...defined({ after }) })
    found.push(...page.filter((person) => getsDigest(person, today)))
    after = page.at(-1)?.id
    if (page.length < pageSize) return found
  }
}
