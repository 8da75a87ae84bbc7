// A watched folder, local or mounted: a new or changed document becomes a proposal for policy owners.
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Person } from '../chat/people.ts'
import { isWorkingTime } from '../kit/calendar.ts'
import { dayIn } from '../kit/days.ts'
import { deliverAll } from '../outbox/deliver.ts'
import type { Planned } from '../outbox/types.ts'
import { noteTold, openProposedFiles, proposeFile, type ProposedFile } from '../office/proposals.ts'
import { showProposed, writeProposed } from '../office/proposed-card.ts'
import { may } from '../people/may.ts'
import type { Ports } from '../ports/ports.ts'
import type { Library } from '../turn/library.ts'
import { filesIn, openFile } from './document-file.ts'

export interface Watching {
  readonly home: string
  /** Undefined where none is set. */
  readonly folder: string | undefined
  readonly ports: Ports
  library(): Library
}

/** Looks on each beat. A file that was written to since the last look may be incomplete, and is left for the next. */
export function watchFolder({ home, folder, ports, library }: Watching): (now: Date) => Promise<void> {
  let before = new Map<string, string>()
  const done = new Set<string>()
  return async (now) => {
    if (folder === undefined) return
    const seen = new Map<string, string>()
    for (const path of looksOf(folder)) {
      const look = lookAt(path)
      if (look === undefined) continue
      seen.set(path, look)
      if (before.get(path) !== look || done.has(`${path} ${look}`)) continue
      done.add(`${path} ${look}`)
      const file = openFile(path)
      if (typeof file === 'string' || 'kind' in file) continue
      if (proposeFile(home, { name: basename(path), sha256: file.sha256, bytes: file.bytes, at: now }))
        ports.log.info({ sha256: file.sha256 }, 'a document in the watched folder is proposed')
    }
    before = seen
    await tellOwners({ home, ports, library }, now)
  }
}

/** A folder that is not mounted at the moment has nothing new. */
function looksOf(folder: string): readonly string[] {
  try {
    return statSync(folder).isDirectory() ? filesIn([folder]).slice(0, 2_000) : []
  } catch {
    return []
  }
}

function lookAt(path: string): string | undefined {
  try {
    const { size, mtimeMs } = statSync(path)
    return `${size} ${mtimeMs}`
  } catch {
    return undefined
  }
}

async function tellOwners({ home, ports, library }: Omit<Watching, 'folder'>, now: Date): Promise<void> {
  const { school } = library()
  const untold = openProposedFiles(home).filter(({ told }) => !told)
  if (untold.length === 0 || !isWorkingTime(now, school.calendar)) return
  const owners = await ownersAmong(ports, dayIn(school.zone, now))
  const planned = owners.map((owner): Planned => noticeFor(untold, { owner, now, school: school.name, ports, home }))
  await deliverAll(ports, planned, () => now)
  if (owners.length > 0) noteTold(home, untold)
}

interface Telling {
  readonly owner: Person
  readonly now: Date
  readonly school: string
  readonly ports: Ports
  readonly home: string
}

function noticeFor(untold: readonly ProposedFile[], { owner, now, school, ports, home }: Telling): Planned {
  const names = untold.map(({ name }) => name)
  const [first] = untold
  return {
    key: `proposed:${first?.sha256.slice(0, 16) ?? ''}:${owner.id}`,
    kind: 'proposed',
    person: owner.id,
    at: now,
    reason: `${untold.length} documents in the watched folder`,
    show: () => showProposed(names),
    write: () => writeProposed(names, { name: owner.name, school, publicUrl: ports.publicUrl }),
    still: () => Promise.resolve(openProposedFiles(home).some(({ sha256 }) => sha256 === first?.sha256)),
  }
}

/** Policy owners; where there are none, everybody who may do the same. */
async function ownersAmong({ people }: Pick<Ports, 'people'>, today: string): Promise<readonly Person[]> {
  const [owners, slt] = await Promise.all([
    people.list({ practice: false, role: 'policy-owner', most: 50 }),
    people.list({ practice: false, role: 'slt', most: 50 }),
  ])
  const here = (all: readonly Person[]) => all.filter((person) => may(person, 'own-policy', today))
  return here(owners).length > 0 ? here(owners) : here(slt)
}
