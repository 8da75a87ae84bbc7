// What can be downloaded from the page: the receipt of a signature, and the register for people who may see it.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Account, Person } from '../../src/chat/people.ts'
import { deadLinkPage, tooManyPage } from './door-pages.ts'
import type { Doorstep } from './doorstep.ts'
import { noticePage } from './layout.ts'
import { limits } from './limits.ts'
import { createPace } from './pace.ts'
import type { Web } from './post.ts'
import { tabPath } from '../../src/ports/school-accounts.ts'
import { noStore } from './routes.ts'

export interface Handouts {
  /** The PDF; undefined where there is no such signature, or no longer. */
  receipt(entry: string): Promise<Uint8Array | undefined>
  /** The school's own file of an edition; undefined where it is not kept, or not for that person, or no longer. */
  original(asked: OriginalAsked): Promise<OriginalFile | undefined>
  /** The picture of a campaign's timeline, or of a round's; undefined where that person may not see it, or it is gone. */
  timeline(asked: TimelinePicture): Promise<Uint8Array | undefined>
  /** For one policy, or for the first there is. */
  register(account: Account, policy: string | undefined): Promise<RegisterFile>
}

export interface OriginalAsked {
  readonly person: Person
  readonly policy: string
  readonly edition: string
}

export interface TimelinePicture {
  readonly person: Person
  readonly policy: string
  readonly campaign: string
  /** Of the whole round that the campaign belongs to. */
  readonly round?: string
}

export interface OriginalFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type RegisterFile =
  | {
      readonly kind: 'file'
      readonly name: string
      /** Its text in pieces, because it may be larger than memory. */
      readonly pieces: AsyncIterable<string>
    }
  /** `why` is a sentence or two for whoever asked. */
  | { readonly kind: 'refused'; readonly why: string }

export interface HandoutsOn {
  readonly web: Web
  readonly letIn: RequestHandler
  readonly doorstep: Doorstep
  readonly handouts: Handouts
  readonly clock: () => Date
  /** Who asks; undefined where they are not in. */
  accountOf(request: Request): Promise<Account | undefined>
}

export function mountHandouts(app: Express, { web, letIn, doorstep, handouts, clock, accountOf }: HandoutsOn): void {
  const own = [letIn, noStore]
  // It can be downloaded any number of times while it exists, because a download may break off.
  app.get('/receipt/:token', own, async (request: Request, response: Response) => {
    const knock = await doorstep.knock(request, 'receipt')
    const pdf = knock.kind === 'link' ? await handouts.receipt(knock.purpose.entry) : undefined
    if (knock.kind === 'too-many') response.status(429).send(tooManyPage(web.school))
    else if (pdf === undefined) response.status(410).send(deadLinkPage(web.school, 'receipt'))
    else response.set(asFile('policy-guide-receipt.pdf')).type('application/pdf').send(Buffer.from(pdf))
  })
  app.get('/original/:token', own, async (request: Request, response: Response) => {
    const knock = await doorstep.knock(request, 'original')
    const file = knock.kind === 'link' ? await handouts.original({ ...knock.purpose, person: knock.person }) : undefined
    if (knock.kind === 'too-many') response.status(429).send(tooManyPage(web.school))
    else if (file === undefined) response.status(410).send(deadLinkPage(web.school, 'original'))
    // Saved and never shown as a page: a web page that a school brought in may hold anything.
    else response.set(asFile(file.name)).type('application/octet-stream').send(Buffer.from(file.bytes))
  })
  // Fetched by Teams itself, again whenever somebody looks, and shown as it stands at that moment.
  const pictures = createPace({ most: limits.picturesPerMinute }, clock)
  app.get('/timeline/:token.png', own, async (request: Request, response: Response) => {
    const knock = await doorstep.knock(request, 'timeline')
    const picture =
      knock.kind === 'link' && pictures.may(knock.person.id)
        ? await handouts.timeline({ ...knock.purpose, person: knock.person })
        : undefined
    if (picture === undefined) response.status(410).end()
    // Some clients of Teams fetch it themselves, from a page of another site.
    else response.set('Cross-Origin-Resource-Policy', 'cross-origin').type('image/png').send(Buffer.from(picture))
  })
  // In Teams' frame under its own path, for that alone has the frame's session.
  app.get(['/register.csv', `${tabPath}/register.csv`], own, async (request: Request, response: Response) => {
    const account = await accountOf(request)
    if (account === undefined) {
      response.redirect(303, '/')
      return
    }
    const { policy } = request.query
    const file = await handouts.register(account, typeof policy === 'string' ? policy : undefined)
    if (file.kind === 'refused') {
      const back = { to: '/', label: 'Go to Policy Guide' }
      const page = { title: 'The register is not open to you', lines: [file.why], school: web.school, back }
      response.status(403).send(noticePage(page))
      return
    }
    response.set(asFile(file.name)).type('text/csv; charset=utf-8')
    await pipeline(Readable.from(file.pieces), response)
  })
}

function asFile(name: string): Record<string, string> {
  return { 'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"` }
}
