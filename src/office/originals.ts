// Finds the school's own file of an edition in the home, where the import kept it under its hash.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Edition } from '../policy/types.ts'
import type { Originals } from '../ports/originals.ts'

type Imported = Pick<Edition, 'policy' | 'source'>

/** Its path; undefined where it is not kept. */
export function originalIn(home: string, { policy, source }: Imported): string | undefined {
  if (source === undefined || !/^[0-9a-f]{64}$/.test(source.sha256)) return undefined
  const path = join(home, 'documents', policy, `${source.sha256}${extname(source.file).toLowerCase()}`)
  return existsSync(path) ? path : undefined
}

export function originalsIn(home: string): Originals {
  return {
    async read(edition) {
      const path = originalIn(home, edition)
      return path === undefined ? undefined : { name: edition.source?.file ?? 'policy', bytes: await readFile(path) }
    },
  }
}
