// The room for signing: opened by a link that is for one person and one edition, usable until they have signed, and for
// nothing else.
import type { Express, Request, RequestHandler, Response } from 'express'
import { dayIn, sayDay } from '../../src/kit/days.ts'
import { formBody } from './form-body.ts'
import {
  alreadySignedPage,
  deadLinkPage,
  deadSignPage,
  leftPage,
  linkRenewedPage,
  signAgainPage,
  signPage,
  tooManyPage,
} from './door-pages.ts'
import type { WaysIn } from '../../src/ports/ways-in.ts'
import type { Mail } from '../../src/ports/ports.ts'
import { addressOf, type Doorstep, type Knock } from './doorstep.ts'
import { readField } from './hear.ts'
import { limits } from './limits.ts'
import { createPace } from './pace.ts'
import type { Web } from './post.ts'
import { openRoom, type Hear } from './room.ts'
import type { Rooms } from './rooms.ts'
import { mountConversation, noStore } from './routes.ts'
import type { Seat } from './seat.ts'
import { isSame, isToken, type Sessions, type Visit } from './sessions.ts'

export interface Signing {
  readonly web: Web
  readonly hear: Hear
  readonly letIn: RequestHandler
  readonly sessions: Sessions
  readonly doorstep: Doorstep
  readonly rooms: Rooms
  /** The school's. */
  readonly zone: string
  hasSigned(about: SignedAbout): Promise<boolean>
  /** A new link in place of an old one, sent to the address that the school knows. */
  renew(about: Pick<SignedAbout, 'person' | 'policy'>): Promise<void>
  readonly doors: Pick<WaysIn, 'seeOldLink'>
  readonly mail: Pick<Mail, 'on'>
  readonly clock: () => Date
  /** Something that continues after the response was sent. */
  later(work: Promise<void>): void
}

export interface SignedAbout {
  readonly person: string
  readonly policy: string
  readonly edition: string
}

export function mountSigning(app: Express, all: Signing): void {
  const { web, letIn, sessions } = all
  const own = [letIn, noStore]
  mountConversation(app, {
    web,
    base: '/sign',
    letIn,
    seatOf: async (request) => {
      const visit = await sessions.find(request.headers.cookie, 'sign')
      return visit && seatOf(visit, { request, ...all })
    },
    outside: (response) => {
      response.status(403).send(signAgainPage(web.school))
    },
  })
  app.post('/sign/leave', ...own, formBody(limits.bodyBytes), async (request: Request, response: Response) => {
    const visit = await sessions.find(request.headers.cookie, 'sign')
    if (visit === undefined || !isSame(readField(request.body, 'guard') ?? '', visit.guard)) {
      response.redirect(303, '/sign')
      return
    }
    all.rooms.forget(roomKey(visit))
    response.set('Set-Cookie', await sessions.end(visit)).send(leftPage(web.school))
  })
  mountRenewing(app, all)
  app.get('/sign/:token', own, async (request: Request, response: Response) => {
    const knock = await lookAt(request, response, all)
    if (knock === undefined) return
    const until = sayDay(dayIn(all.zone, knock.link.expires))
    response.send(signPage({ school: web.school, path: request.path, until, name: knock.person.name }))
  })
  app.post('/sign/:token', own, async (request: Request, response: Response) => {
    const knock = await lookAt(request, response, all)
    if (knock === undefined) return
    const { person, purpose, link } = knock
    response.set('Set-Cookie', await sessions.begin(person, { purpose, latest: link.expires }))
    web.log.info({ platform: 'web', person: person.id }, 'somebody came in to sign')
    response.redirect(303, '/sign')
  })
}

/** The same response for every link, dead or invented: nobody learns which, nor whose it was. */
function mountRenewing(app: Express, { web, letIn, doors, clock, renew, later }: Signing): void {
  const asked = createPace({ most: limits.askedPerMinute }, clock)
  const sent = createPace({ most: limits.sentPerQuarter, milliseconds: 15 * 60_000 }, clock)
  app.post('/sign/:token/again', letIn, noStore, (request: Request, response: Response) => {
    if (!asked.may(addressOf(request))) {
      response.status(429).send(tooManyPage(web.school))
      return
    }
    response.send(linkRenewedPage(web.school))
    const { token = '' } = request.params
    later(sendAgain(typeof token === 'string' ? token : ''))
  })
  async function sendAgain(token: string): Promise<void> {
    const link = isToken(token) ? await doors.seeOldLink(token, clock()) : undefined
    if (link?.purpose.kind !== 'sign' || !sent.may(link.person)) return
    await renew({ person: link.person, policy: link.purpose.policy })
  }
}

/** The link, where it still works; otherwise undefined, and the response has been sent. */
async function lookAt(
  request: Request,
  response: Response,
  { web, doorstep, sessions, hasSigned, mail }: Signing,
): Promise<Extract<Knock<'sign'>, { kind: 'link' }> | undefined> {
  const knock = await doorstep.knock(request, 'sign')
  if (knock.kind === 'too-many') response.status(429).send(tooManyPage(web.school))
  if (knock.kind === 'dead')
    response.status(410).send(mail.on ? deadSignPage(web.school, request.path) : deadLinkPage(web.school, 'sign'))
  if (knock.kind !== 'link') return undefined
  const { person, purpose } = knock
  const { policy, edition } = purpose
  if (!(await hasSigned({ person: person.id, policy, edition }))) return knock
  // Somebody who has just signed may read their confirmation again, while their session lasts.
  const visit = await sessions.find(request.headers.cookie, 'sign')
  if (visit !== undefined && roomKey(visit) === roomKey({ person, purpose })) response.redirect(303, '/sign')
  else response.status(410).send(alreadySignedPage(web.school))
  return undefined
}

function roomKey({ person, purpose }: Pick<Visit, 'person' | 'purpose'>): string {
  const about = purpose.kind === 'sign' ? [purpose.policy, purpose.edition] : []
  return JSON.stringify(['sign', person.id, ...about])
}

function seatOf(
  visit: Visit,
  { request, rooms, sessions, hear, web }: Signing & { request: Request },
): Seat | undefined {
  const { person, purpose, guard } = visit
  if (purpose.kind !== 'sign') return undefined
  const { policy, edition } = purpose
  const guest = {
    id: person.id,
    limitedTo: { kind: 'signing', policy, edition } as const,
    meet: () => Promise.resolve(),
  }
  return {
    who: { kind: 'visitor', name: person.name, practice: person.practice },
    room: rooms.enter(roomKey(visit), () => openRoom(guest, { hear, newId: web.newId })),
    base: '/sign',
    guard,
    office: false,
    still: async () => (await sessions.find(request.headers.cookie, 'sign'))?.token === visit.token,
  }
}
