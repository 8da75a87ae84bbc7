// The way in: exactly one of Socket Mode and HTTP, because with both everybody would be answered twice.
import { App, webApi, type Receiver } from '@slack/bolt'
import type { Wait } from '../../src/kit/wait.ts'
import type { Log } from '../../src/ports/ports.ts'
import type { Programs } from '../server.ts'
import { refused, sayTrouble, type Identity } from './doctor.ts'
import { openHttp } from './http.ts'
import { quietLogger } from './logger.ts'
import type { SlackSettings } from './settings.ts'
import { openSocket } from './socket.ts'

export interface Way {
  readonly mount: (programs: Programs) => void
  health(): { readonly ok: boolean; readonly what: string }
  readonly close: () => Promise<void>
}

export interface WayOptions {
  readonly settings: SlackSettings
  readonly clock: () => Date
  readonly log: Log
  readonly wait: Wait
  readonly identity: Identity
  readonly receive: (delivery: Receipt) => Promise<void>
}

/** Something that Slack sent. `ack` tells Slack that it arrived; it must be sent within three seconds. */
export interface Receipt {
  readonly body: unknown
  readonly ack: (answer?: unknown) => Promise<void>
}

export async function openWay(options: WayOptions): Promise<Way> {
  const { mode } = options.settings
  return mode.kind === 'socket' ? openSocketWay(options, mode.appToken) : openHttpWay(options, mode.signingSecret)
}

function openHttpWay(options: WayOptions, signingSecret: string): Way {
  const http = openHttp({ signingSecret, clock: options.clock, log: options.log })
  listen(http.receiver, options)
  return {
    mount: http.mount,
    health: () => {
      const last = http.lastHeard()
      return { ok: true, what: last === undefined ? 'waiting at /slack/events' : `last heard ${last.toISOString()}` }
    },
    close: () => Promise.resolve(),
  }
}

async function openSocketWay(options: WayOptions, appToken: string): Promise<Way> {
  const { clock, log, wait, settings } = options
  const socket = openSocket({ appToken, apiUrl: settings.apiUrl, clock, log, wait })
  listen(socket.receiver, options)
  try {
    await socket.start()
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error
    throw new Error(sayTrouble([refused('app token', error.data)]), { cause: error })
  }
  return {
    mount: () => undefined,
    health: () => {
      const state = socket.state()
      if (state.kind === 'lost')
        return { ok: false, what: `not connected since ${state.since.toISOString()} (${state.why})` }
      return { ok: true, what: state.others > 0 ? `connected, and so are ${state.others} other programs` : 'connected' }
    },
    close: socket.close,
  }
}

/** Bolt receives deliveries, verifies their form and acknowledges them; one listener takes everything. */
function listen(receiver: Receiver, { identity, settings, log, receive }: WayOptions): void {
  const app = new App({
    receiver,
    logger: quietLogger(log),
    // It is already known; without it Bolt would ask Slack on its own, and a failure there would end the process.
    authorize: () => Promise.resolve({ botId: identity.bot, botUserId: identity.user, teamId: identity.team }),
    clientOptions: { slackApiUrl: settings.apiUrl },
    // It would keep something about every conversation for ever.
    convoStore: false,
    // hear.ts leaves alone what programs say, including ourselves.
    ignoreSelf: false,
  })
  const acks = holdAcks(app)
  app.use(({ body }) => receive({ body, ack: acks(body) }))
  app.error((error) => {
    log.error({ error: error.message }, 'slack: a delivery could not be taken in')
    return Promise.resolve()
  })
}

/**
 * Bolt acknowledges an event before anybody has seen it, and what was acknowledged but not written down is lost when
 * the process ends. So Bolt gets an acknowledgement that does nothing, and whoever has written the event down makes the
 * real one.
 */
function holdAcks(app: App): (body: unknown) => Receipt['ack'] {
  const held = new WeakMap<object, Receipt['ack']>()
  const process = app.processEvent.bind(app)
  app.processEvent = async (event) => {
    const { body, ack } = event
    held.set(body, async (answer) => {
      await ack(answer as Parameters<typeof ack>[0])
    })
    await process({ ...event, ack: () => Promise.resolve() })
  }
  return (body) => (typeof body === 'object' && body !== null ? held.get(body) : undefined) ?? (() => Promise.resolve())
}
