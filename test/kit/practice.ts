// Serves the web page on a real server on a free port, around the app itself or a few lines of a test.
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { startServer } from '../../adapters/server.ts'
import { connectWeb, type WebOptions } from '../../adapters/web/connect.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import type { Account } from '../../src/chat/people.ts'
import type { Reply } from '../../src/chat/replies.ts'
import { memoryPorts } from './ports.ts'
import type { Directory, SeenPerson } from '../../src/ports/people.ts'
import type { Chat, Posted } from '../../src/ports/ports.ts'

export interface Practice {
  readonly url: string
  readonly port: number
  readonly chat: Chat
  readonly logged: readonly string[]
  readonly kept: readonly { readonly account: Account; readonly seen: SeenPerson }[]
  health(): { ok: boolean; what: string }
  push(who: string, card: Card): Promise<Posted>
  close(): Promise<void>
}

/** Defaults are practice, an empty store, and a directory that only records what it is told. */
export interface PracticeOptions extends Partial<Omit<WebOptions, 'hear' | 'school' | 'root'>> {
  readonly hear: (event: ChatEvent) => Promise<readonly Reply[]>
  /** The port to use again after a restart. */
  readonly port?: number
  readonly behindProxy?: boolean
}

export async function servePractice(options: PracticeOptions): Promise<Practice> {
  const logged: string[] = []
  const kept: Practice['kept'][number][] = []
  const line = (about: Readonly<Record<string, unknown>>, what: string) =>
    void logged.push(`${what} ${JSON.stringify(about)}`)
  const log = options.log ?? { info: line, warn: line, error: line }
  const { ports, close: closePorts } = await memoryPorts()
  const web = connectWeb({
    ...ports,
    directory: notebook(kept),
    clock: () => new Date(),
    newId: randomUUID,
    access: { kind: 'practice' },
    handouts: noHandouts,
    calendar: () => Promise.resolve(undefined),
    hasSigned: () => Promise.resolve(false),
    renew: () => Promise.resolve(),
    ...options,
    school: { name: 'Hilltop School', zone: 'Europe/London' },
    log,
    root: resolve('.'),
  })
  const { url, close } = await startServer({
    host: '127.0.0.1',
    port: options.port ?? 0,
    log,
    behindProxy: options.behindProxy ?? false,
    mount: (app) => web.mount(app),
  })
  return {
    url,
    port: Number(new URL(url).port),
    chat: web.chat,
    logged,
    kept,
    health: () => web.health(),
    push: (who, card) => web.chat.post({ platform: 'web', id: who, kind: 'private' }, card),
    async close() {
      await web.close()
      await close()
      await closePorts()
    },
  }
}

const noHandouts: WebOptions['handouts'] = {
  original: () => Promise.resolve(undefined),
  receipt: () => Promise.resolve(undefined),
  timeline: () => Promise.resolve(undefined),
  register: () => Promise.resolve({ kind: 'refused', why: 'Nobody may see it here.' }),
}

function notebook(kept: Practice['kept'][number][]): Directory {
  return {
    find: () => Promise.resolve(undefined),
    names: () => Promise.resolve([]),
    keep: (account, seen) => Promise.resolve(void kept.push({ account, seen })),
    close: () => Promise.resolve(),
  }
}
