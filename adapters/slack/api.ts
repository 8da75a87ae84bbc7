// Calls to Slack. A 429 waits as long as Slack says, and holds up only the same method and conversation; a broken
// connection and a 5xx are retried for about ten minutes. A refusal by Slack is a value, not an exception.
import { z } from 'zod'
import { never } from '../../src/kit/never.ts'
import type { Wait } from '../../src/kit/wait.ts'
import type { Log, Sought } from '../../src/ports/ports.ts'
import { longestPause, patience, type Patience } from '../patience.ts'
import { isFromBetween, send, type Answer, type Parcel } from '../wire.ts'
import type { Method } from './names.ts'

export interface Api {
  /** Throws where Slack does not respond: after ten minutes, or with short patience after some seconds. */
  call(method: Method, args: Readonly<Record<string, unknown>>, how?: How): Promise<Outcome>
  /** Sends a file's bytes to the address that Slack gave for them. */
  deposit(url: string, content: Uint8Array): Promise<Outcome>
  /** Posts to a response_url. */
  respond(url: string, body: Readonly<Record<string, unknown>>): Promise<Outcome>
}

export interface How {
  readonly patience?: Patience
  /** Asked before something that Slack may have accepted is sent again. Without it, it is sent again. */
  readonly taken?: () => Promise<Sought>
  /** Called when Slack asks to come back later. */
  readonly limited?: () => void
}

export type Outcome =
  | { readonly kind: 'done'; readonly answer: unknown }
  /** Slack's own code for the reason, such as `not_in_channel`, or `perhapsTaken`. */
  | { readonly kind: 'refused'; readonly error: string }

/** A code of our own among Slack's: the connection broke, and nobody can find out whether Slack accepted it. */
export const perhapsTaken = 'perhaps_taken'

/** Refusals after which no call will work, until somebody has installed the app again. */
export const endsEverything = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
  'team_disabled',
])

export interface ApiOptions {
  readonly token: string
  readonly apiUrl: string
  readonly log: Log
  readonly wait: Wait
  /** Called with every refusal, so that a revoked token shows on the health page. */
  readonly refused: (error: string) => void
  /** Called after each try: why Slack could not be reached, or undefined where it answered. */
  readonly reached: (why: string | undefined) => void
}

type Attempt =
  | Outcome
  | { readonly kind: 'limited'; readonly ms: number }
  /** `silent` says whether the connection broke, so that nobody can tell whether Slack accepted it. */
  | { readonly kind: 'broken'; readonly why: string; readonly silent: boolean }

export function createApi({ token, apiUrl, log, wait, refused, reached }: ApiOptions): Api {
  const gates = createGates(wait)

  const persist = async (about: string, attempt: () => Promise<Attempt>, how: How): Promise<Outcome> => {
    const pauses = patience[how.patience ?? 'long']
    const call = about.split(' ')[0] ?? ''
    const limited = (ms: number) => {
      how.limited?.()
      if (ms >= worthTelling) log.warn({ call, again: ms }, 'slack asks for a pause')
    }
    let next = attempt
    for (const pause of [...pauses, undefined]) {
      const outcome = await gates.through(about, () => telling(limited, next))
      reached(outcome.kind === 'broken' ? outcome.why : undefined)
      if (outcome.kind !== 'broken') {
        if (outcome.kind === 'refused') refused(outcome.error)
        return outcome
      }
      if (pause === undefined) break
      log.warn({ call, why: outcome.why, again: pause }, 'slack did not answer')
      await wait(pause)
      const { taken } = how
      if (taken !== undefined) next = () => lookFirst(attempt, { taken, silent: outcome.silent })
    }
    const howLong = how.patience === 'short' ? 'some seconds' : 'ten minutes'
    throw new Error(`Slack did not answer ${call} for ${howLong}.`)
  }

  return {
    call: (method, args, how) =>
      persist(
        `${method} ${conversationOf(args)}`,
        () => attemptCall(`${apiUrl}${method}`, token, carriesCard(method) ? asJson(args) : asForm(args)),
        how ?? {},
      ),
    deposit: (url, content) => persist(`upload ${url}`, () => attemptDeposit(url, content), { patience: 'short' }),
    respond: (url, body) => persist(`response_url ${url}`, () => attemptRespond(url, body), {}),
  }
}

/** Milliseconds: shorter pauses are usual when much is sent. */
const worthTelling = 60_000

