// The real knowledge, read once for all tests.
import { loadLibrary } from '../../src/command/knowledge.ts'
import type { Library } from '../../src/library/types.ts'

let library: Library | undefined

export function theLibrary(): Library {
  return (library ??= loadLibrary({ root: '.', home: 'test/no-home' }))
}
