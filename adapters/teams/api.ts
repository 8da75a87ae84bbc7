// Calls to the connector, through which a bot speaks in Teams. Each has a time limit; a 429 waits as long as Teams
// says, a 5xx is retried for about ten minutes; a refusal by Teams is a value, not an exception.
import { z } from 'zod'
import { within, type Wait } from '../../src/kit/wait.ts'
import type { Log, Posted } from '../../src/ports/ports.ts'
import type { Token, Tokens } from './tokens.ts'
import { longestPause, patience, type Patience } from '../patience.ts'
import { Broken, isFromBetween, send, type Answer, type Parcel } from '../wire.ts'

export interface Api {
  call(call: Call): Promise<Outcome>
}

export interface Call {
  readonly method: 'POST' | 'PUT'
  readonly serviceUrl: string
  /** The path after `v3/`, with its parts escaped. */
  readonly path: string
  readonly body: unknown
  /** Doing it twice has the same effect as doing it once. */
  readonly repeatable: boolean
  /** Called when Teams asks to come back later. */
  readonly limited?: () => void
  /** Long unless given: somebody waits for it. */
  readonly patience?: Patience
}

export type Outcome = { readonly kind: 'done'; readonly id: string } | Exclude<Posted, { kind: 'sent' }>
type Refused = Extract<Posted, { kind: 'refused' }>

export interface ApiOptions {
  readonly tokens: Tokens
  readonly log: Log
  readonly wait: Wait
  /** Called when Teams or Entra refuses the bot itself, and when it accepts it again. */
  readonly trusted: (trouble: string | undefined) => void
}

type Attempt =
  | Outcome
  | { readonly kind: 'again'; readonly why: string; readonly seconds: number | undefined }
  | { readonly kind: 'distrusted' }

/** Milliseconds that one call may take. */
export const callLimit = 15_000

export function createApi(options: ApiOptions): Api {
  const { tokens, log, wait, trusted } = options
  return {
    call: async (call) => {
      let renewed = false
      let token = await tokens.get()
      for (let tries = 0; ;) {
        const attempt = await attemptCall(options, call, token)
        if (attempt.kind === 'distrusted' && !renewed) {
          renewed = true
          token = await tokens.get('fresh')
          continue
        }
        const outcome = settle(attempt, tries, call.patience ?? 'long')
        if (outcome.kind !== 'pause') {
          const trouble = troubleIn(attempt, outcome)
          if (trouble !== undefined || outcome.kind === 'done') trusted(trouble)
          return outcome
        }
        tries += 1
        if (outcome.unreached) trusted(`Teams cannot be reached (${outcome.why}); what is to be sent is tried again`)
        call.limited?.()
        log.warn({ why: outcome.why, again: outcome.ms }, 'teams asks for a pause')
        await wait(outcome.ms)
        if (token.kind === 'silent') token = await tokens.get()
      }
    },
  }
}

/** A problem that affects more than this one call, for whoever looks after the bot. */
function troubleIn(attempt: Attempt, outcome: Outcome): string | undefined {
  if (attempt.kind === 'distrusted') return 'Teams does not take the bot’s token'
  if (outcome.kind !== 'failed') return undefined
  switch (outcome.whose) {
    case 'tenant':
      return `The school’s Teams has the app switched off (${outcome.what}): its administrator can allow it`
    case 'network':
      return `Teams cannot be reached (${outcome.what})`
    case undefined:
      return undefined
  }
}

interface Pause {
  readonly kind: 'pause'
  readonly ms: number
  readonly why: string
  /** Not asked for by Teams: it was not there. */
  readonly unreached: boolean
}

function settle(attempt: Attempt, tries: number, how: Patience): Outcome | Pause {
  // It has nothing to do with what is sent, so that waits until the token is accepted again.
  if (attempt.kind === 'distrusted') return { kind: 'failed', what: 'Teams refused the bot’s token (401)' }
  if (attempt.kind !== 'again') return attempt
  const { why, seconds } = attempt
  const pause = patience[how][tries]
  // After a longer pause the sender must come back itself.
  if (seconds !== undefined && (pause === undefined || seconds > longestPause[how]))
    return { kind: 'failed', what: why, retryAfter: seconds }
  if (pause === undefined) return { kind: 'failed', what: why, whose: 'network' }
  return {
    kind: 'pause',
    ms: seconds === undefined ? pause : seconds * 1000,
    why,
    unreached: !/^HTTP 4(12|29)/.test(why),
  }
}

