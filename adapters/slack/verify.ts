// Whether a request really comes from Slack, at this moment. Slack signs each with the app's secret and the time.
import { createHmac, timingSafeEqual } from 'node:crypto'

export type Verdict = 'genuine' | 'unsigned' | 'too-old' | 'too-new' | 'forged'

export interface SignedRequest {
  readonly timestamp: string | undefined
  readonly signature: string | undefined
  readonly body: string
}

/**
 * Slack's own rule for how far the clocks may differ, in seconds. It must hold in both directions; Bolt only checks the
 * past.
 */
const tolerance = 5 * 60

export function verifyRequest({ timestamp, signature, body }: SignedRequest, secret: string, now: Date): Verdict {
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return 'unsigned'
  const seconds = Number(timestamp)
  const age = Math.floor(now.getTime() / 1000) - seconds
  if (age > tolerance) return 'too-old'
  if (age < -tolerance) return 'too-new'
  const own = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`)
  const theirs = Buffer.from(signature)
  return own.length === theirs.length && timingSafeEqual(own, theirs) ? 'genuine' : 'forged'
}
