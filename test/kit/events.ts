// Reads a stream of server-sent events as a browser does.
import { parse } from 'node-html-parser'
import type { Browse } from './browse.ts'

export interface PushedEvent {
  readonly id: string
  readonly title: string
}

export interface Stream {
  /** Resolves to all events so far once one has a title with these words. */
  until(words: string): Promise<readonly PushedEvent[]>
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

export async function readStream(browser: Browse, path: string, headers: Record<string, string> = {}): Promise<Stream> {
  const stop = new AbortController()
  const response = await browser.raw(path, { headers, signal: stop.signal })
  if (response.status !== 200 || response.body === null) throw new Error(`no stream: ${response.status}`)
  const events: PushedEvent[] = []
  const waiting = new Set<() => void>()

  const ended = (async () => {
    let rest = ''
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
      const blocks = (rest + piece.value).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) events.push(...readEvent(block))
      for (const look of waiting) look()
    }
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })

  return {
    ended,
    until: (words) =>
      new Promise((resolve) => {
        const look = () => {
          if (!events.some(({ title }) => title.includes(words))) return
          waiting.delete(look)
          resolve([...events])
        }
        waiting.add(look)
        look()
      }),
    async close() {
      stop.abort()
      await ended
    },
  }
}

function readEvent(block: string): PushedEvent[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  const data = field('data')
  if (data === undefined) return []
  const html: unknown = JSON.parse(data)
  return [{ id: field('id') ?? '', title: parse(String(html)).querySelector('h2')?.textContent ?? '' }]
}
