// One POST over kept-alive connections. Slack's own client goes through fetch, and writes out every request for a debug
// log that nobody reads: that takes three times as long for the same call.
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'

export interface Answer {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: string
}

export interface Parcel {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** How many calls may be under way at once. */
const atOnce = 40
const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: atOnce }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: atOnce }),
}

/** Milliseconds of silence after which a connection counts as broken. */
const patience = 10_000

/** Throws when the connection breaks or falls silent before the whole answer is there. Follows no redirects. */
export function send(to: string, { headers, body }: Parcel): Promise<Answer> {
  const url = new URL(to)
  const isPlain = url.protocol === 'http:'
  const options = {
    method: 'POST',
    agent: isPlain ? agents['http:'] : agents['https:'],
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  }
  return new Promise((resolve, reject) => {
    const asked = (isPlain ? requestHttp : requestHttps)(url, options, (answer) => {
      readWhole(answer).then(resolve, reject)
    })
    asked.setTimeout(patience, () => asked.destroy(new Error('no answer within ten seconds')))
    asked.on('error', reject)
    asked.end(body)
  })
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
