// The page in earnest: people come in by a link of their own, and are who they are until their session ends.
import type { Express, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import type { Account } from '../../src/chat/people.ts'
import { defined } from '../../src/kit/defined.ts'
import type { WaysIn } from '../../src/ports/ways-in.ts'
import type { People } from '../../src/ports/people.ts'
import type { Mail } from '../../src/ports/ports.ts'
import { tabPath } from '../../src/ports/school-accounts.ts'
import { formBody } from './form-body.ts'
import { cookieIn, setCookie } from './cookies.ts'
import { deadLinkPage, doorPage, enterPage, leftPage, linkAskedPage, tooManyPage } from './door-pages.ts'
import { addressOf, type Doorstep, type Knock } from './doorstep.ts'
import { readField } from './hear.ts'
import { limits } from './limits.ts'
import { letterWithLink } from './letter.ts'
import { onceEach } from './once.ts'
import { createPace } from './pace.ts'
import { accountOf } from './people.ts'
import type { Web } from './post.ts'
import { openRoom, type Hear } from './room.ts'
import type { Rooms } from './rooms.ts'
import { mountConversation, noStore } from './routes.ts'
import type { Seat } from './seat.ts'
import { isSame, type Sessions } from './sessions.ts'

export interface Visitors {
  readonly web: Web
  readonly hear: Hear
  readonly letIn: RequestHandler
  readonly publicUrl: string
  readonly sessions: Sessions
  readonly doorstep: Doorstep
  readonly rooms: Rooms
  readonly doors: Pick<WaysIn, 'makeLink' | 'takeLink'>
  readonly people: Pick<People, 'byEmail'>
  readonly mail: Mail
  readonly clock: () => Date
  readonly newToken: () => string
  /** Whether people can sign in with the school's own account. */
  readonly hasSignIn: boolean
  /** Whether the office is open to whoever has this account. */
  hasOffice(account: Account): Promise<boolean>
  /** Something that continues after the response was sent. */
  later(work: Promise<void>): void
}

export function mountVisitors(app: Express, all: Visitors): void {
  const { web, letIn, sessions, mail } = all
  const own = [letIn, noStore]
  mountConversation(app, {
    web,
    base: '',
    letIn,
    seatOf: (request) => seatFrom(request, 'open', all),
    outside: (response) => {
      response.send(doorPage({ school: web.school, mail: mail.on, account: all.hasSignIn }))
    },
  })
  app.get('/enter/:token', own, async (request: Request, response: Response) => {
    const knock = await all.doorstep.knock(request, 'open')
    if (knock.kind === 'link') {
      const rules = { path: '/enter', sameSite: 'Lax', secure: all.publicUrl.startsWith('https:') } as const
      response.set('Set-Cookie', setCookie(doorCookie, all.newToken(), rules))
      response.send(enterPage({ school: web.school, path: `${request.path}${wayOn(request)}` }))
    } else turnAway(response, knock.kind, web)
  })
  const onceEachBrowser = onceEach<string | undefined>(limits.deliveries)
  app.post('/enter/:token', own, async (request: Request, response: Response) => {
    const knock = await all.doorstep.knock(request, 'open')
    // Somebody who presses twice aborts the response to the first press: the same browser gets it again.
    const browser = cookieIn(request.headers.cookie, doorCookie) ?? web.newId()
    const cookie = await onceEachBrowser(`${browser} ${request.path}`, () => enter(knock, all))
    if (cookie === undefined) turnAway(response, knock.kind === 'too-many' ? 'too-many' : 'dead', web)
    else response.set('Set-Cookie', cookie).redirect(303, placeOf(toOf(request)))
  })
  app.post('/leave', ...own, formBody(limits.bodyBytes), async (request: Request, response: Response) => {
    const visit = await sessions.find(request.headers.cookie, 'open')
    if (visit === undefined || !isSame(readField(request.body, 'guard') ?? '', visit.guard)) {
      response.redirect(303, '/')
      return
    }
    all.rooms.forget(roomKey(visit.person.id))
    response.set('Set-Cookie', await sessions.end(visit)).send(leftPage(web.school))
  })
  mountAsking(app, all)
}

/** A link may lead on to a page of the office, and nowhere else. */
function wayOn(request: Request): string {
  return toOf(request) === '' ? '' : `?to=${toOf(request)}`
}

function placeOf(to: string): string {
  if (to === '') return '/'
  return to === 'office' ? '/office' : `/office/${to}`
}

export function toOf({ query: { to } }: Request): string {
  return typeof to === 'string' && /^[a-z]{1,20}$/.test(to) ? to : ''
}

/** The key of a room in which somebody may do everything that they may do. */
export function roomKey(person: string): string {
  return `open:${person}`
}

const doorCookie = 'policy-guide-door'

/** The value of the Set-Cookie header that lets them in; undefined where the link does not work. */
async function enter(knock: Knock<'open'>, { doors, sessions, clock, web }: Visitors): Promise<string | undefined> {
  if (knock.kind !== 'link') return undefined
  // Of several who press at once, one gets in.
  if ((await doors.takeLink(knock.token, clock())) === undefined) return undefined
  web.log.info({ platform: 'web', person: knock.person.id }, 'somebody came in by a link')
  return sessions.begin(knock.person, { purpose: { kind: 'open' } })
}

function turnAway(response: Response, why: 'dead' | 'too-many', { school }: Web): void {
  if (why === 'dead') response.status(410).send(deadLinkPage(school, 'enter'))
  else response.status(429).send(tooManyPage(school))
}

export type Seating = Pick<Visitors, 'rooms' | 'sessions' | 'hear' | 'web' | 'hasOffice' | 'hasSignIn' | 'publicUrl'>

/** The same conversation on the page and in Teams' frame. */
export async function seatFrom(request: Request, used: 'open' | 'tab', all: Seating): Promise<Seat | undefined> {
  const { sessions, rooms, hear, web, publicUrl } = all
  const visit = await sessions.find(request.headers.cookie, used)
  if (visit === undefined) return undefined
  const { person, guard } = visit
  const guest = { id: person.id, meet: () => Promise.resolve() }
  return {
    who: { kind: 'visitor', name: person.name, practice: person.practice },
    room: rooms.enter(roomKey(person.id), () => openRoom(guest, { hear, newId: web.newId })),
    base: used === 'tab' ? tabPath : '',
    guard,
    office: await all.hasOffice(accountOf(person.id)),
    ...defined(used === 'tab' ? { framed: publicUrl } : { signIn: all.hasSignIn }),
    still: async () => (await sessions.find(request.headers.cookie, used))?.token === visit.token,
  }
}

const Email = z.email().max(254)

function mountAsking(app: Express, all: Visitors): void {
  const { web, letIn, mail, clock } = all
  const asked = createPace({ most: limits.askedPerMinute }, clock)
  const sent = createPace({ most: limits.sentPerQuarter, milliseconds: 15 * 60_000 }, clock)
  app.post('/link', letIn, noStore, formBody(limits.bodyBytes), (request: Request, response: Response) => {
    if (!mail.on) {
      response.redirect(303, '/')
      return
    }
    if (!asked.may(addressOf(request))) {
      response.status(429).send(tooManyPage(web.school))
      return
    }
    const typed = readField(request.body, 'email')?.trim().slice(0, 254) ?? ''
    const email = Email.safeParse(typed)
    if (!email.success) {
      const problem = 'That is not an email address. It should look like name@school.example.'
      response.status(422).send(doorPage({ school: web.school, mail: true, account: all.hasSignIn, problem, typed }))
      return
    }
    // The response does not wait for anything, so that its timing reveals no more than its words.
    response.send(linkAskedPage(web.school))
    all.later(sendLink(email.data, { ...all, maySend: sent.may }))
  })
}

const linkMinutes = 30

async function sendLink(email: string, all: Visitors & { maySend: (person: string) => boolean }): Promise<void> {
  const { people, sessions, doors, mail, web, clock, newToken, publicUrl } = all
  const found = await people.byEmail(email)
  const person = found && (await sessions.presentPerson(found.id))
  if (person?.email === undefined || person.practice || !all.maySend(person.id)) return
  const token = newToken()
  const expires = new Date(clock().getTime() + linkMinutes * 60_000)
  await doors.makeLink({ token, person: person.id, purpose: { kind: 'open' }, expires })
  const url = `${publicUrl}/enter/${token}`
  const posted = await mail.send({
    to: person.email,
    ...letterWithLink({ name: person.name, school: web.school, url, minutes: linkMinutes }),
  })
  if (posted.kind === 'sent') web.log.info({ platform: 'web', person: person.id }, 'sent a link by email')
  else web.log.warn({ platform: 'web', person: person.id, kind: posted.kind, why: posted.what }, 'a link was not sent')
}
