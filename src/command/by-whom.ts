// Who does something on the command line, where the journal is to name a person.
import { may, whoMay, type Deed } from '../people/may.ts'
import type { Day } from '../kit/days.ts'
import type { People } from '../ports/people.ts'

export type ByWhom = { readonly kind: 'may'; readonly by: string } | { readonly kind: 'refused'; readonly what: string }

/** Without an address, whoever is at the server. */
export async function byWhom(
  people: Pick<People, 'byEmail'>,
  email: string | undefined,
  { deed, today }: { readonly deed: Deed; readonly today: Day },
): Promise<ByWhom> {
  if (email === undefined) return { kind: 'may', by: 'operator' }
  const person = await people.byEmail(email.toLowerCase())
  if (person === undefined) return { kind: 'refused', what: `Nobody here has the email address ${email}.` }
  return may(person, deed, today)
    ? { kind: 'may', by: person.id }
    : { kind: 'refused', what: `${person.name} may not change this: ${whoMay(deed)} can.` }
}
