// A PostgreSQL whose own disk is a file system of some megabytes, which others fill: its tables cannot grow, or its log
// of what was committed cannot, whereupon it ends itself. Says why where this machine has not what it takes.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventually } from './eventually.ts'
import { aCluster, freePort } from './postgres.ts'

export interface SmallPostgres {
  readonly url: string
  /** No room is left. */
  fills(): void
  empties(): void
  /** Resolves when it has ended itself. */
  ended(): Promise<unknown>
  /** As whoever looks after it does, where it has ended itself. */
  startsAgain(): Promise<void>
  close(): Promise<void>
}

export type OpenedSmall = SmallPostgres | { readonly missing: string }

/** `tables`: its log is on a disk of its own, which has room. `log`: everything is on the disk that fills. */
export async function smallPostgres(what: 'tables' | 'log'): Promise<OpenedSmall> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { missing: 'the right to mount a file system' }
  const folder = mkdtempSync(join(tmpdir(), 'policy-guide-small-'))
  // Another account, who may not write into our folders, runs it.
  chmodSync(folder, 0o777)
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', disk], { stdio: 'pipe' })
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return { missing: 'the right to mount a file system' }
  }
  const [data, log, port] = [join(disk, 'data'), join(folder, 'log'), await freePort()]
  let cluster = aCluster(data, port, { log: what === 'tables' ? log : undefined })
  await cluster.start()
  await cluster.createDatabase('school')
  const filler = (block: string) => join(disk, `filler-${block}`)
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/school`,
    fills() {
      // It ends where there is no room left.
      for (const block of ['64k', '1k'])
        try {
          execFileSync('dd', ['if=/dev/zero', `of=${filler(block)}`, `bs=${block}`], { stdio: 'pipe' })
        } catch {
          // As was to be expected.
        }
    },
    empties: () => {
      for (const block of ['64k', '1k']) rmSync(filler(block), { force: true })
    },
    ended: () => eventually(() => (isRunning(data) ? undefined : true)),
    async startsAgain() {
      cluster = aCluster(data, port, { exists: true })
      await cluster.start()
    },
    async close() {
      // Whoever starts it waits for ever for one that has ended already.
      if (isRunning(data)) await cluster.stop()
      execFileSync('umount', ['-l', disk])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function isRunning(data: string): boolean {
  try {
    process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 0)
    return true
  } catch {
    return false
  }
}
