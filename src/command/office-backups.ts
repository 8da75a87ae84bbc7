// Backups for the office: listed, made, and tried as a restore would read them, one at a time.
import {
  createReadStream,
  copyFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../office/edition-files.ts'
import type { BackupKept, Backups } from '../office/world.ts'
import { makeBackup } from './backup.ts'
import { backupFolder } from './home.ts'
import type { WhichHome } from './open-home.ts'
import { readStaged } from './restore.ts'

const Tries = z.record(z.string(), z.object({ at: z.iso.datetime(), ok: z.boolean(), what: z.string() }))

export function backupsIn(which: WhichHome): Backups {
  const folder = backupFolder(which.home)
  let busy: Promise<void> | undefined
  let failed: string | undefined
  const alone = (work: () => Promise<string | undefined>) => {
    if (busy !== undefined) return
    failed = undefined
    busy = work()
      .catch((error: unknown) => (error instanceof Error ? error.message : 'It did not work.'))
      .then((what) => {
        failed = what
        busy = undefined
      })
  }
  return {
    list: () => listed(folder),
    state: () => ({ busy: busy !== undefined, failed }),
    make: () =>
      alone(async () => {
        const made = await makeBackup(which)
        if (made.kind === 'refused') return made.what
        // A backup is verified before it gets its name, which is the first time it is tried.
        noteTry(folder, basename(made.file), { at: which.clock().toISOString(), ok: true, what: 'when it was made' })
        return undefined
      }),
    tryOne: (name) => alone(() => tryOne(which, name)),
    drop(name) {
      if (isThere(folder, name)) rmSync(join(folder, name), { force: true })
    },
    open: (name) =>
      isThere(folder, name) ? (createReadStream(join(folder, name)) as AsyncIterable<Uint8Array>) : undefined,
  }
}

/** Other files in the folder are left alone. */
const isName = (name: string) => /^[\w.-]+\.db$/.test(name) && !name.startsWith('.')

function isThere(folder: string, name: string): boolean {
  return isName(name) && existsSync(join(folder, name))
}

/** Newest first. */
function listed(folder: string): readonly BackupKept[] {
  if (!existsSync(folder)) return []
  const tries = readTries(folder)
  return readdirSync(folder)
    .filter(isName)
    .map((name): BackupKept => {
      const { size, mtime } = statSync(join(folder, name))
      const tried = tries[name]
      return { name, bytes: size, at: mtime, tried: tried && { ...tried, at: new Date(tried.at) } }
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

/** Read as a restore would, into a folder that is deleted again. A sentence where it could not be restored. */
async function tryOne({ home, clock }: WhichHome, name: string): Promise<string | undefined> {
  const folder = backupFolder(home)
  if (!isThere(folder, name)) return 'That backup is not here any more.'
  const trial = mkdtempSync(join(tmpdir(), 'policy-guide-try-'))
  try {
    const copy = join(trial, 'try.db')
    copyFileSync(join(folder, name), copy)
    chmodSync(copy, 0o600)
    const read = await readStaged(copy, name)
    const ok = read.kind === 'read'
    noteTry(folder, name, { at: clock().toISOString(), ok, what: ok ? 'it could be restored' : read.what })
    return ok ? undefined : read.what
  } finally {
    rmSync(trial, { recursive: true, force: true })
  }
}

function readTries(folder: string): z.infer<typeof Tries> {
  try {
    return Tries.parse(JSON.parse(readFileSync(join(folder, 'tried.json'), 'utf8')))
  } catch {
    return {}
  }
}

function noteTry(folder: string, name: string, tried: z.infer<typeof Tries>[string]): void {
  writeWhole(join(folder, 'tried.json'), `${JSON.stringify({ ...readTries(folder), [name]: tried }, undefined, 2)}\n`)
}
