// Where an inspection pack goes: a folder, or a ZIP file with the same files.
import { join } from 'node:path'
import { openZip } from '../kit/zip.ts'
import { openWriting, writeOut, type Pieces } from './write-out.ts'

export interface PackTarget {
  add(name: string, pieces: Pieces): Promise<void>
  finish(): Promise<void>
  /** After something failed. */
  drop(): Promise<void>
}

/** A name that ends in .zip is a ZIP file, any other a folder. */
export function openTarget(path: string, at: Date): PackTarget {
  return path.toLowerCase().endsWith('.zip') ? zipAt(path, at) : folderAt(path)
}

/** Says what is written, in a line for each file at the top, and one for every 10,000 pieces of it. */
export function tellingOf(target: PackTarget, tell: (line: string) => void): PackTarget {
  return {
    ...target,
    async add(name, pieces) {
      if (name.includes('/')) return target.add(name, pieces)
      tell(`  writing ${name}`)
      return target.add(
        name,
        counted(pieces, (count) => tell(`  ${name}: ${count} lines`)),
      )
    },
  }
}

async function* counted(pieces: Pieces, tell: (count: number) => void) {
  let count = 0
  for await (const piece of pieces) {
    yield piece
    count += 1
    if (count % between === 0) tell(count)
  }
}

const between = 10_000

function folderAt(folder: string): PackTarget {
  return {
    add: (name, pieces) => writeOut(join(folder, name), pieces),
    finish: () => Promise.resolve(),
    drop: () => Promise.resolve(),
  }
}

function zipAt(path: string, at: Date): PackTarget {
  const writing = openWriting(path)
  const zip = openZip(writing.write, at)
  return {
    add: zip.add,
    async finish() {
      await zip.end()
      await writing.finish()
    },
    drop: writing.drop,
  }
}
