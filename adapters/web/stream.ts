// Tells open pages about new messages, as server-sent events: first what a page has missed, then each change as it
// happens.
import type { Response } from 'express'
import { limits } from './limits.ts'
import type { Message, Transcript } from './transcript.ts'

export interface Streams {
  readonly open: () => number
  /** False where there are too many already, or when the server is about to stop. */
  start(response: Response, transcript: Transcript, on: StreamFrom): boolean
  close(): void
}

export interface StreamFrom {
  /** The cursor of the last message that the page has. */
  readonly after: string | undefined
  /** A message as the page shows it. */
  readonly show: (message: Message) => string
  /** Whether the listener may still listen. */
  readonly still: () => Promise<boolean>
}

/** Keeps a silent connection from being taken for a dead one. */
const heartbeatMilliseconds = 20_000

export function openStreams(): Streams {
  const responses = new Set<Response>()
  /** How many each room has open. */
  const shares = new Map<Transcript, number>()
  let closed = false

  return {
    open: () => responses.size,
    start(response, transcript, { after, show, still }) {
      const share = shares.get(transcript) ?? 0
      if (closed || responses.size >= limits.tabs || share >= limits.tabsEach) return false
      shares.set(transcript, share + 1)
      response.status(200).set({
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        // Some proxies hold back what they take for a small response.
        'X-Accel-Buffering': 'no',
      })
      const write = (text: string) => {
        // The server may have ended it, or the page may have gone, a moment before anybody noticed.
        if (response.writableEnded || response.destroyed) return
        response.write(text)
        if (response.writableLength > limits.unreadBytes) response.destroy()
      }
      let queue: Promise<unknown> = Promise.resolve()
      // A session can end while its page is open, so this is checked before anything is sent.
      const send = (text: string) => {
        queue = queue.then(still).then(
          (may) => (may ? write(text) : response.end()),
          () => response.end(),
        )
      }
      const tell = (message: Message) => {
        send(`id: ${transcript.cursor(message)}\ndata: ${JSON.stringify(show(message))}\n\n`)
      }
      write('retry: 2000\n\n')
      const stop = transcript.watch(tell)
      const heart = setInterval(() => send(': here\n\n'), heartbeatMilliseconds).unref()
      responses.add(response)
      response.on('close', () => {
        stop()
        clearInterval(heart)
        responses.delete(response)
        const left = (shares.get(transcript) ?? 1) - 1
        if (left === 0) shares.delete(transcript)
        else shares.set(transcript, left)
      })
      for (const message of transcript.since(after)) tell(message)
      return true
    },
    close() {
      closed = true
      for (const response of responses) response.end()
    },
  }
}
