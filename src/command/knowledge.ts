// The library as commands get it: read once, or every problem listed.
import { defined } from '../kit/defined.ts'
import { findFiles } from '../library/files.ts'
import { readLibrary, sayProblem } from '../library/read.ts'
import type { Library, Problem } from '../turn/library.ts'
import type { KeptIndexes } from '../ports/indexes.ts'
import { rememberEditions, type Remembered } from './kept-editions.ts'
import { keepIndexes } from './kept-indexes.ts'

/** The knowledge files have errors: the message lists each with file and line, what it is, and how to mend it. */
export class UnsoundKnowledge extends Error {
  constructor(problems: readonly Problem[]) {
    super(['The knowledge files have problems:', ...problems.map(sayProblem)].join('\n'))
  }
}

export function loadLibrary(folders: { root: string; home: string }): Library {
  const indexes = keepIndexes(folders.home)
  const { readText, keep } = rememberedIn(folders.home, indexes)
  const { library, problems } = readLibrary(findFiles(folders), readText)
  if (library === undefined) throw new UnsoundKnowledge(problems.filter((problem) => !problem.warning))
  keep()
  return { ...library, ...defined({ indexes }) }
}

/** For each home, because a running server reads its files again when one of them has changed. */
const remembered = new Map<string, Remembered>()

function rememberedIn(home: string, indexes: KeptIndexes | undefined): Remembered {
  const before = remembered.get(home)
  if (before !== undefined) return before
  const made = rememberEditions(indexes)
  // Without a home there is nothing yet to remember; there may be one the next time.
  if (indexes !== undefined) remembered.set(home, made)
  return made
}