async function attemptCall({ wait, trusted }: ApiOptions, call: Call, token: Token): Promise<Attempt> {
  if (token.kind === 'refused') trusted(`Entra refuses the bot (${token.error}); npm run doctor says what to do`)
  if (token.kind === 'refused') return { kind: 'failed', what: `no token: ${token.error}` }
  if (token.kind === 'silent') return withoutToken(token.why, call.patience)
  const sending = send(`${call.serviceUrl.replace(/\/$/, '')}/v3/${call.path}`, parcelOf(call, token))
  try {
    const answer = await within(wait, callLimit, sending.answer)
    if (answer !== undefined) return judge(answer)
    sending.answer.catch(() => undefined)
    sending.giveUp()
    return { kind: 'unknown', what: `Teams did not answer within ${callLimit / 1000} seconds` }
  } catch (error) {
    const { message: why, sure } = error instanceof Broken ? error : new Broken('no answer', false)
    if (sure || call.repeatable) return { kind: 'again', why, seconds: undefined }
    return { kind: 'unknown', what: `the connection broke (${why})` }
  }
}

function parcelOf({ method, body }: Call, token: Exclude<Token, { kind: 'refused' | 'silent' }>): Parcel {
  const headers = { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' }
  const signed = token.kind === 'none' ? headers : { ...headers, authorization: `Bearer ${token.value}` }
  return { method, headers: signed, body: JSON.stringify(body) }
}

function judge(answer: Answer): Attempt {
  const { status } = answer
  if (isFromBetween(answer)) return { kind: 'again', why: `HTTP ${status}, not from Teams`, seconds: undefined }
  if (status >= 200 && status < 300) return { kind: 'done', id: idIn(answer.body) }
  if (status === 401) return { kind: 'distrusted' }
  const code = codeIn(answer.body)
  const what = `HTTP ${status}${code === undefined ? '' : ` ${code}`}`
  // 412: somebody else was changing the same conversation at that moment.
  if (status === 429 || status === 412 || status >= 500)
    return { kind: 'again', why: what, seconds: secondsOf(answer.header('retry-after')) }
  if (offForAll.test(code ?? '')) return { kind: 'failed', what, whose: 'tenant' }
  return { kind: 'refused', why: whyOf(status, code ?? ''), what }
}

/** It has nothing to do with the person: it is refused for everybody in the school until somebody allows it again. */
const offForAll =
  /^(BotDisabledByAdmin|BotBlockedByAdmin|AppDisabled|TenantDisabled|TenantNotAllowed|BotNotRegistered)/i

/** Senders that come back by themselves are told at once; an answer waits for Entra as it does for Teams. */
function withoutToken(why: string, how: Patience | undefined): Attempt {
  const what = `no token: ${why}`
  if (how === 'short') return { kind: 'failed', what, whose: 'network' }
  return { kind: 'again', why: what, seconds: undefined }
}

function whyOf(status: number, code: string): Refused['why'] {
  if (/Blocked/i.test(code)) return 'blocked'
  if (status === 404 && /Conversation|User|Member/i.test(code)) return 'left'
  if (status === 403) return 'not-installed'
  return 'other'
}

const Id = z.object({ id: z.string() })

function idIn(body: string): string {
  const read = Id.safeParse(parseJson(body))
  return read.success ? read.data.id : ''
}

const Trouble = z.object({
  error: z.object({
    code: z.string().optional(),
    innerHttpError: z.object({ body: z.object({ subCode: z.string().optional() }).optional() }).nullish(),
  }),
})

/** Teams's own code for the problem; the innermost one says most. */
function codeIn(body: string): string | undefined {
  const read = Trouble.safeParse(parseJson(body))
  if (!read.success) return undefined
  const { code, innerHttpError } = read.data.error
  const word = innerHttpError?.body?.subCode ?? code
  return word === undefined ? undefined : word.replace(/[^\w.-]/g, '').slice(0, 80)
}

/** In seconds, at least one and at most a day; undefined for a date. */
function secondsOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const seconds = Number(header)
  return Number.isFinite(seconds) ? Math.min(Math.max(1, Math.ceil(seconds)), 86_400) : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
