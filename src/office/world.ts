// What the office works with: the school as it stands, what the outside can do for it, and who is there.
import type { Person } from '../chat/people.ts'
import { dayIn, type Day } from '../kit/days.ts'
import { may, type Deed } from '../people/may.ts'
import type { FileRecord } from '../people/columns.ts'
import type { ReadDocument } from '../ports/document.ts'
import type { Upload, Visitor } from '../ports/office.ts'
import type { Ports } from '../ports/ports.ts'
import type { Desk } from '../turn/desk.ts'
import type { Library } from '../turn/library.ts'
import type { Kept } from './kept.ts'
import type { SharedHome } from './shared-home.ts'

export interface World {
  /** The school's home folder, and the program's own. */
  readonly home: string
  readonly root: string
  readonly ports: Pick<
    Ports,
    | 'people'
    | 'journal'
    | 'register'
    | 'notices'
    | 'directory'
    | 'doors'
    | 'store'
    | 'lessons'
    | 'understanding'
    | 'calendarLinks'
    | 'schoolNotes'
    | 'mail'
    | 'publicUrl'
    | 'clock'
    | 'newId'
    | 'newToken'
    | 'log'
  >
  /** Its present state. */
  library(): Library
  /** Reads the school's files again; what it finds applies from now on, without a restart. */
  renew(): void
  readDocument(bytes: Uint8Array, name: string): Promise<ReadDocument>
  readList(bytes: Uint8Array, name: string): Promise<ReadList>
  /** An inspection pack of a policy as a file; a sentence where there is nothing to pack, or none was named of several. */
  makePack(policy: string | undefined): Promise<{ readonly path: string; readonly name: string } | string>
  /** In sentences; the first says what it is. */
  judge(certificate: Upload | string): Promise<{ readonly good: boolean; readonly lines: readonly string[] }>
  readonly backups: Backups
  /** Where several servers share one database; undefined where there is one. */
  readonly shared: SharedHome | undefined
  /** How people reach the bot: what is set, what is missing, and the result of trying it. */
  tryWays(): Promise<readonly Tried[]>
  /** Lists and documents that were sent and are being looked at; kept in memory for an hour. */
  readonly lists: Kept<SentList>
  readonly documents: Kept<SentDocument>
  readonly packs: Kept<Packing>
}

export type ReadList =
  | { readonly kind: 'records'; readonly records: readonly FileRecord[]; readonly hash: string }
  | { readonly kind: 'refused'; readonly what: string }

export interface SentList {
  readonly name: string
  readonly hash: string
  readonly records: readonly FileRecord[]
  /** Nobody leaves because they are missing from it. */
  readonly part: boolean
}

export interface SentDocument {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly bytes: Uint8Array
  /** Undefined while it is being read. */
  read: ReadDocument | undefined
  /** What was corrected and ticked since, by the names of the form's fields. */
  given: Readonly<Record<string, string>>
}

export interface Packing {
  became:
    | { readonly kind: 'making' }
    | { readonly kind: 'made'; readonly path: string; readonly name: string }
    | { readonly kind: 'failed'; readonly what: string }
}

/** The backups that lie on this server. Making and trying go on while pages are shown, one at a time. */
export interface Backups {
  /** Newest first. */
  list(): readonly BackupKept[]
  state(): { readonly busy: boolean; readonly failed: string | undefined }
  make(): void
  tryOne(name: string): void
  drop(name: string): void
  /** Undefined where there is no such backup. */
  open(name: string): AsyncIterable<Uint8Array> | undefined
}

export interface BackupKept {
  readonly name: string
  readonly bytes: number
  readonly at: Date
  /** The last time somebody saw whether it can be restored, with what came of it. */
  readonly tried: { readonly at: Date; readonly ok: boolean; readonly what: string } | undefined
}

export interface Tried {
  readonly name: string
  readonly ok: boolean
  readonly what: string
}

/** Whoever is in the office, once it is known that they may be. */
export interface Insider {
  /** A person id, or `operator` for somebody at this machine. */
  readonly by: string
  may(deed: Deed): boolean
}

export const officeDeeds: readonly Deed[] = ['keep-people', 'own-policy', 'see-register', 'keep-settings']

/**
 * Undefined for people who may do nothing here. The office is about the real school: invented people have no part in
 * it.
 */
export async function insiderOf(world: World, visitor: Visitor): Promise<Insider | undefined> {
  if (visitor.kind === 'here') return { by: 'operator', may: () => true }
  const person = await world.ports.directory.find(visitor.account)
  if (person === undefined || person.practice) return undefined
  const today = todayOf(world)
  const insider = { by: person.id, may: (deed: Deed) => may(person, deed, today) }
  return officeDeeds.some(insider.may) ? insider : undefined
}

export function todayOf({ library, ports }: Pick<World, 'library' | 'ports'>): Day {
  return dayIn(library().school.zone, ports.clock())
}

/** The id of a school's only policy; empty where it has several, and somebody has to say which is meant. */
export function theOnlyPolicy({ shelf: { policies } }: Desk): string {
  const [only, ...others] = policies
  return only === undefined || others.length > 0 ? '' : only.id
}

/** All real people, including leavers. */
export async function everybodyReal(world: Pick<World, 'ports'>): Promise<readonly Person[]> {
  const all: Person[] = []
  for (;;) {
    const after = all.at(-1)?.id
    const which = { practice: false, most: 1_000 }
    const page = await world.ports.people.list(after === undefined ? which : { ...which, after })
    all.push(...page)
    if (page.length < 1_000) return all
  }
}
