// The people one can be in practice mode, and the cookie that remembers who a browser is.
import type { Account, Place } from '../../src/chat/people.ts'
import type { SeenPerson } from '../../src/ports.ts'

export interface Persona {
  readonly id: 'starter' | 'teacher' | 'governor' | 'slt'
  readonly name: string
  readonly role: string
  readonly about: string
  readonly roles: SeenPerson['roles']
}

export const personas: readonly Persona[] = [
  {
    id: 'starter',
    name: 'Priya Nair',
    role: 'new starter',
    about: 'Joins the school this week and has not read the policies yet.',
    roles: ['staff'],
  },
  {
    id: 'teacher',
    name: 'Daniel Hughes',
    role: 'teacher',
    about: 'Teaches history, runs a club, and would like to post about it.',
    roles: ['staff'],
  },
  {
    id: 'governor',
    name: 'Margaret Ellis',
    role: 'governor',
    about: 'Visits a few times a term and wants to know what applies to her.',
    roles: ['staff'],
  },
  {
    id: 'slt',
    name: 'Joanne Clarke',
    role: 'deputy head (SLT)',
    about: 'In the senior leadership team. Answers for the policies and keeps an eye on them.',
    roles: ['staff', 'slt'],
  },
]

export function findPersona(id: string | undefined): Persona | undefined {
  return personas.find((persona) => persona.id === id)
}

export function accountOf({ id }: Persona): Account {
  return { platform: 'web', id }
}

/** Everybody has one private place here, which goes by their account's id. */
export function placeOf({ id }: Persona): Place {
  return { platform: 'web', id, kind: 'private' }
}

export function seen({ id, name, roles }: Persona): SeenPerson {
  // A name that no mail server can ever have.
  return { name, email: `${id}@practice.invalid`, roles }
}

const cookieName = 'policy-guide-person'

/** The value of a Set-Cookie header. The cookie says who a browser plays and ends with the browser. */
export function rememberAs({ id }: Persona): string {
  return `${cookieName}=${id}; HttpOnly; SameSite=Strict; Path=/`
}

/** Who the Cookie header says the browser plays; undefined for nobody, and for somebody who does not exist. */
export function personaIn(cookies: string | undefined): Persona | undefined {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim().split('='))
  return findPersona(pairs.find(([name]) => name === cookieName)?.[1])
}
