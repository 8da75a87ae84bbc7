// Reads an audience as SLT writes it, and looks up the people behind its email addresses.
import type { People } from '../ports/people.ts'
import { emailsIn, parseAudience, type ReadAudience } from '../standing/audience.ts'

export async function findAudience(people: Pick<People, 'byEmail'>, text: string): Promise<ReadAudience> {
  const ids = new Map<string, string>()
  for (const email of emailsIn(text)) {
    const person = await people.byEmail(email)
    if (person !== undefined) ids.set(email, person.id)
  }
  return parseAudience(text, (email) => ids.get(email))
}
