// One request over kept-alive connections, with an end to waiting. The framework's own client tries again by rules of its
// own, waits for a host that hangs far longer than anybody should, and takes several times as long for the same call.
import { Agent as HttpAgent, request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'

export interface Answer {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: string
}

export interface Parcel {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Sending {
  /** Rejects with a `Broken` when the connection breaks or is given up. Follows no redirects. */
  readonly answer: Promise<Answer>
  giveUp(): void
}

/** `sure` that the other side did nothing about it: it was never reached. */
export class Broken extends Error {
  readonly sure: boolean
  constructor(code: string, sure: boolean) {
    super(code)
    this.sure = sure
  }
}

/** How many requests may be under way at once, to one host. */
const atOnce = 64
/** Milliseconds after which an idle connection is let go, before the other side does so. */
const idle = 20_000
const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: atOnce, timeout: idle }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: atOnce, timeout: idle }),
}

export function send(to: string, { method, headers, body = '' }: Parcel): Sending {
  const url = new URL(to)
  const isPlain = url.protocol === 'http:'
  const asked = (isPlain ? requestHttp : requestHttps)(url, {
    method,
    agent: isPlain ? agents['http:'] : agents['https:'],
    headers: method === 'GET' ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
  })
  const answer = new Promise<Answer>((resolve, reject) => {
    asked.on('response', (response) => {
      readWhole(response).then(resolve, (error: unknown) => reject(brokenBy(asked, error)))
    })
    asked.on('error', (error) => reject(brokenBy(asked, error)))
  })
  asked.end(body)
  return { answer, giveUp: () => asked.destroy(new Error('given up')) }
}

const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'])

function brokenBy(asked: ClientRequest, error: unknown): Broken {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  const why = code ?? (error instanceof Error ? error.message : 'no answer')
  // A connection that was kept alive may have been closed before it was used again. When it is closed only after we
  // spoke (ECONNRESET), nobody can tell.
  const stale = asked.reusedSocket && code === 'EPIPE'
  return new Broken(why, stale || neverReached.has(code ?? ''))
}

function readWhole(answer: IncomingMessage): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => chunks.push(chunk))
    answer.on('error', reject)
    answer.on('end', () => {
      const header = (name: string) => {
        const value = answer.headers[name]
        return typeof value === 'string' ? value : undefined
      }
      resolve({ status: answer.statusCode ?? 0, header, body: Buffer.concat(chunks).toString() })
    })
  })
}
