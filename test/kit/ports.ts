// Ports for tests and benches: a real SQLite in memory, a clock that stands still until moved, ids that count.
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Place } from '../../src/chat/people.ts'
import type { Ports } from '../../src/ports.ts'

export interface TestPorts {
  readonly ports: Ports
  readonly posted: { readonly place: Place; readonly card: Card }[]
  readonly logged: string[]
  setClock(iso: string): void
  close(): Promise<void>
}

export async function memoryPorts(now = '2026-11-23T09:00:00Z'): Promise<TestPorts> {
  let clock = new Date(now)
  let ids = 0
  const newId = () => `id-${++ids}`
  const posted: TestPorts['posted'] = []
  const logged: string[] = []
  const line = (about: Readonly<Record<string, unknown>>, what: string) => {
    const { error, ...rest } = about
    logged.push(`${what} ${JSON.stringify(rest)} ${error instanceof Error ? (error.stack ?? error.message) : ''}`)
  }
  const { store, directory, close } = openStore(await openSqlite(':memory:'), newId)
  const chat = { post: (place: Place, card: Card) => Promise.resolve(void posted.push({ place, card })) }
  return {
    ports: { chat, store, directory, clock: () => clock, newId, log: { info: line, warn: line, error: line } },
    posted,
    logged,
    setClock: (iso) => (clock = new Date(iso)),
    close,
  }
}
