// Indexes over the school's policies in the home's folder `cache`. Only the owner of the home can read them, and each
// name holds a hash of what the index was made from. Whoever deletes the folder only loses a second at the next start.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../kit/hash.ts'
import type { KeptIndexes } from '../ports/indexes.ts'

/** Enough for the school's, the one for outsiders, some for single policies, and as many of yesterday's. */
const mostKept = 6
const sealLength = 64

/** Undefined where the program runs from its source, which may change while it runs, and where there is no home yet. */
export function keepIndexes(home: string, program: string | undefined = thisProgram): KeptIndexes | undefined {
  if (program === undefined || !existsSync(home)) return undefined
  const folder = join(home, 'cache')
  const fileOf = (key: string) => join(folder, `${sha256(`${program} ${process.versions.v8} ${key}`)}.index`)
  return {
    find(key) {
      try {
        const file = readFileSync(fileOf(key))
        const bytes = file.subarray(sealLength)
        // An incomplete or damaged file counts as missing.
        return file.toString('latin1', 0, sealLength) === sha256(bytes) ? bytes : undefined
      } catch {
        return undefined
      }
    },
    keep(key, bytes) {
      // Several programs may do so at once: each writes a file of its own, which gets the final name when it is
      // complete.
      const part = join(folder, `${randomUUID()}.part`)
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        writeFileSync(part, Buffer.concat([Buffer.from(sha256(bytes), 'latin1'), bytes]), { mode: 0o600 })
        renameSync(part, fileOf(key))
        forgetOldest(folder)
      } catch {
        // The home cannot be written to, or the disk is full: the next start builds it again.
        dropPart(part)
      }
    },
  }
}

function dropPart(part: string): void {
  try {
    rmSync(part, { force: true })
  } catch {
    // Whatever kept us from writing also keeps us from tidying.
  }
}

/** The ones kept last stay. */
function forgetOldest(folder: string): void {
  const aged = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
  for (const { file } of aged.toSorted((a, b) => b.at - a.at).slice(mostKept)) rmSync(file, { force: true })
}

/** A hash of the built program: the names of its pieces, apart from the first, change with their content. */
function programHash(): string | undefined {
  const here = fileURLToPath(import.meta.url)
  if (here.endsWith('.ts')) return undefined
  const folder = dirname(here)
  const pieces = readdirSync(folder).toSorted()
  const first = join(folder, 'main.js')
  return sha256([...pieces, existsSync(first) ? sha256(readFileSync(first)) : sha256(readFileSync(here))].join('\n'))
}

// Computed once at the start, so that building another program beside a running one does not affect it.
const thisProgram = programHash()
