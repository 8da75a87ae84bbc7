// The one web server: every platform that uses HTTP mounts its routes here. It sets safe headers, limits time, and ends
// without cutting off an answer.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { isFromHere } from '../src/kit/here.ts'
import type { Log } from '../src/ports/ports.ts'
import { failed, notFound } from './error-pages.ts'

export interface ServerOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly log: Log
  /** Adds the platforms' routes. */
  readonly mount: (app: Express, programs: Programs) => void
  /** Browsers reach the server over an encrypted connection, through a proxy directly in front of it. */
  readonly behindProxy?: boolean
  /** Asked by /healthz: whether only a restart would help. Without it, a server that responds is not stuck. */
  readonly isStuck?: () => boolean
  /** Asked by /readyz; without it, a server that answers is ready. */
  readonly ready?: () => Promise<readonly Part[]>
  /** Called with the status of every response. */
  readonly responded?: (status: number) => void
}

/**
 * Where another program posts, no browser ever reads the answer, and these are by far the most requests: they skip
 * everything that exists for pages.
 */
export type Programs = (path: string, handle: RequestListener) => void

/** One part of the bot, and whether it can do its work. `what` is one line for an operator. */
export interface Part {
  readonly part: string
  readonly ok: boolean
  readonly what: string
}

export interface RunningServer {
  readonly url: string
  /**
   * Accepts no new requests, ends streams, and resolves when requests in progress are answered, or after ten seconds.
   */
  readonly close: () => Promise<void>
}

/** Throws an `Error` that says what to do where the port is not available. */
export async function startServer({
  host,
  port,
  log,
  mount,
  isStuck = () => false,
  ready = () => Promise.resolve([]),
  responded = () => undefined,
  behindProxy = false,
}: ServerOptions): Promise<RunningServer> {
  const inHand = track(responded)
  const app = express()
  app.set('query parser', 'simple')
  // Only the last address in the proxy's header was seen by the proxy itself; anybody may have written those before it.
  app.set('trust proxy', behindProxy ? 1 : false)
  app.use(unlessForPrograms(headers(behindProxy)))
  app.get('/healthz', alive(isStuck))
  app.get('/readyz', readiness(ready))
  const programs = new Map<string | undefined, RequestListener>()
  mount(app, (path, handle) => programs.set(path, handle))
  app.use(notFound, failed(log))

  const server = createServer(limits, (request, response) => {
    inHand.note(response)
    const handle = request.method === 'POST' ? programs.get(request.url) : undefined
    ;(handle ?? app)(request, response)
  })
  await listen(server, { host, port })
  return { url: urlOf(server.address(), host), close: () => close(server, inHand) }
}

/**
 * Milliseconds. A proxy in front may send its next request over a connection that it believes to be open. If we had
 * just closed it, the request would be lost. The usual proxies keep connections for a minute (nginx, AWS), two (Caddy),
 * four (Azure) or ten (Google), so ours are kept for longer. The limit on headers is above it, because some versions of
 * Node count that from the end of the request before.
 */
export const limits = { keepAliveTimeout: 620_000, headersTimeout: 630_000, requestTimeout: 640_000 } as const

/** 503 only where a restart mends it: that is never so for a database or a platform that is down. */
function alive(isStuck: () => boolean): RequestHandler {
  return (_request, response) => {
    const ok = !isStuck()
    response
      .status(ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ok })
  }
}

/** Whether it can do its work. Details are only shown on this machine, because the page may face the internet. */
function readiness(ready: () => Promise<readonly Part[]>): RequestHandler {
  return async ({ socket, headers }, response) => {
    const parts = await ready()
    const ok = parts.every((part) => part.ok)
    const here = isFromHere({ address: socket.remoteAddress, headers })
    response
      .status(ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ok, parts: here ? parts : parts.map((each) => ({ part: each.part, ok: each.ok })) })
  }
}

/** As for `Programs`, where the framework's own handler asks for Express. */
function unlessForPrograms(handle: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'POST' && forPrograms.has(request.path)) next()
    else void handle(request, response, next)
  }
}

const forPrograms = new Set(['/api/messages'])

function headers(encrypted: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Without any referrer, browsers would send "Origin: null" with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    // Other services of the school may share the name, and not all of them may be encrypted.
    strictTransportSecurity: encrypted ? { maxAge: 180 * 86_400, includeSubDomains: false } : false,
  })
}

interface InHand {
  readonly note: (response: ServerResponse) => void
  readonly responses: () => Iterable<ServerResponse>
  /** Calls back whenever nothing is in progress, starting now. */
  whenever(quiet: () => void): void
}

function track(responded: (status: number) => void): InHand {
  const responses = new Set<ServerResponse>()
  let quiet = () => {}
  return {
    note: (response) => {
      responses.add(response)
      response.on('close', () => {
        responded(response.statusCode)
        responses.delete(response)
        if (responses.size === 0) quiet()
      })
    },
    responses: () => responses,
    whenever(act) {
      quiet = act
      if (responses.size === 0) quiet()
    },
  }
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(whyNot(error.code, { host, port }), { cause: error })),
    )
    server.listen(port, host, resolve)
  })
}

function whyNot(code: string | undefined, { host, port }: { host: string; port: number }): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use, perhaps by a Policy Guide that is already running. Stop that one, or start this one on another port: PORT=${port + 1} npm start`
    case 'EACCES':
      return `Port ${port} is not open to this user. Take one above 1023: PORT=3978 npm start`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. For a page on this machine alone: HOST=127.0.0.1 npm start`
    default:
      return `The server could not listen on ${host}, port ${port} (${code ?? 'no reason given'}).`
  }
}

function urlOf(address: AddressInfo | string | null, host: string): string {
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function close(server: Server, inHand: InHand): Promise<void> {
  return new Promise((resolve) => {
    const letGo = () => server.closeAllConnections()
    const late = setTimeout(letGo, 10_000).unref()
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    // A stream never ends by itself; an answer in progress is finished.
    for (const response of inHand.responses()) {
      if (String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream')) response.end()
    }
    // Browsers keep spare connections without any request on them, which would delay the end.
    inHand.whenever(letGo)
  })
}
