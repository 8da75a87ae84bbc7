// Starts the stand-in with the real client, or with a real Bolt app that a test programs.
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import { startSlack } from './slack.ts'
import type { Fields } from '../json.ts'
import type { Slack, SlackOptions } from './types.ts'

export interface Running {
  readonly slack: Slack
  readonly client: WebClient
  stop(): Promise<void>
}

/** A client that fails at once, unless told otherwise; Slack's own would try for half an hour. */
export function clientOf(slack: Slack, token = slack.tokens.bot, options: WebClientOptions = {}): WebClient {
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: silent, ...options })
}

export async function slackAlone(options: SlackOptions = {}): Promise<Running> {
  const slack = await startSlack(options)
  return { slack, client: clientOf(slack), stop: () => slack.close() }
}

export async function slackWithApp(hear: (app: App) => void, options: SlackOptions = {}): Promise<Running> {
  const slack = await startSlack(options)
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: silent }
  const receiver =
    options.mode === 'socket'
      ? new SocketModeReceiver({
          appToken: slack.tokens.app,
          // Milliseconds before it connects again; Bolt's default is 5,000.
          clientPingTimeout: 50,
          logger: silent,
          installerOptions: { clientOptions },
        })
      : new HTTPReceiver({ signingSecret: slack.signingSecret, logger: silent })
  const app = new App({ token: slack.tokens.bot, receiver, clientOptions, logger: silent })
  const working = countWork(app)
  app.error(() => Promise.resolve())
  hear(app)
  await app.start({ port: 0, host: '127.0.0.1' })
  if (receiver instanceof HTTPReceiver) slack.deliverTo(`http://127.0.0.1:${portOf(receiver)}/slack/events`)
  slack.idleBy(async () => {
    while (working() > 0) await new Promise((resolve) => setImmediate(resolve))
  })
  return {
    slack,
    client: clientOf(slack),
    async stop() {
      await app.stop()
      await slack.close()
    },
  }
}

/** The answer to a call that Slack refuses; throws if the call was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<Fields> {
  try {
    await call
  } catch (error) {
    // A WebAPIPlatformError carries Slack's answer; any other error is a fault of the test.
    if (error instanceof Error && 'data' in error) return error.data as Fields
    throw error
  }
  throw new Error('Slack would have refused this; the stand-in did not.')
}

/** A clock that only moves when told. */
export function movableClock(start = '2026-11-23T09:00:00Z'): {
  readonly clock: () => Date
  readonly pass: (ms: number) => void
} {
  let now = Date.parse(start)
  return {
    clock: () => new Date(now),
    pass(ms) {
      now += ms
    },
  }
}

function countWork(app: App): () => number {
  let working = 0
  app.use(async ({ next }) => {
    working += 1
    try {
      await next()
    } finally {
      working -= 1
    }
  })
  return () => working
}

function portOf(receiver: HTTPReceiver): number {
  // The receiver's server is private, but only the server knows the port that the system chose.
  const { server } = receiver as unknown as { server: { address(): AddressInfo } }
  return server.address().port
}

const nothing = () => undefined
const silent = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
}
