// School accounts as ways into the page: what the options hold, and signing in on the page's own door.
import type { Express, Request, RequestHandler, Response } from 'express'
import { signInPath, type Admits, type Joins, type SignIn, type TabTokens } from '../../src/ports/school-accounts.ts'
import { cookieIn, setCookie } from './cookies.ts'
import type { Web } from './post.ts'
import { noStore } from './routes.ts'
import type { Sessions } from './sessions.ts'
import { outsidePage, signInTroublePage } from './tab-pages.ts'

export interface Accounts {
  readonly tab: TabTokens | undefined
  readonly page: SignIn | undefined
  readonly admit: Admits
  readonly join: Joins
}

export interface SigningIn {
  readonly web: Web
  readonly letIn: RequestHandler
  readonly sessions: Sessions
  readonly signIn: SignIn
  readonly admit: Admits
  readonly join: Joins
  /** Whether people can write to the bot in Teams. */
  readonly chat: boolean
  readonly secure: boolean
}

const cookie = 'policy-guide-school'
const seconds = 600

export function mountSignIn(app: Express, on: SigningIn): void {
  const { web, letIn, signIn, secure } = on
  const own = [letIn, noStore]
  // Microsoft sends the browser back from its own site, by a link that it follows.
  const rules = { path: signInPath, sameSite: 'Lax', secure } as const
  app.get('/school', own, async (_request: Request, response: Response) => {
    const begun = await signIn.begin()
    if (begun.kind === 'go') {
      response.set('Set-Cookie', setCookie(cookie, begun.kept, { ...rules, seconds })).redirect(303, begun.to)
      return
    }
    web.log.warn({ platform: 'web', why: begun.why }, 'signing in with a school account could not begin')
    response.status(503).send(signInTroublePage(web.school, 'silent'))
  })
  app.get(signInPath, own, async (request: Request, response: Response) => {
    const kept = cookieIn(request.headers.cookie, cookie)
    // Whatever becomes of it, it is not tried twice.
    response.append('Set-Cookie', setCookie(cookie, '', { ...rules, seconds: 0 }))
    if (kept === undefined) {
      response.status(403).send(signInTroublePage(web.school, 'old'))
      return
    }
    await comeBack({ request, kept }, response, on)
  })
}

async function comeBack(
  { request, kept }: { readonly request: Request; readonly kept: string },
  response: Response,
  { web, signIn, admit, join, sessions, chat }: SigningIn,
): Promise<void> {
  const vouched = await signIn.finish({ query: queryOf(request), kept })
  if (vouched.kind === 'stopped') {
    response.status(403).send(signInTroublePage(web.school, 'stopped'))
    return
  }
  if (vouched.kind !== 'account') {
    web.log.warn({ platform: 'web', kind: vouched.kind, why: vouched.why }, 'a school account let nobody in')
    response.status(vouched.kind === 'silent' ? 503 : 403).send(signInTroublePage(web.school, vouched.kind))
    return
  }
  const admission = await admit(vouched.account)
  // Somebody who is in by a link already goes on as who they are, and their account is known from now on.
  const visit = admission.kind === 'person' ? undefined : await sessions.find(request.headers.cookie, 'open')
  if (visit !== undefined && (await join(vouched.account, visit.person))) {
    web.log.info({ platform: 'web', person: visit.person.id }, 'a school account became known')
    response.redirect(303, '/')
    return
  }
  if (admission.kind !== 'person') {
    response.status(403).send(outsidePage(admission, { school: web.school, chat }))
    return
  }
  const { person } = admission
  response.append('Set-Cookie', await sessions.begin(person, { purpose: { kind: 'open' } }))
  web.log.info({ platform: 'web', person: person.id }, 'somebody came in by a school account')
  response.redirect(303, '/')
}

function queryOf({ originalUrl }: Request): string {
  const at = originalUrl.indexOf('?')
  return at === -1 ? '' : originalUrl.slice(at)
}
