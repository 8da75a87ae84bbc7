// The routes of the page. A post answers the page's script with the messages that are new, and a plain form with the page.
import type { Express, Request, RequestHandler, Response } from 'express'
import { formBody } from '../server.ts'
import type { Asset } from './assets.ts'
import { isFromThisPage, isLoopbackHost, isRelayed } from './guard.ts'
import { readChoice, readPost } from './hear.ts'
import { limits } from './limits.ts'
import { noticePage } from './layout.ts'
import { chatPage, choosePage, homePage } from './page.ts'
import { findPersona, personaIn, rememberAs } from './people.ts'
import { isScript, listen, take, type Practice } from './post.ts'
import type { Room } from './room.ts'

export function mountPractice(app: Express, web: Practice): void {
  const own = [letIn(web), noStore]
  const posted = [...own, formBody(limits.bodyBytes)]
  mountAssets(app, web.assets)

  app.get('/', own, async (request: Request, response: Response) => {
    const room = roomOf(request, web)
    if (room === undefined) {
      response.send(choosePage(web.school, undefined))
      return
    }
    await room.greet()
    response.send(chatPage({ ...web, ...room }))
  })
  app.get('/home', own, async (request: Request, response: Response) => {
    const room = roomOf(request, web)
    if (room === undefined) response.redirect(303, '/')
    else response.send(homePage({ ...web, ...room, messages: await room.home() }))
  })
  app.get('/choose', own, (request: Request, response: Response) => {
    response.send(choosePage(web.school, roomOf(request, web)?.persona))
  })
  app.post('/be', posted, (request: Request, response: Response) => {
    const persona = findPersona(readChoice(request.body))
    if (persona !== undefined) response.set('Set-Cookie', rememberAs(persona))
    response.redirect(303, persona === undefined ? '/choose' : '/')
  })
  app.get('/events', own, (request: Request, response: Response) => {
    listen(roomOf(request, web), { request, response, web })
  })
  for (const kind of ['say', 'press', 'check'] as const) {
    app.post(`/${kind}`, posted, async (request: Request, response: Response) => {
      const post = readPost(kind, request.body, web.newId)
      await take(post, roomOf(request, web), { request, response, web })
    })
  }
}

/** Every page says that there is no page here, and why. */
export function mountOff(app: Express, { assets, school }: Pick<Practice, 'assets' | 'school'>): void {
  const page = noticePage({
    title: 'The web page is switched off here',
    school,
    lines: [
      'Policy Guide is running on a server that other computers can reach. A web page has no way of knowing who you are, so here it stays off.',
      'Please talk to Policy Guide in Slack or in Microsoft Teams, where it knows you.',
      'For whoever looks after this server: the page is for practice, and is on when the server listens on this machine alone (HOST=127.0.0.1).',
    ],
  })
  mountAssets(app, assets)
  app.all(
    ['/', '/home', '/choose', '/be', '/events', '/say', '/press', '/check'],
    noStore,
    (_request: Request, response: Response) => {
      response.status(403).send(page)
    },
  )
}

function mountAssets(app: Express, assets: readonly Asset[]): void {
  for (const { path, type, body } of assets) {
    app.get(path, (_request: Request, response: Response) => {
      // Asked for again each time, and answered with "not modified": an upgraded server never meets an old script.
      response.set('Cache-Control', 'no-cache').type(type).send(body)
    })
  }
}

function roomOf(request: Request, { rooms }: Practice): Room | undefined {
  const persona = personaIn(request.headers.cookie)
  return persona && rooms.get(persona.id)
}

function letIn(web: Practice): RequestHandler {
  return (request, response, next) => {
    const why = refusalOf(request)
    if (why === undefined) {
      next()
      return
    }
    web.log.warn({ platform: 'web', why }, 'refused a request')
    const { title, line } = refusals[why]
    response.status(403)
    if (isScript(request)) response.type('text').send(line)
    else
      response.send(
        noticePage({ title, lines: [line], school: web.school, back: { to: '/', label: 'Go to Policy Guide' } }),
      )
  }
}

const refusals = {
  elsewhere: {
    title: 'This page is for one computer only',
    line: 'This practice page can be opened only on the computer that it runs on, at an address such as http://127.0.0.1:3978.',
  },
  'another-site': {
    title: 'That was not sent from this page',
    line: 'That came from another website, so it was not followed. Nothing was changed.',
  },
} as const

function refusalOf(request: Request): keyof typeof refusals | undefined {
  const { host } = request.headers
  if (!isLoopbackHost(host) || isRelayed(request.headers)) return 'elsewhere'
  // A link from anywhere may lead to a page; what changes something, or listens, is for the page itself.
  const reads = (request.method === 'GET' || request.method === 'HEAD') && request.path !== '/events'
  const origins = { host, origin: request.get('Origin'), site: request.get('Sec-Fetch-Site') }
  return reads || isFromThisPage(origins) ? undefined : 'another-site'
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}