async function telling(limited: (ms: number) => void, attempt: () => Promise<Attempt>): Promise<Attempt> {
  const outcome = await attempt()
  if (outcome.kind === 'limited') limited(outcome.ms)
  return outcome
}

/** Another attempt, only where the one before left nothing. */
async function lookFirst(
  attempt: () => Promise<Attempt>,
  { taken, silent }: { readonly taken: () => Promise<Sought>; readonly silent: boolean },
): Promise<Attempt> {
  const sought = await taken()
  switch (sought.kind) {
    case 'found':
      return { kind: 'done', answer: { ts: sought.message } }
    case 'later':
      return { kind: 'broken', why: sought.what, silent }
    case 'cannot-tell':
      return silent ? { kind: 'refused', error: perhapsTaken } : attempt()
    case 'absent':
      return attempt()
    default:
      return never(sought)
  }
}

/** What a rate limit applies to, besides the method. */
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

const Verdict = z.union([z.looseObject({ ok: z.literal(true) }), z.object({ ok: z.literal(false), error: z.string() })])

async function attemptCall(url: string, token: string, { type, body }: Written): Promise<Attempt> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type }
  const answer = await tryToSend(url, { headers, body })
  // Slack itself answers every call with 200, 429 or 5xx.
  if ('kind' in answer && answer.kind === 'refused') return { kind: 'broken', why: answer.error, silent: false }
  if ('kind' in answer) return answer
  // Slack repeats the whole message in its answer, which is hardly ever needed.
  if (answer.body.startsWith('{"ok":true') && answer.body.endsWith('}')) return doneWith(answer.body)
  const verdict = Verdict.safeParse(parseJson(answer.body))
  if (!verdict.success) return { kind: 'broken', why: 'an answer that is none of Slack’s', silent: true }
  if (verdict.data.ok) return { kind: 'done', answer: verdict.data }
  const why = verdict.data.error
  if (why === 'ratelimited') return { kind: 'limited', ms: 1000 }
  // What only decorates an answer is not worth retrying.
  const again = passing.has(why) && !url.includes('assistant.')
  return again ? { kind: 'broken', why, silent: false } : { kind: 'refused', error: why }
}

function doneWith(body: string): Outcome {
  return {
    kind: 'done',
    get answer() {
      return parseJson(body)
    },
  }
}

async function attemptRespond(url: string, content: Readonly<Record<string, unknown>>): Promise<Attempt> {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  const answer = await tryToSend(url, { headers, body: JSON.stringify(content) })
  return 'kind' in answer ? answer : { kind: 'done', answer: answer.body }
}

/** The address itself is the secret: it takes no token, and must not be given one. */
async function attemptDeposit(url: string, content: Uint8Array): Promise<Attempt> {
  const answer = await tryToSend(url, { headers: { 'content-type': 'application/octet-stream' }, body: content })
  return 'kind' in answer ? answer : { kind: 'done', answer: undefined }
}

/** Milliseconds after which Slack counts as broken. */
const silence = 10_000

/** The answer, if it is well-formed. */
async function tryToSend(url: string, parcel: Pick<Parcel, 'headers' | 'body'>): Promise<Answer | Attempt> {
  try {
    const answer = await send(url, { ...parcel, method: 'POST', silence }).answer
    if (isFromBetween(answer)) return { kind: 'broken', why: `HTTP ${answer.status}, not from Slack`, silent: false }
    if (answer.status === 200) return answer
    if (answer.status === 429) return { kind: 'limited', ms: pauseIn(answer.header('retry-after')) }
    if (answer.status >= 500) return { kind: 'broken', why: `HTTP ${answer.status}`, silent: false }
    return { kind: 'refused', error: `http_${answer.status}` }
  } catch (error) {
    return { kind: 'broken', why: error instanceof Error ? error.message : 'no answer', silent: true }
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

/** Normally calls pass freely. After a 429, calls about the same thing wait and then go one by one, in order. */
function createGates(wait: Wait) {
  const gates = new Map<string, { waiting: number; tail: Promise<unknown> }>()

  return {
    through: async (about: string, attempt: () => Promise<Attempt>): Promise<Exclude<Attempt, { kind: 'limited' }>> => {
      if (!gates.has(about)) {
        const outcome = await attempt()
        if (outcome.kind !== 'limited') return outcome
        // Others may have been told the same meanwhile: waiting once is enough.
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
