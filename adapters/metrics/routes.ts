// /metrics: for programs on this machine, and for those that know the token. Everybody else is told that there is no
// such page.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Express } from 'express'
import { isFromHere } from '../../src/kit/here.ts'
import type { Metrics } from './metrics.ts'

export interface MetricsPage extends Pick<Metrics, 'scrape'> {
  /** The token that lets a program in from another machine; undefined lets nobody in. */
  readonly token: string | undefined
}

export function mountMetrics(app: Express, { scrape, token }: MetricsPage): void {
  app.get('/metrics', async (request, response, next) => {
    const here = isFromHere({ address: request.socket.remoteAddress, headers: request.headers })
    if (!here && !shows(request.get('Authorization'), token)) {
      next()
      return
    }
    const { type, text } = await scrape()
    response.set({ 'Cache-Control': 'no-store', 'Content-Type': type }).send(text)
  })
}

function shows(authorization: string | undefined, token: string | undefined): boolean {
  const shown = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
  // Hashes have equal lengths, and comparing them takes the same time wherever they differ.
  return token !== undefined && shown !== undefined && timingSafeEqual(sha256(shown), sha256(token))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
