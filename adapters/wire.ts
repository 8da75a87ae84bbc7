// One request to a platform over kept-alive connections. The platforms' own clients retry by rules of their own, wait
// far too long for a host that hangs, and take several times as long for the same call.
import { Agent, EnvHttpProxyAgent, errors, setGlobalDispatcher, type Dispatcher } from 'undici'

export interface Parcel {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Milliseconds of silence after which the connection counts as broken; a minute unless given. */
  readonly silence?: number
}

export interface Answer {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: string
}

/**
 * Whether something between us and the other side answered in its place: a proxy, a filter, a page to sign in to the
 * network. It says nothing about what was asked. Slack and Teams answer with JSON or a bare word, never with a page.
 */
export function isFromBetween({ status, body }: Answer): boolean {
  return (status >= 300 && status < 400) || between.has(status) || /^\s*<(!doctype|html)\b/i.test(body)
}

/** A proxy that wants a name, a request that took too long to pass on, a network to sign in to. */
const between = new Set([407, 408, 511])

export interface Sending {
  /** Rejects with a `Broken` where the connection breaks, goes silent or is aborted. Follows no redirects. */
  readonly answer: Promise<Answer>
  giveUp(): void
}

/** `sure` means that the other side did nothing: it was never reached. */
export class Broken extends Error {
  readonly sure: boolean
  constructor(code: string, sure: boolean) {
    super(code)
    this.sure = sure
  }
}

/** How many requests may be in progress at once to one host; more wait their turn. */
const atOnce = 64
/** Milliseconds after which an idle connection is closed, before the other side does so; sooner where it says so. */
const idle = 20_000
const wireOptions = { connections: atOnce, keepAliveTimeout: idle } as const
let agent: Dispatcher = new Agent(wireOptions)
let sockets: Dispatcher | undefined

/**
 * From now on requests go through a proxy instead of directly, including Node's own fetch. `except` is as in NO_PROXY.
 */
export function sendThroughProxy({ url, except }: { readonly url: string; readonly except: string | undefined }): void {
  const given = { httpsProxy: url, noProxy: except ?? '' }
  agent = new EnvHttpProxyAgent({ ...wireOptions, ...given })
  setGlobalDispatcher(new EnvHttpProxyAgent(given))
  // A socket needs a connection of its own, and HTTP/1.1 to begin with.
  sockets = new EnvHttpProxyAgent({ ...given, allowH2: false })
}

/** What WebSockets go through; undefined where there is no proxy. Slack's client asks nothing that is set for all. */
export function socketsThrough(): Dispatcher | undefined {
  return sockets
}

export function send(to: string, parcel: Parcel): Sending {
  let under: Dispatcher.DispatchController | undefined
  let over = false
  const answer = new Promise<Answer>((resolve, reject) => {
    const chunks: Buffer[] = []
    let head: Pick<Answer, 'status' | 'header'> | undefined
    const { origin, pathname, search } = new URL(to)
    const { method, headers, body = null, silence = 60_000 } = parcel
    agent.dispatch(
      { origin, path: pathname + search, method, headers, body, headersTimeout: silence, bodyTimeout: silence },
      {
        onRequestStart(begun) {
          under = begun
          if (over) begun.abort(new Error('given up'))
        },
        onResponseStart(_begun, status, headers) {
          const header = (name: string) => {
            const value = headers[name]
            return typeof value === 'string' ? value : undefined
          }
          head = { status, header }
        },
        onResponseData: (_begun, chunk) => void chunks.push(chunk),
        onResponseEnd: () => resolve({ status: 0, header: () => undefined, ...head, body: textOf(chunks) }),
        onResponseError: (_begun, error) => reject(brokenBy(error)),
      },
    )
  })
  return {
    answer,
    giveUp() {
      over = true
      under?.abort(new Error('given up'))
    },
  }
}

function textOf(chunks: readonly Buffer[]): string {
  const [only] = chunks
  return (chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString()
}

const neverReached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
])

function brokenBy(error: Error): Broken {
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError)
    return new Broken('no answer in time', false)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return new Broken(code ?? error.message, neverReached.has(code ?? ''))
}
