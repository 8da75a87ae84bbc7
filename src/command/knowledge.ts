// The library as commands get it: read once, or every problem listed.
import { defined } from '../kit/defined.ts'
import { findFiles } from '../library/files.ts'
import { readLibrary, sayProblem } from '../library/read.ts'
import type { Library, Problem } from '../turn/library.ts'
import { keepIndexes } from './kept-indexes.ts'

/** The knowledge files have errors: the message lists each with file and line, what it is, and how to mend it. */
export class UnsoundKnowledge extends Error {
  constructor(problems: readonly Problem[]) {
    super(['The knowledge files have problems:', ...problems.map(sayProblem)].join('\n'))
  }
}

export function loadLibrary(folders: { root: string; home: string }): Library {
  const { library, problems } = readLibrary(findFiles(folders))
  if (library === undefined) throw new UnsoundKnowledge(problems.filter((problem) => !problem.warning))
  return { ...library, ...defined({ indexes: keepIndexes(folders.home) }) }
}
