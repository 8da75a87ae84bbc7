// A time-stamping authority (RFC 3161), asked over HTTP: bytes out, bytes back, and what went wrong in one line.
import type { Authority } from '../../src/ports/ports.ts'

/** Milliseconds that an answer may take: nobody waits for it, and tomorrow's head is stamped too. */
const limit = 20_000
/** No answer is larger. */
const mostBytes = 100_000

export const authority: Authority = {
  async ask(url, request) {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: Buffer.from(request),
        redirect: 'error',
        signal: AbortSignal.timeout(limit),
      })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      if (!answer.ok) return { kind: 'failed', what: `The authority of time answered ${answer.status}.` }
      if (bytes.length > mostBytes) return { kind: 'failed', what: 'The authority of time answered too much.' }
      return { kind: 'answered', bytes }
    } catch (error) {
      return { kind: 'failed', what: `The authority of time could not be reached (${nameOf(error)}).` }
    }
  },
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'broken'
}
