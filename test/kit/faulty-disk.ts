// A faulty disk under a real program, made by a library that is preloaded before the system's own, or by a full file
// system of a few megabytes. Each says what this machine lacks where it cannot be made.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface FaultyDisk {
  /** The program's home folder. */
  readonly home: string
  /** The environment to start the program with. */
  readonly env: Readonly<Record<string, string>>
  begins(): void
  ends(): void
  close(): void
}

export type Opened = FaultyDisk | { readonly missing: string }

/**
 * `half`: half of a write arrives, then writing fails. `sync`: fsync fails. `read-only`: as the kernel remounts a damaged
 * disk.
 */
export type Fault = 'sync' | 'half' | 'full' | 'read-only'

/** `folder` is empty; the caller removes it. */
export function faultyDisk(folder: string, fault: Fault): Opened {
  if (process.platform !== 'linux') return { missing: 'the dynamic linker of Linux' }
  const [library, says, home] = [join(folder, 'faulty.so'), join(folder, 'says'), join(folder, 'home')]
  const letter = { sync: 's', half: 'h', full: 'f', 'read-only': 'r' }[fault]
  try {
    execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, 'test/kit/faulty-disk.c', '-ldl'], { stdio: 'pipe' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { missing: 'gcc' }
    throw error
  }
  mkdirSync(home)
  writeFileSync(says, '')
  return {
    home,
    env: { LD_PRELOAD: library, FAULTY_PATH: 'policy-guide.db', FAULTY_SAYS: says },
    begins: () => writeFileSync(says, letter),
    ends: () => writeFileSync(says, ''),
    close: () => undefined,
  }
}

/** A small file system of its own, which others have filled. */
export function fullDisk(folder: string): Opened {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { missing: 'the right to mount a file system' }
  const home = join(folder, 'small')
  mkdirSync(home)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', home], { stdio: 'pipe' })
  } catch {
    return { missing: 'the right to mount a file system' }
  }
  const filler = join(home, 'filler')
  return {
    home,
    env: {},
    begins() {
      // Each `dd` ends when no space is left.
      for (const block of ['64k', '1k'])
        try {
          execFileSync('dd', ['if=/dev/zero', `of=${filler}-${block}`, `bs=${block}`], { stdio: 'pipe' })
        } catch {
          // Expected: the disk is full.
        }
    },
    ends: () => {
      for (const block of ['64k', '1k']) rmSync(`${filler}-${block}`, { force: true })
    },
    close: () => void execFileSync('umount', ['-l', home]),
  }
}
