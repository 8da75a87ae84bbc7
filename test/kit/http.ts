// The HTTP part that both stand-ins share: listens, sends something to the bot, and reads bodies.
import {
  createServer,
  request,
  type Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http'

/**
 * Never closes an idle connection. By default Node does after five seconds: where the process stood still for so long,
 * the call with which it goes on would be lost, and the bot would wait to try again, which in a test nobody ends.
 */
export function standIn(serve: RequestListener): Server {
  return createServer({ keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 }, serve)
}

export interface Brought {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/**
 * Resolves to the answer, to `late` after `within` milliseconds, or to `broken` if the connection fails. Never rejects.
 */
export function bring(
  address: string,
  parcel: { readonly headers: Record<string, string>; readonly body: string },
  how: { readonly agent: Agent; readonly within: number },
): Promise<Brought | 'late' | 'broken'> {
  return new Promise((resolve) => {
    const { agent, within } = how
    const end = (brought: Brought | 'late' | 'broken') => {
      clearTimeout(timer)
      resolve(brought)
    }
    const req = request(address, { method: 'POST', agent, headers: parcel.headers }, (res) => {
      const { statusCode: status = 0, headers } = res
      bodyOf(res).then(
        (bytes) => end({ status, headers, text: bytes.toString() }),
        () => end('broken'),
      )
    })
    const timer = setTimeout(() => {
      end('late')
      req.destroy()
    }, within)
    req.on('error', () => end('broken'))
    req.end(parcel.body)
  })
}

/** Rejects if the connection breaks. */
export function bodyOf(message: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    message.on('data', (part: Buffer) => void parts.push(part))
    message.on('end', () => resolve(Buffer.concat(parts)))
    message.on('error', reject)
  })
}
