// The routes of a conversation. A post answers the page's script with the new messages, and a plain form with the page.
import type { Express, Request, RequestHandler, Response } from 'express'
import { isLoopbackHost, isRelayed } from '../../src/kit/here.ts'
import { tabPath } from '../../src/ports/school-accounts.ts'
import { formBody } from './form-body.ts'
import type { Asset } from './assets.ts'
import { isFromThisPage } from './guard.ts'
import { readPost } from './hear.ts'
import { limits } from './limits.ts'
import { noticePage } from './layout.ts'
import { chatPage, homePage } from './page.ts'
import { isScript, listen, take, type Web } from './post.ts'
import { homeOf, startOf, type Base, type Seat } from './seat.ts'

export interface Conversation {
  readonly web: Web
  readonly base: Base
  readonly letIn: RequestHandler
  /** The seat of whoever asks; undefined where they are not in. */
  seatOf(request: Request): Promise<Seat | undefined>
  /** What somebody sees who is not in. */
  outside(response: Response, request: Request): void | Promise<void>
}

export function mountConversation(app: Express, { web, base, letIn, seatOf, outside }: Conversation): void {
  const own = [letIn, noStore]
  app.get(homeOf({ base }), own, async (request: Request, response: Response) => {
    const seat = await seatOf(request)
    if (seat === undefined) {
      await outside(response, request)
      return
    }
    await seat.room.greet()
    response.send(chatPage({ ...web, seat }))
  })
  // The room for signing has one page, which works without a script.
  const kinds = base === '/sign' ? (['say', 'press'] as const) : (['say', 'press', 'check'] as const)
  for (const kind of kinds) {
    app.post(`${base}/${kind}`, ...own, formBody(limits.bodyBytes), async (request: Request, response: Response) => {
      const post = readPost(kind, request.body, web.newId)
      await take(post, await seatOf(request), { request, response, web, base })
    })
  }
  if (base === '/sign') return
  app.get(`${base}/home`, own, async (request: Request, response: Response) => {
    const seat = await seatOf(request)
    if (seat === undefined && base === '') response.redirect(303, '/')
    else if (seat === undefined) await outside(response, request)
    else response.send(homePage({ ...web, seat, messages: await seat.room.home() }))
  })
  app.get(`${base}/events`, own, async (request: Request, response: Response) => {
    listen(await seatOf(request), { request, response, web })
  })
}

/** Every other address says that there is no page here, and why. */
export function mountOff(app: Express, { assets, school }: Pick<Web, 'assets' | 'school'>): void {
  const page = noticePage({
    title: 'The web page is switched off here',
    school,
    lines: [
      'Policy Guide is running on a server that other computers can reach, and does not know its own address. Without it, it cannot give out the links by which people come in.',
      'Please talk to Policy Guide in Slack or in Microsoft Teams, where it knows you.',
      'For whoever looks after this server: set PUBLIC_URL to the address at which people reach it, such as https://policies.school.example. For practice on one computer, let it listen there alone (HOST=127.0.0.1).',
    ],
  })
  mountAssets(app, assets)
  app.all(
    [
      '/',
      '/home',
      '/choose',
      '/be',
      '/events',
      '/say',
      '/press',
      '/check',
      '/sign{/*rest}',
      '/enter/*rest',
      '/receipt/*rest',
      '/calendar/*rest',
      '/timeline/*rest',
      '/link',
      '/leave',
      '/register.csv',
      '/office{/*rest}',
      '/verify',
      '/tab{/*rest}',
      '/school{/*rest}',
    ],
    noStore,
    (_request: Request, response: Response) => {
      response.status(403).send(page)
    },
  )
}

export function mountAssets(app: Express, assets: readonly Asset[]): void {
  for (const { path, type, body, lasting = false } of assets) {
    app.get(path, (_request: Request, response: Response) => {
      // Requested again each time, and answered with "not modified", so that an upgraded server never meets an old
      // script.
      const kept = lasting ? 'public, max-age=31536000, immutable' : 'no-cache'
      response.set('Cache-Control', kept).type(type).send(body)
    })
  }
}

export type Reach =
  /** Browsers on this machine. */
  | { readonly kind: 'here' }
  /** Browsers anywhere, which know this page by that address. */
  | { readonly kind: 'anywhere'; readonly publicUrl: string }

/** Accepts requests only from where the page may be reached, and posts only from the page itself. */
export function letInFrom(reach: Reach, { log, school }: Pick<Web, 'log' | 'school'>): RequestHandler {
  return (request, response, next) => {
    const why = refusalOf(request, reach)
    if (why === undefined) {
      next()
      return
    }
    log.warn({ platform: 'web', why }, 'refused a request')
    const { title, line } = refusals[why]
    response.status(403)
    if (isScript(request)) response.type('text').send(line)
    else response.send(noticePage({ title, lines: [line], school, back: backFrom(request) }))
  }
}

/** What is framed can only go on to what may be framed. */
function backFrom({ path }: Request): { readonly to: string; readonly label: string } {
  return { to: startOf(path.startsWith(`${tabPath}/`) ? tabPath : ''), label: 'Go to Policy Guide' }
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

function refusalOf(request: Request, reach: Reach): keyof typeof refusals | undefined {
  const { host } = request.headers
  if (reach.kind === 'here' && (!isLoopbackHost(host) || isRelayed(request.headers))) return 'elsewhere'
  // A link from anywhere may lead to a page; changes and streams are for the page itself.
  const reads = (request.method === 'GET' || request.method === 'HEAD') && !request.path.endsWith('/events')
  const origins = { host, origin: request.get('Origin'), site: request.get('Sec-Fetch-Site') }
  const publicUrl = reach.kind === 'anywhere' ? reach.publicUrl : undefined
  return reads || isFromThisPage(origins, publicUrl) ? undefined : 'another-site'
}

export const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}
