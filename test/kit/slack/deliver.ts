// Delivers payloads to the app: signed over HTTP or in an envelope for Socket Mode, recorded, and sent again on demand.
import { createHmac } from 'node:crypto'
import type { Agent } from 'node:http'
import type { Flight } from '../flight.ts'
import { bring } from '../http.ts'
import { fieldsOf, type Json, parseJson } from '../json.ts'
import type { Sockets } from './socket.ts'
import type { Attempt, Delivery, Forgery, RetryReason } from './types.ts'

export interface Post {
  readonly flight: Flight
  readonly sockets: Sockets | undefined
  readonly agent: Agent
  readonly secret: string
  readonly ackWithin: number
  readonly redelivers: boolean
  readonly deliveries: readonly Sent[]
  remember(delivery: Sent): void
  now(): Date
  signingNow(): Date
  addressOf(kind: Delivery['kind']): string | undefined
  forgery(): Forgery | undefined
}

export interface Sent extends Delivery {
  /** The body as JSON. */
  readonly json: string
  readonly attempts: Attempt[]
}

/** Resolves when the payload was acknowledged, refused, or too late. Never rejects. */
export async function deliver(
  post: Post,
  what: Pick<Delivery, 'kind' | 'id' | 'body'>,
  forge?: Forgery,
): Promise<Delivery> {
  const done = post.flight.begin()
  const attempts: Attempt[] = []
  // Copied, so that later changes to the workspace do not change what the app received.
  const json = JSON.stringify(what.body)
  const delivery: Sent = {
    kind: what.kind,
    id: what.id,
    json,
    get body() {
      return fieldsOf(parseJson(json))
    },
    attempts,
    get acknowledged() {
      return accepted(attempts.at(-1))
    },
  }
  post.remember(delivery)
  let tried = await attempt(post, delivery, { forge })
  attempts.push(tried.attempt)
  while (post.redelivers && what.kind === 'event' && !tried.final && !delivery.acknowledged && attempts.length < 4) {
    tried = await attempt(post, delivery, { retry: { num: attempts.length, reason: tried.reason } })
    attempts.push(tried.attempt)
  }
  done()
  return delivery
}

/** Sends the event again with the same event_id. */
export async function redeliver(post: Post, eventId: string, reason: RetryReason): Promise<Delivery> {
  const delivery = post.deliveries.find((one) => one.kind === 'event' && one.id === eventId)
  if (delivery === undefined) throw new Error(`no event ${eventId} was sent; there are: ${known(post)}`)
  const done = post.flight.begin()
  const tried = await attempt(post, delivery, { retry: { num: delivery.attempts.length, reason } })
  delivery.attempts.push(tried.attempt)
  done()
  return delivery
}

interface Tried {
  readonly attempt: Attempt
  readonly reason: RetryReason
  /** The app asked for no retries. */
  readonly final: boolean
}

type How = { readonly forge?: Forgery | undefined; readonly retry?: Attempt['retry'] }

async function attempt(post: Post, delivery: Sent, how: How): Promise<Tried> {
  const at = post.now()
  if (post.sockets !== undefined) {
    const types = { event: 'events_api', command: 'slash_commands', interaction: 'interactive' } as const
    const type = delivery.kind === 'verification' ? 'events_api' : types[delivery.kind]
    const answered = await post.sockets.send({ type, payload: delivery.body, retry: how.retry })
    const status = answered === undefined ? 0 : 200
    return { attempt: { at, status, answer: answered?.answer, retry: how.retry }, reason: 'timeout', final: false }
  }
  const answered = await overHttp(post, delivery, how)
  const reason = answered.status === 0 ? answered.reason : 'http_error'
  return {
    attempt: { at, status: answered.status, answer: answered.answer, retry: how.retry },
    reason,
    final: answered.noRetry,
  }
}

interface HttpAnswer {
  readonly status: number
  readonly answer: Json | undefined
  readonly reason: RetryReason
  readonly noRetry: boolean
}

async function overHttp(post: Post, delivery: Sent, how: How): Promise<HttpAnswer> {
  const address = post.addressOf(delivery.kind)
  const none = (reason: RetryReason): HttpAnswer => ({ status: 0, answer: undefined, reason, noRetry: false })
  if (address === undefined) return none('connection_failed')
  const { type, body } = encoded(delivery)
  const headers = { ...signed(post, body, how.forge ?? post.forgery()), ...retried(how.retry), 'content-type': type }
  const brought = await bring(address, { headers, body }, { agent: post.agent, within: post.ackWithin })
  if (typeof brought === 'string') return none(brought === 'late' ? 'http_timeout' : 'connection_failed')
  const { status, text } = brought
  const answer = text === '' ? undefined : (parseJson(text) ?? text)
  return { status, answer, reason: 'http_error', noRetry: brought.headers['x-slack-no-retry'] === '1' }
}

/** Events are JSON, commands are forms, and interactions are forms with one field of JSON. */
function encoded(delivery: Sent): { readonly type: string; readonly body: string } {
  const form = 'application/x-www-form-urlencoded'
  switch (delivery.kind) {
    case 'command': {
      const fields = Object.entries(delivery.body).map(([key, value]): [string, string] => [key, asText(value)])
      return { type: form, body: new URLSearchParams(fields).toString() }
    }
    case 'interaction':
      return { type: form, body: new URLSearchParams({ payload: delivery.json }).toString() }
    case 'event':
    case 'verification':
      return { type: 'application/json', body: delivery.json }
  }
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '')
}

/** The signature is `v0=` and the HMAC of `v0:timestamp:body`. */
function signed(post: Post, body: string, forgery: Forgery | undefined): Record<string, string> {
  const age = forgery === 'old-timestamp' ? -600 : 0
  const ahead = forgery === 'future-timestamp' ? 3000 : 0
  const timestamp = String(Math.floor(post.signingNow().getTime() / 1000) + age + ahead)
  const secret = forgery === 'bad-signature' ? 'some other secret' : post.secret
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  return {
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    accept: 'application/json,*/*',
    ...(forgery === 'no-timestamp' ? {} : { 'x-slack-request-timestamp': timestamp }),
    ...(forgery === 'no-signature' ? {} : { 'x-slack-signature': signature }),
  }
}

function retried(retry: Attempt['retry']): Record<string, string> {
  if (retry === undefined) return {}
  return { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }
}

function accepted(last: Attempt | undefined): boolean {
  return last !== undefined && last.status >= 200 && last.status < 300
}

function known(post: Post): string {
  return post.deliveries
    .filter((one) => one.kind === 'event')
    .map((one) => one.id)
    .join(', ')
}
