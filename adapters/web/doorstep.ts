// A link on arrival: whether it lets somebody in and whom, without using it up. Wrong ones are counted.
import type { Request } from 'express'
import type { Person } from '../../src/chat/people.ts'
import type { WaysIn, Link } from '../../src/ports/ways-in.ts'
import { limits } from './limits.ts'
import { createPace } from './pace.ts'
import { isToken } from './sessions.ts'

export type Kind = Link['purpose']['kind']

export type Knock<K extends Kind> =
  | {
      readonly kind: 'link'
      readonly token: string
      readonly link: Link
      readonly purpose: Extract<Link['purpose'], { kind: K }>
      readonly person: Person
    }
  /**
   * It was used, has expired, was altered, was invented, is for something else, or belongs to somebody who has left.
   */
  | { readonly kind: 'dead' }
  | { readonly kind: 'too-many' }

export interface Doorstep {
  knock<K extends Kind>(request: Request, kind: K): Promise<Knock<K>>
}

export interface DoorstepPorts {
  readonly doors: Pick<WaysIn, 'seeLink'>
  readonly clock: () => Date
  presentPerson(id: string): Promise<Person | undefined>
}

export function openDoorstep({ doors, clock, presentPerson }: DoorstepPorts): Doorstep {
  const wrong = createPace({ most: limits.wrongLinksPerMinute }, clock)
  return {
    async knock(request, kind) {
      const from = addressOf(request)
      if (wrong.full(from)) return { kind: 'too-many' }
      const { token = '' } = request.params
      const link = typeof token === 'string' && isToken(token) ? await doors.seeLink(token, clock()) : undefined
      const purpose = link?.purpose
      const person = link && (await presentPerson(link.person))
      if (typeof token === 'string' && link && person && purpose && isKind(purpose, kind)) {
        return { kind: 'link', token, link, purpose, person }
      }
      wrong.may(from)
      return { kind: 'dead' }
    },
  }
}

function isKind<K extends Kind>(purpose: Link['purpose'], kind: K): purpose is Extract<Link['purpose'], { kind: K }> {
  return purpose.kind === kind
}

/** Where a request comes from, for counting. */
export function addressOf(request: Request): string {
  return request.ip ?? ''
}
