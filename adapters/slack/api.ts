// Calls to Slack. A 429 waits as long as Slack says and holds up only the same method and conversation; a broken
// connection and a 5xx are tried again for some ten minutes. What Slack refuses is a value, not an exception.
import { webApi } from '@slack/bolt'
import type { Log } from '../../src/ports.ts'
import { quietLogger } from './logger.ts'
import type { Method } from './names.ts'

export interface Api {
  call(method: Method, args: Readonly<Record<string, unknown>>): Promise<Outcome>
  /** Posts to a response_url. */
  respond(url: string, body: Readonly<Record<string, unknown>>): Promise<Outcome>
}

export type Outcome =
  | { readonly kind: 'done'; readonly answer: unknown }
  /** Slack's own word for why, such as `not_in_channel`. */
  | { readonly kind: 'refused'; readonly error: string }

export interface ApiOptions {
  readonly token: string
  readonly apiUrl: string
  readonly log: Log
  readonly wait: Wait
  /** Told every refusal, so that a revoked token shows on the health page. */
  readonly refused: (error: string) => void
}

/** Resolves after so many milliseconds. */
export type Wait = (ms: number) => Promise<void>

type Attempt =
  Outcome | { readonly kind: 'limited'; readonly ms: number } | { readonly kind: 'broken'; readonly why: string }

/** Milliseconds between tries when Slack is broken: some ten minutes together. */
const patience = [500, 1_000, 2_000, 4_000, 8_000, 15_000, ...Array.from({ length: 19 }, () => 30_000)]

export function createApi({ token, apiUrl, log, wait, refused }: ApiOptions): Api {
  const client = new webApi.WebClient(token, {
    slackApiUrl: apiUrl,
    logger: quietLogger(log),
    // Its own way with a 429 pauses every call to everybody, and its retries go on for half an hour.
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    maxRequestConcurrency: 40,
    timeout: 10_000,
    allowAbsoluteUrls: false,
  })
  const gates = createGates(wait)

  const persist = async (about: string, attempt: () => Promise<Attempt>): Promise<Outcome> => {
    for (const pause of [...patience, undefined]) {
      const outcome = await gates.through(about, attempt)
      if (outcome.kind !== 'broken') {
        if (outcome.kind === 'refused') refused(outcome.error)
        return outcome
      }
      if (pause === undefined) break
      log.warn({ call: about.split(' ')[0], why: outcome.why, again: pause }, 'slack did not answer')
      await wait(pause)
    }
    throw new Error(`Slack did not answer ${about.split(' ')[0] ?? ''} for ten minutes.`)
  }

  return {
    call: (method, args) => persist(`${method} ${conversationOf(args)}`, () => attemptCall(client, method, args)),
    respond: (url, body) => persist(`response_url ${url}`, () => attemptRespond(url, body)),
  }
}

/** What a rate limit holds for, beside the method. */
function conversationOf(args: Readonly<Record<string, unknown>>): string {
  const of = args['channel'] ?? args['channel_id'] ?? args['user_id'] ?? args['view_id']
  return typeof of === 'string' ? of : ''
}

/** Platform errors that mean "not now" rather than "no". */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
])

async function attemptCall(
  client: webApi.WebClient,
  method: Method,
  args: Readonly<Record<string, unknown>>,
): Promise<Attempt> {
  try {
    return { kind: 'done', answer: await client.apiCall(method, args) }
  } catch (error) {
    if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'limited', ms: error.retryAfter * 1000 }
    if (error instanceof webApi.WebAPIHTTPError) return readStatus(error.statusCode)
    if (error instanceof webApi.WebAPIRequestError) return { kind: 'broken', why: error.original.name }
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error
    const why = error.data.error
    if (why === 'ratelimited') return { kind: 'limited', ms: 1000 }
    // What only decorates an answer is not worth trying twice.
    const again = passing.has(why) && !method.startsWith('assistant.')
    return again ? { kind: 'broken', why } : { kind: 'refused', error: why }
  }
}

async function attemptRespond(url: string, body: Readonly<Record<string, unknown>>): Promise<Attempt> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    const said = await answer.text()
    if (answer.ok) return { kind: 'done', answer: said }
    const after = Number(answer.headers.get('retry-after'))
    return answer.status === 429 ? { kind: 'limited', ms: Math.max(1, after) * 1000 } : readStatus(answer.status)
  } catch (error) {
    return { kind: 'broken', why: error instanceof Error ? error.name : 'unknown' }
  }
}

function readStatus(status: number): Attempt {
  return status >= 500 ? { kind: 'broken', why: `HTTP ${status}` } : { kind: 'refused', error: `http_${status}` }
}

/** Lets calls through freely; after a 429 those about the same thing one by one, in their order, when the wait is over. */
function createGates(wait: Wait) {
  const gates = new Map<string, { waiting: number; tail: Promise<unknown> }>()

  return {
    through: async (about: string, attempt: () => Promise<Attempt>): Promise<Exclude<Attempt, { kind: 'limited' }>> => {
      if (!gates.has(about)) {
        const outcome = await attempt()
        if (outcome.kind !== 'limited') return outcome
        // Others may have been told the same in the meantime: one wait is enough.
        if (!gates.has(about)) gates.set(about, { waiting: 0, tail: wait(outcome.ms) })
      }
      const gate = gates.get(about) ?? { waiting: 0, tail: Promise.resolve() }
      gate.waiting += 1
      const mine = gate.tail.then(() => attemptUntilLet(attempt, wait))
      gate.tail = mine.catch(() => undefined)
      try {
        return await mine
      } finally {
        gate.waiting -= 1
        if (gate.waiting === 0) gates.delete(about)
      }
    },
  }
}

async function attemptUntilLet(
  attempt: () => Promise<Attempt>,
  wait: Wait,
): Promise<Exclude<Attempt, { kind: 'limited' }>> {
  for (;;) {
    const outcome = await attempt()
    if (outcome.kind !== 'limited') return outcome
    await wait(outcome.ms)
  }
}
