// A disk that fails as disks do, under a real program: by a library that the dynamic linker puts before the system's own,
// or by a file system of a few megabytes that is full. Each says why where this machine has not what it takes.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface FaultyDisk {
  /** Where the program's home is. */
  readonly home: string
  /** What the program is started with. */
  readonly env: Readonly<Record<string, string>>
  begins(): void
  ends(): void
  close(): void
}

export type Opened = FaultyDisk | { readonly missing: string }

/** `half`: half of what is written arrives. `sync`: what was written may be lost. `read-only`, as by the kernel in need. */
export type Fault = 'sync' | 'half' | 'full' | 'read-only'

/** `folder` is empty, and whoever made it removes it. */
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

/** A disk of its own, which others have filled. */
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
      // It ends where there is no room left.
      for (const block of ['64k', '1k'])
        try {
          execFileSync('dd', ['if=/dev/zero', `of=${filler}-${block}`, `bs=${block}`], { stdio: 'pipe' })
        } catch {
          // As was to be expected.
        }
    },
    ends: () => {
      for (const block of ['64k', '1k']) rmSync(`${filler}-${block}`, { force: true })
    },
    close: () => void execFileSync('umount', ['-l', home]),
  }
}
