// What becomes of a post: it is refused kindly, or goes to the app and comes back as messages. Also the stream of
// messages.
import type { Request, Response } from 'express'
import type { Log } from '../../src/ports/ports.ts'
import type { Asset } from './assets.ts'
import { tooLong, type Post } from './hear.ts'
import { showMessage } from './message.ts'
import type { Pace } from './pace.ts'
import { carriedIn, chatPage } from './page.ts'
import { homeOf, type Base, type Seat } from './seat.ts'
import { isSame } from './sessions.ts'
import type { Streams } from './stream.ts'
import type { Message } from './transcript.ts'

/** What all conversations of the page share. */
export interface Web {
  readonly assets: readonly Asset[]
  readonly school: string
  readonly streams: Streams
  /** How much each person may post. */
  readonly pace: Pace
  readonly log: Log
  readonly newId: () => string
}

export interface Exchange {
  readonly request: Request
  readonly response: Response
  readonly web: Web
  readonly base: Base
}

export async function take(post: Post, seat: Seat | undefined, exchange: Exchange): Promise<void> {
  const { request, response, web, base } = exchange
  if (seat === undefined) {
    if (isScript(request))
      response
        .status(409)
        .type('text')
        .send('You are not in here any more. Nothing was sent. Reload the page to go on.')
    else response.redirect(303, homeOf({ base }))
    return
  }
  const refusal = refuse(post, seat, web)
  if (refusal !== undefined) {
    response.status(refusal.status)
    if (isScript(request)) response.type('text').send(refusal.say)
    else
      response.send(
        chatPage({ ...web, seat, trouble: { say: refusal.say, typed: post.kind === 'say' ? post.text : '' } }),
      )
    return
  }
  const { answer } = await seat.room.take(post)
  if (!isScript(request)) {
    response.redirect(303, answer === undefined ? homeOf(seat) : `${homeOf(seat)}#h-${answer}`)
    return
  }
  if (answer !== undefined) response.set('X-Answer', answer)
  response.send(
    seat.room.transcript
      .since(afterOf(request))
      .map((message) => shown(message, seat, web))
      .join(''),
  )
}

/** Keeps the response open and sends every message after the last one that the page has. */
export function listen(seat: Seat | undefined, { request, response, web }: Omit<Exchange, 'base'>): void {
  if (seat !== undefined) {
    const after = request.get('Last-Event-ID') ?? afterOf(request)
    const show = (message: Message) => shown(message, seat, web)
    if (web.streams.start(response, seat.room.transcript, { after, show, still: seat.still })) return
  }
  response.status(503).type('text').send('Messages can’t be sent to this page just now. It will ask again.')
}

function refuse(post: Post, { room, who, guard }: Seat, web: Web): { status: number; say: string } | undefined {
  if (post.as !== room.id) {
    return {
      status: 409,
      say: `In this browser you are now ${who.name}. Nothing was sent. Reload the page to go on.`,
    }
  }
  if (!isSame(post.guard, guard)) {
    web.log.warn({ platform: 'web', account: room.id }, 'refused a form that is not from the page')
    return { status: 403, say: 'That form was not from this page as it is now. Nothing was sent. Please try again.' }
  }
  const over = tooLong(post, post.kind === 'press' ? room.cardOf(post.message) : undefined)
  if (over !== undefined) {
    const [length, most] = [over.length, over.most].map((n) => n.toLocaleString('en-GB'))
    return {
      status: 413,
      say: `That is ${length ?? ''} characters, and I can read ${most ?? ''} at a time. Nothing was sent. Please shorten it.`,
    }
  }
  if (!web.pace.may(room.id)) {
    web.log.warn({ platform: 'web', account: room.id }, 'slowed somebody down')
    return { status: 429, say: 'That was a lot at once. Nothing was sent. Please wait a minute, then try again.' }
  }
  return undefined
}

function shown(message: Message, seat: Seat, { newId }: Web): string {
  const cursor = seat.room.transcript.cursor(message)
  return showMessage(message, { ...carriedIn(seat, newId), cursor }).markup
}

/** The page's own script asks for messages; a form without it wants the page. */
export function isScript(request: Request): boolean {
  return request.get('X-Policy-Guide') === 'script'
}

function afterOf({ query }: Request): string | undefined {
  return typeof query.after === 'string' ? query.after : undefined
}
