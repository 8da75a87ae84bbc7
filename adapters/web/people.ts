// The people one can play in practice mode, and the cookie that remembers whom a browser plays.
import type { Account, Group, Place } from '../../src/chat/people.ts'
import type { Directory, People, SeenPerson } from '../../src/ports/people.ts'
import { cookieIn, setCookie } from './cookies.ts'

export interface Persona {
  readonly id: 'starter' | 'teacher' | 'governor' | 'slt'
  readonly name: string
  readonly role: string
  readonly about: string
  readonly roles: SeenPerson['roles']
  readonly group: Group
}

export const personas: readonly Persona[] = [
  {
    id: 'starter',
    name: 'Priya Nair',
    role: 'new starter',
    about: 'Joins the school this week and has not read the policies yet.',
    roles: ['staff'],
    group: 'teaching',
  },
  {
    id: 'teacher',
    name: 'Daniel Hughes',
    role: 'teacher',
    about: 'Teaches history, runs a club, and would like to post about it.',
    roles: ['staff'],
    group: 'teaching',
  },
  {
    id: 'governor',
    name: 'Margaret Ellis',
    role: 'governor',
    about: 'Visits a few times a term and wants to know what applies to her.',
    roles: ['staff'],
    group: 'governor',
  },
  {
    id: 'slt',
    name: 'Joanne Clarke',
    role: 'deputy head (SLT)',
    about: 'In the senior leadership team. Answers for the policies and keeps an eye on them.',
    roles: ['staff', 'slt'],
    group: 'teaching',
  },
]

export function findPersona(id: string | undefined): Persona | undefined {
  return personas.find((persona) => persona.id === id)
}

/** Everybody has one account here, whose id is their person id, or their persona's in practice. */
export function accountOf(id: string): Account {
  return { platform: 'web', id }
}

/** Everybody has one private place here, with the id of their account. */
export function placeOf(id: string): Place {
  return { platform: 'web', id, kind: 'private' }
}

/** Adds a persona to the people, marked as being there for practice only. */
export async function meetPersona(
  { id, name, roles, group }: Persona,
  { directory, people }: { directory: Directory; people: Pick<People, 'put'> },
): Promise<void> {
  const account = accountOf(id)
  // A name that no mail server can ever have.
  await directory.keep(account, { name, email: `${id}@practice.invalid`, roles, practice: true })
  const person = await directory.find(account)
  if (person?.group === undefined && person !== undefined) await people.put([{ ...person, group }])
}

const cookieName = 'policy-guide-person'

/** The value of a Set-Cookie header. The cookie says whom a browser plays and ends with the browser. */
export function rememberAs({ id }: Persona): string {
  return setCookie(cookieName, id, { path: '/', sameSite: 'Strict' })
}

/** Whom the browser plays according to its Cookie header; undefined for nobody, and for somebody who does not exist. */
export function personaIn(cookies: string | undefined): Persona | undefined {
  return findPersona(cookieIn(cookies, cookieName))
}

/** The directory, in which everybody who may come in by a link can also be found by their person id. */
export function withVisitors(directory: Directory, people: Pick<People, 'byId'>): Directory {
  return {
    ...directory,
    async find(account) {
      const known = await directory.find(account)
      return known === undefined && account.platform === 'web' ? people.byId(account.id) : known
    },
  }
}
