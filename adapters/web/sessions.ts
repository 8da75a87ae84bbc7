// Who is in: a link is exchanged for a session, whose cookie stands for one person until it ends. Nothing is believed
// because a cookie says so: every request looks the session and the person up again.
import { timingSafeEqual } from 'node:crypto'
import type { Person } from '../../src/chat/people.ts'
import { dayIn } from '../../src/kit/days.ts'
import { saltedHash } from '../../src/kit/hash.ts'
import type { WaysIn, Session } from '../../src/ports/ways-in.ts'
import { tabPath } from '../../src/ports/school-accounts.ts'
import type { People } from '../../src/ports/people.ts'
import { cookieIn, setCookie } from './cookies.ts'

export type Purpose = Session['purpose']

/** Where a session is used: the page, the room for signing, or the tab that Teams frames. */
export type Used = 'open' | 'sign' | 'tab'

export interface SessionPorts {
  readonly doors: Pick<WaysIn, 'openSession' | 'session' | 'endSession'>
  readonly people: Pick<People, 'byId'>
  readonly clock: () => Date
  readonly newToken: () => string
  /** The school's zone, in which a last day ends. */
  readonly zone: string
  /** Whether browsers reach the page over an encrypted connection only. */
  readonly secure: boolean
}

export interface Sessions {
  /** The value of the Set-Cookie header that lets a browser in, at most until `latest`. */
  begin(
    person: Person,
    on: { readonly purpose: Purpose; readonly latest?: Date; readonly used?: Used },
  ): Promise<string>
  /** The person according to the Cookie header, while they are one of the school's people. */
  find(cookies: string | undefined, used: Used): Promise<Visit | undefined>
  /** The value of the Set-Cookie header that forgets the session, which has ended. */
  end(visit: Visit): Promise<string>
  /** The person, unless they have left or do not exist (any more). */
  presentPerson(id: string): Promise<Person | undefined>
}

export interface Visit {
  readonly person: Person
  readonly purpose: Purpose
  /** Part of every form on this session's pages. */
  readonly guard: string
  readonly token: string
}

const hours = 12

export function openSessions({ doors, people, clock, newToken, zone, secure }: SessionPorts): Sessions {
  const rules = {
    // Only this exact address, over an encrypted connection, can have set a cookie with such a name.
    open: { name: `${secure ? '__Host-' : ''}policy-guide-session`, path: '/', sameSite: 'Lax' },
    sign: { name: `${secure ? '__Secure-' : ''}policy-guide-signing`, path: '/sign', sameSite: 'Lax' },
    // Another site's frame, Teams itself, is what this one is for.
    tab: { name: '__Secure-policy-guide-tab', path: tabPath, sameSite: 'None', partitioned: true },
  } as const
  const cookie = (used: Used, value: string, seconds: number) => {
    const { name, ...rule } = rules[used]
    return setCookie(name, value, { ...rule, secure: secure || used === 'tab', seconds })
  }

  async function presentPerson(id: string): Promise<Person | undefined> {
    const person = await people.byId(id)
    if (person?.leavesOn === undefined || person.leavesOn >= dayIn(zone, clock())) return person
    return undefined
  }

  return {
    presentPerson,
    async begin(person, { purpose, latest, used = purpose.kind }) {
      const now = clock().getTime()
      const until = Math.min(now + hours * 3_600_000, latest?.getTime() ?? Infinity)
      const token = newToken()
      await doors.openSession({ token, person: person.id, purpose, expires: new Date(until) })
      return cookie(used, token, Math.ceil((until - now) / 1000))
    },
    async find(cookies, used) {
      const token = cookieIn(cookies, rules[used].name)
      if (token === undefined || !isToken(token)) return undefined
      const session = await doors.session(token, clock())
      if (session?.purpose.kind !== (used === 'tab' ? 'open' : used)) return undefined
      const person = await presentPerson(session.person)
      if (person === undefined) {
        await doors.endSession({ person: session.person })
        return undefined
      }
      // Known to whoever knows the session, and of no use for finding the session out.
      return { person, purpose: session.purpose, guard: saltedHash(token, 'form'), token }
    },
    async end({ token, purpose }) {
      await doors.endSession({ token })
      return cookie(purpose.kind, '', 0)
    },
  }
}

/** 32 bytes in base64url. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** In constant time, however much of it is right. */
export function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
