// Practice: only on this machine, where whoever opens the page chooses whom to play.
import type { Express, Request, RequestHandler, Response } from 'express'
import { formBody } from './form-body.ts'
import { readField } from './hear.ts'
import { limits } from './limits.ts'
import { choosePage, firstPage } from './page.ts'
import { findPersona, personaIn, rememberAs } from './people.ts'
import type { Web } from './post.ts'
import type { Room } from './room.ts'
import { mountConversation, noStore } from './routes.ts'
import type { Seat } from './seat.ts'

export interface Practice {
  readonly web: Web
  /** By persona. */
  readonly rooms: ReadonlyMap<string, Room>
  readonly letIn: RequestHandler
  /** Whether nothing of the school's own exists yet. */
  isEmpty(): Promise<boolean>
}

export function mountPractice(app: Express, { web, rooms, letIn, isEmpty }: Practice): void {
  const seatOf = (request: Request) => Promise.resolve(seatIn(request, rooms))
  mountConversation(app, {
    web,
    base: '',
    letIn,
    seatOf,
    outside: async (response) => {
      response.send((await isEmpty()) ? firstPage() : choosePage(web.school, undefined))
    },
  })
  app.get('/choose', letIn, noStore, (request: Request, response: Response) => {
    response.send(choosePage(web.school, personaIn(request.headers.cookie)))
  })
  // On this page a link leads to whoever one already plays.
  app.get('/enter/:token', letIn, noStore, (_request: Request, response: Response) => {
    response.redirect(303, '/')
  })
  app.post('/be', letIn, noStore, formBody(limits.bodyBytes), (request: Request, response: Response) => {
    const persona = findPersona(readField(request.body, 'person'))
    if (persona !== undefined) response.set('Set-Cookie', rememberAs(persona))
    response.redirect(303, persona === undefined ? '/choose' : '/')
  })
}

function seatIn(request: Request, rooms: Practice['rooms']): Seat | undefined {
  const persona = personaIn(request.headers.cookie)
  const room = persona && rooms.get(persona.id)
  if (persona === undefined || room === undefined) return undefined
  const { name, role } = persona
  // There is nothing to guard: anybody at this machine may play anybody, and requests from elsewhere are refused.
  const who = { kind: 'persona', name, role } as const
  return { who, room, base: '', guard: '', office: false, still: () => Promise.resolve(true) }
}
