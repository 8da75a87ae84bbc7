// One try of a call to Slack, and what came of it. Whether and when to try again is decided elsewhere.
import { z } from 'zod'
import { longestPause } from '../patience.ts'
import { Broken, isFromBetween, send, type Answer, type Parcel } from '../wire.ts'
import type { Method } from './names.ts'

export type Outcome =
  | { readonly kind: 'done'; readonly answer: unknown }
  /** Slack's own code for the reason, such as `not_in_channel`, or `perhapsTaken`. */
  | { readonly kind: 'refused'; readonly error: string }

/** A code of our own among Slack's: the connection broke, and nobody can find out whether Slack accepted it. */
export const perhapsTaken = 'perhaps_taken'

export type Attempt =
  | Outcome
  | { readonly kind: 'limited'; readonly ms: number }
  /** `unsure` says that Slack may have accepted it. */
  | { readonly kind: 'broken'; readonly why: string; readonly unsure: boolean }

interface Slack {
  readonly apiUrl: string
  readonly token: string
}

/** A method of Slack's Web API. */
export async function attemptCall(
  { apiUrl, token }: Slack,
  method: Method,
  args: Readonly<Record<string, unknown>>,
): Promise<Attempt> {
  const { type, body } = carriesCard(method) ? asJson(args) : asForm(args)
  const headers = { authorization: `Bearer ${token}`, 'content-type': type }
  const tried = await trySending(`${apiUrl}${method}`, { headers, body })
  if ('kind' in tried) return tried
  // Slack itself answers every call with 200, 429 or 5xx.
  return tried.status === 200
    ? judge(method, tried.body)
    : { kind: 'broken', why: `HTTP ${tried.status}`, unsure: false }
}

/** A response_url. */
export async function attemptRespond(url: string, content: Readonly<Record<string, unknown>>): Promise<Attempt> {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  const tried = await trySending(url, { headers, body: JSON.stringify(content) })
  return 'kind' in tried ? tried : taken(tried)
}

/** A file's bytes. The address itself is the secret: it takes no token, and must not be given one. */
export async function attemptDeposit(url: string, content: Uint8Array): Promise<Attempt> {
  const tried = await trySending(url, { headers: { 'content-type': 'application/octet-stream' }, body: content })
  return 'kind' in tried ? tried : taken(tried)
}

function taken({ status, body }: Answer): Outcome {
  return status === 200 ? { kind: 'done', answer: body } : { kind: 'refused', error: `http_${status}` }
}

/** Platform errors that mean "not now" rather than "no". */
export const passing: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
])

const Verdict = z.union([z.looseObject({ ok: z.literal(true) }), z.object({ ok: z.literal(false), error: z.string() })])

function judge(method: Method, body: string): Attempt {
  // Slack repeats the whole message in its answer, which is hardly ever needed.
  if (body.startsWith('{"ok":true') && body.endsWith('}')) return doneWith(body)
  const verdict = Verdict.safeParse(parseJson(body))
  if (!verdict.success) return { kind: 'broken', why: 'an answer that is none of Slack’s', unsure: true }
  if (verdict.data.ok) return { kind: 'done', answer: verdict.data }
  const why = verdict.data.error
  if (why === 'ratelimited') return { kind: 'limited', ms: 1000 }
  // What only decorates an answer is not worth retrying.
  const again = passing.has(why) && !method.startsWith('assistant.')
  return again ? { kind: 'broken', why, unsure: false } : { kind: 'refused', error: why }
}

function doneWith(body: string): Outcome {
  return {
    kind: 'done',
    get answer() {
      return parseJson(body)
    },
  }
}

/** Milliseconds after which Slack counts as broken. */
const silence = 10_000

/** What came back, where it is not a reason to try again. */
async function trySending(
  url: string,
  parcel: Pick<Parcel, 'headers' | 'body'>,
): Promise<Answer | Exclude<Attempt, Outcome>> {
  try {
    const answer = await send(url, { ...parcel, method: 'POST', silence }).answer
    const { status } = answer
    if (isFromBetween(answer)) return { kind: 'broken', why: `HTTP ${status}, not from Slack`, unsure: false }
    if (status === 429) return { kind: 'limited', ms: pauseIn(answer.header('retry-after')) }
    if (status >= 500) return { kind: 'broken', why: `HTTP ${status}`, unsure: false }
    return answer
  } catch (error) {
    const { message: why, sure } = error instanceof Broken ? error : new Broken('no answer', false)
    return { kind: 'broken', why, unsure: !sure }
  }
}

/** In milliseconds, from Slack's seconds. */
function pauseIn(header: string | undefined): number {
  return Math.min(Math.max(1, Number(header) || 1), longestPause.long) * 1_000
}

/** What a call says. */
interface Written {
  readonly type: string
  readonly body: string
}

/** The methods that write messages and views take JSON, in which a card takes half the bytes of a form. */
function carriesCard(method: Method): boolean {
  return method.startsWith('chat.') || method.startsWith('views.')
}

function asJson(args: Readonly<Record<string, unknown>>): Written {
  const given = Object.entries(args).map(([key, value]) => [key, typeof value === 'string' ? whole(value) : value])
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(Object.fromEntries(given)) }
}

/**
 * Every method takes a form, and those that read take nothing else; values that are not text go in as JSON.
 * URLSearchParams would take three times as long.
 */
function asForm(args: Readonly<Record<string, unknown>>): Written {
  const body = Object.entries(args)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `${key}=${encodeURIComponent(typeof value === 'string' ? whole(value) : JSON.stringify(value))}`,
    )
    .join('&')
  return { type: 'application/x-www-form-urlencoded', body }
}

/** Without half a surrogate pair, which no encoding can write. */
function whole(text: string): string {
  return text.toWellFormed()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
