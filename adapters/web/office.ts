// The routes of the office: people who may get pages; forms are accepted completely, from these pages alone, and not
// too often.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import type { Office, OfficeAnswer, OfficeRequest, Upload, Visitor } from '../../src/ports/office.ts'
import { addressOf } from './doorstep.ts'
import { cookieIn, setCookie } from './cookies.ts'
import { noticePage, type Seated } from './layout.ts'
import { limits } from './limits.ts'
import { officePage } from './office-page.ts'
import { createPace } from './pace.ts'
import type { Web } from './post.ts'
import { noStore } from './routes.ts'
import { isSame, isToken } from './sessions.ts'

export interface OfficeOn {
  readonly web: Web
  readonly office: Office
  readonly letIn: RequestHandler
  readonly clock: () => Date
  readonly newToken: () => string
  /** Who is there by a link of their own; undefined in practice, where anybody may play anybody. */
  seated(request: Request): Promise<Sitting | undefined>
  /** The key to the office for somebody at this machine; undefined where others can reach the page. */
  readonly hereKey: string | undefined
}

/** Whoever is in the office. */
export interface Sitting {
  readonly visitor: Visitor
  readonly seat: Seated
  readonly guard: string
}

const cookie = 'policy-guide-office'

export function mountOffice(app: Express, on: OfficeOn): void {
  const own = [on.letIn, noStore]
  mountHere(app, on, own)
  mountVerify(app, on, own)
  app.get(['/office', '/office/*path'], own, async (request: Request, response: Response) => {
    const sitting = await sit(request, on)
    if (sitting === undefined) outside(response, on)
    else
      await send(response, await on.office.open(sitting.visitor, asked(request, queryOf(request), [])), { on, sitting })
  })
  const mayPost: RequestHandler = async (request, response, next) => {
    const sitting = await sit(request, on)
    // Checked before the body is read, so that nobody reads a stranger's megabytes.
    if (sitting === undefined || !(await on.office.isOpenTo(sitting.visitor))) {
      outside(response, on)
      return
    }
    response.locals['sitting'] = sitting
    next()
  }
  const bodies = [
    express.raw({ type: 'multipart/form-data', limit: limits.uploadBytes }),
    express.urlencoded({ extended: false, limit: limits.bodyBytes, parameterLimit: 5_000 }),
  ]
  app.post(['/office', '/office/*path'], own, mayPost, ...bodies, async (request: Request, response: Response) => {
    const sitting = response.locals['sitting'] as Sitting
    const form = await readForm(request)
    if (form === undefined || !isSame(form.fields['guard'] ?? '', sitting.guard)) {
      refuse(
        response,
        on,
        'That form was not from this page as it is now. Nothing was changed. Go back, reload the page, and try again.',
      )
      return
    }
    if (!on.web.pace.may(paceKey(sitting.visitor))) {
      refuse(
        response.status(429),
        on,
        'That was a lot at once. Nothing was changed. Please wait a minute, then try again.',
      )
      return
    }
    const answer = await on.office.act(sitting.visitor, asked(request, form.fields, form.files))
    await send(response, answer, { on, sitting })
  })
}

/**
 * Somebody at this machine comes in by the key that the start command prints, or without one where nothing exists yet.
 */
function mountHere(app: Express, { hereKey, office, web }: OfficeOn, own: RequestHandler[]): void {
  const rules = { path: '/', sameSite: 'Strict' } as const
  if (hereKey === undefined) return
  app.get('/office/enter/:key', own, (request: Request, response: Response) => {
    const { key } = request.params
    if (typeof key === 'string' && isSame(key, hereKey))
      response.set('Set-Cookie', setCookie(cookie, hereKey, rules)).redirect(303, '/office')
    else response.status(410).send(noticePage({ ...deadKey, school: web.school }))
  })
  app.post('/office/begin', own, async (_request: Request, response: Response) => {
    if (!(await office.isEmpty())) {
      response.redirect(303, '/office')
      return
    }
    response.set('Set-Cookie', setCookie(cookie, hereKey, rules)).redirect(303, '/office/setup')
  })
}

const deadKey = {
  title: 'This link does not work any more',
  lines: ['The link to the office changes at each start. The newest one was printed where Policy Guide was started.'],
}

