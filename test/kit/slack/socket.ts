// Socket Mode's server side: one-time tickets, hello, envelopes and their acknowledgements.
import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Flight } from '../flight.ts'
import { type Fields, fieldsOf, type Json, parseJson, textOf } from '../json.ts'
import type { SocketControl } from './controls.ts'
import type { RetryReason } from './types.ts'

export interface Sockets extends SocketControl {
  ticket(): string
  /** Resolves to the acknowledgement's payload, or to undefined without an acknowledgement. */
  send(envelope: Envelope): Promise<{ readonly answer: Json | undefined } | undefined>
  close(): Promise<void>
}

export interface Envelope {
  readonly type: 'events_api' | 'slash_commands' | 'interactive'
  readonly payload: Fields
  readonly retry: { readonly num: number; readonly reason: RetryReason } | undefined
}

export function createSockets(
  server: Server,
  about: { readonly flight: Flight; readonly appId: string; readonly ackWithin: number },
): Sockets {
  const { flight } = about
  const live: WebSocket[] = []
  const tickets = new Set<string>()
  const waiting = new Map<string, { readonly socket: WebSocket; end(answer?: { answer: Json | undefined }): void }>()
  const wss = new WebSocketServer({ noServer: true })

  server.on('upgrade', (req, tcp, head) => {
    // As in Slack, a ticket is valid for one connection.
    const ticket = new URL(req.url ?? '/', 'http://slack').searchParams.get('ticket') ?? ''
    if (!tickets.delete(ticket)) return void tcp.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n')
    wss.handleUpgrade(req, tcp, head, (socket) => welcome(socket))
  })

  function welcome(socket: WebSocket): void {
    live.push(socket)
    socket.on('message', (data: Buffer) => acknowledged(data.toString()))
    socket.on('close', () => {
      leave(socket)
      for (const one of waiting.values()) if (one.socket === socket) one.end()
      flight.changed()
    })
    socket.on('error', () => socket.terminate())
    say(socket, { type: 'hello', num_connections: live.length, connection_info: { app_id: about.appId }, debug_info })
    flight.changed()
  }

  function leave(socket: WebSocket): void {
    const at = live.indexOf(socket)
    if (at !== -1) live.splice(at, 1)
  }

  function acknowledged(text: string): void {
    const message = fieldsOf(parseJson(text))
    waiting.get(textOf(message['envelope_id']) ?? '')?.end({ answer: message['payload'] })
  }

  return {
    ticket() {
      const ticket = randomUUID()
      tickets.add(ticket)
      return ticket
    },
    send(envelope) {
      const socket = live.at(-1)
      if (socket === undefined) return Promise.resolve(undefined)
      const id = randomUUID()
      return new Promise((resolve) => {
        const late = setTimeout(() => end(), about.ackWithin)
        const end = (answer?: { answer: Json | undefined }) => {
          clearTimeout(late)
          waiting.delete(id)
          resolve(answer)
        }
        waiting.set(id, { socket, end })
        say(socket, wrapped(id, envelope))
      })
    },
    get count() {
      return live.length
    },
    async connected(count = 1) {
      await flight.until(
        () => (live.length >= count ? true : undefined),
        () => `${count} Socket Mode connections`,
      )
    },
    disconnects(reason) {
      for (const socket of [...live]) {
        say(socket, { type: 'disconnect', reason, debug_info })
        // Sends nothing more on it, although it may take a moment to close.
        leave(socket)
      }
    },
    drops() {
      for (const socket of [...live]) socket.terminate()
    },
    async pings() {
      await Promise.all(live.map((socket) => pong(socket)))
    },
    sendsRaw(text) {
      for (const socket of live) socket.send(text)
    },
    async close() {
      await Promise.all(live.map((socket) => farewell(socket)))
      wss.close()
    },
  }
}

const debug_info = { host: 'applink-standin', build_number: 1, approximate_connection_time: 18_060 }

function wrapped(id: string, envelope: Envelope): Fields {
  const common = { envelope_id: id, payload: envelope.payload, type: envelope.type }
  if (envelope.type !== 'events_api') return { ...common, accepts_response_payload: true }
  const { num, reason } = envelope.retry ?? { num: 0, reason: '' }
  return { ...common, accepts_response_payload: false, retry_attempt: num, retry_reason: reason }
}

function say(socket: WebSocket, message: Fields): void {
  socket.send(JSON.stringify(message))
}

/** Closes with a close frame, and cuts the connection without an answer after 500 ms. */
function farewell(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => socket.terminate(), 500)
    socket.once('close', () => {
      clearTimeout(late)
      resolve()
    })
    socket.close(1000)
  })
}

function pong(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('pong', () => resolve())
    socket.ping()
  })
}
