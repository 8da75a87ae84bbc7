// The HTTP way in: /slack/events on the one web server, every request verified before Bolt sees it.
import type { IncomingMessage } from 'node:http'
import { ExpressReceiver } from '@slack/bolt'
import type { Express, RequestHandler } from 'express'
import type { Log } from '../../src/ports.ts'
import { quietLogger } from './logger.ts'
import { verifyRequest } from './verify.ts'

export const eventsPath = '/slack/events'

export interface HttpWay {
  readonly receiver: ExpressReceiver
  readonly mount: (server: Express) => void
  /** When Slack last got through. */
  lastHeard(): Date | undefined
}

export function openHttp({
  signingSecret,
  clock,
  log,
}: {
  signingSecret: string
  clock: () => Date
  log: Log
}): HttpWay {
  let heard: Date | undefined
  let warned = 0
  const receiver = new ExpressReceiver({
    signingSecret,
    // Done by `guard`, which also looks into the future; Bolt then takes the body that was verified.
    signatureVerification: false,
    endpoints: eventsPath,
    logger: quietLogger(log),
  })
  const guard: RequestHandler = async (request, response, next) => {
    const body = await readBody(request)
    if (body === undefined) {
      response.status(413).end()
      return
    }
    const now = clock()
    const verdict = verifyRequest(
      {
        timestamp: request.get('x-slack-request-timestamp'),
        signature: request.get('x-slack-signature'),
        body: body.toString(),
      },
      signingSecret,
      now,
    )
    if (verdict !== 'genuine') {
      // Anybody can knock; a line a minute is enough.
      if (now.getTime() - warned > 60_000) log.warn({ verdict }, 'turned away a request that does not come from slack')
      warned = now.getTime()
      response.status(401).end()
      return
    }
    heard = now
    Object.assign(request, { rawBody: body })
    next()
  }
  return {
    receiver,
    mount: (server) => {
      server.post(eventsPath, guard)
      server.use(receiver.router)
    },
    lastHeard: () => heard,
  }
}

/** Slack's largest payloads are some hundred kilobytes. */
const bodyLimit = 1024 * 1024

/** Undefined when it is too long to be Slack's. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= bodyLimit) chunks.push(chunk)
      else resolve(undefined)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })
}