/** Open to everybody: anybody who is shown a certificate can check whether it is genuine. */
function mountVerify(app: Express, on: OfficeOn, own: RequestHandler[]): void {
  const { office, web, clock } = on
  const asked = createPace({ most: limits.askedPerMinute }, clock)
  const body = [
    express.raw({ type: 'multipart/form-data', limit: limits.certificateBytes }),
    express.urlencoded({ extended: false, limit: 4_096 }),
  ]
  const show = async (certificate: Upload | string) =>
    officePage({ school: web.school, page: await office.judge(certificate), seat: undefined, guard: '' })
  app.get('/verify', own, async (_request: Request, response: Response) => {
    response.send(await show(''))
  })
  const notTooOften: RequestHandler = (request, response, next) => {
    if (asked.may(addressOf(request))) next()
    else
      refuse(
        response.status(429),
        on,
        'There were many tries from where you are. Please wait a minute, then try again.',
      )
  }
  app.post('/verify', own, notTooOften, ...body, async (request: Request, response: Response) => {
    const form = await readForm(request)
    response.send(await show(form?.files[0] ?? form?.fields['code']?.trim() ?? ''))
  })
}

async function sit(request: Request, on: OfficeOn): Promise<Sitting | undefined> {
  const key = cookieIn(request.headers.cookie, cookie)
  if (on.hereKey !== undefined && key !== undefined && isToken(key) && isSame(key, on.hereKey))
    return { visitor: { kind: 'here' }, seat: here, guard: key }
  return on.seated(request)
}

const here: Seated = { who: { kind: 'here' }, base: '', guard: '', office: true }

function paceKey(visitor: Visitor): string {
  return visitor.kind === 'here' ? 'office' : visitor.account.id
}

function asked(request: Request, fields: OfficeRequest['fields'], files: readonly Upload[]): OfficeRequest {
  return { path: request.path.replace(/^\/office\/?/, '').replace(/\/$/, ''), fields, files }
}

const Fields = z.record(z.string(), z.string().catch(''))

function queryOf({ query }: Request): OfficeRequest['fields'] {
  return Fields.catch({}).parse(query)
}

/** Undefined where it did not arrive completely. File names come without their folders. */
async function readForm({ body, headers }: Request): Promise<Omit<OfficeRequest, 'path'> | undefined> {
  if (!Buffer.isBuffer(body)) return { fields: Fields.catch({}).parse(body), files: [] }
  try {
    const type = headers['content-type'] ?? ''
    const form = await new globalThis.Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    const fields: Record<string, string> = {}
    const files: Upload[] = []
    for (const [name, value] of form) {
      if (typeof value === 'string') fields[name] = value
      else if (value.size > 0)
        files.push({ name: nameOf(value.name), bytes: new Uint8Array(await value.arrayBuffer()) })
    }
    return { fields, files }
  } catch {
    return undefined
  }
}

function nameOf(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').replace(/[\u0000-\u001F]/g, '').slice(-200)
}

async function send(
  response: Response,
  answer: OfficeAnswer,
  { on, sitting }: { on: OfficeOn; sitting: Sitting },
): Promise<void> {
  const { school } = on.web
  switch (answer.kind) {
    case 'page':
      response.send(officePage({ school, page: answer.page, ...sitting }))
      return
    case 'go':
      response.redirect(303, answer.to)
      return
    case 'refused':
      refuse(response.status(403), on, answer.why)
      return
    case 'missing':
      response.status(404).send(
        noticePage({
          title: 'There is no such page here',
          lines: ['It may have been moved, or what it was about is over.'],
          school,
          back: officeBack,
        }),
      )
      return
    case 'file':
      response.set('Content-Disposition', `attachment; filename="${answer.name.replace(/[^\w.-]/g, '-')}"`)
      response.set('X-Content-Type-Options', 'nosniff').type(answer.type)
      await pipeline(Readable.from(answer.pieces), response)
  }
}

const officeBack = { to: '/office', label: 'Go to the office' }

function refuse(response: Response, { web }: Pick<OfficeOn, 'web'>, line: string): void {
  if (response.statusCode === 200) response.status(403)
  response.send(noticePage({ title: 'That was not done', lines: [line], school: web.school, back: officeBack }))
}

function outside(response: Response, { web, hereKey }: OfficeOn): void {
  const lines =
    hereKey === undefined
      ? [
          'Come in by your own link first: send Policy Guide the word “open” in Slack or Teams, or ask for a link by email.',
        ]
      : [
          'The people of this practice page are invented, and the office is about the real school.',
          'Open it with the link that was printed where Policy Guide was started.',
        ]
  response.status(403).send(
    noticePage({
      title: 'The office is not open here',
      lines,
      school: web.school,
      back: { to: '/', label: 'Go to Policy Guide' },
    }),
  )
}
