// The HTTP way in: /slack/events on the one web server. Every request is verified before its body is even read as JSON.
// Bolt's own receiver would start a web server of its own and read the body three times.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse as parseForm } from 'node:querystring'
import type { App, Receiver } from '@slack/bolt'
import { z } from 'zod'
import type { Log } from '../../src/ports/ports.ts'
import type { Programs } from '../server.ts'
import { parseDelivery } from './payloads.ts'
import { verifyRequest } from './verify.ts'

export const eventsPath = '/slack/events'

export interface HttpWay {
  readonly receiver: Receiver
  readonly mount: (programs: Programs) => void
  /** When Slack last reached us. */
  lastHeard(): Date | undefined
}

export interface HttpOptions {
  readonly signingSecret: string
  readonly clock: () => Date
  readonly log: Log
}

export function openHttp({ signingSecret, clock, log }: HttpOptions): HttpWay {
  let bolt: App | undefined
  let heard: Date | undefined
  let warned = 0
  let turned = 0
  const isGenuine = ({ headers }: IncomingMessage, body: string): boolean => {
    const now = clock()
    const [timestamp, signature] = [headers['x-slack-request-timestamp'], headers['x-slack-signature']]
    const verdict = verifyRequest({ timestamp: one(timestamp), signature: one(signature), body }, signingSecret, now)
    if (verdict === 'genuine') {
      heard = now
      return true
    }
    turned += 1
    // Anybody can send requests; one line a minute is enough, for as long as it goes on.
    if (Math.abs(now.getTime() - warned) >= 60_000) {
      log.warn({ verdict, requests: turned }, 'turned away a request that does not come from slack')
      warned = now.getTime()
      turned = 0
    }
    return false
  }
  /** What was sent, or the status that refuses it. */
  const takeIn = async (request: IncomingMessage) => {
    const text = await readBody(request)
    if (text === undefined) return 413
    return isGenuine(request, text) ? (parseBody(text, request.headers['content-type']) ?? 400) : 401
  }
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await takeIn(request)
    if (typeof body === 'number') end(response, body)
    else if ('ssl_check' in body) end(response, 200)
    else if (body['type'] === 'url_verification') end(response, 200, { challenge: body['challenge'] })
    else {
      // What nobody here will answer is only acknowledged.
      if (parseDelivery(body) === undefined) {
        end(response, 200)
        return
      }
      const ack = (answer: unknown) => {
        end(response, 200, answer)
        return Promise.resolve()
      }
      await bolt?.processEvent({ body, ack })
    }
  }
  return {
    receiver: { init: (app) => (bolt = app), start: () => Promise.resolve(), stop: () => Promise.resolve() },
    mount: (programs) => {
      programs(eventsPath, (request, response) => {
        serve(request, response).catch((error: unknown) => {
          log.error({ why: error instanceof Error ? error.message : '' }, 'slack: a delivery could not be taken in')
          end(response, 500)
        })
      })
    },
    lastHeard: () => heard,
  }
}

function one(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined
}

/** Only once: Slack ignores anything after the first answer. */
function end(response: ServerResponse, status: number, answer?: unknown): void {
  if (response.headersSent) return
  if (typeof answer === 'object' && answer !== null) {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  } else response.writeHead(status).end(typeof answer === 'string' ? answer : undefined)
}

/** Only that it is an object: payloads.ts has a schema for everything that is read of it. */
const Body = z.custom<Record<string, unknown>>(
  (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
)

/** Events come as JSON; commands as a form, and interactions as JSON in a field of a form. */
function parseBody(text: string, type: string | undefined): Record<string, unknown> | undefined {
  try {
    if (type?.startsWith('application/x-www-form-urlencoded') !== true) return Body.parse(JSON.parse(text))
    const form = parseForm(text)
    return typeof form['payload'] === 'string' ? Body.parse(JSON.parse(form['payload'])) : { ...form }
  } catch {
    return undefined
  }
}

/** Slack's largest payloads are some hundred kilobytes. */
const bodyLimit = 1024 * 1024

/** Undefined where it is too long to come from Slack, or where whoever sent it is gone: anybody may do that, often. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= bodyLimit) chunks.push(chunk)
      else resolve(undefined)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString()))
    request.on('error', () => resolve(undefined))
  })
}
