// Writes files into a ZIP archive with constant memory, however large they are.
import { Zip, ZipDeflate } from 'fflate'

export interface Zipping {
  /** Writes one file, piece by piece. The file before it must be finished. */
  add(name: string, pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>): Promise<void>
  end(): Promise<void>
}

/**
 * `write` receives the archive's bytes in order and may return a promise to slow us down. `at` becomes the date of
 * every file.
 */
export function openZip(write: (piece: Uint8Array) => Promise<void>, at: Date): Zipping {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    ready.push(piece)
  })
  const drain = async () => {
    for (const piece of ready.splice(0)) await write(piece)
  }
  return {
    async add(name, pieces) {
      const file = new ZipDeflate(name, { level: 6 })
      file.mtime = at
      zip.add(file)
      const encoder = new TextEncoder()
      for await (const piece of pieces) {
        file.push(typeof piece === 'string' ? encoder.encode(piece) : piece)
        await drain()
      }
      file.push(new Uint8Array(0), true)
      await drain()
    },
    async end() {
      zip.end()
      await drain()
    },
  }
}
