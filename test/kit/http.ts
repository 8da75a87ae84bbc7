// The HTTP part that both stand-ins share: sends something to the bot, and reads bodies.
import { request, type Agent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'

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
