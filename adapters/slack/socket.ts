// The Socket Mode way in. Slack closes each connection every few hours, so reconnecting is normal. It is done here and
// not by the SDK, where a lost network, or a token revoked meanwhile, ends the process.
import { SocketModeReceiver, webApi } from '@slack/bolt'
import { defined } from '../../src/kit/defined.ts'
import type { Wait } from '../../src/kit/wait.ts'
import type { Log } from '../../src/ports/ports.ts'
import { socketsThrough } from '../wire.ts'
import { quietLogger } from './logger.ts'
import { shield } from './shield.ts'

export interface SocketWay {
  readonly receiver: SocketModeReceiver
  /** Resolves when connected. Throws Slack's own code when it refuses; keeps trying while Slack cannot be reached. */
  start(): Promise<void>
  state(): SocketState
  readonly close: () => Promise<void>
}

export type SocketState =
  | { readonly kind: 'connected'; readonly others: number }
  | { readonly kind: 'lost'; readonly since: Date; readonly why: string }

/** Milliseconds before each attempt; the last one repeats for ever. */
const pauses = [0, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000]

/** How long a connection may take to say hello. */
const patience = 30_000

interface SocketOptions {
  readonly appToken: string
  readonly apiUrl: string
  readonly clock: () => Date
  readonly log: Log
  readonly wait: Wait
}

export function openSocket({ appToken, apiUrl, clock, log, wait }: SocketOptions): SocketWay {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quietLogger(log),
    autoReconnectEnabled: false,
    ...defined({ dispatcher: socketsThrough() }),
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: 10_000 } },
  })
  const { client } = receiver
  for (const event of ['ws_message', 'slack_event']) shield(client, event, log)
  let state: SocketState = { kind: 'lost', since: clock(), why: 'not connected yet' }
  let connections = 1
  let closing = false

  const connect = async () => {
    await Promise.race([
      client.start(),
      wait(patience).then(() => Promise.reject(new Error('Slack did not say hello'))),
    ])
    state = { kind: 'connected', others: connections - 1 }
    log.info({ others: connections - 1 }, 'connected to slack')
  }

  const reconnect = async () => {
    for (let tries = 0; !closing; tries++) {
      await wait(pauses[Math.min(tries, pauses.length - 1)] ?? 0)
      try {
        await connect()
        return
      } catch (error) {
        await forget(client, wait)
        if (state.kind === 'lost') state = { ...state, why: whyOf(error) }
        log.warn({ tries, why: whyOf(error) }, 'not connected to slack, trying again')
      }
    }
  }

  client.on('ws_message', (data: unknown) => (connections = countOf(data) ?? connections))
  client.on('disconnected', () => {
    if (closing || state.kind !== 'connected') return
    state = { kind: 'lost', since: clock(), why: 'the connection was closed' }
    void reconnect()
  })

  return {
    receiver,
    start: async () => {
      try {
        await connect()
      } catch (error) {
        await forget(client, wait)
        if (error instanceof webApi.WebAPIPlatformError) throw error
        log.warn({ why: whyOf(error) }, 'slack cannot be reached, trying again')
        void reconnect()
      }
    },
    state: () => state,
    close: async () => {
      closing = true
      await forget(client, wait)
    },
  }
}

/** Drops whatever is left of a connection, without waiting for a peer that may be gone. */
async function forget(client: SocketModeReceiver['client'], wait: Wait): Promise<void> {
  await Promise.race([client.disconnect(), wait(1_000)])
}

/**
 * How many connections share this app, according to Slack's hello; more than one means that another program is running
 * too.
 */
function countOf(data: unknown): number | undefined {
  if (typeof data !== 'string' || !data.includes('"hello"')) return undefined
  const found = /"num_connections"\s*:\s*(\d+)/.exec(data)?.[1]
  return found === undefined ? undefined : Number(found)
}

function whyOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error
  return error instanceof Error ? error.message.slice(0, 200) : 'the connection was closed'
}
