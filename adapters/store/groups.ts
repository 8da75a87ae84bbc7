// Commits writes that come at about the same time as one, and waits for the disk once. SQLite alone would wait for the
// disk at every commit, and block the whole process; here the disk is waited for in parallel with the work.
import { open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface Groups {
  /**
   * Called before a write. `lasting` resolves when that write would survive a power cut; `passing` when it is
   * committed, and so survives the program. Rejects when it was lost.
   */
  join(how: 'lasting' | 'passing'): Promise<void>
  /** Resolves when no group is open, so that a transaction can begin. */
  parted(): Promise<void>
  /** Begins a transaction of its own. */
  begin(): void
  /** The same as `join`, for a transaction that was committed on its own. */
  follow(): Promise<void>
  /** Resolves when nothing is waiting any more. */
  ended(): Promise<void>
}

/** Makes what the database has committed survive a power cut. */
export interface Disk {
  sync(): Promise<void>
  /** Not from when it has refused something until it is mended. */
  isTrusted(): boolean
  /** Called between transactions. Rejects where the disk goes on refusing. */
  mend(): Promise<void>
  close(): Promise<void>
}

export function createGroups(run: (sql: 'begin' | 'commit' | 'rollback') => void, disk: Disk): Groups {
  let group: Group | undefined
  let last = Promise.resolve()
  const commit = async (own: { lasting: boolean }, before: Promise<void>) => {
    await before.catch(nothing)
    await gather(own)
    group = undefined
    try {
      run('commit')
    } catch (error) {
      run('rollback')
      throw error
    }
  }
  const open = (): Group => {
    run('begin')
    const own = { lasting: false }
    const committed = commit(own, last)
    last = committed.then(() => (own.lasting ? disk.sync() : undefined))
    // Whoever waits for it sees the error; where nobody waits there is nobody to tell.
    last.catch(nothing)
    return Object.assign(own, { committed, kept: last })
  }
  return {
    join(how) {
      group ??= open()
      if (how === 'passing') return group.committed
      group.lasting = true
      return group.kept
    },
    begin: () => run('begin'),
    parted: async () => group?.committed.catch(nothing),
    follow: () => (last = last.catch(nothing).then(() => disk.sync())),
    ended: () => last.catch(nothing),
  }
}

interface Group {
  lasting: boolean
  readonly committed: Promise<void>
  readonly kept: Promise<void>
}

const nothing = () => undefined

/**
 * Turns of the event loop during which others may join: almost no time when there is nothing else to do. Waiting for
 * the disk is worth more of them than a commit alone.
 */
const turns = { lasting: 10, passing: 4 } as const

async function gather(own: { readonly lasting: boolean }): Promise<void> {
  for (let turn = 0; turn < (own.lasting ? turns.lasting : turns.passing); turn++)
    await new Promise((resolve) => setImmediate(resolve))
}

/**
 * For a database that first writes to the file `log` and does not itself wait for the disk when it commits. `rewrite`
 * moves all that was committed out of the log to where the disk keeps it, and throws where that fails.
 */
export function diskOf(log: string, rewrite: () => void): Disk {
  let file: Promise<FileHandle> | undefined
  let trouble: Error | undefined
  let mending: Promise<void> | undefined
  /** Says what went wrong from now on, until it is mended. */
  const carefully = async (work: (open: FileHandle) => Promise<void>) => {
    try {
      await work(await (file ??= openLog(log)))
      trouble = undefined
    } catch (cause) {
      // What could not be opened is opened anew.
      if ((await file?.catch(nothing)) === undefined) file = undefined
      trouble = new Error(`The disk does not keep ${log}. Make room on it or mend it: it is tried again by itself.`, {
        cause,
      })
      throw trouble
    }
  }
  return {
    sync() {
      // What the disk refused may be lost although its next answer is yes, because it reports each loss only once.
      if (trouble !== undefined) return Promise.reject(trouble)
      return carefully((open) => open.datasync())
    },
    isTrusted: () => trouble === undefined,
    mend() {
      // First without blocking anybody: a disk that is sick may take long to say so.
      const again = () =>
        carefully(async (open) => {
          await open.datasync()
          rewrite()
        })
      mending ??= again().finally(() => (mending = undefined))
      return mending
    },
    close: async () => (await file?.catch(nothing))?.close(),
  }
}

/** For a database in memory. */
export const noDisk: Disk = {
  sync: () => Promise.resolve(),
  isTrusted: () => true,
  mend: () => Promise.resolve(),
  close: () => Promise.resolve(),
}

/** The log exists once something was written. Its name in the folder must survive a power cut as well. */
async function openLog(path: string): Promise<FileHandle> {
  const file = await open(path, 'r+')
  if (process.platform !== 'win32') {
    const folder = await open(dirname(path), 'r')
    await folder.sync().finally(() => folder.close())
  }
  return file
}
