// Ports for tests and benches: a real SQLite database in memory, a clock that only moves when told, and ids that count
// up.
import type { Kysely } from 'kysely'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Place } from '../../src/chat/people.ts'
import { openLog } from '../../src/command/log.ts'
import { foldInvolvement } from '../../src/standing/fold.ts'
import { seal } from '../../src/journal/seal.ts'
import type { Memberships } from '../../src/ports/memberships.ts'
import type { Thumbs } from '../../src/ports/thumbs.ts'
import { tablesInMemory } from './tables.ts'
import type { Addresses, Chat, Mail, Meter, Ports } from '../../src/ports/ports.ts'

export interface TestPorts {
  readonly ports: Ports & { readonly addresses: Addresses }
  readonly memberships: Memberships
  readonly thumbs: Thumbs
  readonly posted: { readonly place: Place; readonly card: Card }[]
  /** The operator's log, line by line, at every level. */
  readonly logged: string[]
  setClock(iso: string): void
  close(): Promise<void>
}

/** `file` puts the database on disk, as in a school. */
export async function memoryPorts(now = '2026-11-23T09:00:00Z', file = ':memory:'): Promise<TestPorts> {
  return portsOver(await (file === ':memory:' ? tablesInMemory() : openSqlite(file)), { now })
}

/** Servers that share a database must differ in how their ids begin. */
export function portsOver(db: Kysely<Tables>, { now, ids: begin = 'id' }: { now: string; ids?: string }): TestPorts {
  let clock = new Date(now)
  let ids = 0
  const newId = () => `${begin}-${++ids}`
  const posted: TestPorts['posted'] = []
  const logged: string[] = []
  const log = openLog('trace', { write: (line) => void logged.push(line) })
  const { close, ...kept } = openStore(db, {
    newId,
    clock: () => clock,
    seal,
    fold: foldInvolvement,
  })
  const post = (place: Place, card: Card) => {
    posted.push({ place, card })
    return Promise.resolve({ kind: 'sent', message: `message-${posted.length}` } as const)
  }
  const chat = { post, find: cannotTell, replace: cannotReplace }
  let tokens = 0
  const newToken = () => `token-${++tokens}-`.padEnd(43, '0')
  return {
    ports: {
      chat,
      ...kept,
      originals: noOriginals,
      ruleWords: noRuleWords,
      mail: noMail,
      authority: noAuthority,
      clock: () => clock,
      newId,
      newToken,
      publicUrl: undefined,
      log,
      meter: noMeter,
    },
    memberships: kept.memberships,
    thumbs: kept.thumbs,
    posted,
    logged,
    setClock: (iso) => (clock = new Date(iso)),
    close,
  }
}

/** As on most platforms, nothing tells whether a message has arrived. */
export const cannotTell: Chat['find'] = () => Promise.resolve({ kind: 'cannot-tell', what: 'a test' })

/** As on a platform that cannot change a message. */
export const cannotReplace: Chat['replace'] = () => Promise.resolve({ kind: 'refused', why: 'other', what: 'a test' })

/** An authority that cannot be reached. */
export const noAuthority: Ports['authority'] = {
  ask: () => Promise.resolve({ kind: 'failed', what: 'There is none here.' }),
}

/** Without a home folder, no originals are kept. */
export const noOriginals: Ports['originals'] = { read: () => Promise.resolve(undefined) }

/** Without a home folder, no words of rules are kept. */
export const noRuleWords: Ports['ruleWords'] = {
  confirm: () => Promise.resolve({ kind: 'unsound', lines: ['There is no home here.'] }),
}

export const noMail: Mail = {
  on: false,
  send: () => Promise.resolve({ kind: 'refused', why: 'other', what: 'no way to send email is set' }),
}

const nothing = () => undefined
/** Counts nothing. */
export const noMeter: Meter = {
  heard: nothing,
  arrived: nothing,
  asked: nothing,
  ruled: nothing,
  posted: nothing,
  troubled: nothing,
  ticked: nothing,
}
