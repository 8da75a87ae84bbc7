// A way through a school's proxy for encrypted connections: CONNECT, then TLS with the other side itself, which the
// proxy cannot read. It is for code that uses Node's own HTTPS; undici has a dispatcher of its own.
import { defined } from '../src/kit/defined.ts'
import { request } from 'node:http'
import { Agent } from 'node:https'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as secure, type TLSSocket } from 'node:tls'
import { whyUnreached } from './unreached.ts'

export interface Target {
  readonly host: string
  readonly port: number
}

/** Milliseconds for each hop. */
const limit = 10_000

/** A bare connection to the target, through the proxy. Rejects with the hop that failed. */
export function openTunnel(proxy: URL, { host, port }: Target): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const login =
      proxy.username === '' ? undefined : `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
    const path = `${host.includes(':') ? `[${host}]` : host}:${port}`
    const asking = request({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port === '' ? 80 : Number(proxy.port),
      method: 'CONNECT',
      path,
      headers: {
        host: path,
        ...defined({
          'proxy-authorization': login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`,
        }),
      },
      timeout: limit,
    })
    asking.on('connect', ({ statusCode: status = 0 }, socket) => {
      if (status === 200) {
        resolve(socket)
        return
      }
      socket.destroy()
      reject(new Error(`the proxy refused the way to ${host} (HTTP ${status})`))
    })
    // A server that is not a proxy answers as if for a page.
    asking.on('response', ({ statusCode: status = 0 }) => {
      asking.destroy()
      reject(new Error(`the proxy refused the way to ${host} (HTTP ${status})`))
    })
    asking.on('timeout', () => asking.destroy(new Error('no answer in time')))
    asking.on('error', (error) =>
      reject(new Error(`the proxy cannot be reached (${whyUnreached(error)})`, { cause: error })),
    )
    asking.end()
  })
}

/** TLS over it. Rejects, for example, with what is wrong with the certificate. */
export function openSecure(socket: Duplex, { host }: Target): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const tls = secure({ socket, ...defined({ servername: /^[\d.]+$|:/.test(host) ? undefined : host }), host })
    tls.setTimeout(limit, () => tls.destroy(new Error('no answer in time')))
    tls.once('secureConnect', () => {
      tls.setTimeout(0)
      resolve(tls)
    })
    tls.once('error', (error: Error) =>
      reject(new Error(`${host} is not trusted or not there (${whyUnreached(error)})`, { cause: error })),
    )
  })
}

/** For libraries that only use Node's own HTTPS. */
export class TunnelAgent extends Agent {
  private readonly proxy: URL
  private readonly direct: (host: string) => boolean

  constructor(proxy: URL, direct: (host: string) => boolean) {
    super({ keepAlive: true })
    this.proxy = proxy
    this.direct = direct
  }

  override createConnection(...given: Parameters<Agent['createConnection']>): ReturnType<Agent['createConnection']> {
    const [options, done] = given
    const host = options.host ?? 'localhost'
    if (this.direct(host)) return super.createConnection(...given)
    const target = { host, port: Number(options.port ?? 443) }
    openTunnel(this.proxy, target)
      .then((socket) => openSecure(socket, target))
      .then(
        (tls) => done?.(null, tls),
        // The type requires a stream beside an error; nobody looks at it.
        (error: unknown) => done?.(error instanceof Error ? error : new Error('no way'), new Socket()),
      )
    return undefined
  }
}
