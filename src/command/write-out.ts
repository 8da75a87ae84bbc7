// Writes a possibly large file piece by piece; the file gets its name only once it is complete.
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

export interface Writing {
  /** Waits while the disk is slower than we are. */
  write(piece: string | Uint8Array): Promise<void>
  /** Puts the file in place. */
  finish(): Promise<void>
  /** Leaves nothing behind. */
  drop(): Promise<void>
}

export function openWriting(path: string): Writing {
  mkdirSync(dirname(path), { recursive: true })
  const part = `${path}.part`
  const stream = createWriteStream(part)
  // Reported by the next write, or at the end.
  let trouble: Error | undefined
  stream.on('error', (error) => (trouble = error))
  const check = () => {
    if (trouble !== undefined) throw new Error(`${path} cannot be written.`, { cause: trouble })
  }
  const end = async () => {
    if (trouble === undefined) await new Promise<void>((resolve) => stream.end(() => resolve()))
  }
  const room = () =>
    new Promise<void>((resolve) => {
      // Closed means that it failed; the next write reports it.
      const goOn = () => {
        stream.off('drain', goOn).off('close', goOn)
        resolve()
      }
      stream.on('drain', goOn).on('close', goOn)
    })
  return {
    async write(piece) {
      check()
      if (!stream.write(piece)) await room()
    },
    async finish() {
      await end()
      check()
      renameSync(part, path)
    },
    async drop() {
      await end()
      try {
        rmSync(part, { force: true })
      } catch {
        // It was never ours: an existing file kept us from writing.
      }
    },
  }
}

export async function writeOut(path: string, pieces: Pieces): Promise<void> {
  const writing = openWriting(path)
  try {
    for await (const piece of pieces) await writing.write(piece)
    await writing.finish()
  } catch (error) {
    await writing.drop()
    throw error
  }
}
