// The library of a running bot: read again when somebody has changed the school's files, in the office or by hand.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { pathsIn } from '../library/files.ts'
import type { Log } from '../ports/ports.ts'
import type { Library } from '../turn/library.ts'
import { loadLibrary } from './knowledge.ts'

export interface LiveLibrary {
  now(): Library
  /** Called with every new one. */
  whenNew(learn: (library: Library) => void): void
  /**
   * Reads the files again. Files that cannot be used change nothing: the bot keeps what it has, and the log says so.
   */
  renew(): void
  /** The same, where a file has changed since the last look. */
  look(): void
  /** Since when files have had problems, so that an earlier reading stays in use. */
  brokenSince(): Date | undefined
}

export function keepLibrary(
  first: Library,
  folders: { root: string; home: string; clock?: () => Date },
  log: Log,
): LiveLibrary {
  let library = first
  let broken: Date | undefined
  let seen = lookOf(folders.home)
  const learners: ((library: Library) => void)[] = []
  const renew = () => {
    seen = lookOf(folders.home)
    try {
      library = loadLibrary(folders)
      broken = undefined
      for (const learn of learners) learn(library)
      log.info({}, 'the school’s files were read again')
    } catch (error) {
      broken ??= folders.clock?.() ?? new Date(0)
      log.error({ error }, 'the school’s files have problems, so what was read before goes on: run npm run inspect')
    }
  }
  return {
    now: () => library,
    whenNew: (learn) => void learners.push(learn),
    renew,
    brokenSince: () => broken,
    look: () => {
      if (lookOf(folders.home) !== seen) renew()
    },
  }
}

/** The school's settings at that moment. */
export function belongingsNow(live: Pick<LiveLibrary, 'now'>): Library['school']['belonging'] {
  return {
    get slack() {
      return live.now().school.belonging.slack
    },
    get teams() {
      return live.now().school.belonging.teams
    },
  }
}

/** Names, sizes and times are enough to notice that somebody has saved something. */
function lookOf(home: string): string {
  return pathsIn(home)
    .map((path) => {
      const { size, mtimeMs } = statSync(join(home, path))
      return `${path} ${size} ${mtimeMs}`
    })
    .join('\n')
}
