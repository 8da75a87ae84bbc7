// Tells open pages of new messages, as server-sent events: first what a page has missed, then each change as it happens.
import type { Response } from 'express'
import { limits } from './limits.ts'
import type { Message, Transcript } from './transcript.ts'

export interface Streams {
  readonly open: () => number
  /** False when there are too many already, or when the server is about to stop. */
  start(response: Response, transcript: Transcript, on: StreamFrom): boolean
  close(): void
}

export interface StreamFrom {
  /** The cursor of the last message that the page has. */
  readonly after: string | undefined
  /** A message as the page shows it. */
  readonly show: (message: Message) => string
}

/** Keeps a silent connection from being taken for a dead one. */
const heartbeatMilliseconds = 20_000

export function openStreams(): Streams {
  const responses = new Set<Response>()
  let closed = false

  return {
    open: () => responses.size,
    start(response, transcript, { after, show }) {
      if (closed || responses.size >= limits.tabs) return false
      response.status(200).set({
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        // Some proxies hold back what they think is a small answer.
        'X-Accel-Buffering': 'no',
      })
      const write = (text: string) => {
        // The server may have ended it, or the page have gone, a moment before anybody was told.
        if (!response.writableEnded && !response.destroyed) response.write(text)
      }
      const send = (message: Message) => {
        write(`id: ${transcript.cursor(message)}\ndata: ${JSON.stringify(show(message))}\n\n`)
        if (response.writableLength > limits.unreadBytes) response.destroy()
      }
      write('retry: 2000\n\n')
      const stop = transcript.watch(send)
      const heart = setInterval(() => write(': here\n\n'), heartbeatMilliseconds).unref()
      responses.add(response)
      response.on('close', () => {
        stop()
        clearInterval(heart)
        responses.delete(response)
      })
      for (const message of transcript.since(after)) send(message)
      return true
    },
    close() {
      closed = true
      for (const response of responses) response.end()
    },
  }
}
