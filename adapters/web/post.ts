// What becomes of a post: it is refused kindly, or goes to the app and comes back as messages. And the stream of those.
import type { Request, Response } from 'express'
import type { Log } from '../../src/ports.ts'
import type { Asset } from './assets.ts'
import { tooLong, type Post } from './hear.ts'
import { showMessage } from './message.ts'
import type { Pace } from './pace.ts'
import { chatPage } from './page.ts'
import type { Room } from './room.ts'
import type { Streams } from './stream.ts'
import type { Message } from './transcript.ts'

export interface Practice {
  readonly assets: readonly Asset[]
  readonly school: string
  readonly rooms: ReadonlyMap<string, Room>
  readonly streams: Streams
  readonly pace: Pace
  readonly log: Log
  readonly newId: () => string
}

interface Exchange {
  readonly request: Request
  readonly response: Response
  readonly web: Practice
}

export async function take(post: Post, room: Room | undefined, exchange: Exchange): Promise<void> {
  const { request, response, web } = exchange
  if (room === undefined) {
    if (isScript(request))
      response.status(409).type('text').send('Nobody is chosen in this browser any more. Reload the page to choose.')
    else response.redirect(303, '/')
    return
  }
  const refusal = refuse(post, room, web)
  if (refusal !== undefined) {
    response.status(refusal.status)
    if (isScript(request)) response.type('text').send(refusal.say)
    else
      response.send(
        chatPage({ ...room, ...web, trouble: { say: refusal.say, typed: post.kind === 'say' ? post.text : '' } }),
      )
    return
  }
  const { answer } = await room.take(post)
  if (!isScript(request)) {
    response.redirect(303, answer === undefined ? '/' : `/#m-${answer}`)
    return
  }
  if (answer !== undefined) response.set('X-Answer', answer)
  response.send(
    room.transcript
      .since(afterOf(request))
      .map((message) => shown(message, room, web))
      .join(''),
  )
}

/** Keeps the response open and tells it of every message after the one that the page has. */
export function listen(room: Room | undefined, { request, response, web }: Exchange): void {
  const after = request.get('Last-Event-ID') ?? afterOf(request)
  const show = (message: Message) => (room === undefined ? '' : shown(message, room, web))
  if (room !== undefined && web.streams.start(response, room.transcript, { after, show })) return
  response.status(503).type('text').send('Messages can’t be sent to this page just now. It will ask again.')
}

function refuse(post: Post, { persona, cardOf }: Room, web: Practice): { status: number; say: string } | undefined {
  if (post.as !== persona.id) {
    return {
      status: 409,
      say: `In this browser you are now ${persona.name}. Nothing was sent. Reload the page to go on.`,
    }
  }
  const over = tooLong(post, post.kind === 'press' ? cardOf(post.message) : undefined)
  if (over !== undefined) {
    const [length, most] = [over.length, over.most].map((n) => n.toLocaleString('en-GB'))
    return {
      status: 413,
      say: `That is ${length ?? ''} characters, and I can read ${most ?? ''} at a time. Nothing was sent. Please shorten it.`,
    }
  }
  if (!web.pace(persona.id)) {
    web.log.warn({ platform: 'web', account: persona.id }, 'slowed somebody down')
    return { status: 429, say: 'That was a lot at once. Nothing was sent. Please wait a minute, then try again.' }
  }
  return undefined
}

function shown(message: Message, { persona, transcript }: Room, { newId }: Practice): string {
  return showMessage(message, { as: persona.id, newId, cursor: transcript.cursor(message) }).markup
}

/** The page's own script asks for messages; a form without it wants the page. */
export function isScript(request: Request): boolean {
  return request.get('X-Policy-Guide') === 'script'
}

function afterOf({ query }: Request): string | undefined {
  return typeof query.after === 'string' ? query.after : undefined
}
