// Calls to Slack. A 429 waits as long as Slack says, and holds up only the same method and conversation; a broken
// connection and a 5xx are retried for about ten minutes. A refusal by Slack is a value, not an exception.
import { never } from '../../src/kit/never.ts'
import type { Wait } from '../../src/kit/wait.ts'
import type { Log, Sought } from '../../src/ports/ports.ts'
import { patience, type Patience } from '../patience.ts'
import { attemptCall, attemptDeposit, attemptRespond, perhapsTaken, type Attempt, type Outcome } from './attempt.ts'
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
      if (taken !== undefined) next = () => lookFirst(attempt, { taken, unsure: outcome.unsure })
    }
    const howLong = how.patience === 'short' ? 'some seconds' : 'ten minutes'
    throw new Error(`Slack did not answer ${call} for ${howLong}.`)
  }

  return {
    call: (method, args, how) =>
      persist(`${method} ${conversationOf(args)}`, () => attemptCall({ apiUrl, token }, method, args), how ?? {}),
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
  { taken, unsure }: { readonly taken: () => Promise<Sought>; readonly unsure: boolean },
): Promise<Attempt> {
  const sought = await taken()
  switch (sought.kind) {
    case 'found':
      return { kind: 'done', answer: { ts: sought.message } }
    case 'later':
      return { kind: 'broken', why: sought.what, unsure }
    case 'cannot-tell':
      return unsure ? { kind: 'refused', error: perhapsTaken } : attempt()
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
