// The tab in Teams: the web page's own conversation and home page in Microsoft's frame. Teams' token lets a person in,
// and the session's cookie belongs to that frame alone.
import type { Express, Request, RequestHandler, Response } from 'express'
import type { WaysIn } from '../../src/ports/ways-in.ts'
import { tabPath, type Admits, type TabTokens } from '../../src/ports/school-accounts.ts'
import { formBody } from './form-body.ts'
import { addressOf } from './doorstep.ts'
import { framedByMicrosoft } from './framing.ts'
import { readField } from './hear.ts'
import { limits } from './limits.ts'
import { createPace } from './pace.ts'
import { mountConversation, noStore } from './routes.ts'
import { outPage, outsideInTab, tabPage, unkeptPage } from './tab-pages.ts'
import { seatFrom, toOf, type Seating } from './visitors.ts'

export interface Tab extends Seating {
  readonly letIn: RequestHandler
  readonly tokens: TabTokens
  readonly admit: Admits
  readonly doors: Pick<WaysIn, 'makeLink'>
  readonly clock: () => Date
  readonly newToken: () => string
}

export function mountTab(app: Express, all: Tab): void {
  const { web, letIn, tokens } = all
  const own = [letIn, noStore]
  const view = () => ({ school: web.school, chatUrl: tokens.chatUrl })
  app.use(tabPath, framedByMicrosoft)
  app.get(tabPath, own, (_request: Request, response: Response) => {
    response.send(tabPage(view()))
  })
  mountConversation(app, {
    web,
    base: tabPath,
    letIn,
    seatOf: (request) => seatFrom(request, 'tab', all),
    outside: (response, request) => {
      // Somebody who was let in a moment ago and is not in has a browser that keeps no cookie here.
      if (request.query['in'] === '1') response.status(403).send(unkeptPage(view()))
      else response.redirect(303, tabPath)
    },
  })
  mountEntering(app, all, own)
  app.get(`${tabPath}/office`, own, async (request: Request, response: Response) => {
    await leadOut(request, response, all)
  })
}

function mountEntering(app: Express, all: Tab, own: RequestHandler[]): void {
  const { web, tokens, clock, sessions } = all
  const wrong = createPace({ most: limits.wrongLinksPerMinute }, clock)
  app.post(`${tabPath}/enter`, ...own, formBody(limits.bodyBytes), async (request: Request, response: Response) => {
    if (wrong.full(addressOf(request))) {
      response.status(429).end()
      return
    }
    const vouched = await tokens.check(readField(request.body, 'token') ?? '')
    if (vouched.kind !== 'account') {
      web.log.warn({ platform: 'web', kind: vouched.kind, why: vouched.why }, 'a token of the tab let nobody in')
      if (vouched.kind === 'refused') wrong.may(addressOf(request))
      response.status(vouched.kind === 'silent' ? 503 : 403).end()
      return
    }
    const admission = await all.admit(vouched.account)
    if (admission.kind !== 'person') {
      const { markup } = outsideInTab(admission, tokens.chatUrl)
      response.status(403).set('X-Says', 'outside').type('html').send(markup)
      return
    }
    const { person } = admission
    // A second window of the same person goes on with the session of the first: its forms carry that one's guard.
    const before = await sessions.find(request.headers.cookie, 'tab')
    if (before?.person.id !== person.id)
      response.set('Set-Cookie', await sessions.begin(person, { purpose: { kind: 'open' }, used: 'tab' }))
    web.log.info({ platform: 'web', person: person.id }, 'somebody came in by the tab in teams')
    response.status(204).end()
  })
}

const minutes = 15

async function leadOut(request: Request, response: Response, all: Tab): Promise<void> {
  const { sessions, doors, web, clock, newToken, publicUrl } = all
  const visit = await sessions.find(request.headers.cookie, 'tab')
  if (visit === undefined) {
    response.redirect(303, tabPath)
    return
  }
  const token = newToken()
  const expires = new Date(clock().getTime() + minutes * 60_000)
  await doors.makeLink({ token, person: visit.person.id, purpose: { kind: 'open' }, expires })
  const to = toOf(request)
  const url = `${publicUrl}/enter/${token}?to=${to === '' ? 'office' : to}`
  response.send(outPage({ school: web.school, url, minutes }))
}
